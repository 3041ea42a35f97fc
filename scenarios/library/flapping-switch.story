5m0.000s       agent-pg-1/A          crashed with 8 calls in talk and 2 pending states
5m0.000s                             lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m0.464s       agent-pg-1/B          lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1            simplex
5m0.464s       agent-pg-1/B          registers the phones
5m5.584s       agent-pg-1/B          active, 12 phones registered
5m10.000s      agent-pg-1/A          started
5m10.025s      agent-pg-1/B          hears its peer again
5m40.000s      agent-pg-1/A          standby, in step
5m40.000s      agent-pg-1            duplex again
6m14.537s      agents                12 agents signed in again in 28.965s
6m14.537s      agent-pg-1            recovered after 1m14.537s
7m0.000s       agent-pg-1/B          crashed with 9 calls in talk and 1 pending state
7m0.000s                             lost: 1 pending state, 10 controls of calls, 7 contexts of calls, 10 split records, 12 sign-ins
7m0.457s       agent-pg-1/A          lost its peer: 5 keep-alives missed
7m0.457s       agent-pg-1            simplex
7m0.457s       agent-pg-1/A          registers the phones
7m5.577s       agent-pg-1/A          active, 12 phones registered
7m10.000s      agent-pg-1/B          started
7m10.047s      agent-pg-1/A          hears its peer again
7m40.000s      agent-pg-1/B          standby, in step
7m40.000s      agent-pg-1            duplex again
8m19.878s      agents                12 agents signed in again in 37.904s
8m19.878s      agent-pg-1            recovered after 1m19.878s
9m0.000s       agent-pg-1/A          crashed with 9 calls in talk and 1 pending state
9m0.000s                             lost: 1 pending state, 9 controls of calls, 6 contexts of calls, 9 split records, 12 sign-ins
9m0.425s       agent-pg-1/B          lost its peer: 5 keep-alives missed
9m0.425s       agent-pg-1            simplex
9m0.425s       agent-pg-1/B          registers the phones
9m1.681s                             lost: 1 event never published
9m5.545s       agent-pg-1/B          active, 12 phones registered
9m10.000s      agent-pg-1/A          started
9m10.116s      agent-pg-1/B          hears its peer again
9m40.000s      agent-pg-1/A          standby, in step
9m40.000s      agent-pg-1            duplex again
10m5.778s      agents/sales-team/8   ready though it had asked for Not Ready
10m11.696s     agents                12 agents signed in again in 30.241s
10m11.696s     agent-pg-1            recovered after 1m11.696s
11m0.000s      agent-pg-1/B          crashed with 8 calls in talk and 2 pending states
11m0.000s                            lost: 2 pending states, 8 controls of calls, 4 contexts of calls, 8 split records, 12 sign-ins
11m0.447s      agent-pg-1/A          lost its peer: 5 keep-alives missed
11m0.447s      agent-pg-1            simplex
11m0.447s      agent-pg-1/A          registers the phones
11m5.567s      agent-pg-1/A          active, 12 phones registered
11m10.000s     agent-pg-1/B          started
11m10.084s     agent-pg-1/A          hears its peer again
11m40.000s     agent-pg-1/B          standby, in step
11m40.000s     agent-pg-1            duplex again
11m48.294s     agents/sales-team/8   ready though it had asked for Not Ready
12m17.967s     agents                12 agents signed in again in 34.120s
12m17.967s     agent-pg-1            recovered after 1m17.967s
13m0.000s      agent-pg-1/A          stopped
13m0.000s                            lost: 2 pending states, 6 controls of calls, 4 contexts of calls, 6 split records, 12 sign-ins
13m0.516s      agent-pg-1/B          lost its peer: 5 keep-alives missed
13m0.516s      agent-pg-1            simplex
13m0.516s      agent-pg-1/B          registers the phones
13m5.636s      agent-pg-1/B          active, 12 phones registered
13m45.764s     agents/sales-team/11  ready though it had asked for Not Ready
13m51.025s     agents/sales-team/5   ready though it had asked for Not Ready
14m18.971s     agents                12 agents signed in again in 33.259s
14m18.971s     agents/sales-team/9   ready though it had asked for Not Ready
14m18.971s     agent-pg-1            recovered after 1m18.971s
