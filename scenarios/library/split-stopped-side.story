8m0.000s       network       cut link/private
8m0.000s       network       cut link/public
8m0.448s       router/B      lost its peer: 5 keep-alives missed
8m0.448s       router        simplex
8m0.448s       router/B      has device majority: Test-Other-Side
8m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
8m0.457s       agent-pg-1    simplex
8m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
8m0.492s       router/A      lost its peer: 5 keep-alives missed
8m0.492s       router/A      isolated-enabled: it runs alone
8m0.492s       router        requests are processed again after 0.492s
8m1.762s       vru-pg-a2     recovered after 1.762s
8m1.791s       agent-pg-1/B  registers the phones
8m1.833s       vru-pg-a      recovered after 1.833s
8m1.939s       agent-pg-1    recovered after 1.939s
8m2.948s       router/B      isolated-disabled: it stops routing
8m2.953s                     lost: 2 routing dialogs
8m6.911s       agent-pg-1    finding: both sides active
8m10.603s                    lost: 6 calls
11m0.000s      network       heal link/private
11m0.000s      network       heal link/public
11m0.048s      router/B      hears its peer again
11m0.057s      agent-pg-1/A  hears its peer again
11m0.064s      agent-pg-1/B  hears its peer again
11m0.092s      router/A      hears its peer again
11m0.339s      agent-pg-1/B  sends to router/A
11m0.379s      vru-pg-b      sends to router/A
11m0.379s      vru-pg-b      recovered after 3m0.379s
11m0.379s      router        recovered after 3m0.379s
11m30.057s     agent-pg-1/B  standby, in step
11m30.057s     agent-pg-1    duplex again
11m30.092s     router/B      in step with its peer: paired-disabled
11m30.092s     router        duplex again
12m0.092s      logger/B      standby, in step
12m0.092s      logger/B      recovered 3m57.144s of history
