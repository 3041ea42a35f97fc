5m0.000s       agent-pg-1/A  maintenance requested
5m5.000s       agent-pg-1/A  maintenance rejected: a CTI client did not answer
5m5.000s       agent-pg-1    recovered after 5.000s
