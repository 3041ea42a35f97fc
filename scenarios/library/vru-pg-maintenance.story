5m0.000s       vru-pg-1/A  maintenance requested
5m0.000s       vru-pg-1/A  maintenance rejected: a VRU PG has no maintenance mode: drain its CVP Call Servers, then stop it
