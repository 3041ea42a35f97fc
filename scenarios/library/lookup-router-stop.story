10:10:00       router/A              stopped
10:10:00       campaign-manager      simplex
10:10:00.005   agent-pg-1/A          sends to router/B
10:10:00.460   router/B              lost its peer: 5 keep-alives missed
10:10:00.460   router                simplex
10:10:00.460   router/B              has device majority: Test-Other-Side
10:10:00.970   router/B              isolated-enabled: it runs alone
10:10:00.970   router                requests are processed again after 0.970s
10:10:00.970   router                recovered after 0.970s
10:10:02.054   lookup/customer-db    fails: stop router/A
10:10:07.084   lookup/customer-db    answers again, after 2 failed requests
10:10:10.090   lookup/order-gateway  fails: stop router/A
10:11:00       campaign-manager/B    active
10:11:00       campaign-manager      duplex again
10:11:00       campaign-manager      recovered after 1m0.000s
10:15:10       router/A              started
10:15:10.052   router/B              hears its peer again
10:15:40.052   router/A              in step with its peer: paired-disabled
10:15:40.052   router                duplex again
10:15:42.992   lookup/order-gateway  answers again, after 13 failed requests
10:16:10.052   logger/A              standby, in step
10:16:10.052   logger/A              recovered 6m10.053s of history
