5m0.000s       agent-pg-1/A  maintenance requested
5m0.030s       agent-pg-1/A  all clients agreed
5m0.130s       agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
5m0.557s       agent-pg-1/A  lost its peer: 5 keep-alives missed
5m0.557s       agent-pg-1/A  the shutdown failed: it stops, its peer restarts in simplex mode
5m0.557s       agent-pg-1    simplex
5m0.557s       agent-pg-1/A  stopped
5m0.557s                     lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m10.130s      agent-pg-1/B  started
5m10.130s      agent-pg-1/B  registers the phones
5m15.250s      agent-pg-1/B  active, 12 phones registered
6m24.203s      agents        12 agents signed in again in 28.965s
6m24.203s      agent-pg-1    recovered after 1m24.203s
