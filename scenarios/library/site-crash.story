5m0.000s       agent-pg-1/A          crashed with 9 calls in talk and 3 pending states
5m0.000s       dialer-1              simplex
5m0.000s       dialer-1/A            Not Ready: it has lost its CTI server
5m0.000s       cti-1/A               crashed with 0 calls in talk and 0 pending states
5m0.000s       agent-pg-1            simplex
5m0.000s       mr-pg-1/A             crashed
5m0.000s       vru-pg-a              crashed
5m0.000s       router/A              crashed
5m0.000s       campaign-manager      simplex
5m0.000s       logger/A              crashed
5m0.000s       finesse-1/A           crashed
5m0.000s       finesse-1             simplex
5m0.000s       campaign-manager/A    crashed
5m0.000s       cti-manager/A         crashed
5m0.000s       cti-manager           simplex
5m0.000s       dialer-1/A            crashed
5m0.000s       cvp-a                 crashed
5m0.000s       vvb-a                 crashed
5m0.000s       gateway-a             crashed
5m0.000s       hds-1                 crashed
5m0.000s       reporting-a           crashed
5m0.000s                             lost: 3 pending states, 7 calls, 9 controls of calls, 10 contexts of calls, 13 split records, 12 sign-ins, 4 routing dialogs, 3 events never published
5m0.448s       router/B              lost its peer: 5 keep-alives missed
5m0.448s       router                simplex
5m0.448s       router/B              has device majority: Test-Other-Side
5m0.460s       mr-pg-1/B             lost its peer: 5 keep-alives missed
5m0.460s       mr-pg-1               simplex
5m0.460s       mr-pg-1/B             activates its PIMs
5m0.464s       agent-pg-1/B          lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1/B          registers the phones
5m2.948s       router/B              isolated-enabled: it runs alone
5m2.948s       router                requests are processed again after 2.948s
5m2.948s       router                recovered after 2.948s
5m5.460s       mr-pg-1/B             active
5m5.460s       mr-pg-1               recovered after 5.460s
5m5.584s       agent-pg-1/B          active, 12 phones registered
5m50.219s      agents/sales-team/1   ready though it had asked for Not Ready
5m52.540s      agents                4 agents signed in again in 6.968s
6m0.000s       campaign-manager/B    active
6m0.000s       campaign-manager      recovered after 1m0.000s
6m0.010s       dialer-1/B            active
6m0.010s       dialer-1              recovered after 1m0.010s
6m1.994s       agents/sales-team/2   ready though it had asked for Not Ready
6m14.225s      agents/sales-team/12  ready though it had asked for Not Ready
6m14.537s      agents                8 agents signed in again in 13.095s
6m14.537s      agent-pg-1            recovered after 1m14.537s
11m10.000s     agent-pg-1/A          started
11m10.000s     cti-1/A               started
11m10.000s     mr-pg-1/A             started
11m10.000s     vru-pg-a              started
11m10.000s     vru-pg-a              activates its PIMs
11m10.000s     router/A              started
11m10.000s     logger/A              started
11m10.000s     finesse-1/A           started
11m10.000s     finesse-1             duplex again
11m10.000s     campaign-manager/A    started
11m10.000s     campaign-manager      duplex again
11m10.000s     cti-manager/A         started
11m10.000s     cti-manager           duplex again
11m10.000s     dialer-1/A            started
11m10.000s     dialer-1              duplex again
11m10.000s     cvp-a                 started
11m10.000s     cvp-a                 recovered after 6m10.000s
11m10.000s     vvb-a                 started
11m10.000s     vvb-a                 recovered after 6m10.000s
11m10.000s     gateway-a             started
11m10.000s     gateway-a             recovered after 6m10.000s
11m10.000s     hds-1                 started
11m10.000s     hds-1                 recovered after 6m10.000s
11m10.000s     reporting-a           started
11m10.000s     reporting-a           takes what CVP has held for 6m10.000s
11m10.000s     reporting-a           recovered after 6m10.000s
11m10.025s     agent-pg-1/B          hears its peer again
11m10.053s     mr-pg-1/B             hears its peer again
11m10.070s     router/B              hears its peer again
11m15.000s     vru-pg-a              active
11m15.000s     vru-pg-a              recovered after 6m15.000s
11m40.000s     agent-pg-1/A          standby, in step
11m40.000s     agent-pg-1            duplex again
11m40.000s     mr-pg-1/A             standby, in step
11m40.000s     mr-pg-1               duplex again
11m40.070s     router/A              in step with its peer: paired-disabled
11m40.070s     router                duplex again
12m10.070s     logger/A              standby, in step
12m10.070s     logger/A              recovered 7m10.070s of history
16m3.647s      hds-1                 has caught up with its Logger after 11m3.647s
