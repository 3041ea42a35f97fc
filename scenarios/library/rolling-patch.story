10m0.000s      cvp-b                  maintenance requested
10m0.000s      cvp-b                  draining: no new calls; it carries 86 calls
18m20.219s     cvp-b                  stopped
18m30.219s     operator               maintenance vm/pg-1b (StartMM InstallType 2, ES patch, from orchestration)
18m30.219s     vm/pg-1b               answer MMRequest-100: the request is accepted
18m31.219s     vm/pg-1b               status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
18m31.219s     dialer-1/B             maintenance requested
18m31.219s     dialer-1               simplex
18m31.219s     dialer-1/B             stopped
18m32.219s     vm/pg-1b               status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
18m32.219s     mr-pg-1/B              maintenance requested
18m32.219s     mr-pg-1/B              stopped
18m32.219s     mr-pg-1                simplex
18m32.239s     mr-pg-1                recovered after 0.020s
18m33.219s     vm/pg-1b               status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
18m33.219s     agent-pg-1/B           maintenance requested
18m33.219s     agent-pg-1/B           stopped
18m33.219s     agent-pg-1             simplex
18m33.239s     agent-pg-1             recovered after 0.020s
18m34.219s     vm/pg-1b               status MMRequest-300: in progress, with no service in a maintenance of its own
18m36.219s     vru-pg-b               stopped
18m36.219s     vm/pg-1b               status MMRequest-500: in maintenance mode: all services were shut down by the script
23m36.219s     operator               patch vm/pg-1b ES70
23m36.219s     operator               patch cvp-b ES70
24m46.219s     agent-pg-1/B           started
24m46.219s     cti-1/B                started
24m46.219s     mr-pg-1/B              started
24m46.219s     vru-pg-b               started
24m46.219s     vru-pg-b               activates its PIMs
24m46.219s     dialer-1/B             started
24m46.219s     dialer-1               duplex again
24m46.219s     cvp-b                  started
24m46.251s     mr-pg-1/A              hears its peer again
24m46.267s     agent-pg-1/A           hears its peer again
24m47.219s     vm/pg-1b               status MMRequest-200: all services of the machine are up
24m51.219s     vru-pg-b               active
24m51.219s     vru-pg-b               recovered after 6m15.000s
25m16.219s     agent-pg-1/B           standby, in step
25m16.219s     agent-pg-1             duplex again
25m16.219s     mr-pg-1/B              standby, in step
25m16.219s     mr-pg-1                duplex again
26m16.219s     operator               maintenance vm/rogger-b (StartMM InstallType 2, ES patch, on the machine)
26m16.219s     vm/rogger-b            answer MMRequest-100: the request is accepted
26m17.219s     vm/rogger-b            status MMRequest-300-ROUTER-101: in progress: the Router has been asked
26m17.219s     router/B               maintenance requested
26m17.219s     router/A               isolated-enabled: it runs alone
26m17.219s     router                 simplex
26m17.219s     router/B               draining
26m17.224s     agent-pg-1/B           sends to router/A
26m17.224s     mr-pg-1/B              sends to router/A
26m17.224s     vru-pg-b               sends to router/A
26m17.229s     router/B               stopped
26m17.249s     router                 recovered after 0.030s
26m18.219s     vm/rogger-b            status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
26m19.219s     vm/rogger-b            status MMRequest-300-LOGGER-300: in progress: the Logger stops
26m20.219s     logger/B               stopped
26m20.219s     router                 recovered after 0.000s
26m20.219s     campaign-manager/B     stopped
26m20.219s     campaign-manager       simplex
26m20.219s     vm/rogger-b            status MMRequest-500: in maintenance mode: all services were shut down by the script
31m20.219s     operator               patch vm/rogger-b ES70
32m30.219s     router/B               started
32m30.219s     logger/B               started
32m30.219s     campaign-manager/B     started
32m30.219s     campaign-manager       duplex again
32m30.334s     router/A               hears its peer again
32m31.219s     vm/rogger-b            status MMRequest-200: all services of the machine are up
33m0.334s      router/B               in step with its peer: paired-disabled
33m0.334s      router                 duplex again
33m30.334s     logger/B               standby, in step
33m30.334s     logger/B               recovered 7m13.115s of history
34m30.334s     hds-2                  stopped
39m30.334s     operator               patch vm/aw-b ES70
40m40.334s     hds-2                  started
40m40.334s     hds-2                  recovered after 6m10.000s
41m40.334s     cvp-a                  maintenance requested
41m40.334s     cvp-a                  draining: no new calls; it carries 86 calls
41m46.176s     hds-2                  has caught up with its Logger after 15m28.957s
52m19.411s     cvp-a                  stopped
52m29.411s     operator               maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
52m29.411s     vm/pg-1a               answer MMRequest-100: the request is accepted
52m30.411s     vm/pg-1a               status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
52m30.411s     dialer-1/A             maintenance requested
52m30.411s     dialer-1               simplex
52m30.411s     dialer-1/A             draining
52m30.411s     dialer-1/A             stopped
52m30.421s     dialer-1/B             active
52m30.421s     dialer-1               recovered after 0.010s
52m31.411s     vm/pg-1a               status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
52m31.411s     mr-pg-1/A              maintenance requested
52m31.411s     mr-pg-1/A              may shut down: its peer can take over
52m32.411s     vm/pg-1a               status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
52m33.411s     mr-pg-1/A              hands over
52m33.411s     mr-pg-1/A              draining
52m33.411s     mr-pg-1/B              active
52m33.426s     mr-pg-1                simplex
52m33.426s     mr-pg-1/A              stopped
52m33.446s     mr-pg-1                recovered after 2.035s
52m34.411s     vm/pg-1a               status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
52m34.411s     agent-pg-1/A           maintenance requested
52m34.441s     agent-pg-1/A           all clients agreed
52m35.411s     vm/pg-1a               status MMRequest-300-AGENTPG-300: in progress: the Agent PG asks its clients, hands over or drains
52m36.441s     agent-pg-1/A           hands over, 7 pending states outstanding
52m36.441s     agent-pg-1/A           draining
52m36.441s     agent-pg-1/B           active, 200 phones registered
52m36.441s                            lost: 7 pending states
52m36.456s     agent-pg-1             simplex
52m36.456s     agent-pg-1/A           stopped
52m36.476s     agent-pg-1             recovered after 2.065s
52m37.411s     vm/pg-1a               status MMRequest-300: in progress, with no service in a maintenance of its own
52m39.411s     vru-pg-a               stopped
52m39.411s     vm/pg-1a               status MMRequest-500: in maintenance mode: all services were shut down by the script
52m52.424s     agents/sales-team/90   ready though it had asked for Not Ready
53m7.368s      agents/sales-team/164  ready though it had asked for Not Ready
53m28.946s     agents/sales-team/169  ready though it had asked for Not Ready
53m59.186s     agents/sales-team/137  ready though it had asked for Not Ready
55m2.124s      agents/sales-team/2    ready though it had asked for Not Ready
57m39.411s     operator               patch vm/pg-1a ES70
57m39.411s     operator               patch cvp-a ES70
58m49.411s     agent-pg-1/A           started
58m49.411s     cti-1/A                started
58m49.411s     mr-pg-1/A              started
58m49.411s     vru-pg-a               started
58m49.411s     vru-pg-a               activates its PIMs
58m49.411s     dialer-1/A             started
58m49.411s     dialer-1               duplex again
58m49.411s     cvp-a                  started
58m49.436s     agent-pg-1/B           hears its peer again
58m49.464s     mr-pg-1/B              hears its peer again
58m50.411s     vm/pg-1a               status MMRequest-200: all services of the machine are up
58m54.411s     vru-pg-a               active
58m54.411s     vru-pg-a               recovered after 6m15.000s
59m19.411s     agent-pg-1/A           standby, in step
59m19.411s     agent-pg-1             duplex again
59m19.411s     mr-pg-1/A              standby, in step
59m19.411s     mr-pg-1                duplex again
1h0m19.411s    operator               maintenance vm/rogger-a (StartMM InstallType 2, ES patch, on the machine)
1h0m19.411s    vm/rogger-a            answer MMRequest-100: the request is accepted
1h0m20.411s    vm/rogger-a            status MMRequest-300-ROUTER-101: in progress: the Router has been asked
1h0m20.411s    router/A               maintenance requested
1h0m20.411s    router/A               may shut down: its peer can take over
1h0m21.411s    vm/rogger-a            status MMRequest-300-ROUTER-300: in progress: the Router hands over to its peer
1h0m22.411s    router/A               hands over
1h0m22.411s    router/B               isolated-enabled: it runs alone
1h0m22.411s    router                 simplex
1h0m22.411s    campaign-manager       simplex
1h0m22.411s    router/A               draining
1h0m22.416s    agent-pg-1/A           sends to router/B
1h0m22.416s    agent-pg-1/B           sends to router/B
1h0m22.416s    mr-pg-1/A              sends to router/B
1h0m22.416s    mr-pg-1/B              sends to router/B
1h0m22.416s    vru-pg-a               sends to router/B
1h0m22.416s    vru-pg-b               sends to router/B
1h0m22.421s    router/A               stopped
1h0m22.441s    router                 recovered after 2.030s
1h0m23.411s    vm/rogger-a            status MMRequest-300-LOGGER-101: in progress: the Logger has been asked to stop
1h0m24.411s    vm/rogger-a            status MMRequest-300-LOGGER-300: in progress: the Logger stops
1h0m25.411s    logger/A               stopped
1h0m25.411s    router                 recovered after 0.000s
1h0m25.411s    campaign-manager/A     stopped
1h0m25.411s    vm/rogger-a            status MMRequest-500: in maintenance mode: all services were shut down by the script
1h1m22.411s    campaign-manager/B     active
1h1m22.411s    campaign-manager       recovered after 1m0.000s
1h5m25.411s    operator               patch vm/rogger-a ES70
1h6m35.411s    router/A               started
1h6m35.411s    logger/A               started
1h6m35.411s    campaign-manager/A     started
1h6m35.411s    campaign-manager       duplex again
1h6m35.481s    router/B               hears its peer again
1h6m36.411s    vm/rogger-a            status MMRequest-200: all services of the machine are up
1h7m5.481s     router/A               in step with its peer: paired-disabled
1h7m5.481s     router                 duplex again
1h7m35.481s    logger/A               standby, in step
1h7m35.481s    logger/A               recovered 7m13.070s of history
1h8m35.481s    hds-1                  stopped
1h13m35.481s   operator               patch vm/aw-a ES70
1h14m45.481s   hds-1                  started
1h14m45.481s   hds-1                  recovered after 6m10.000s
1h17m57.412s   hds-1                  has caught up with its Logger after 17m35.001s
