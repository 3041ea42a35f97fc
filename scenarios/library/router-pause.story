5m0.000s       router/A      hangs: it does nothing and does not know it
5m0.460s       router/B      lost its peer: 5 keep-alives missed
5m0.460s       router        simplex
5m0.460s       router/B      has device majority: Test-Other-Side
5m1.968s       agent-pg-1/A  sends to router/B
5m2.960s       router/B      isolated-enabled: it runs alone
5m2.960s       router        requests are processed again after 2.960s
5m20.000s      router/A      goes on after 20.000s
5m20.000s      router/A      lost its peer: 5 keep-alives missed
5m20.000s      router/A      isolated-enabled: it runs alone
5m20.000s      router        finding: both Routers enabled
5m20.060s      router/B      hears its peer again
5m20.060s      router        no longer: both Routers enabled, after 0.060s
5m20.065s      agent-pg-1/B  has no path to a Router
5m20.080s      agent-pg-1/A  has no path to a Router
5m20.318s      agent-pg-1/B  sends to router/A
5m20.368s      agent-pg-1/A  sends to router/A
5m20.368s      agent-pg-1    recovered after 0.288s
5m20.551s      router/A      lost its peer: 5 keep-alives missed
5m20.551s      router        recovered after 20.551s
5m30.060s      router/B      started
5m30.092s      router/A      hears its peer again
6m0.092s       router/B      in step with its peer: paired-disabled
6m0.092s       router        duplex again
6m30.092s      logger/B      standby, in step
6m30.092s      logger/B      recovered 1m10.032s of history
