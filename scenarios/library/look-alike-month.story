2026-06-18 21:30:00 agents        178 agents signed in again in 424h30m0.000s
2026-06-18 21:30:00 agent-pg-1/A  maintenance requested
2026-06-18 21:30:00.030 agent-pg-1/A  all clients agreed
2026-06-18 21:30:02.030 agent-pg-1/A  hands over, 0 pending states outstanding
2026-06-18 21:30:02.030 agent-pg-1/A  draining
2026-06-18 21:30:02.030 agent-pg-1/B  active, 16 phones registered
2026-06-18 21:30:02.045 agent-pg-1    simplex
2026-06-18 21:30:02.045 agent-pg-1/A  stopped
2026-06-18 21:30:02.065 agent-pg-1    recovered after 2.065s
2026-06-18 22:30:10 agent-pg-1/A  started
2026-06-18 22:30:10 cti-1/A       started
2026-06-18 22:30:10.024 agent-pg-1/B  hears its peer again
2026-06-18 22:30:40 agent-pg-1/A  standby, in step
2026-06-18 22:30:40 agent-pg-1    duplex again
2026-06-28 20:00:00 agents        84 agents signed in again in 231h0m0.000s
