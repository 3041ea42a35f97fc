10:20:00       agent-pg-1/A  crashed with 10 calls in talk and 1 pending state
10:20:00                     lost: 1 pending state, 10 controls of calls, 12 contexts of calls, 10 split records, 14 sign-ins
10:20:00.463   agent-pg-1/B  lost its peer: 5 keep-alives missed
10:20:00.463   agent-pg-1    simplex
10:20:00.463   agent-pg-1/B  registers the phones
10:20:05.603   agent-pg-1/B  active, 14 phones registered
10:20:10       agent-pg-1/A  started
10:20:10.024   agent-pg-1/B  hears its peer again
10:20:40       agent-pg-1/A  standby, in step
10:20:40       agent-pg-1    duplex again
10:21:17.656   agents        14 agents signed in again in 32.065s
10:21:17.656   agent-pg-1    recovered after 1m17.657s
