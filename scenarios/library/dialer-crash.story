5m0.000s       dialer-1/A  crashed
5m0.000s       dialer-1    simplex
5m0.010s       dialer-1/B  active
5m0.010s       dialer-1    recovered after 0.010s
5m10.000s      dialer-1/A  started
5m10.000s      dialer-1    duplex again
