5m0.000s       agent-pg-1/A  crashed with 8 calls in talk and 2 pending states
5m0.000s                     lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  registers the phones
5m5.584s       agent-pg-1/B  active, 12 phones registered
5m10.000s      agent-pg-1/A  started
5m10.025s      agent-pg-1/B  hears its peer again
5m40.000s      agent-pg-1/A  standby, in step
5m40.000s      agent-pg-1    duplex again
6m14.537s      agents        12 agents signed in again in 28.965s
6m14.537s      agent-pg-1    recovered after 1m14.537s
