12m0.000s      agent-pg-1/A          crashed with 8 calls in talk and 0 pending states
12m0.000s      campaign/collections  1 record in the Dialer's memory: unknown
12m0.000s      campaign/collections  13 records dialed: stays so, nobody can report the result
12m0.000s      dialer-1              simplex
12m0.000s      dialer-1/A            Not Ready: it has lost its CTI server
12m0.000s                            lost: 8 controls of calls, 8 contexts of calls, 8 split records, 12 sign-ins, 14 outbound records
12m0.464s      agent-pg-1/B          lost its peer: 5 keep-alives missed
12m0.464s      agent-pg-1            simplex
12m0.464s      agent-pg-1/B          registers the phones
12m5.584s      agent-pg-1/B          active, 12 phones registered
12m5.594s      dialer-1/A            active
12m5.594s      dialer-1              duplex again
12m5.594s      dialer-1              recovered after 5.594s
12m10.000s     agent-pg-1/A          started
12m10.025s     agent-pg-1/B          hears its peer again
12m40.000s     agent-pg-1/A          standby, in step
12m40.000s     agent-pg-1            duplex again
13m14.537s     agents                12 agents signed in again in 28.965s
13m14.537s     agent-pg-1            recovered after 1m14.537s
