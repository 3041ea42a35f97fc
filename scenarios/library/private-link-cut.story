5m0.000s       agent-pg-1    private link cut
5m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    recovered after 0.464s
7m0.000s       agent-pg-1    private link healed
7m0.057s       agent-pg-1/A  hears its peer again
7m0.064s       agent-pg-1/B  hears its peer again
7m30.064s      agent-pg-1/B  standby, in step
7m30.064s      agent-pg-1    duplex again
