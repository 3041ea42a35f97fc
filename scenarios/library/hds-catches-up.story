20m0.000s      logger/A  stopped
1h20m10.000s   logger/A  started
1h20m40.000s   logger/A  standby, in step
1h20m40.000s   logger/A  recovered 1h0m40.000s of history
1h20m40.000s   router    recovered after 1h0m40.000s
1h23m30.348s   hds-1     has caught up with its Logger after 1h3m30.348s
