12m0.000s      dialer-1/A            stopped
12m0.000s      dialer-1              simplex
12m0.000s      campaign/collections  5 records in the Dialer's memory: pending again after the time of return
12m0.000s      campaign/collections  13 records dialed: pending after the time of return, not dialed again by itself
12m0.000s                            lost: 13 outbound records
12m0.010s      dialer-1/B            active
12m0.010s      dialer-1              recovered after 0.010s
12m5.000s      dialer-1/B            stopped
12m5.000s      campaign/collections  5 records in the Dialer's memory: pending again after the time of return
12m5.000s      campaign/collections  4 records dialed: pending after the time of return, not dialed again by itself
12m5.000s                            lost: 4 outbound records
13m5.000s      campaign-manager/A    Not Ready: no Dialer is connected and Ready
13m5.010s      campaign-manager/B    active
13m5.010s      campaign-manager      recovered after 0.010s
15m10.000s     dialer-1/A            started
15m10.010s     dialer-1/A            active
15m10.010s     dialer-1              recovered after 3m5.010s
16m10.000s     dialer-1/B            started
16m10.000s     dialer-1              duplex again
