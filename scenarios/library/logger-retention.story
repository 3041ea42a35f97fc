2026-03-04 00:00:00 logger/A  stopped
2026-03-14 00:00:10 logger/A  started
2026-03-14 00:00:40 logger/A  standby, in step
2026-03-14 00:00:40 router    72h0m40.000s of history gone for good: no Logger has it
2026-03-14 00:00:40 logger/A  recovered 168h0m0.000s of history
2026-03-14 00:00:40 router    recovered after 240h0m40.000s
