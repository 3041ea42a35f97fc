4m0.000s       agent-pg-1/A          crashed with 8 calls in talk and 2 pending states
4m0.000s                             lost: 2 pending states, 8 controls of calls, 11 contexts of calls, 8 split records, 12 sign-ins
4m0.464s       agent-pg-1/B          lost its peer: 5 keep-alives missed
4m0.464s       agent-pg-1            simplex
4m0.464s       agent-pg-1/B          registers the phones
4m5.584s       agent-pg-1/B          active, 12 phones registered
4m10.000s      agent-pg-1/A          started
4m10.025s      agent-pg-1/B          hears its peer again
4m40.000s      agent-pg-1/A          standby, in step
4m40.000s      agent-pg-1            duplex again
4m45.572s      agents/sales-team/10  ready though it had asked for Not Ready
4m50.222s      agents/sales-team/7   ready though it had asked for Not Ready
5m1.442s       agents/sales-team/3   ready though it had asked for Not Ready
5m14.537s      agents                12 agents signed in again in 28.965s
5m14.537s      agent-pg-1            recovered after 1m14.537s
14m0.000s      agent-pg-1/B          crashed with 2 calls in talk and 0 pending states
14m0.000s                            lost: 2 controls of calls, 3 contexts of calls, 2 split records, 12 sign-ins
14m0.457s      agent-pg-1/A          lost its peer: 5 keep-alives missed
14m0.457s      agent-pg-1            simplex
14m0.457s      agent-pg-1/A          registers the phones
14m5.577s      agent-pg-1/A          active, 12 phones registered
14m10.000s     agent-pg-1/B          started
14m10.047s     agent-pg-1/A          hears its peer again
14m40.000s     agent-pg-1/B          standby, in step
14m40.000s     agent-pg-1            duplex again
15m19.878s     agents                12 agents signed in again in 37.904s
15m19.878s     agent-pg-1            recovered after 1m19.878s
