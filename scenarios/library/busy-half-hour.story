10:10:00       agent-pg-1/A           maintenance requested
10:10:00.030   agent-pg-1/A           all clients agreed
10:10:02.030   agent-pg-1/A           hands over, 6 pending states outstanding
10:10:02.030   agent-pg-1/A           draining
10:10:02.030   agent-pg-1/B           active, 200 phones registered
10:10:02.030                          lost: 6 pending states
10:10:02.045   agent-pg-1             simplex
10:10:02.045   agent-pg-1/A           stopped
10:10:02.065   agent-pg-1             recovered after 2.065s
10:10:26.786   agents/sales-team/47   ready though it had asked for Not Ready
10:11:12.645   agents/sales-team/186  ready though it had asked for Not Ready
10:11:43.720   agents/sales-team/196  ready though it had asked for Not Ready
10:14:43.359   agents/sales-team/23   ready though it had asked for Not Ready
