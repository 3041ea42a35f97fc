4m0.000s       operator                surge calls/sales by 2.2
5m18.000s      router                  congestion level 1: 19.80 route requests/s on average, 110.0% of the capacity; 10% of new calls are rejected
6m0.000s       agent-pg-1/A            maintenance requested
6m0.000s       agent-pg-1/A            maintenance rejected: the congestion level of the Routers is above 0
8m0.000s       operator                end of surge calls/sales by 2.2
8m15.000s      router                  congestion level 0: 16.06 route requests/s on average, 89.2% of the capacity; no call is rejected any more
8m25.000s      agent-pg-1/A            maintenance requested
8m25.030s      agent-pg-1/A            all clients agreed
8m27.030s      agent-pg-1/A            hands over, 13 pending states outstanding
8m27.030s      agent-pg-1/A            draining
8m27.030s      agent-pg-1/B            active, 2000 phones registered
8m27.030s                              lost: 13 pending states
8m27.045s      agent-pg-1              simplex
8m27.045s      agent-pg-1/A            stopped
8m27.065s      agent-pg-1              recovered after 2.065s
8m57.055s      agents/sales-team/389   ready though it had asked for Not Ready
9m19.392s      agents/sales-team/736   ready though it had asked for Not Ready
9m26.603s      agents/sales-team/46    ready though it had asked for Not Ready
9m33.010s      agents/sales-team/625   ready though it had asked for Not Ready
9m49.310s      agents/sales-team/1420  ready though it had asked for Not Ready
9m51.601s      agents/sales-team/1218  ready though it had asked for Not Ready
10m1.651s      agents/sales-team/1731  ready though it had asked for Not Ready
11m35.158s     agents/sales-team/119   ready though it had asked for Not Ready
11m52.863s     agents/sales-team/768   ready though it had asked for Not Ready
