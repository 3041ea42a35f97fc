5m0.000s       router/B      maintenance requested
5m0.000s       router/A      isolated-enabled: it runs alone
5m0.000s       router        simplex
5m0.000s       router/B      draining
5m0.005s       agent-pg-1/B  sends to router/A
5m0.005s       mr-pg-1/B     sends to router/A
5m0.005s       vru-pg-b      sends to router/A
5m0.010s       router/B      stopped
5m0.030s       router        recovered after 0.030s
10m10.000s     router/B      started
10m10.115s     router/A      hears its peer again
10m40.115s     router/B      in step with its peer: paired-disabled
10m40.115s     router        duplex again
11m10.115s     logger/B      standby, in step
11m10.115s     logger/B      recovered 6m10.115s of history
12m37.445s     hds-2         has caught up with its Logger after 7m37.445s
