1m0.000s       operator      maintenance vm/hds-1 (StartMM InstallType 2, ES patch, on the machine)
1m0.000s       vm/hds-1      answer MMRequest-400-NOVALIDCOMP-400: refused: the machine has no PG, Router or Logger service
2m0.000s       operator      maintenance vm/rogger-a (StartMM InstallType 2, ES patch, from orchestration)
2m0.000s       vm/rogger-a   answer MMRequest-400: a Rogger machine cannot be put into maintenance mode from orchestration
3m0.000s       operator      maintenance vm/mixed (StartMM InstallType 2, ES patch, on the machine)
3m0.000s       vm/mixed      answer MMRequest-400-NODISCRETECOMP-400: refused: beside its PG or Router services the machine has services of another kind
4m0.000s       router/B      stopped
4m0.000s       logger/B      stopped
4m0.005s       agent-pg-1/B  sends to router/A
4m0.451s       router/A      lost its peer: 5 keep-alives missed
4m0.451s       router        simplex
4m0.451s       router/A      isolated-enabled: it runs alone
4m0.451s       router        requests are processed again after 0.451s
4m0.451s       router        recovered after 0.451s
4m1.000s       vm/rogger-a   status MMRequest-200: all services of the machine are up
5m0.000s       operator      maintenance vm/rogger-b (StartMM InstallType 2, ES patch, on the machine)
5m0.000s       vm/rogger-b   answer MMRequest-402: the services were down already, without a maintenance
6m10.000s      router/B      started
6m10.000s      logger/B      started
6m10.032s      router/A      hears its peer again
6m11.000s      vm/rogger-b   status MMRequest-200: all services of the machine are up
6m40.032s      router/B      in step with its peer: paired-disabled
6m40.032s      router        duplex again
7m10.032s      logger/B      standby, in step
7m10.032s      logger/B      recovered 3m10.032s of history
