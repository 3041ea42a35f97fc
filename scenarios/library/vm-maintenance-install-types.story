3m0.000s       operator         maintenance vm/agent-pg-1-a (StartMM InstallType 1, MS patch, from orchestration)
3m0.000s       vm/agent-pg-1-a  answer MMRequest-100: the request is accepted
3m1.000s       vm/agent-pg-1-a  status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
3m1.000s       agent-pg-1/A     maintenance requested
3m1.030s       agent-pg-1/A     all clients agreed
3m2.000s       vm/agent-pg-1-a  status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
3m3.030s       agent-pg-1/A     hands over, 0 pending states outstanding
3m3.030s       agent-pg-1/A     draining
3m3.030s       agent-pg-1/B     active, 12 phones registered
3m3.045s       agent-pg-1       simplex
3m3.045s       agent-pg-1/A     stopped
3m3.065s       agent-pg-1       recovered after 2.065s
3m4.000s       vm/agent-pg-1-a  status MMRequest-500: in maintenance mode: all services were shut down by the script
