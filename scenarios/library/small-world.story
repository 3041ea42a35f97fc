5m0.000s       agent-pg-1/A         crashed with 4 calls in talk and 1 pending state
5m0.000s                            lost: 1 pending state, 4 controls of calls, 4 contexts of calls, 4 split records, 4 sign-ins
5m0.464s       agent-pg-1/B         lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1           simplex
5m0.464s       agent-pg-1/B         registers the phones
5m5.504s       agent-pg-1/B         active, 4 phones registered
5m10.000s      agent-pg-1/A         started
5m10.025s      agent-pg-1/B         hears its peer again
5m40.000s      agent-pg-1/A         standby, in step
5m40.000s      agent-pg-1           duplex again
6m1.362s       agents/sales-team/3  ready though it had asked for Not Ready
6m1.914s       agents               4 agents signed in again in 11.775s
6m1.914s       agent-pg-1           recovered after 1m1.914s
