3m0.000s       agent-pg-1/A         maintenance requested
3m0.030s       agent-pg-1/A         all clients agreed
3m2.030s       agent-pg-1/A         hands over, 2 pending states outstanding
3m2.030s       agent-pg-1/A         draining
3m2.030s       agent-pg-1/B         active, 12 phones registered
3m2.030s                            lost: 2 pending states
3m2.045s       agent-pg-1           simplex
3m2.045s       agent-pg-1/A         stopped
3m2.065s       agent-pg-1           recovered after 2.065s
4m10.000s      agent-pg-1/A         started
4m10.000s      cti-1/A              started
4m10.025s      agent-pg-1/B         hears its peer again
4m34.541s      agents/sales-team/3  ready though it had asked for Not Ready
4m37.587s      agents/sales-team/7  ready though it had asked for Not Ready
4m40.000s      agent-pg-1/A         standby, in step
4m40.000s      agent-pg-1           duplex again
6m0.000s       agent-pg-1           private link cut from B to A
6m0.457s       agent-pg-1/A         lost its peer: 5 keep-alives missed
6m0.457s       agent-pg-1           simplex
6m0.457s       agent-pg-1/A         registers the phones
6m0.457s       agent-pg-1           recovered after 0.457s
6m5.577s       agent-pg-1           finding: both sides active
8m0.000s       agent-pg-1           private link healed from B to A
8m0.057s       agent-pg-1/A         hears its peer again
8m0.057s       agent-pg-1/A         active, 12 phones registered
8m0.057s                            lost: 5 pending states, 8 controls of calls, 8 contexts of calls, 8 split records, 12 sign-ins
8m30.057s      agent-pg-1/B         standby, in step
8m30.057s      agent-pg-1           duplex again
8m56.467s      agents/sales-team/2  Not Ready though it had asked for Ready
9m7.378s       agents/sales-team/4  Not Ready though it had asked for Ready
9m9.010s       agents               12 agents signed in again in 28.965s
9m9.010s       agent-pg-1           recovered after 1m8.953s
