08:14:36.700   agents        29 agents signed in again in 13m55.717s
12:30:00       agent-pg-1/A  maintenance requested
12:30:00.030   agent-pg-1/A  all clients agreed
12:30:02.030   agent-pg-1/A  hands over, 0 pending states outstanding
12:30:02.030   agent-pg-1/A  draining
12:30:02.030   agent-pg-1/B  active, 30 phones registered
12:30:02.045   agent-pg-1    simplex
12:30:02.045   agent-pg-1/A  stopped
12:30:02.065   agent-pg-1    recovered after 2.065s
