5m0.000s       cvp-a     maintenance requested
5m0.000s       cvp-a     draining: no new calls; it carries 8 calls
9m4.171s       cvp-a     stopped
9m9.171s       vru-pg-a  stopped
