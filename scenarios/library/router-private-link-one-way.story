5m0.000s       router        private link cut from A to B
5m0.460s       router/B      lost its peer: 5 keep-alives missed
5m0.460s       router        simplex
5m0.460s       router/B      has device majority: Test-Other-Side
5m0.480s       router/A      lost its peer: 5 keep-alives missed
5m0.480s       router/A      isolated-enabled: it runs alone
5m0.480s       router        requests are processed again after 0.480s
5m0.480s       router        recovered after 0.480s
5m0.600s       router/B      isolated-disabled: it stops routing
5m0.605s       agent-pg-1/B  sends to router/A
6m0.000s       router        private link healed from A to B
6m0.060s       router/B      hears its peer again
6m30.060s      router/B      in step with its peer: paired-disabled
6m30.060s      router        duplex again
7m0.060s       logger/B      standby, in step
7m0.060s       logger/B      recovered 1m59.460s of history
