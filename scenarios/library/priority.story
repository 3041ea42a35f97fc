10:15:00       agent-pg-1/A  crashed with 17 calls in talk and 0 pending states
10:15:00                     lost: 17 controls of calls, 19 contexts of calls, 17 split records, 21 sign-ins
10:15:00.463   agent-pg-1/B  lost its peer: 5 keep-alives missed
10:15:00.463   agent-pg-1    simplex
10:15:00.463   agent-pg-1/B  registers the phones
10:15:05.673   agent-pg-1/B  active, 21 phones registered
10:15:10       agent-pg-1/A  started
10:15:10.024   agent-pg-1/B  hears its peer again
10:15:40       agent-pg-1/A  standby, in step
10:15:40       agent-pg-1    duplex again
10:16:17.726   agents        21 agents signed in again in 36.974s
10:16:17.726   agent-pg-1    recovered after 1m17.727s
