5m0.000s       network     cut link/public
5m1.762s       vru-pg-a    recovered after 1.762s
5m1.782s       vru-pg-b    recovered after 1.782s
5m1.833s       mr-pg-1     recovered after 1.833s
5m1.939s       agent-pg-1  recovered after 1.939s
5m13.564s      agent-pg-1  desktops lost their server
5m13.564s                  lost: 12 calls, 3 controls of calls, 6 sign-ins
7m23.339s                  lost: 1 undeliverable call
7m23.354s                  lost: 1 undeliverable call
7m23.369s                  lost: 1 undeliverable call
7m23.384s                  lost: 1 undeliverable call
8m0.000s       network     heal link/public
8m0.379s       router      recovered after 3m0.379s
9m12.053s      agents      6 agents signed in again in 36.974s
9m12.053s      agent-pg-1  recovered after 3m58.489s
