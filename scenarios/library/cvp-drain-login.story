4m0.000s       reporting-a  maintenance requested
4m0.000s       reporting-a  maintenance rejected: CALLSERVER-USERNAME, CALLSERVER-PASSWORD: the Call Server does not accept them
5m0.000s       cvp-a        maintenance requested
5m0.000s       cvp-a        maintenance rejected: CALLSERVER-USERNAME, CALLSERVER-PASSWORD: the Call Server does not accept them
6m0.000s       cvp-a        maintenance requested
6m0.000s       cvp-a        draining: no new calls; it carries 9 calls
9m4.171s       cvp-a        stopped
