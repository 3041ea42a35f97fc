10m0.000s      operator              import campaign/collections
10m0.000s      campaign/collections  the import begins
10m50.500s     logger/A              stopped
10m51.000s     campaign/collections  the import stops after 5000 of 10000 records: append the others, or delete all and import them again
13m0.500s      logger/A              started
13m30.500s     logger/A              standby, in step
13m30.500s     logger/A              recovered 2m40.000s of history
13m30.500s     router                recovered after 2m40.000s
16m13.848s     hds-1                 has caught up with its Logger after 5m23.348s
20m0.000s      operator              import campaign/collections
20m0.000s      campaign/collections  the import begins
20m50.000s     campaign/collections  all 5000 records are imported
