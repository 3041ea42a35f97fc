5m0.000s       agent-pg-1/A         maintenance requested
5m0.030s       agent-pg-1/A         all clients agreed
5m2.030s       agent-pg-1/A         hands over, 2 pending states outstanding
5m2.030s       agent-pg-1/A         draining
5m2.030s       agent-pg-1/B         active, 12 phones registered
5m2.030s                            lost: 2 pending states
5m2.045s       agent-pg-1           simplex
5m2.045s       agent-pg-1/A         stopped
5m2.065s       agent-pg-1           recovered after 2.065s
6m10.000s      agent-pg-1/A         started
6m10.000s      cti-1/A              started
6m10.025s      agent-pg-1/B         hears its peer again
6m40.000s      agent-pg-1/A         standby, in step
6m40.000s      agent-pg-1           duplex again
6m55.254s      agents/sales-team/1  ready though it had asked for Not Ready
8m0.000s       agent-pg-1           private link cut
8m0.425s       agent-pg-1/B         lost its peer: 5 keep-alives missed
8m0.425s       agent-pg-1           simplex
8m0.425s                            lost: 1 pending state, 7 controls of calls, 7 contexts of calls, 7 split records, 12 sign-ins
8m0.457s       agent-pg-1/A         lost its peer: 5 keep-alives missed
8m0.457s       agent-pg-1/A         registers the phones
8m5.577s       agent-pg-1/A         active, 12 phones registered
9m7.378s       agents/sales-team/4  Not Ready though it had asked for Ready
9m14.530s      agents               12 agents signed in again in 28.965s
9m14.530s      agent-pg-1           recovered after 1m14.530s
10m0.000s      agent-pg-1           private link healed
10m0.025s      agent-pg-1/B         hears its peer again
10m0.057s      agent-pg-1/A         hears its peer again
10m30.025s     agent-pg-1/B         standby, in step
10m30.025s     agent-pg-1           duplex again
