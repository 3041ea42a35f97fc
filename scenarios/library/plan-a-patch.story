08:00:00       agents        160 agents signed in again
11:00:00       agent-pg-1/A  maintenance requested
11:00:00.030   agent-pg-1/A  all clients agreed
11:00:02.030   agent-pg-1/A  hands over, 1 pending state outstanding
11:00:02.030   agent-pg-1/A  draining
11:00:02.030   agent-pg-1/B  active, 174 phones registered
11:00:02.030                 lost: 1 pending state
11:00:02.045   agent-pg-1    simplex
11:00:02.045   agent-pg-1/A  stopped
11:00:02.065   agent-pg-1    recovered after 2.065s
11:45:10       agent-pg-1/A  started
11:45:10       cti-1/A       started
11:45:10.024   agent-pg-1/B  hears its peer again
11:45:40       agent-pg-1/A  standby, in step
11:45:40       agent-pg-1    duplex again
