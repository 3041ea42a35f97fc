5m0.000s       agent-pg-1/A  hangs: it does nothing and does not know it
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    simplex
5m1.846s       agent-pg-1/B  registers the phones
5m6.966s       agent-pg-1/B  active, 12 phones registered
5m6.966s                     lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m20.000s      agent-pg-1/A  goes on after 20.000s
5m20.064s      agent-pg-1/B  hears its peer again
5m20.124s      agent-pg-1/A  sends to router/B
5m46.955s      agents        1 agent signed in again
5m50.000s      agent-pg-1/A  standby, in step
5m50.000s      agent-pg-1    duplex again
6m15.920s      agents        11 agents signed in again in 24.318s
6m15.920s      agent-pg-1    recovered after 1m15.920s
