5m0.000s       network              cut link/private
5m0.000s       network              cut link/public
5m0.420s       router/A             lost its peer: 5 keep-alives missed
5m0.420s       router               simplex
5m0.420s       router/A             isolated-enabled: it runs alone
5m0.420s       router               requests are processed again after 0.420s
5m0.451s       mr-pg-1/A            lost its peer: 5 keep-alives missed
5m0.451s       mr-pg-1              simplex
5m0.457s       agent-pg-1/A         lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1           simplex
5m0.460s       mr-pg-1/B            lost its peer: 5 keep-alives missed
5m0.462s       router/B             lost its peer: 5 keep-alives missed
5m0.462s       router/B             has device majority: Test-Other-Side
5m0.464s       agent-pg-1/B         lost its peer: 5 keep-alives missed
5m0.465s       vru-pg-1/B           lost its peer: 5 keep-alives missed
5m0.465s       vru-pg-1             simplex
5m0.471s       vru-pg-1/A           lost its peer: 5 keep-alives missed
5m1.667s       mr-pg-1/B            activates its PIMs
5m1.762s       vru-pg-1             recovered after 1.762s
5m1.839s       mr-pg-1              recovered after 1.839s
5m1.857s       agent-pg-1           recovered after 1.857s
5m1.863s       vru-pg-1/B           activates its PIMs
5m1.879s       agent-pg-1/B         registers the phones
5m2.962s       router/B             isolated-enabled: it runs alone
5m2.962s       router               finding: both Routers enabled
5m6.667s       mr-pg-1              finding: both sides active
5m6.863s       vru-pg-1             finding: both sides active
5m6.999s       agent-pg-1           finding: both sides active
5m10.211s      agent-pg-1           desktops lost their server
5m10.211s                           lost: 1 pending state, 5 calls, 2 controls of calls
5m25.060s                           lost: 1 undeliverable call
5m30.332s                           lost: 1 undeliverable call
5m30.347s                           lost: 1 undeliverable call
5m40.160s                           lost: 1 undeliverable call
5m51.392s                           lost: 1 undeliverable call
6m54.246s      agent-pg-1           recovered after 1m44.035s
7m0.000s       network              heal link/private
7m0.000s       network              heal link/public
7m0.020s       router/A             hears its peer again
7m0.051s       mr-pg-1/A            hears its peer again
7m0.057s       agent-pg-1/A         hears its peer again
7m0.060s       mr-pg-1/B            hears its peer again
7m0.062s       router/B             hears its peer again
7m0.062s       router               no longer: both Routers enabled, after 1m57.100s
7m0.064s       agent-pg-1/B         hears its peer again
7m0.065s       vru-pg-1/B           hears its peer again
7m0.067s       agent-pg-1/B         has no path to a Router
7m0.067s       mr-pg-1/B            has no path to a Router
7m0.067s       vru-pg-1/B           has no path to a Router
7m0.071s       vru-pg-1/A           hears its peer again
7m0.233s       mr-pg-1/B            sends to router/A
7m0.257s       agent-pg-1/B         sends to router/A
7m0.331s       vru-pg-1/B           sends to router/A
7m0.520s       router/A             lost its peer: 5 keep-alives missed
7m0.520s       router               recovered after 2m0.520s
7m10.062s      router/B             started
7m10.165s      router/A             hears its peer again
7m30.051s      mr-pg-1/B            standby, in step
7m30.051s      mr-pg-1              duplex again
7m30.057s      agent-pg-1/B         standby, in step
7m30.057s      agent-pg-1           duplex again
7m30.065s      vru-pg-1/B           standby, in step
7m30.065s      vru-pg-1             duplex again
7m40.165s      router/B             in step with its peer: paired-disabled
7m40.165s      router               duplex again
8m10.165s      logger/B             standby, in step
8m10.165s      logger/B             recovered 1m10.103s of history
9m36.495s      hds-2                has caught up with its Logger after 2m36.433s
10m1.532s      agents/sales-team/8  ready though it had asked for Not Ready
