1m0.000s       operator            maintenance vm/router-a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/router-a         answer MMRequest-400: a Router machine cannot be put into maintenance mode from orchestration
1m0.000s       operator            maintenance vm/logger-a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/logger-a         answer MMRequest-400: a Logger machine cannot be put into maintenance mode from orchestration
1m0.000s       operator            maintenance vm/hds-1 (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/hds-1            answer MMRequest-400: an AW machine cannot be put into maintenance mode from orchestration
3m0.000s       operator            maintenance vm/logger-a (StartMM InstallType 2, ES patch, on the machine)
3m0.000s       vm/logger-a         answer MMRequest-100: the request is accepted
3m1.000s       vm/logger-a         status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
3m2.000s       vm/logger-a         status MMRequest-300-LOGGER-300: in progress: the Logger stops
3m3.000s       logger/A            stopped
3m3.000s       router              recovered after 0.000s
3m3.000s       campaign-manager/A  stopped
3m3.000s       campaign-manager    simplex
3m3.000s       vm/logger-a         status MMRequest-500: in maintenance mode: all services were shut down by the script
3m4.000s       vm/hds-1            status MMRequest-200: all services of the machine are up
4m3.000s       campaign-manager/B  active
4m3.000s       campaign-manager    recovered after 1m0.000s
8m10.000s      logger/A            started
8m10.000s      campaign-manager/A  started
8m10.000s      campaign-manager    duplex again
8m11.000s      vm/logger-a         status MMRequest-200: all services of the machine are up
8m40.000s      logger/A            standby, in step
8m40.000s      logger/A            recovered 5m37.000s of history
11m23.348s     hds-1               has caught up with its Logger after 8m20.348s
12m0.000s      operator            maintenance vm/router-a (StartMM InstallType 2, ES patch, on the machine)
12m0.000s      vm/router-a         answer MMRequest-100: the request is accepted
12m1.000s      vm/router-a         status MMRequest-300-ROUTER-101: in progress: the Router has been asked
12m1.000s      router/A            maintenance requested
12m1.000s      router/A            may shut down: its peer can take over
12m2.000s      vm/router-a         status MMRequest-300-ROUTER-300: in progress: the Router hands over to its peer
12m3.000s      router/A            hands over
12m3.000s      router/B            isolated-enabled: it runs alone
12m3.000s      router              simplex
12m3.000s      router/A            draining
12m3.005s      agent-pg-1/A        sends to router/B
12m3.005s      mr-pg-1/A           sends to router/B
12m3.005s      vru-pg-a            sends to router/B
12m3.010s      router/A            stopped
12m3.030s      router              recovered after 2.030s
12m4.000s      vm/router-a         status MMRequest-500: in maintenance mode: all services were shut down by the script
18m10.000s     router/A            started
18m10.070s     router/B            hears its peer again
18m11.000s     vm/router-a         status MMRequest-200: all services of the machine are up
18m40.070s     router/A            in step with its peer: paired-disabled
18m40.070s     router              duplex again
19m10.070s     logger/A            standby, in step
19m10.070s     logger/A            recovered 7m7.070s of history
23m3.647s      hds-1               has caught up with its Logger after 11m0.647s
