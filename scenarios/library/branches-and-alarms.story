10:00:00       agent-pg-1/A  crashed with 1 call in talk and 0 pending states
10:00:00                     lost: 1 control of a call, 2 contexts of calls, 1 split record, 3 sign-ins
10:00:00.463   agent-pg-1/B  lost its peer: 5 keep-alives missed
10:00:00.463   agent-pg-1    simplex
10:00:00.463   agent-pg-1/B  registers the phones
10:00:05.493   agent-pg-1/B  active, 3 phones registered
10:00:10       agent-pg-1/A  started
10:00:10.024   agent-pg-1/B  hears its peer again
10:00:40       agent-pg-1/A  standby, in step
10:00:40       agent-pg-1    duplex again
10:01:01.903   agents        3 agents signed in again in 11.775s
10:01:01.903   agent-pg-1    recovered after 1m1.904s
