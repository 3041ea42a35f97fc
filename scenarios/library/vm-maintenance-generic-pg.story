3m0.000s       agent-pg-1/A  maintenance requested
3m0.000s       agent-pg-1/A  maintenance rejected: the PG type does not support maintenance mode
5m0.000s       operator      maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
5m0.000s       vm/pg-1a      answer MMRequest-100: the request is accepted
5m1.000s       vm/pg-1a      status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
5m1.000s       mr-pg-1/A     maintenance requested
5m1.000s       mr-pg-1/A     may shut down: its peer can take over
5m2.000s       vm/pg-1a      status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
5m3.000s       mr-pg-1/A     hands over
5m3.000s       mr-pg-1/A     draining
5m3.000s       mr-pg-1/B     active
5m3.015s       mr-pg-1       simplex
5m3.015s       mr-pg-1/A     stopped
5m3.035s       mr-pg-1       recovered after 2.035s
5m4.000s       vm/pg-1a      status MMRequest-300: in progress, with no service in a maintenance of its own
5m6.000s       agent-pg-1/A  stopped
5m6.000s       cti-1/A       stopped
5m6.000s       agent-pg-1    simplex
5m6.000s       vm/pg-1a      status MMRequest-500: in maintenance mode: all services were shut down by the script
5m6.000s                     lost: 9 controls of calls, 11 contexts of calls, 9 split records, 12 sign-ins
5m6.464s       agent-pg-1/B  lost its peer: 5 keep-alives missed
5m6.464s       agent-pg-1/B  registers the phones
5m11.584s      agent-pg-1/B  active, 12 phones registered
6m20.537s      agents        12 agents signed in again in 28.965s
6m20.537s      agent-pg-1    recovered after 1m14.537s
