5m0.000s       agent-pg-1/A  maintenance requested
5m2.000s       agent-pg-1/A  maintenance cancelled: cancelled by the operator
5m2.000s       agent-pg-1    recovered after 2.000s
