5m0.000s       network              cut link/private
5m0.000s       network              cut link/public
5m0.448s       router/B             lost its peer: 5 keep-alives missed
5m0.448s       router               simplex
5m0.448s       router/B             has device majority: Test-Other-Side
5m0.451s       mr-pg-1/A            lost its peer: 5 keep-alives missed
5m0.451s       mr-pg-1              simplex
5m0.457s       agent-pg-1/A         lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1           simplex
5m0.460s       mr-pg-1/B            lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1/B         lost its peer: 5 keep-alives missed
5m0.492s       router/A             lost its peer: 5 keep-alives missed
5m0.492s       router/A             isolated-enabled: it runs alone
5m0.492s       router               requests are processed again after 0.492s
5m1.762s       vru-pg-a             recovered after 1.762s
5m1.781s       mr-pg-1/B            activates its PIMs
5m1.791s       agent-pg-1/B         registers the phones
5m1.833s       mr-pg-1              recovered after 1.833s
5m1.939s       agent-pg-1           recovered after 1.939s
5m2.948s       router/B             isolated-enabled: it runs alone
5m2.948s       router               finding: both Routers enabled
5m2.953s       vru-pg-b             recovered after 2.953s
5m6.781s       mr-pg-1              finding: both sides active
5m6.911s       agent-pg-1           finding: both sides active
5m10.603s      agent-pg-1           desktops lost their server
5m10.603s                           lost: 1 pending state, 5 calls, 2 controls of calls
5m25.452s                           lost: 1 undeliverable call
5m30.332s                           lost: 1 undeliverable call
5m30.347s                           lost: 1 undeliverable call
5m40.552s                           lost: 1 undeliverable call
5m51.392s                           lost: 1 undeliverable call
6m54.638s      agent-pg-1           recovered after 1m44.035s
7m0.000s       network              heal link/private
7m0.000s       network              heal link/public
7m0.048s       router/B             hears its peer again
7m0.051s       mr-pg-1/A            hears its peer again
7m0.057s       agent-pg-1/A         hears its peer again
7m0.060s       mr-pg-1/B            hears its peer again
7m0.064s       agent-pg-1/B         hears its peer again
7m0.092s       router/A             hears its peer again
7m0.092s       router               no longer: both Routers enabled, after 1m57.144s
7m0.097s       agent-pg-1/B         has no path to a Router
7m0.097s       mr-pg-1/B            has no path to a Router
7m0.097s       vru-pg-b             has no path to a Router
7m0.173s       mr-pg-1/B            sends to router/A
7m0.339s       agent-pg-1/B         sends to router/A
7m0.379s       vru-pg-b             sends to router/A
7m0.379s       vru-pg-b             recovered after 0.282s
7m0.592s       router/A             lost its peer: 5 keep-alives missed
7m0.592s       router               recovered after 2m0.592s
7m10.092s      router/B             started
7m10.207s      router/A             hears its peer again
7m30.051s      mr-pg-1/B            standby, in step
7m30.051s      mr-pg-1              duplex again
7m30.057s      agent-pg-1/B         standby, in step
7m30.057s      agent-pg-1           duplex again
7m40.207s      router/B             in step with its peer: paired-disabled
7m40.207s      router               duplex again
8m10.207s      logger/B             standby, in step
8m10.207s      logger/B             recovered 1m10.115s of history
9m36.537s      hds-2                has caught up with its Logger after 2m36.445s
10m1.532s      agents/sales-team/8  ready though it had asked for Not Ready
