30.000s        operator    fail mr-pg-1/A
1m0.000s       operator    maintenance vm/pg-1a (StartMM InstallType 2, ES patch, from orchestration)
1m0.000s       vm/pg-1a    answer MMRequest-100: the request is accepted
1m1.000s       vm/pg-1a    status MMRequest-300-DIALER-101: in progress: the Dialer has been asked
1m1.000s       dialer-1/A  maintenance requested
1m1.000s       dialer-1    simplex
1m1.000s       dialer-1/A  draining
1m1.000s       dialer-1/A  stopped
1m1.010s       dialer-1/B  active
1m1.010s       dialer-1    recovered after 0.010s
1m2.000s       vm/pg-1a    status MMRequest-300-MRPG-101: in progress: the MR PG has been asked
1m2.000s       mr-pg-1/A   maintenance requested
1m2.000s       mr-pg-1/A   maintenance rejected: the service rejects the request
1m3.000s       vm/pg-1a    status MMRequest-401-MRPG-400: failed: the MR PG rejected the request
