5m0.000s       agent-pg-1/A        crashed with 8 calls in talk and 2 pending states
5m0.000s       cti-1/A             crashed with 0 calls in talk and 0 pending states
5m0.000s       agent-pg-1          simplex
5m0.000s       vru-pg-a1           crashed
5m0.000s       vru-pg-a2           crashed
5m0.000s       router/A            crashed
5m0.000s       campaign-manager    simplex
5m0.000s       logger/A            crashed
5m0.000s       finesse-1/A         crashed
5m0.000s       finesse-1           simplex
5m0.000s       campaign-manager/A  crashed
5m0.000s       cti-manager/A       crashed
5m0.000s       cti-manager         simplex
5m0.000s       cvp-a               crashed
5m0.000s                           lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 10 split records, 12 sign-ins, 2 routing dialogs
5m0.448s       router/B            lost its peer: 5 keep-alives missed
5m0.448s       router              simplex
5m0.448s       router/B            has device majority: Test-Other-Side
5m0.464s       agent-pg-1/B        lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1/B        registers the phones
5m2.948s       router/B            isolated-disabled: it stops routing
5m2.948s                           lost: 8 routing dialogs
5m5.584s       agent-pg-1/B        active, 12 phones registered
6m14.537s      agents              12 agents signed in again in 28.965s
6m14.537s      agent-pg-1          recovered after 1m14.537s
10m10.000s     agent-pg-1/A        started
10m10.000s     cti-1/A             started
10m10.000s     vru-pg-a1           started
10m10.000s     vru-pg-a1           activates its PIMs
10m10.000s     vru-pg-a2           started
10m10.000s     vru-pg-a2           activates its PIMs
10m10.000s     router/A            started
10m10.000s     logger/A            started
10m10.000s     finesse-1/A         started
10m10.000s     finesse-1           duplex again
10m10.000s     campaign-manager/A  started
10m10.000s     cti-manager/A       started
10m10.000s     cti-manager         duplex again
10m10.000s     cvp-a               started
10m10.000s     cvp-a               recovered after 5m10.000s
10m10.025s     agent-pg-1/B        hears its peer again
10m10.070s     router/B            hears its peer again
10m10.070s     router/A            isolated-enabled: it runs alone
10m10.070s     router              requests are processed again after 5m10.070s
10m10.070s     router              recovered after 5m10.070s
10m10.127s     vru-pg-a1           sends to router/A
10m10.181s     vru-pg-b            sends to router/A
10m10.226s     agent-pg-1/A        sends to router/A
10m10.263s     agent-pg-1/B        sends to router/A
10m10.295s     vru-pg-a2           sends to router/A
10m15.000s     vru-pg-a1           active
10m15.000s     vru-pg-a1           recovered after 5m15.000s
10m15.000s     vru-pg-a2           active
10m15.000s     vru-pg-a2           recovered after 5m15.000s
10m40.000s     agent-pg-1/A        standby, in step
10m40.000s     agent-pg-1          duplex again
10m40.070s     router/B            in step with its peer: paired-disabled
10m40.070s     router              duplex again
10m40.070s     logger/A            standby, in step
10m40.070s     logger/A            recovered 30.000s of history
11m10.070s     logger/B            standby, in step
11m10.070s     logger/A            recovered 2.948s of history
11m10.070s     logger/B            recovered 1m0.000s of history
11m10.070s     campaign-manager/A  active
11m10.070s     campaign-manager    duplex again
11m10.070s     campaign-manager    recovered after 6m10.070s
