30m0.000s      mr-pg-1/A  crashed
30m0.000s      mr-pg-1    the Router clears 5 queued tasks: the application keeps them
30m0.000s                 lost: 5 places of tasks in the queue
30m0.460s      mr-pg-1/B  lost its peer: 5 keep-alives missed
30m0.460s      mr-pg-1    simplex
30m0.460s      mr-pg-1/B  activates its PIMs
30m5.460s      mr-pg-1/B  active
30m5.460s      mr-pg-1    the application submits 5 tasks again, in the same order
30m5.460s      mr-pg-1    recovered after 5.460s
30m10.000s     mr-pg-1/A  started
30m10.053s     mr-pg-1/B  hears its peer again
30m40.000s     mr-pg-1/A  standby, in step
30m40.000s     mr-pg-1    duplex again
