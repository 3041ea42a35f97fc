10:20:00       agent-pg-1/A  maintenance requested
10:20:00.030   agent-pg-1/A  all clients agreed
10:20:02.030   agent-pg-1/A  hands over, 0 pending states outstanding
10:20:02.030   agent-pg-1/A  draining
10:20:02.030   agent-pg-1/B  active, 4 phones registered
10:20:02.045   agent-pg-1    simplex
10:20:02.045   agent-pg-1/A  stopped
10:20:02.065   agent-pg-1    recovered after 2.065s
