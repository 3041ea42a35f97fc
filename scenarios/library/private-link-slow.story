5m0.000s       network       delay link/private:agent-pg-1 by 0.700s
5m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.757s       agent-pg-1/A  hears its peer again
5m0.764s       agent-pg-1/B  hears its peer again
5m30.764s      agent-pg-1/B  standby, in step
5m30.764s      agent-pg-1    duplex again
10m0.000s      network       end of delay link/private:agent-pg-1 by 0.700s
