9m40.000s      agents/floor/1       monitors the call of agents/sales-team/4
9m50.000s      agents/floor/2       monitors the call of agents/sales-team/5
9m50.000s      agents/floor/2       barges in on the call of agents/sales-team/5
10m0.000s      agent-pg-1/A         maintenance requested
10m0.030s      agent-pg-1/A         all clients agreed
10m1.030s      agents/floor/3       sets agents/sales-team/8 Not Ready, code 999
10m2.030s      agent-pg-1/A         hands over, 1 pending state outstanding
10m2.030s      agent-pg-1           keeps 1 silent monitoring and 1 barge-in
10m2.030s      agent-pg-1/A         draining
10m2.030s      agent-pg-1/B         active, 15 phones registered
10m2.030s                           lost: 1 pending state
10m2.045s      agent-pg-1           simplex
10m2.045s      agent-pg-1/A         stopped
10m2.065s      agent-pg-1           recovered after 2.065s
10m39.579s     agents/floor/1       is off the call of agents/sales-team/4
11m28.558s     agents/floor/2       is off the call of agents/sales-team/5
12m0.000s      agents/floor/1       sets agents/sales-team/8 Ready, code 999
12m20.629s     agents/sales-team/5  ready though it had asked for Not Ready
