5m0.000s       network               cut link/private
5m0.000s       network               cut link/public
5m0.451s       router/A              lost its peer: 5 keep-alives missed
5m0.451s       router                simplex
5m0.451s       router/A              isolated-enabled: it runs alone
5m0.451s       router                requests are processed again after 0.451s
5m0.457s       agent-pg-1/A          lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1            simplex
5m0.460s       router/B              lost its peer: 5 keep-alives missed
5m0.460s       router/B              has device majority: Test-Other-Side
5m0.464s       agent-pg-1/B          lost its peer: 5 keep-alives missed
5m1.734s       agent-pg-1/B          registers the phones
5m1.918s       agent-pg-1            recovered after 1.918s
5m2.960s       router/B              isolated-enabled: it runs alone
5m2.960s       router                finding: both Routers enabled
5m6.854s       agent-pg-1            finding: both sides active
5m12.452s      agent-pg-1            desktops lost their server
5m12.452s                            lost: 2 pending states, 6 controls of calls
6m22.935s      agents/sales-team/12  ready though it had asked for Not Ready
6m56.487s      agent-pg-1            recovered after 1m44.035s
7m0.000s       network               heal link/private
7m0.000s       network               heal link/public
7m0.051s       router/A              hears its peer again
7m0.057s       agent-pg-1/A          hears its peer again
7m0.060s       router/B              hears its peer again
7m0.060s       router                no longer: both Routers enabled, after 1m57.100s
7m0.064s       agent-pg-1/B          hears its peer again
7m0.065s       agent-pg-1/B          has no path to a Router
7m0.400s       agent-pg-1/B          sends to router/A
7m0.551s       router/A              lost its peer: 5 keep-alives missed
7m0.551s       router                recovered after 2m0.551s
7m10.060s      router/B              started
7m10.092s      router/A              hears its peer again
7m30.057s      agent-pg-1/B          standby, in step
7m30.057s      agent-pg-1            duplex again
7m40.092s      router/B              in step with its peer: paired-disabled
7m40.092s      router                duplex again
8m10.092s      logger/B              standby, in step
10m1.527s      agents/sales-team/8   ready though it had asked for Not Ready
