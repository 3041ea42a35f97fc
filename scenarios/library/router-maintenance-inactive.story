5m0.000s       router/B      maintenance requested
5m0.000s       router/A      isolated-enabled: it runs alone
5m0.000s       router        simplex
5m0.000s       router/B      draining
5m0.005s       agent-pg-1/B  sends to router/A
5m0.005s       mr-pg-1/B     sends to router/A
5m0.005s       vru-pg-1/B    sends to router/A
5m0.010s       router/B      stopped
5m0.030s       router        recovered after 0.030s
10m10.000s     router/B      started
10m10.103s     router/A      hears its peer again
10m40.103s     router/B      in step with its peer: paired-disabled
10m40.103s     router        duplex again
11m10.103s     logger/B      standby, in step
11m10.103s     logger/B      recovered 6m10.103s of history
12m37.433s     hds-2         has caught up with its Logger after 7m37.433s
