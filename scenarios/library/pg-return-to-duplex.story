5m0.000s       agent-pg-1/A         maintenance requested
5m0.030s       agent-pg-1/A         all clients agreed
5m2.030s       agent-pg-1/A         hands over, 2 pending states outstanding
5m2.030s       agent-pg-1/A         draining
5m2.030s       agent-pg-1/B         active, 12 phones registered
5m2.030s                            lost: 2 pending states
5m2.045s       agent-pg-1           simplex
5m2.045s       agent-pg-1/A         stopped
5m2.065s       agent-pg-1           recovered after 2.065s
6m55.254s      agents/sales-team/1  ready though it had asked for Not Ready
8m10.000s      agent-pg-1/A         started
8m10.000s      cti-1/A              started
8m10.025s      agent-pg-1/B         hears its peer again
8m40.000s      agent-pg-1/A         standby, in step
8m40.000s      agent-pg-1           duplex again
10m1.527s      agents/sales-team/8  ready though it had asked for Not Ready
12m0.000s      agent-pg-1/B         maintenance requested
12m0.030s      agent-pg-1/B         all clients agreed
12m2.030s      agent-pg-1/B         hands over, 1 pending state outstanding
12m2.030s      agent-pg-1/B         draining
12m2.030s      agent-pg-1/A         active, 12 phones registered
12m2.030s                           lost: 1 pending state
12m2.045s      agent-pg-1           simplex
12m2.045s      agent-pg-1/B         stopped
12m2.065s      agent-pg-1           recovered after 2.065s
12m27.617s     agents/sales-team/5  ready though it had asked for Not Ready
