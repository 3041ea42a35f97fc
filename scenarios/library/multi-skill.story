10:25:00       agent-pg-2/A  crashed with 9 calls in talk and 0 pending states
10:25:00                     lost: 9 controls of calls, 11 contexts of calls, 9 split records, 12 sign-ins
10:25:00.460   agent-pg-2/B  lost its peer: 5 keep-alives missed
10:25:00.460   agent-pg-2    simplex
10:25:00.460   agent-pg-2/B  registers the phones
10:25:05.580   agent-pg-2/B  active, 12 phones registered
10:25:10       agent-pg-2/A  started
10:25:10.052   agent-pg-2/B  hears its peer again
10:25:40       agent-pg-2/A  standby, in step
10:25:40       agent-pg-2    duplex again
10:26:19.807   agents        12 agents signed in again in 36.836s
10:26:19.807   agent-pg-2    recovered after 1m19.807s
