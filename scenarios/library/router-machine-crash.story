5m0.000s       router/A            crashed
5m0.000s       campaign-manager    simplex
5m0.460s       router/B            lost its peer: 5 keep-alives missed
5m0.460s       router              simplex
5m0.460s       router/B            has device majority: Test-Other-Side
5m1.968s       agent-pg-1/A        sends to router/B
5m2.960s       router/B            isolated-enabled: it runs alone
5m2.960s       router              requests are processed again after 2.960s
5m2.960s       router              recovered after 2.960s
6m0.000s       campaign-manager/B  active
6m0.000s       campaign-manager    duplex again
6m0.000s       campaign-manager    recovered after 1m0.000s
8m0.000s       router/A            started
8m0.053s       router/B            hears its peer again
8m30.053s      router/A            in step with its peer: paired-disabled
8m30.053s      router              duplex again
9m0.053s       logger/A            standby, in step
9m0.053s       logger/A            recovered 4m0.053s of history
