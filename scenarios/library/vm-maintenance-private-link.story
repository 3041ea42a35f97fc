3m0.000s       operator             maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
3m0.000s       vm/pg-1a             answer MMRequest-100: the request is accepted
3m1.000s       vm/pg-1a             status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
3m1.000s       dialer-1/A           maintenance requested
3m1.000s       dialer-1             simplex
3m1.000s       dialer-1/A           draining
3m1.000s       dialer-1/A           stopped
3m1.010s       dialer-1/B           active
3m1.010s       dialer-1             recovered after 0.010s
3m2.000s       vm/pg-1a             status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
3m2.000s       mr-pg-1/A            maintenance requested
3m2.000s       mr-pg-1/A            may shut down: its peer can take over
3m3.000s       vm/pg-1a             status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
3m4.000s       mr-pg-1/A            hands over
3m4.000s       mr-pg-1/A            draining
3m4.000s       mr-pg-1/B            active
3m4.015s       mr-pg-1              simplex
3m4.015s       mr-pg-1/A            stopped
3m4.035s       mr-pg-1              recovered after 2.035s
3m5.000s       vm/pg-1a             status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
3m5.000s       agent-pg-1/A         maintenance requested
3m5.030s       agent-pg-1/A         all clients agreed
3m5.130s       agent-pg-1           private link cut
3m5.557s       agent-pg-1/A         lost its peer: 5 keep-alives missed
3m5.557s       agent-pg-1/A         the shutdown failed: it stops, its peer restarts in simplex mode
3m5.557s       dialer-1/B           Not Ready: it has lost its CTI server
3m5.557s       agent-pg-1           simplex
3m5.557s       agent-pg-1/A         stopped
3m5.557s                            lost: 2 pending states, 22 controls of calls, 22 contexts of calls, 22 split records, 30 sign-ins
3m6.000s       vm/pg-1a             status MMRequest-401: partly in service: a maintenance failed half-way, or not all services have been started again
3m8.459s                            lost: 1 event never published
3m10.136s                           lost: 1 event never published
3m15.557s      agent-pg-1/B         started
3m15.557s      agent-pg-1/B         registers the phones
3m20.857s      agent-pg-1/B         active, 30 phones registered
3m20.867s      dialer-1/B           active
3m20.867s      dialer-1             recovered after 15.310s
3m35.130s      agent-pg-1           private link healed
4m22.458s      agents/sales-team/5  ready though it had asked for Not Ready
4m32.910s      agents               30 agents signed in again in 36.974s
4m32.910s      agent-pg-1           recovered after 1m27.910s
