10m0.000s      operator      maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
10m0.000s      vm/pg-1a      answer MMRequest-100: the request is accepted
10m1.000s      vm/pg-1a      status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
10m1.000s      dialer-1/A    maintenance requested
10m1.000s      dialer-1      simplex
10m1.000s      dialer-1/A    stops reserving and dialing, 9 calls in progress
10m1.010s      dialer-1/B    active
10m1.010s      dialer-1      recovered after 0.010s
10m2.000s      vm/pg-1a      status MMRequest-300-DIALER-300: in progress: the Dialer finishes its calls
14m7.018s      dialer-1/A    stopped
14m8.000s      vm/pg-1a      status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
14m8.000s      mr-pg-1/A     maintenance requested
14m8.000s      mr-pg-1/A     may shut down: its peer can take over
14m9.000s      vm/pg-1a      status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
14m10.000s     mr-pg-1/A     hands over
14m10.000s     mr-pg-1/A     draining
14m10.000s     mr-pg-1/B     active
14m10.015s     mr-pg-1       simplex
14m10.015s     mr-pg-1/A     stopped
14m10.035s     mr-pg-1       recovered after 2.035s
14m11.000s     vm/pg-1a      status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
14m11.000s     agent-pg-1/A  maintenance requested
14m11.030s     agent-pg-1/A  all clients agreed
14m12.000s     vm/pg-1a      status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
14m13.030s     agent-pg-1/A  hands over, 0 pending states outstanding
14m13.030s     agent-pg-1/A  draining
14m13.030s     agent-pg-1/B  active, 12 phones registered
14m13.045s     agent-pg-1    simplex
14m13.045s     agent-pg-1/A  stopped
14m13.065s     agent-pg-1    recovered after 2.065s
14m14.000s     vm/pg-1a      status MMRequest-300: in progress, with no service in a maintenance of its own
14m16.000s     vru-pg-a      stopped
14m16.000s     vm/pg-1a      status MMRequest-500: in maintenance mode: all services were shut down by the script
