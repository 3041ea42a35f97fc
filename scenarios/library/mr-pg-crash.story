5m0.000s       mr-pg-1/A  crashed
5m0.460s       mr-pg-1/B  lost its peer: 5 keep-alives missed
5m0.460s       mr-pg-1    simplex
5m0.460s       mr-pg-1/B  activates its PIMs
5m5.460s       mr-pg-1/B  active
5m5.460s       mr-pg-1    recovered after 5.460s
5m10.000s      mr-pg-1/A  started
5m10.053s      mr-pg-1/B  hears its peer again
5m40.000s      mr-pg-1/A  standby, in step
5m40.000s      mr-pg-1    duplex again
