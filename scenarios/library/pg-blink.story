5m0.000s       agent-pg-1/A  hangs: it does nothing and does not know it
5m0.300s       agent-pg-1/A  goes on after 0.300s
5m0.300s       agent-pg-1    recovered after 0.300s
