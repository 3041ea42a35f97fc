1m0.000s       cvp-a                maintenance requested
1m0.000s       cvp-a                draining: no new calls; it carries 4 calls
8m4.792s       cvp-a                stopped
8m14.792s      operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
8m14.792s      vm/pg-1a             answer MMRequest-100: the request is accepted
8m15.792s      vm/pg-1a             status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
8m15.792s      dialer-1/A           maintenance requested
8m15.792s      dialer-1             simplex
8m15.792s      dialer-1/A           draining
8m15.792s      dialer-1/A           stopped
8m15.802s      dialer-1/B           active
8m15.802s      dialer-1             recovered after 0.010s
8m16.792s      vm/pg-1a             status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
8m16.792s      mr-pg-1/A            maintenance requested
8m16.792s      mr-pg-1/A            may shut down: its peer can take over
8m17.792s      vm/pg-1a             status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
8m18.792s      mr-pg-1/A            hands over
8m18.792s      mr-pg-1/A            draining
8m18.792s      mr-pg-1/B            active
8m18.807s      mr-pg-1              simplex
8m18.807s      mr-pg-1/A            stopped
8m18.827s      mr-pg-1              recovered after 2.035s
8m19.792s      vm/pg-1a             status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
8m19.792s      agent-pg-1/A         maintenance requested
8m19.822s      agent-pg-1/A         all clients agreed
8m20.792s      vm/pg-1a             status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
8m21.822s      agent-pg-1/A         hands over, 1 pending state outstanding
8m21.822s      agent-pg-1/A         draining
8m21.822s      agent-pg-1/B         active, 30 phones registered
8m21.822s                           lost: 1 pending state
8m21.837s      agent-pg-1           simplex
8m21.837s      agent-pg-1/A         stopped
8m21.857s      agent-pg-1           recovered after 2.065s
8m22.792s      vm/pg-1a             status MMRequest-300: in progress, with no service in a maintenance of its own
8m24.792s      vru-pg-a             stopped
8m24.792s      vm/pg-1a             status MMRequest-500: in maintenance mode: all services were shut down by the script
8m34.792s      operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
8m34.792s      vm/pg-1a             answer MMRequest-500: in maintenance mode: all services were shut down by the script
9m24.792s      operator             patch vm/pg-1a ES70
9m39.629s      agents/sales-team/6  ready though it had asked for Not Ready
10m34.792s     agent-pg-1/A         started
10m34.792s     cti-1/A              started
10m34.792s     mr-pg-1/A            started
10m34.792s     vru-pg-a             started
10m34.792s     vru-pg-a             activates its PIMs
10m34.792s     dialer-1/A           started
10m34.792s     dialer-1             duplex again
10m34.817s     agent-pg-1/B         hears its peer again
10m34.845s     mr-pg-1/B            hears its peer again
10m35.792s     vm/pg-1a             status MMRequest-200: all services of the machine are up
10m39.792s     vru-pg-a             active
10m39.792s     vru-pg-a             recovered after 2m15.000s
11m4.792s      agent-pg-1/A         standby, in step
11m4.792s      agent-pg-1           duplex again
11m4.792s      mr-pg-1/A            standby, in step
11m4.792s      mr-pg-1              duplex again
