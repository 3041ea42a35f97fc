12m0.000s      link/mr:dialer-1/A    cut
12m2.000s      campaign/collections  13 records dialed: closed when the call is over
12m2.540s                            lost: 1 outbound record
12m10.545s                           lost: 1 outbound record
12m10.935s                           lost: 1 outbound record
17m0.000s      link/mr:dialer-1/A    healed
17m0.000s      dialer-1              recovered after 5m0.000s
