5m0.000s       agent-pg-1/A         maintenance requested
5m0.030s       agent-pg-1/A         all clients agreed
5m0.130s       cti-manager/B        crashed
5m0.130s       cti-manager          simplex
5m0.135s       agent-pg-1           simplex
5m0.135s       agent-pg-1/A         the shutdown failed: it stops, its peer restarts in simplex mode
5m0.135s       agent-pg-1/A         stopped
5m0.135s                            lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m10.135s      agent-pg-1/B         started
5m20.841s                           lost: 1 event never published
5m40.130s      cti-manager/B        started
5m40.130s      cti-manager          duplex again
5m40.135s      agent-pg-1/B         registers the phones
5m45.255s      agent-pg-1/B         active, 12 phones registered
6m29.890s      agents/sales-team/1  ready though it had asked for Not Ready
6m54.208s      agents               12 agents signed in again in 28.965s
6m54.208s      agent-pg-1           recovered after 1m54.208s
