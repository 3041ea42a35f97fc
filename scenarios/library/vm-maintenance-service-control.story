30.000s        operator             fail service-control/pg-1a
1m0.000s       operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/pg-1a             answer MMRequest-100: the request is accepted
1m1.000s       vm/pg-1a             status MMRequest-401-SCERROR-400: failed: service control refused before anything was stopped
2m0.000s       operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
2m0.000s       vm/pg-1a             answer MMRequest-100: the request is accepted
2m1.000s       vm/pg-1a             status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
2m1.000s       agent-pg-1/A         maintenance requested
2m1.030s       agent-pg-1/A         all clients agreed
2m2.000s       vm/pg-1a             status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
2m3.030s       agent-pg-1/A         hands over, 1 pending state outstanding
2m3.030s       agent-pg-1/A         draining
2m3.030s       agent-pg-1/B         active, 30 phones registered
2m3.030s                            lost: 1 pending state
2m3.045s       agent-pg-1           simplex
2m3.045s       agent-pg-1/A         stopped
2m3.065s       agent-pg-1           recovered after 2.065s
2m4.000s       vm/pg-1a             status MMRequest-500: in maintenance mode: all services were shut down by the script
3m32.140s      agents/sales-team/5  ready though it had asked for Not Ready
