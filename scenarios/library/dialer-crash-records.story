12m0.000s      dialer-1/A            crashed
12m0.000s      dialer-1              simplex
12m0.000s      campaign/collections  20 records in the Dialer's memory: pending again after the time of return
12m0.000s      campaign/collections  13 records dialed: pending after the time of return, not dialed again by itself
12m0.000s                            lost: 13 outbound records
12m0.010s      dialer-1/B            active
12m0.010s      dialer-1              recovered after 0.010s
12m10.000s     dialer-1/A            started
12m10.000s     dialer-1              duplex again
