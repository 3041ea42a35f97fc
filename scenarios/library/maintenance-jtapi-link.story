5m0.000s       agent-pg-1/A             maintenance requested
5m0.030s       agent-pg-1/A             all clients agreed
5m0.130s       link/jtapi:agent-pg-1/A  cut
5m1.130s       agent-pg-1               simplex
5m1.130s       agent-pg-1/A             the shutdown failed: it stops, its peer restarts in simplex mode
5m1.130s       agent-pg-1/A             stopped
5m1.130s                                lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m11.130s      agent-pg-1/B             started
5m11.130s      agent-pg-1/B             registers the phones
5m16.250s      agent-pg-1/B             active, 12 phones registered
6m25.203s      agents                   12 agents signed in again in 28.965s
6m25.203s      agent-pg-1               recovered after 1m25.203s
7m0.130s       link/jtapi:agent-pg-1/A  healed
