2m0.000s       router/A      maintenance requested
2m0.000s       router/A      may shut down: its peer can take over
2m0.300s       router        private link cut
2m0.751s       router/A      maintenance cancelled: a failure before the clients had agreed
2m0.751s       router/A      lost its peer: 5 keep-alives missed
2m0.751s       router        simplex
2m0.751s       router/A      isolated-enabled: it runs alone
2m0.751s       router        requests are processed again after 0.451s
2m0.760s       router/B      lost its peer: 5 keep-alives missed
2m0.760s       router/B      has device majority: Test-Other-Side
2m0.760s       router        recovered after 0.760s
2m0.780s       router/B      isolated-disabled: it stops routing
2m0.785s       agent-pg-1/B  sends to router/A
3m0.300s       router        private link healed
3m0.351s       router/A      hears its peer again
3m0.360s       router/B      hears its peer again
3m30.360s      router/B      in step with its peer: paired-disabled
3m30.360s      router        duplex again
4m0.360s       logger/B      standby, in step
4m0.360s       logger/B      recovered 1m59.580s of history
