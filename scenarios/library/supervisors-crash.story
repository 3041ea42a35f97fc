9m40.000s      agents/floor/1       monitors the call of agents/sales-team/4
9m50.000s      agents/floor/2       monitors the call of agents/sales-team/5
9m50.000s      agents/floor/2       barges in on the call of agents/sales-team/5
10m0.000s      agent-pg-1/A         crashed with 5 calls in talk and 1 pending state
10m0.000s      agents/floor/1       is off the call of agents/sales-team/4
10m0.000s                           lost: 1 pending state, 5 controls of calls, 6 contexts of calls, 5 split records, 15 sign-ins, 1 silent monitoring, 1 barge-in mark
10m0.464s      agent-pg-1/B         lost its peer: 5 keep-alives missed
10m0.464s      agent-pg-1           simplex
10m0.464s      agent-pg-1/B         registers the phones
10m2.000s      supervisor           force_state agents/sales-team/8 to NOT_READY: refused, no server answers the desktop
10m5.614s      agent-pg-1/B         active, 15 phones registered
10m10.000s     agent-pg-1/A         started
10m10.025s     agent-pg-1/B         hears its peer again
10m40.000s     agent-pg-1/A         standby, in step
10m40.000s     agent-pg-1           duplex again
11m8.380s      agents/sales-team/8  ready though it had asked for Not Ready
11m17.667s     agents               15 agents signed in again in 32.065s
11m17.667s     agent-pg-1           recovered after 1m17.667s
11m28.558s     agents/floor/2       is off the call of agents/sales-team/5
12m0.000s      agents/floor/1       monitors the call of agents/sales-team/1
13m39.022s     agents/floor/1       is off the call of agents/sales-team/1
