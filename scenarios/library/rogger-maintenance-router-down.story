1m0.000s       router/A            stopped
1m0.000s       campaign-manager    simplex
1m0.005s       agent-pg-1/A        sends to router/B
1m0.460s       router/B            lost its peer: 5 keep-alives missed
1m0.460s       router              simplex
1m0.460s       router/B            has device majority: Test-Other-Side
1m0.970s       router/B            isolated-enabled: it runs alone
1m0.970s       router              requests are processed again after 0.970s
1m0.970s       router              recovered after 0.970s
2m0.000s       operator            maintenance vm/rogger-a (StartMM InstallType 2, ES patch, on the machine)
2m0.000s       vm/rogger-a         answer MMRequest-100: the request is accepted
2m0.000s       campaign-manager/B  active
2m0.000s       campaign-manager    duplex again
2m0.000s       campaign-manager    recovered after 1m0.000s
2m1.000s       vm/rogger-a         status MMRequest-401-ROUTER-402: failed: the Router was down already, other services of the machine were not
