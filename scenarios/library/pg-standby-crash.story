5m0.000s       agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
5m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1    simplex
5m0.457s       agent-pg-1    recovered after 0.457s
5m10.000s      agent-pg-1/B  started
5m10.047s      agent-pg-1/A  hears its peer again
5m40.000s      agent-pg-1/B  standby, in step
5m40.000s      agent-pg-1    duplex again
