10m0.000s      operator              import campaign/collections
10m0.000s      campaign/collections  the import begins
10m30.500s     router/A              stopped
10m30.500s     campaign-manager      simplex
10m30.500s     campaign/collections  1 record in the Dialer's memory: unknown
10m30.500s     campaign/collections  9 records dialed: closed, though the result is not known
10m30.500s     logger/A              stopped
10m30.500s     campaign-manager/A    stopped
10m30.500s                           lost: 10 outbound records
10m30.505s     agent-pg-1/A          sends to router/B
10m30.505s     mr-pg-1/A             sends to router/B
10m30.505s     vru-pg-a              sends to router/B
10m30.948s     router/B              lost its peer: 5 keep-alives missed
10m30.948s     router                simplex
10m30.948s     router/B              has device majority: Test-Other-Side
10m31.000s     campaign/collections  the import stops after 3000 of 10000 records, and the old list is gone: it must be run again
10m31.458s     router/B              isolated-enabled: it runs alone
10m31.458s     router                requests are processed again after 0.958s
10m31.458s     router                recovered after 0.958s
10m45.000s     operator              import campaign/collections
10m45.000s     operator              import campaign/collections: nothing to do, no Logger is there to take the import
11m30.500s     campaign-manager/B    active
11m30.500s     campaign-manager      recovered after 1m0.000s
15m0.000s      operator              import campaign/collections
15m0.000s      campaign/collections  the import begins
16m40.000s     campaign/collections  all 10000 records are imported
