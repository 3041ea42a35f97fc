12m0.000s      dialer-1/A  maintenance requested
12m0.000s      dialer-1    simplex
12m0.000s      dialer-1/A  stops reserving and dialing, 21 calls in progress
12m0.010s      dialer-1/B  active
12m0.010s      dialer-1    recovered after 0.010s
18m6.871s      dialer-1/A  stopped: 1 customer who answered could not be connected to the IVR
