5m0.000s       vru-pg-a  maintenance requested
5m0.000s       vru-pg-a  maintenance rejected: a VRU PG has no maintenance mode: drain its CVP Call Servers, then stop it
