5m0.000s       finesse-1/A          crashed
5m0.000s       finesse-1            simplex
5m0.000s       agent-pg-1           desktops lost their server
5m0.000s                            lost: 1 pending state, 2 controls of calls
5m10.000s      finesse-1/A          started
5m10.000s      finesse-1            duplex again
6m14.419s      agent-pg-1           recovered after 1m14.419s
6m55.254s      agents/sales-team/1  ready though it had asked for Not Ready
