5m0.000s       dialer-1/B  stopped
5m0.000s       dialer-1    simplex
10m0.000s      dialer-1/A  maintenance requested
10m0.000s      dialer-1/A  maintenance rejected: it runs in simplex mode
15m10.000s     dialer-1/B  started
15m10.000s     dialer-1    duplex again
20m0.000s      dialer-1/A  maintenance requested
20m0.000s      dialer-1    simplex
20m0.000s      dialer-1/A  stops reserving and dialing, 18 calls in progress
20m0.010s      dialer-1/B  active
20m0.010s      dialer-1    recovered after 0.010s
23m9.713s      dialer-1/A  stopped: 2 customers who answered could not be connected to the IVR
