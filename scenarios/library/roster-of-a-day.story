12:45:00       agent-pg-1/A  maintenance requested
12:45:00.030   agent-pg-1/A  all clients agreed
12:45:02.030   agent-pg-1/A  hands over, 0 pending states outstanding
12:45:02.030   agent-pg-1/A  draining
12:45:02.030   agent-pg-1/B  active, 26 phones registered
12:45:02.045   agent-pg-1    simplex
12:45:02.045   agent-pg-1/A  stopped
12:45:02.065   agent-pg-1    recovered after 2.065s
13:05:10       agent-pg-1/A  started
13:05:10       cti-1/A       started
13:05:10.024   agent-pg-1/B  hears its peer again
13:05:40       agent-pg-1/A  standby, in step
13:05:40       agent-pg-1    duplex again
