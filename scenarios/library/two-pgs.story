5m0.000s       agent-pg-1/A  crashed with 6 calls in talk and 0 pending states
5m0.000s                     lost: 6 controls of calls, 8 contexts of calls, 6 split records, 8 sign-ins
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  registers the phones
5m5.544s       agent-pg-1/B  active, 8 phones registered
5m10.000s      agent-pg-1/A  started
5m10.025s      agent-pg-1/B  hears its peer again
5m40.000s      agent-pg-1/A  standby, in step
5m40.000s      agent-pg-1    duplex again
6m14.497s      agents        8 agents signed in again in 24.318s
6m14.497s      agent-pg-1    recovered after 1m14.497s
