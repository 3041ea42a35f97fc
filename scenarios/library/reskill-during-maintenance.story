10m0.000s      agent-pg-1/A         maintenance requested
10m0.030s      agent-pg-1/A         all clients agreed
10m1.030s      operator             reskill agents/sales-team to support, sales
10m2.030s      agent-pg-1/A         hands over, 1 pending state outstanding
10m2.030s      agent-pg-1/A         draining
10m2.030s      agent-pg-1/B         active, 15 phones registered
10m2.030s                           lost: 1 pending state
10m2.045s      agent-pg-1           simplex
10m2.045s      agent-pg-1/A         stopped
10m2.065s      agent-pg-1           recovered after 2.065s
10m46.000s     agents/sales-team/5  ready though it had asked for Not Ready
20m1.030s      operator             end of reskill agents/sales-team to support, sales
