1m0.000s       operator      maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/pg-1a      answer MMRequest-100: the request is accepted
1m1.000s       vm/pg-1a      status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
1m1.000s       dialer-1/A    maintenance requested
1m1.000s       dialer-1      simplex
1m1.000s       dialer-1/A    draining
1m1.000s       dialer-1/A    stopped
1m1.010s       dialer-1/B    active
1m1.010s       dialer-1      recovered after 0.010s
1m2.000s       vm/pg-1a      status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
1m2.000s       mr-pg-1/A     maintenance requested
1m2.000s       mr-pg-1/A     may shut down: its peer can take over
1m3.000s       vm/pg-1a      status MMRequest-300-MRPG-300: in progress: the MR PG hands its tasks over
1m4.000s       mr-pg-1/A     hands over
1m4.000s       mr-pg-1/A     draining
1m4.000s       mr-pg-1/B     active
1m4.015s       mr-pg-1       simplex
1m4.015s       mr-pg-1/A     stopped
1m4.035s       mr-pg-1       recovered after 2.035s
1m5.000s       vm/pg-1a      status MMRequest-300-AGENTPG-101: in progress: the Agent PG has been asked
1m5.000s       agent-pg-1/A  maintenance requested
1m5.030s       agent-pg-1/A  maintenance rejected: a CTI client rejected it
1m5.030s       agent-pg-1    recovered after 0.030s
1m6.000s       vm/pg-1a      status MMRequest-401-AGENTPG-400: failed: the Agent PG rejected the request
3m1.000s       vm/pg-1a      status MMRequest-401: partly in service: a maintenance failed half-way, or not all services have been started again
3m10.000s      mr-pg-1/A     started
3m10.000s      dialer-1/A    started
3m10.000s      dialer-1      duplex again
3m10.053s      mr-pg-1/B     hears its peer again
3m11.000s      vm/pg-1a      status MMRequest-200: all services of the machine are up
3m40.000s      mr-pg-1/A     standby, in step
3m40.000s      mr-pg-1       duplex again
