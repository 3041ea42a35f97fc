5m0.000s       logger/A  crashed
5m10.000s      logger/A  started
5m40.000s      logger/A  standby, in step
5m40.000s      logger/A  recovered 40.000s of history
5m40.000s      router    recovered after 40.000s
