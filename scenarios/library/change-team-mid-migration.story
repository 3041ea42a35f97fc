10m0.000s      agent-pg-1/A        maintenance requested
10m0.030s      agent-pg-1/A        all clients agreed
10m1.000s      operator            change_team agents/sales-team/3 to beta
10m1.000s      operator            change_team agents/sales-team/5 to beta
10m1.500s      supervisor          force_state agents/sales-team/3 to NOT_READY: refused, the agent is not in a team of the supervisor
10m1.500s      agents/boss-beta/1  sets agents/sales-team/3 Not Ready, code 999
10m1.500s      agents/boss-beta/1  monitors the call of agents/sales-team/5
10m2.030s      agent-pg-1/A        hands over, 0 pending states outstanding
10m2.030s      agent-pg-1          keeps 1 silent monitoring
10m2.030s      agent-pg-1/A        draining
10m2.030s      agent-pg-1/B        active, 14 phones registered
10m2.045s      agent-pg-1          simplex
10m2.045s      agent-pg-1/A        stopped
10m2.065s      agent-pg-1          recovered after 2.065s
11m34.696s     agents/boss-beta/1  is off the call of agents/sales-team/5
15m1.000s      operator            end of change_team agents/sales-team/5 to beta
16m0.000s      supervisor          force_state agents/sales-team/5 to LOGOUT: refused, the agent is not in a team of the supervisor
