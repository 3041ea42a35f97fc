10:10:00       agent-pg-1/A           maintenance requested
10:10:00.030   agent-pg-1/A           all clients agreed
10:10:02.030   agent-pg-1/A           hands over, 5 pending states outstanding
10:10:02.030   agent-pg-1/A           draining
10:10:02.030   agent-pg-1/B           active, 200 phones registered
10:10:02.030                          lost: 5 pending states
10:10:02.045   agent-pg-1             simplex
10:10:02.045   agent-pg-1/A           stopped
10:10:02.065   agent-pg-1             recovered after 2.065s
10:10:39.031   agents/sales-team/171  ready though it had asked for Not Ready
10:10:54.134   agents/sales-team/185  ready though it had asked for Not Ready
10:14:11.022   agents/sales-team/68   ready though it had asked for Not Ready
