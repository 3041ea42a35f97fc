12m0.000s      dialer-1/A            maintenance requested
12m0.000s      dialer-1              simplex
12m0.000s      dialer-1/A            stops reserving and dialing, 21 calls in progress
12m0.010s      dialer-1/B            active
12m0.010s      dialer-1              recovered after 0.010s
12m5.000s      dialer-1/A            crashed
12m5.000s      campaign/collections  9 records dialed: pending after the time of return, not dialed again by itself
12m5.000s      campaign/reminders    9 records dialed: pending after the time of return, not dialed again by itself
12m5.000s                            lost: 18 outbound records
12m15.000s     dialer-1/A            started
12m15.000s     dialer-1              duplex again
