10m0.000s      operator              import campaign/collections
10m0.000s      campaign/collections  the import begins
10m12.500s     operator              maintenance vm/logger-a (StartMM InstallType 2, ES patch, on the machine)
10m12.500s     vm/logger-a           answer MMRequest-100: the request is accepted
10m13.500s     vm/logger-a           status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
10m14.500s     vm/logger-a           status MMRequest-300-LOGGER-300: in progress: the Logger stops
10m15.500s     logger/A              stopped
10m15.500s     router                recovered after 0.000s
10m15.500s     campaign-manager/A    stopped
10m15.500s     campaign-manager      simplex
10m15.500s     campaign/collections  1 record in the Dialer's memory: unknown
10m15.500s     campaign/collections  9 records dialed: closed, though the result is not known
10m15.500s     vm/logger-a           status MMRequest-500: in maintenance mode: all services were shut down by the script
10m15.500s                           lost: 10 outbound records
10m16.000s     campaign/collections  the import stops after 1500 of 3000 records: append the others, or delete all and import them again
11m0.000s      operator              import campaign/collections
11m0.000s      operator              import campaign/collections: nothing to do, no Logger is there to take the import
11m15.500s     campaign-manager/B    active
11m15.500s     campaign-manager      recovered after 1m0.000s
12m0.000s      operator              import campaign/collections
12m0.000s      campaign/collections  all records are deleted, and the import begins
12m30.000s     campaign/collections  all 3000 records are imported
20m10.000s     logger/A              started
20m10.000s     campaign-manager/A    started
20m10.000s     campaign-manager      duplex again
20m10.500s     vm/logger-a           status MMRequest-200: all services of the machine are up
20m40.000s     logger/A              standby, in step
20m40.000s     logger/A              recovered 10m24.500s of history
23m23.348s     hds-1                 has caught up with its Logger after 13m7.848s
