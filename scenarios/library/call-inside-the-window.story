5m0.000s       agent-pg-1/A           crashed with 82 calls in talk and 27 pending states
5m0.000s                              lost: 27 pending states, 85 controls of calls, 114 contexts of calls, 85 split records, 200 sign-ins
5m0.229s                              lost: 1 event never published
5m0.252s                              lost: 1 event never published
5m0.464s       agent-pg-1/B           lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1             simplex
5m0.464s       agent-pg-1/B           registers the phones
5m0.479s                              lost: 1 event never published
5m1.386s                              lost: 1 event never published
5m2.343s                              lost: 1 event never published
5m3.707s                              lost: 1 event never published
5m7.286s                              lost: 1 event never published
5m7.464s       agent-pg-1/B           active, 200 phones registered
5m10.000s      agent-pg-1/A           started
5m10.025s      agent-pg-1/B           hears its peer again
5m40.000s      agent-pg-1/A           standby, in step
5m40.000s      agent-pg-1             duplex again
5m44.880s      agents/sales-team/165  ready though it had asked for Not Ready
5m46.711s      agents/sales-team/80   ready though it had asked for Not Ready
5m47.703s      agents/sales-team/36   ready though it had asked for Not Ready
5m50.462s      agents/sales-team/65   ready though it had asked for Not Ready
5m51.974s      agents/sales-team/188  ready though it had asked for Not Ready
5m53.376s      agents/sales-team/116  ready though it had asked for Not Ready
5m54.156s      agents/sales-team/198  ready though it had asked for Not Ready
5m54.420s      agents/sales-team/4    ready though it had asked for Not Ready
5m59.586s      agents/sales-team/70   ready though it had asked for Not Ready
5m59.591s      agents/sales-team/125  Not Ready though it had asked for Ready
6m1.089s       agents/sales-team/154  ready though it had asked for Not Ready
6m1.196s       agents/sales-team/128  ready though it had asked for Not Ready
6m1.897s       agents/sales-team/63   ready though it had asked for Not Ready
6m4.384s       agents/sales-team/113  ready though it had asked for Not Ready
6m4.759s       agents/sales-team/139  ready though it had asked for Not Ready
6m7.940s       agents/sales-team/102  ready though it had asked for Not Ready
6m10.109s      agents/sales-team/142  ready though it had asked for Not Ready
6m11.012s      agents/sales-team/181  ready though it had asked for Not Ready
6m11.645s      agents/sales-team/30   ready though it had asked for Not Ready
6m11.952s      agents/sales-team/103  ready though it had asked for Not Ready
6m12.607s      agents/sales-team/37   ready though it had asked for Not Ready
6m15.065s      agents/sales-team/107  ready though it had asked for Not Ready
6m16.237s      agents/sales-team/152  ready though it had asked for Not Ready
6m20.672s      agents/sales-team/112  ready though it had asked for Not Ready
6m21.108s      agents/sales-team/25   Not Ready though it had asked for Ready
6m22.296s      agents                 200 agents signed in again in 39.807s
6m22.296s      agent-pg-1             recovered after 1m22.296s
6m35.151s      agents/sales-team/82   Not Ready though it had asked for Ready
7m45.143s      agents/sales-team/200  Not Ready though it had asked for Ready
