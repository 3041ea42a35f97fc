30m0.000s      logger/A  stopped
30m0.000s      logger/B  stopped
2h0m10.000s    logger/A  started
2h0m40.000s    logger/A  standby, in step
2h0m40.000s    router    30m40.000s of history gone for good: no Logger has it
2h0m40.000s    logger/A  recovered 1h0m0.000s of history
2h0m40.000s    router    recovered after 1h30m40.000s
2h10m10.000s   logger/B  started
2h10m40.000s   logger/B  standby, in step
2h10m40.000s   logger/B  recovered 1h10m0.000s of history
