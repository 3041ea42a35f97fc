30m0.000s      mr-pg-1/A  maintenance requested
30m0.000s      mr-pg-1/A  may shut down: its peer can take over
30m2.000s      mr-pg-1/A  hands over; the Router is told not to clear 5 queued tasks
30m2.000s      mr-pg-1/A  draining
30m2.000s      mr-pg-1/B  active
30m2.015s      mr-pg-1    simplex
30m2.015s      mr-pg-1/A  stopped
30m2.035s      mr-pg-1    recovered after 2.035s
