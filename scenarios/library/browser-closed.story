5m0.000s       desktops/sales-team  closed: the browsers are gone, and nobody is told
5m0.000s                            lost: 8 controls of calls
7m5.022s                            lost: 1 pending state
9m0.000s       desktops/sales-team  open again
10m8.953s      agent-pg-1           recovered after 5m8.953s
