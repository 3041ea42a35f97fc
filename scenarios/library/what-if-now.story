10:42:00       agent-pg-1/A  crashed with 46 calls in talk and 0 pending states
10:42:00                     lost: 46 controls of calls, 50 contexts of calls, 46 split records, 52 sign-ins
10:42:00.426                 lost: 1 event never published
10:42:00.500   agent-pg-1/B  lost its peer: 5 keep-alives missed
10:42:00.500   agent-pg-1    simplex
10:42:00.500   agent-pg-1/B  registers the phones
10:42:04.659                 lost: 1 event never published
10:42:06.020   agent-pg-1/B  active, 52 phones registered
10:42:10       agent-pg-1/A  started
10:42:10.024   agent-pg-1/B  hears its peer again
10:42:40       agent-pg-1/A  standby, in step
10:42:40       agent-pg-1    duplex again
10:43:20.247   agents        52 agents signed in again in 39.148s
10:43:20.247   agent-pg-1    recovered after 1m20.247s
