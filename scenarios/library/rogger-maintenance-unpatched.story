1m0.000s       operator     maintenance vm/rogger-a (StartMM InstallType 2, ES patch, on the machine)
1m0.000s       vm/rogger-a  answer MMRequest-100: the request is accepted
1m1.000s       vm/rogger-a  status MMRequest-300-ROUTER-101: in progress: the Router has been asked
1m1.000s       router/A     maintenance requested
1m1.000s       router/A     maintenance rejected: a patch that maintenance mode needs is missing on a side
1m2.000s       vm/rogger-a  status MMRequest-401-ROUTER-400: failed: the Router rejected the request
