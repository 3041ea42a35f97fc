5m0.000s       router        private link cut
5m0.451s       router/A      lost its peer: 5 keep-alives missed
5m0.451s       router        simplex
5m0.451s       router/A      isolated-enabled: it runs alone
5m0.451s       router        requests are processed again after 0.451s
5m0.460s       router/B      lost its peer: 5 keep-alives missed
5m0.460s       router/B      has device majority: Test-Other-Side
5m0.460s       router        recovered after 0.460s
5m0.480s       router/B      isolated-disabled: it stops routing
5m0.485s       agent-pg-1/B  sends to router/A
7m0.000s       router        private link healed
7m0.051s       router/A      hears its peer again
7m0.060s       router/B      hears its peer again
7m30.060s      router/B      in step with its peer: paired-disabled
7m30.060s      router        duplex again
8m0.060s       logger/B      standby, in step
8m0.060s       logger/B      recovered 2m59.580s of history
