5m0.000s       cti-1/A     crashed with 0 calls in talk and 0 pending states
5m0.000s       agent-pg-1  simplex
5m0.000s       agent-pg-1  desktops lost their server
5m0.000s                   lost: 8 controls of calls
5m10.000s      cti-1/A     started
5m10.000s      agent-pg-1  duplex again
6m8.953s       agent-pg-1  recovered after 1m8.953s
