5m0.000s       agent-pg-1    private link cut from A to B
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    simplex
5m0.464s       agent-pg-1    recovered after 0.464s
7m0.000s       agent-pg-1    private link healed from A to B
7m0.064s       agent-pg-1/B  hears its peer again
7m30.064s      agent-pg-1/B  standby, in step
7m30.064s      agent-pg-1    duplex again
