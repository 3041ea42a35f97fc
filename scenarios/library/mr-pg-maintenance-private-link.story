30m0.000s      mr-pg-1/A  maintenance requested
30m0.000s      mr-pg-1/A  may shut down: its peer can take over
30m0.100s      mr-pg-1    private link cut
30m0.551s      mr-pg-1/A  lost its peer: 5 keep-alives missed
30m0.551s      mr-pg-1/A  the shutdown failed: it stops, its peer restarts in simplex mode
30m0.551s      mr-pg-1    the Router clears 5 queued tasks: the application keeps them
30m0.551s      mr-pg-1    simplex
30m0.551s      mr-pg-1/A  stopped
30m0.551s                 lost: 5 places of tasks in the queue
30m9.460s                 lost: 1 event never published
30m10.551s     mr-pg-1/B  started
30m10.551s     mr-pg-1/B  activates its PIMs
30m15.551s     mr-pg-1/B  active
30m15.551s     mr-pg-1    the application submits 5 tasks again, in the same order
30m15.551s     mr-pg-1    recovered after 15.551s
31m0.100s      mr-pg-1    private link healed
