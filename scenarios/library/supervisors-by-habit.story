30m0.000s      agent-pg-1/A       maintenance requested
30m0.030s      agent-pg-1/A       all clients agreed
30m2.030s      agent-pg-1/A       hands over, 3 pending states outstanding
30m2.030s      agent-pg-1         keeps 1 barge-in
30m2.030s      agent-pg-1/A       draining
30m2.030s      agent-pg-1/B       active, 44 phones registered
30m2.030s                         lost: 3 pending states
30m2.045s      agent-pg-1         simplex
30m2.045s      agent-pg-1/A       stopped
30m2.065s      agent-pg-1         recovered after 2.065s
31m21.435s     agents/noon/6      ready though it had asked for Not Ready
34m18.342s     agents/morning/14  ready though it had asked for Not Ready
