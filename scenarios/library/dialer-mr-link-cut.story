12m0.000s      link/mr:dialer-1/A    cut
12m2.000s      campaign/collections  10 records dialed: closed when the call is over
17m0.000s      link/mr:dialer-1/A    healed
17m0.000s      dialer-1              recovered after 5m0.000s
