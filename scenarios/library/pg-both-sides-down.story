5m0.000s       agent-pg-1/A  crashed with 8 calls in talk and 2 pending states
5m0.000s                     lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  registers the phones
5m2.464s       agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
5m10.000s      agent-pg-1/A  started
5m10.000s      agent-pg-1/A  registers the phones
5m12.464s      agent-pg-1/B  started
5m12.511s      agent-pg-1/A  hears its peer again
5m15.120s      agent-pg-1/A  active, 12 phones registered
5m42.464s      agent-pg-1/B  standby, in step
5m42.464s      agent-pg-1    duplex again
6m24.073s      agents        12 agents signed in again in 28.965s
6m24.073s      agent-pg-1    recovered after 1m24.073s
