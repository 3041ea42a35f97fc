1m0.000s       operator    fail dialer-1/A
2m0.000s       dialer-1/A  maintenance requested
2m0.000s       dialer-1/A  maintenance rejected: the service rejects the request
4m0.000s       dialer-1/A  maintenance requested
4m0.000s       dialer-1    simplex
4m0.000s       dialer-1/A  draining
4m0.000s       dialer-1/A  stopped
4m0.010s       dialer-1/B  active
4m0.010s       dialer-1    recovered after 0.010s
5m0.000s       mr-pg-1/A   maintenance requested
5m0.000s       mr-pg-1/A   may shut down: its peer can take over
5m2.000s       mr-pg-1/A   hands over
5m2.000s       mr-pg-1/A   draining
5m2.000s       mr-pg-1/B   active
5m2.015s       mr-pg-1     simplex
5m2.015s       mr-pg-1/A   stopped
5m2.035s       mr-pg-1     recovered after 2.035s
7m0.000s       mr-pg-1/B   maintenance requested
7m0.000s       mr-pg-1/B   maintenance rejected: it runs in simplex mode
8m0.000s       dialer-1/B  maintenance requested
8m0.000s       dialer-1/B  maintenance rejected: it runs in simplex mode
9m10.000s      mr-pg-1/A   started
9m10.000s      dialer-1/A  started
9m10.000s      dialer-1    duplex again
9m10.053s      mr-pg-1/B   hears its peer again
9m40.000s      mr-pg-1/A   standby, in step
9m40.000s      mr-pg-1     duplex again
