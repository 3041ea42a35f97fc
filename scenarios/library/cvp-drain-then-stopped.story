5m0.000s       cvp-a  maintenance requested
5m0.000s       cvp-a  draining: no new calls; it carries 8 calls
6m0.000s       cvp-a  stopped
6m0.000s              lost: 8 calls
