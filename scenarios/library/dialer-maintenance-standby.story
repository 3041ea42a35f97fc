12m0.000s      dialer-1/B  maintenance requested
12m0.000s      dialer-1    simplex
12m0.000s      dialer-1/B  stopped
