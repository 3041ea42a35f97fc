30.000s        operator             fail dialer-1/A
1m0.000s       operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/pg-1a             answer MMRequest-100: the request is accepted
1m1.000s       vm/pg-1a             status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
1m1.000s       dialer-1/A           maintenance requested
1m1.000s       dialer-1/A           maintenance rejected: the service rejects the request
1m2.000s       vm/pg-1a             status MMRequest-401-DIALER-400: failed: the Dialer rejected the request
2m0.000s       operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
2m0.000s       vm/pg-1a             answer MMRequest-100: the request is accepted
2m1.000s       vm/pg-1a             status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
2m1.000s       dialer-1/A           maintenance requested
2m1.000s       dialer-1             simplex
2m1.000s       dialer-1/A           draining
2m1.000s       dialer-1/A           stopped
2m1.010s       dialer-1/B           active
2m1.010s       dialer-1             recovered after 0.010s
2m2.000s       vm/pg-1a             status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
2m2.000s       mr-pg-1/A            maintenance requested
2m2.000s       mr-pg-1/A            may shut down: its peer can take over
2m3.000s       vm/pg-1a             status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
2m4.000s       mr-pg-1/A            hands over
2m4.000s       mr-pg-1/A            draining
2m4.000s       mr-pg-1/B            active
2m4.015s       mr-pg-1              simplex
2m4.015s       mr-pg-1/A            stopped
2m4.035s       mr-pg-1              recovered after 2.035s
2m5.000s       vm/pg-1a             status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
2m5.000s       agent-pg-1/A         maintenance requested
2m5.030s       agent-pg-1/A         all clients agreed
2m6.000s       vm/pg-1a             status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
2m7.030s       agent-pg-1/A         hands over, 1 pending state outstanding
2m7.030s       agent-pg-1/A         draining
2m7.030s       agent-pg-1/B         active, 30 phones registered
2m7.030s                            lost: 1 pending state
2m7.045s       agent-pg-1           simplex
2m7.045s       agent-pg-1/A         stopped
2m7.065s       agent-pg-1           recovered after 2.065s
2m8.000s       vm/pg-1a             status MMRequest-300: in progress, with no service in a maintenance of its own
2m10.000s      vru-pg-a             stopped
2m10.000s      vm/pg-1a             status MMRequest-500: in maintenance mode: all services were shut down by the script
2m10.000s                           lost: 4 split records, 4 routing dialogs
3m32.145s      agents/sales-team/5  ready though it had asked for Not Ready
