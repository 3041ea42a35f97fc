1m0.000s       operator      maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/pg-1a      answer MMRequest-100: the request is accepted
1m1.000s       vm/pg-1a      status MMRequest-300: in progress, with no service in a maintenance of its own
1m3.000s       vru-pg-a      stopped
1m3.000s       vm/pg-1a      status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
1m3.000s       mr-pg-1/A     maintenance requested
1m3.000s       mr-pg-1/A     may shut down: its peer can take over
1m3.000s                     lost: 1 split record, 1 routing dialog
1m4.000s       vm/pg-1a      status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
1m5.000s       mr-pg-1/A     hands over
1m5.000s       mr-pg-1/A     draining
1m5.000s       mr-pg-1/B     active
1m5.015s       mr-pg-1       simplex
1m5.015s       mr-pg-1/A     stopped
1m5.035s       mr-pg-1       recovered after 2.035s
1m6.000s       vm/pg-1a      status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
1m6.000s       dialer-1/A    maintenance requested
1m6.000s       dialer-1      simplex
1m6.000s       dialer-1/A    draining
1m6.000s       dialer-1/A    stopped
1m6.010s       dialer-1/B    active
1m6.010s       dialer-1      recovered after 0.010s
1m7.000s       vm/pg-1a      status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
1m7.000s       agent-pg-1/A  maintenance requested
1m7.030s       agent-pg-1/A  all clients agreed
1m8.000s       vm/pg-1a      status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
1m9.030s       agent-pg-1/A  hands over, 0 pending states outstanding
1m9.030s       agent-pg-1/A  draining
1m9.030s       agent-pg-1/B  active, 30 phones registered
1m9.045s       agent-pg-1    simplex
1m9.045s       agent-pg-1/A  stopped
1m9.065s       agent-pg-1    recovered after 2.065s
1m10.000s      vm/pg-1a      status MMRequest-500: in maintenance mode: all services were shut down by the script
