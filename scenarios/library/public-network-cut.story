5m0.000s       network     cut link/public
5m1.762s       vru-pg-1    recovered after 1.762s
5m1.839s       mr-pg-1     recovered after 1.839s
5m1.857s       agent-pg-1  recovered after 1.857s
5m10.627s      agent-pg-1  desktops lost their server
5m10.627s                  lost: 12 calls, 3 controls of calls, 6 sign-ins
6m16.927s                  lost: 1 undeliverable call
6m37.555s                  lost: 1 undeliverable call
7m5.456s                   lost: 1 undeliverable call
7m5.717s                   lost: 1 undeliverable call
8m0.000s       network     heal link/public
8m0.331s       router      recovered after 3m0.331s
9m12.053s      agents      6 agents signed in again in 36.974s
9m12.053s      agent-pg-1  recovered after 4m1.426s
