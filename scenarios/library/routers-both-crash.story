5m0.000s       router/A            crashed
5m0.000s       campaign-manager    simplex
5m0.005s       agent-pg-1/A        sends to router/B
5m0.460s       router/B            lost its peer: 5 keep-alives missed
5m0.460s       router              simplex
5m0.460s       router/B            has device majority: Test-Other-Side
5m0.970s       router/B            isolated-enabled: it runs alone
5m0.970s       router              requests are processed again after 0.970s
5m0.970s       router              recovered after 0.970s
5m5.000s       router/B            crashed
5m5.000s                           lost: 12 routing dialogs
5m5.005s       agent-pg-1/B        has no path to a Router
5m5.020s       agent-pg-1/A        has no path to a Router
5m5.020s       agent-pg-1          recovered after 0.000s
5m10.000s      router/A            started
5m10.214s      agent-pg-1/A        sends to router/A
5m10.417s      agent-pg-1/B        sends to router/A
5m15.000s      router/B            started
5m15.032s      router/A            hears its peer again
5m15.032s      router/A            isolated-enabled: it runs alone
5m15.032s      router              requests are processed again after 10.032s
5m15.032s      router              recovered after 10.032s
5m45.032s      router/B            in step with its peer: paired-disabled
5m45.032s      router              duplex again
5m45.032s      logger/A            standby, in step
5m45.032s      logger/A            recovered 30.000s of history
6m15.032s      logger/B            standby, in step
6m15.032s      logger/A            recovered 5.000s of history
6m15.032s      logger/B            recovered 1m0.000s of history
6m15.032s      campaign-manager/A  active
6m15.032s      campaign-manager    duplex again
6m15.032s      campaign-manager    recovered after 1m15.032s
