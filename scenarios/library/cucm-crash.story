5m0.000s       cucm        crashed
5m0.000s                   lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m10.000s      cucm        started
5m10.000s      cucm        recovered after 10.000s
6m18.953s      agents      12 agents signed in again in 28.965s
6m18.953s      agent-pg-1  recovered after 1m18.953s
