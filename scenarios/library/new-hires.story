13:00:00       cti-1/A     crashed with 0 calls in talk and 0 pending states
13:00:00       agent-pg-1  simplex
13:00:00       agent-pg-1  desktops lost their server
13:00:00                   lost: 14 controls of calls
13:00:10       cti-1/A     started
13:00:10       agent-pg-1  duplex again
13:01:12.053   agent-pg-1  recovered after 1m12.053s
