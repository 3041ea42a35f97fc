5m0.000s       agent-pg-1/B  maintenance requested
5m0.000s       agent-pg-1/B  stopped
5m0.000s       agent-pg-1    simplex
5m0.020s       agent-pg-1    recovered after 0.020s
