5m0.000s       network       flap link/private:agent-pg-1
5m0.000s       agent-pg-1    private link cut
5m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
5m0.457s       agent-pg-1    simplex
5m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1    recovered after 0.464s
5m4.000s       agent-pg-1    private link healed
5m4.057s       agent-pg-1/A  hears its peer again
5m4.064s       agent-pg-1/B  hears its peer again
5m10.000s      agent-pg-1    private link cut
5m10.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m10.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m10.464s      agent-pg-1    recovered after 0.464s
5m14.000s      agent-pg-1    private link healed
5m14.057s      agent-pg-1/A  hears its peer again
5m14.064s      agent-pg-1/B  hears its peer again
5m20.000s      agent-pg-1    private link cut
5m20.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m20.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m20.464s      agent-pg-1    recovered after 0.464s
5m24.000s      agent-pg-1    private link healed
5m24.057s      agent-pg-1/A  hears its peer again
5m24.064s      agent-pg-1/B  hears its peer again
5m30.000s      agent-pg-1    private link cut
5m30.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m30.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m30.464s      agent-pg-1    recovered after 0.464s
5m34.000s      agent-pg-1    private link healed
5m34.057s      agent-pg-1/A  hears its peer again
5m34.064s      agent-pg-1/B  hears its peer again
5m40.000s      agent-pg-1    private link cut
5m40.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m40.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m40.464s      agent-pg-1    recovered after 0.464s
5m44.000s      agent-pg-1    private link healed
5m44.057s      agent-pg-1/A  hears its peer again
5m44.064s      agent-pg-1/B  hears its peer again
5m50.000s      agent-pg-1    private link cut
5m50.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m50.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m50.464s      agent-pg-1    recovered after 0.464s
5m54.000s      agent-pg-1    private link healed
5m54.057s      agent-pg-1/A  hears its peer again
5m54.064s      agent-pg-1/B  hears its peer again
6m0.000s       agent-pg-1    private link cut
6m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
6m0.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
6m0.464s       agent-pg-1    recovered after 0.464s
6m4.000s       agent-pg-1    private link healed
6m4.057s       agent-pg-1/A  hears its peer again
6m4.064s       agent-pg-1/B  hears its peer again
6m10.000s      agent-pg-1    private link cut
6m10.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m10.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m10.464s      agent-pg-1    recovered after 0.464s
6m14.000s      agent-pg-1    private link healed
6m14.057s      agent-pg-1/A  hears its peer again
6m14.064s      agent-pg-1/B  hears its peer again
6m20.000s      agent-pg-1    private link cut
6m20.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m20.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m20.464s      agent-pg-1    recovered after 0.464s
6m24.000s      agent-pg-1    private link healed
6m24.057s      agent-pg-1/A  hears its peer again
6m24.064s      agent-pg-1/B  hears its peer again
6m30.000s      agent-pg-1    private link cut
6m30.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m30.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m30.464s      agent-pg-1    recovered after 0.464s
6m34.000s      agent-pg-1    private link healed
6m34.057s      agent-pg-1/A  hears its peer again
6m34.064s      agent-pg-1/B  hears its peer again
6m40.000s      agent-pg-1    private link cut
6m40.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m40.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m40.464s      agent-pg-1    recovered after 0.464s
6m44.000s      agent-pg-1    private link healed
6m44.057s      agent-pg-1/A  hears its peer again
6m44.064s      agent-pg-1/B  hears its peer again
6m50.000s      agent-pg-1    private link cut
6m50.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m50.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m50.464s      agent-pg-1    recovered after 0.464s
6m54.000s      agent-pg-1    private link healed
6m54.057s      agent-pg-1/A  hears its peer again
6m54.064s      agent-pg-1/B  hears its peer again
7m0.000s       network       end of flap link/private:agent-pg-1
7m24.064s      agent-pg-1/B  standby, in step
7m24.064s      agent-pg-1    duplex again
