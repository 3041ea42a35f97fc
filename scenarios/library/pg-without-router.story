5m0.000s       network       cut link/public:agent-pg-1/A
5m1.836s       agent-pg-1/A  has no path to a Router
5m2.236s       agent-pg-1    simplex
5m2.236s       agent-pg-1/B  registers the phones
5m2.236s                     lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m7.356s       agent-pg-1/B  active, 12 phones registered
5m32.236s      agent-pg-1/A  standby, in step
5m32.236s      agent-pg-1    duplex again
6m16.310s      agents        12 agents signed in again in 28.965s
6m16.310s      agent-pg-1    recovered after 1m16.310s
10m0.000s      network       heal link/public:agent-pg-1/A
10m0.124s      agent-pg-1/A  sends to router/B
