1m0.000s       cvp-b        maintenance requested
1m0.000s       cvp-b        draining: no new calls; it carries 3 calls
4m0.000s       cvp-a        maintenance requested
4m0.000s       cvp-a        maintenance rejected: REPORTINGSERVER-IP-ADDRESS: the address of the Reporting Server is needed where reportingserver is chosen
8m50.052s      cvp-b        stopped
8m55.052s      reporting-a  maintenance requested
8m55.052s      reporting-a  maintenance rejected: the CVP Call Server must be up and running to shut down a Reporting Server
9m20.052s      reporting-a  maintenance requested
9m20.052s      reporting-a  draining
9m20.057s      reporting-a  stopped
12m30.057s     reporting-a  started
12m30.057s     reporting-a  takes what CVP has held for 3m10.000s
