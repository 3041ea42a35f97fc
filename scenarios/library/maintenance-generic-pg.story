5m0.000s       agent-pg-1/A  maintenance requested
5m0.000s       agent-pg-1/A  maintenance rejected: the PG type does not support maintenance mode
