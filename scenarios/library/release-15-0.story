1m0.000s       operator            maintenance vm/rogger-b (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/rogger-b         answer MMRequest-100: the request is accepted
1m1.000s       vm/rogger-b         status MMRequest-300-ROUTER-101: in progress: the Router has been asked
1m1.000s       router/B            maintenance requested
1m1.000s       router/A            isolated-enabled: it runs alone
1m1.000s       router              simplex
1m1.000s       router/B            draining
1m1.005s       agent-pg-1/B        sends to router/A
1m1.005s       mr-pg-1/B           sends to router/A
1m1.005s       vru-pg-b            sends to router/A
1m1.010s       router/B            stopped
1m1.030s       router              recovered after 0.030s
1m2.000s       vm/rogger-b         status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
1m3.000s       vm/rogger-b         status MMRequest-300-LOGGER-300: in progress: the Logger stops
1m4.000s       logger/B            stopped
1m4.000s       router              recovered after 0.000s
1m4.000s       campaign-manager/B  stopped
1m4.000s       campaign-manager    simplex
1m4.000s       vm/rogger-b         status MMRequest-500: in maintenance mode: all services were shut down by the script
3m0.000s       operator            maintenance vm/hds-1 (StartMM InstallType 2, ES patch, on the machine)
3m0.000s       vm/hds-1            answer MMRequest-100: the request is accepted
3m1.000s       vm/hds-1            status MMRequest-300: in progress, with no service in a maintenance of its own
3m3.000s       hds-1               stopped
3m3.000s       vm/hds-1            status MMRequest-500: in maintenance mode: all services were shut down by the script
4m0.000s       agent-pg-1/A        maintenance requested
4m0.000s       agent-pg-1/A        maintenance rejected: a patch that maintenance mode needs is missing on a side
