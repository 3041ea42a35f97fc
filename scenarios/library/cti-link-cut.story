5m0.000s       link/cti:connector    cut
5m11.507s      agent-pg-1            desktops lost their server
5m11.507s                            lost: 4 pending states, 8 controls of calls
6m0.000s       link/cti:connector    healed
6m22.935s      agents/sales-team/12  ready though it had asked for Not Ready
6m55.254s      agents/sales-team/1   ready though it had asked for Not Ready
7m8.953s       agent-pg-1            recovered after 2m8.953s
7m22.269s      agents/sales-team/9   ready though it had asked for Not Ready
10m1.527s      agents/sales-team/8   ready though it had asked for Not Ready
