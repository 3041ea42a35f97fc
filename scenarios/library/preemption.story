10:20:00       agent-pg-1/A  crashed with 7 calls in talk and 0 pending states
10:20:00                     lost: 7 controls of calls, 7 contexts of calls, 7 split records, 8 sign-ins
10:20:00.463   agent-pg-1/B  lost its peer: 5 keep-alives missed
10:20:00.463   agent-pg-1    simplex
10:20:00.463   agent-pg-1/B  registers the phones
10:20:05.543   agent-pg-1/B  active, 8 phones registered
10:20:10       agent-pg-1/A  started
10:20:10.024   agent-pg-1/B  hears its peer again
10:20:40       agent-pg-1/A  standby, in step
10:20:40       agent-pg-1    duplex again
10:21:14.496   agents        8 agents signed in again in 24.318s
10:21:14.496   agent-pg-1    recovered after 1m14.497s
