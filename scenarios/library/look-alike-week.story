2026-06-02 09:00:00 agents        20 agents signed in again in 28h0m0.000s
2026-06-02 10:00:00 agent-pg-1/A  crashed with 3 calls in talk and 0 pending states
2026-06-02 10:00:00               lost: 3 controls of calls, 3 contexts of calls, 3 split records, 8 sign-ins
2026-06-02 10:00:00.463 agent-pg-1/B  lost its peer: 5 keep-alives missed
2026-06-02 10:00:00.463 agent-pg-1    simplex
2026-06-02 10:00:00.463 agent-pg-1/B  registers the phones
2026-06-02 10:00:05.563 agent-pg-1/B  active, 10 phones registered
2026-06-02 10:00:10 agent-pg-1/A  started
2026-06-02 10:00:10.024 agent-pg-1/B  hears its peer again
2026-06-02 10:00:40 agent-pg-1/A  standby, in step
2026-06-02 10:00:40 agent-pg-1    duplex again
2026-06-02 10:01:17.953 agents        8 agents signed in again in 22.882s
2026-06-02 10:01:17.953 agent-pg-1    recovered after 1m17.953s
2026-06-07 20:00:00 agents        43 agents signed in again in 126h0m0.000s
