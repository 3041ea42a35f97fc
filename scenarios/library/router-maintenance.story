10m0.000s      router/A            maintenance requested
10m0.000s      router/A            may shut down: its peer can take over
10m2.000s      router/A            hands over
10m2.000s      router/B            isolated-enabled: it runs alone
10m2.000s      router              simplex
10m2.000s      campaign-manager    simplex
10m2.000s      router/A            draining
10m2.005s      agent-pg-1/A        sends to router/B
10m2.005s      mr-pg-1/A           sends to router/B
10m2.005s      vru-pg-a            sends to router/B
10m2.010s      router/A            stopped
10m2.010s      logger/A            stopped
10m2.010s      campaign-manager/A  stopped
10m2.030s      router              recovered after 2.030s
11m2.000s      campaign-manager/B  active
11m2.000s      campaign-manager    recovered after 1m0.000s
15m0.000s      operator            patch vm/rogger-a ES70
16m10.000s     router/A            started
16m10.000s     logger/A            started
16m10.000s     campaign-manager/A  started
16m10.000s     campaign-manager    duplex again
16m10.070s     router/B            hears its peer again
16m40.070s     router/A            in step with its peer: paired-disabled
16m40.070s     router              duplex again
17m10.070s     logger/A            standby, in step
17m10.070s     logger/A            recovered 7m8.070s of history
19m53.419s     hds-1               has caught up with its Logger after 9m51.419s
