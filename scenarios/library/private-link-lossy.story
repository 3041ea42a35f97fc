5m0.000s       network       lose link/private:agent-pg-1 50%
5m14.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m14.064s      agent-pg-1    simplex
5m14.164s      agent-pg-1/B  hears its peer again
5m16.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m16.657s      agent-pg-1/A  hears its peer again
5m20.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m21.057s      agent-pg-1/A  hears its peer again
5m22.364s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m22.564s      agent-pg-1/B  hears its peer again
5m26.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m26.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m26.764s      agent-pg-1/B  hears its peer again
5m27.057s      agent-pg-1/A  hears its peer again
5m34.257s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m34.657s      agent-pg-1/A  hears its peer again
5m36.057s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m36.157s      agent-pg-1/A  hears its peer again
5m38.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m38.764s      agent-pg-1/B  hears its peer again
5m39.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m40.064s      agent-pg-1/B  hears its peer again
5m40.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
5m40.757s      agent-pg-1/A  hears its peer again
5m51.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m51.164s      agent-pg-1/B  hears its peer again
5m52.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m52.364s      agent-pg-1/B  hears its peer again
5m54.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m54.164s      agent-pg-1/B  hears its peer again
5m58.864s      agent-pg-1/B  lost its peer: 5 keep-alives missed
5m59.164s      agent-pg-1/B  hears its peer again
6m0.264s       agent-pg-1/B  lost its peer: 5 keep-alives missed
6m0.364s       agent-pg-1/B  hears its peer again
6m0.657s       agent-pg-1/A  lost its peer: 5 keep-alives missed
6m0.757s       agent-pg-1/A  hears its peer again
6m4.057s       agent-pg-1/A  lost its peer: 5 keep-alives missed
6m4.257s       agent-pg-1/A  hears its peer again
6m12.764s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m12.964s      agent-pg-1/B  hears its peer again
6m13.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m13.864s      agent-pg-1/B  hears its peer again
6m15.864s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m16.064s      agent-pg-1/B  hears its peer again
6m25.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m25.864s      agent-pg-1/B  hears its peer again
6m31.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m32.064s      agent-pg-1/B  hears its peer again
6m34.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m34.857s      agent-pg-1/A  hears its peer again
6m39.764s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m39.864s      agent-pg-1/B  hears its peer again
6m40.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m40.957s      agent-pg-1/A  hears its peer again
6m40.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m41.064s      agent-pg-1/B  hears its peer again
6m47.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m47.864s      agent-pg-1/B  hears its peer again
6m50.557s      agent-pg-1/A  lost its peer: 5 keep-alives missed
6m50.657s      agent-pg-1/A  hears its peer again
6m55.764s      agent-pg-1/B  lost its peer: 5 keep-alives missed
6m55.964s      agent-pg-1/B  hears its peer again
7m1.957s       agent-pg-1/A  lost its peer: 5 keep-alives missed
7m2.257s       agent-pg-1/A  hears its peer again
7m3.157s       agent-pg-1/A  lost its peer: 5 keep-alives missed
7m3.257s       agent-pg-1/A  hears its peer again
7m3.664s       agent-pg-1/B  lost its peer: 5 keep-alives missed
7m3.964s       agent-pg-1/B  hears its peer again
7m5.857s       agent-pg-1/A  lost its peer: 5 keep-alives missed
7m5.957s       agent-pg-1/A  hears its peer again
7m6.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
7m6.557s       agent-pg-1/A  hears its peer again
7m11.557s      agent-pg-1/A  lost its peer: 5 keep-alives missed
7m11.757s      agent-pg-1/A  hears its peer again
7m12.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
7m12.857s      agent-pg-1/A  hears its peer again
7m16.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m16.464s      agent-pg-1/B  hears its peer again
7m19.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m20.264s      agent-pg-1/B  hears its peer again
7m21.564s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m21.664s      agent-pg-1/B  hears its peer again
7m22.557s      agent-pg-1/A  lost its peer: 5 keep-alives missed
7m22.757s      agent-pg-1/A  hears its peer again
7m23.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m23.664s      agent-pg-1/B  hears its peer again
7m24.157s      agent-pg-1/A  lost its peer: 5 keep-alives missed
7m24.357s      agent-pg-1/A  hears its peer again
7m25.064s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m25.264s      agent-pg-1/B  hears its peer again
7m29.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m29.864s      agent-pg-1/B  hears its peer again
7m31.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m32.464s      agent-pg-1/B  hears its peer again
7m35.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m36.064s      agent-pg-1/B  hears its peer again
7m37.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m37.464s      agent-pg-1/B  hears its peer again
7m40.864s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m41.064s      agent-pg-1/B  hears its peer again
7m41.564s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m41.864s      agent-pg-1/B  hears its peer again
7m44.357s      agent-pg-1/A  lost its peer: 5 keep-alives missed
7m44.457s      agent-pg-1/A  hears its peer again
7m44.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m45.264s      agent-pg-1/B  hears its peer again
7m46.164s      agent-pg-1/B  lost its peer: 5 keep-alives missed
7m46.664s      agent-pg-1/B  hears its peer again
8m4.257s       agent-pg-1/A  lost its peer: 5 keep-alives missed
8m4.557s       agent-pg-1/A  hears its peer again
8m5.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
8m5.664s       agent-pg-1/B  hears its peer again
8m8.064s       agent-pg-1/B  lost its peer: 5 keep-alives missed
8m8.164s       agent-pg-1/B  hears its peer again
8m14.157s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m14.257s      agent-pg-1/A  hears its peer again
8m14.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m14.857s      agent-pg-1/A  hears its peer again
8m16.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m17.164s      agent-pg-1/B  hears its peer again
8m20.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m20.364s      agent-pg-1/B  hears its peer again
8m23.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m23.364s      agent-pg-1/B  hears its peer again
8m29.057s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m29.257s      agent-pg-1/A  hears its peer again
8m32.157s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m32.357s      agent-pg-1/A  hears its peer again
8m33.664s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m33.764s      agent-pg-1/B  hears its peer again
8m36.564s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m37.064s      agent-pg-1/B  hears its peer again
8m39.757s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m39.957s      agent-pg-1/A  hears its peer again
8m43.357s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m43.757s      agent-pg-1/A  hears its peer again
8m44.264s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m44.364s      agent-pg-1/B  hears its peer again
8m49.364s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m49.457s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m49.464s      agent-pg-1/B  hears its peer again
8m49.657s      agent-pg-1/A  hears its peer again
8m50.157s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m50.357s      agent-pg-1/A  hears its peer again
8m50.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
8m50.764s      agent-pg-1/B  hears its peer again
8m51.357s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m51.457s      agent-pg-1/A  hears its peer again
8m59.057s      agent-pg-1/A  lost its peer: 5 keep-alives missed
8m59.157s      agent-pg-1/A  hears its peer again
9m2.364s       agent-pg-1/B  lost its peer: 5 keep-alives missed
9m2.464s       agent-pg-1/B  hears its peer again
9m8.857s       agent-pg-1/A  lost its peer: 5 keep-alives missed
9m9.057s       agent-pg-1/A  hears its peer again
9m17.364s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m17.464s      agent-pg-1/B  hears its peer again
9m18.564s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m18.964s      agent-pg-1/B  hears its peer again
9m21.164s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m21.264s      agent-pg-1/B  hears its peer again
9m21.557s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m22.057s      agent-pg-1/A  hears its peer again
9m23.164s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m23.364s      agent-pg-1/B  hears its peer again
9m25.657s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m25.757s      agent-pg-1/A  hears its peer again
9m28.464s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m28.664s      agent-pg-1/B  hears its peer again
9m29.364s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m29.664s      agent-pg-1/B  hears its peer again
9m30.157s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m30.257s      agent-pg-1/A  hears its peer again
9m33.257s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m33.457s      agent-pg-1/A  hears its peer again
9m34.864s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m34.964s      agent-pg-1/B  hears its peer again
9m38.864s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m38.964s      agent-pg-1/B  hears its peer again
9m48.964s      agent-pg-1/B  lost its peer: 5 keep-alives missed
9m49.164s      agent-pg-1/B  hears its peer again
9m50.957s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m51.057s      agent-pg-1/A  hears its peer again
9m58.257s      agent-pg-1/A  lost its peer: 5 keep-alives missed
9m58.357s      agent-pg-1/A  hears its peer again
10m0.000s      network       end of lose link/private:agent-pg-1 50%
10m19.164s     agent-pg-1/B  standby, in step
10m19.164s     agent-pg-1    duplex again
