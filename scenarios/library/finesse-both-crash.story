5m0.000s       finesse-1/A          stopped
5m0.000s       finesse-1            simplex
5m0.000s       agent-pg-1           desktops lost their server
5m0.000s       finesse-1/B          stopped
5m0.000s       agent-pg-1           desktops lost their server
5m0.000s                            lost: 2 pending states, 8 controls of calls
6m55.254s      agents/sales-team/1  ready though it had asked for Not Ready
7m0.000s                            lost: 12 sign-ins
10m10.000s     finesse-1/A          started
10m10.000s     finesse-1            recovered after 5m10.000s
10m10.000s     finesse-1/B          started
10m10.000s     finesse-1            duplex again
11m20.964s     agents/sales-team/8  ready though it had asked for Not Ready
11m24.301s     agents               12 agents signed in again in 37.904s
11m24.301s     agent-pg-1           recovered after 6m24.301s
