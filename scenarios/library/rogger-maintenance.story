1m0.000s       operator            maintenance vm/rogger-a (StartMM InstallType 1, MS patch, on the machine)
1m0.000s       vm/rogger-a         answer MMRequest-100: the request is accepted
1m1.000s       vm/rogger-a         status MMRequest-300-ROUTER-101: in progress: the Router has been asked
1m1.000s       router/A            maintenance requested
1m1.000s       router/A            may shut down: its peer can take over
1m2.000s       vm/rogger-a         status MMRequest-300-ROUTER-300: in progress: the Router hands over to its peer
1m3.000s       router/A            hands over
1m3.000s       router/B            isolated-enabled: it runs alone
1m3.000s       router              simplex
1m3.000s       campaign-manager    simplex
1m3.000s       router/A            draining
1m3.005s       agent-pg-1/A        sends to router/B
1m3.005s       mr-pg-1/A           sends to router/B
1m3.005s       vru-pg-a            sends to router/B
1m3.010s       router/A            stopped
1m3.030s       router              recovered after 2.030s
1m4.000s       vm/rogger-a         status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
1m5.000s       vm/rogger-a         status MMRequest-300-LOGGER-300: in progress: the Logger stops
1m6.000s       logger/A            stopped
1m6.000s       router              recovered after 0.000s
1m6.000s       campaign-manager/A  stopped
1m6.000s       vm/rogger-a         status MMRequest-500: in maintenance mode: all services were shut down by the script
2m3.000s       campaign-manager/B  active
2m3.000s       campaign-manager    recovered after 1m0.000s
5m10.000s      router/A            started
5m10.070s      router/B            hears its peer again
5m11.000s      vm/rogger-a         status MMRequest-401: partly in service: a maintenance failed half-way, or not all services have been started again
5m40.070s      router/A            in step with its peer: paired-disabled
5m40.070s      router              duplex again
6m10.000s      logger/A            started
6m10.000s      campaign-manager/A  started
6m10.000s      campaign-manager    duplex again
6m11.000s      vm/rogger-a         status MMRequest-200: all services of the machine are up
6m40.000s      logger/A            standby, in step
6m40.000s      logger/A            recovered 5m37.000s of history
9m23.348s      hds-1               has caught up with its Logger after 8m20.348s
