5m0.000s       link/jtapi:agent-pg-1/A  cut
5m30.000s      agent-pg-1               simplex
5m30.000s      agent-pg-1/A             lost its CTI Manager: its PIM is out of service
5m30.000s      agent-pg-1/B             registers the phones
5m30.000s                               lost: 4 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m35.120s      agent-pg-1/B             active, 12 phones registered
6m0.000s       agent-pg-1/A             standby, in step
6m19.755s      agents/sales-team/1      ready though it had asked for Not Ready
6m43.762s      agents/sales-team/12     ready though it had asked for Not Ready
6m44.073s      agents                   12 agents signed in again in 28.965s
6m44.073s      agent-pg-1               recovered after 1m44.073s
8m0.000s       link/jtapi:agent-pg-1/A  healed
8m0.005s       agent-pg-1               duplex again
