5m0.000s       agent-pg-1/A                       maintenance requested
5m0.030s       agent-pg-1/A                       all clients agreed
5m0.130s       link/public:agent-pg-1/B:router/A  cut
5m0.130s       link/public:agent-pg-1/B:router/B  cut
5m1.854s       agent-pg-1/B                       sends to router/A
5m1.918s       agent-pg-1/B                       has no path to a Router
5m1.918s       agent-pg-1/A                       the shutdown failed: it stops, its peer restarts in simplex mode
5m1.918s       agent-pg-1                         simplex
5m1.918s       agent-pg-1/A                       stopped
5m1.918s                                          lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m11.918s      agent-pg-1/B                       started
5m11.918s      agent-pg-1/B                       registers the phones
5m17.038s      agent-pg-1/B                       active, 12 phones registered
6m25.991s      agents                             12 agents signed in again in 28.965s
7m0.130s       link/public:agent-pg-1/B:router/A  healed
7m0.130s       link/public:agent-pg-1/B:router/B  healed
7m0.415s       agent-pg-1/B                       sends to router/A
7m0.415s       agent-pg-1                         recovered after 2m0.415s
