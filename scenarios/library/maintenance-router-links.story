5m0.000s       agent-pg-1/A                       maintenance requested
5m0.030s       agent-pg-1/A                       all clients agreed
5m0.130s       link/public:agent-pg-1/A:router/A  cut
5m0.130s       link/public:agent-pg-1/A:router/B  cut
5m1.836s       agent-pg-1/A                       sends to router/B
5m2.113s       agent-pg-1/A                       has no path to a Router
5m2.513s       agent-pg-1/A                       the shutdown failed: it stops, its peer restarts in simplex mode
5m2.513s       agent-pg-1                         simplex
5m2.513s       agent-pg-1/A                       stopped
5m2.513s                                          lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m12.513s      agent-pg-1/B                       started
5m12.513s      agent-pg-1/B                       registers the phones
5m17.633s      agent-pg-1/B                       active, 12 phones registered
6m26.587s      agents                             12 agents signed in again in 28.965s
6m26.587s      agent-pg-1                         recovered after 1m26.587s
7m0.130s       link/public:agent-pg-1/A:router/A  healed
7m0.130s       link/public:agent-pg-1/A:router/B  healed
