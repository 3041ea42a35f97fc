2m0.000s       router/A            maintenance requested
2m0.000s       router/A            maintenance rejected: a patch that maintenance mode needs is missing on a side
4m0.000s       router/B            stopped
4m0.005s       agent-pg-1/B        sends to router/A
4m0.451s       router/A            lost its peer: 5 keep-alives missed
4m0.451s       router              simplex
4m0.451s       router/A            isolated-enabled: it runs alone
4m0.451s       router              requests are processed again after 0.451s
4m0.451s       router              recovered after 0.451s
5m0.000s       operator            patch router/B ES68
6m10.000s      router/B            started
6m10.032s      router/A            hears its peer again
6m40.032s      router/B            in step with its peer: paired-disabled
6m40.032s      router              duplex again
7m10.032s      logger/B            standby, in step
7m10.032s      logger/B            recovered 3m10.032s of history
10m0.000s      router/A            maintenance requested
10m0.000s      router/A            may shut down: its peer can take over
10m2.000s      router/A            hands over
10m2.000s      router/B            isolated-enabled: it runs alone
10m2.000s      router              simplex
10m2.000s      campaign-manager    simplex
10m2.000s      router/A            draining
10m2.005s      agent-pg-1/A        sends to router/B
10m2.005s      agent-pg-1/B        sends to router/B
10m2.010s      router/A            stopped
10m2.030s      router              recovered after 2.030s
11m2.000s      campaign-manager/B  active
11m2.000s      campaign-manager    duplex again
11m2.000s      campaign-manager    recovered after 1m0.000s
