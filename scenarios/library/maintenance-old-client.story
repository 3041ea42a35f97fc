5m0.000s       agent-pg-1/A          maintenance requested
5m0.030s       agent-pg-1/A          all clients agreed
5m2.030s       agent-pg-1/A          hands over, 3 pending states outstanding
5m2.030s       agent-pg-1/A          draining
5m2.030s       agent-pg-1/B          active, 16 phones registered
5m2.030s                             lost: 3 pending states, 4 controls of calls, 4 sign-ins
5m2.045s       agent-pg-1            simplex
5m2.045s       agent-pg-1/A          stopped
6m4.945s       agents/sales-team/10  ready though it had asked for Not Ready
6m14.083s      agents                4 agents signed in again in 36.974s
6m14.083s      agent-pg-1            recovered after 1m14.083s
7m8.443s       agents/sales-team/1   ready though it had asked for Not Ready
10m1.527s      agents/sales-team/8   ready though it had asked for Not Ready
