5m0.000s       agent-pg-1/A  maintenance requested
5m0.030s       agent-pg-1/A  maintenance rejected: a CTI client rejected it
5m0.030s       agent-pg-1    recovered after 0.030s
