30.000s        operator            fail logger/A
1m0.000s       operator            maintenance vm/rogger-a (StartMM InstallType 2, ES patch, on the machine)
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
1m3.010s       router/A            stopped
1m3.030s       router              recovered after 2.030s
1m4.000s       vm/rogger-a         status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
1m5.000s       vm/rogger-a         status MMRequest-300-LOGGER-300: in progress: the Logger stops
1m6.000s       vm/rogger-a         status MMRequest-401-LOGGER-400: failed: the Logger rejected the request
2m3.000s       campaign-manager/B  active
2m3.000s       campaign-manager    duplex again
2m3.000s       campaign-manager    recovered after 1m0.000s
