5m0.000s       campaign-manager/A  crashed
5m0.000s       campaign-manager    simplex
5m10.000s      campaign-manager/A  started
6m0.000s       campaign-manager/B  active
6m0.000s       campaign-manager    duplex again
6m0.000s       campaign-manager    recovered after 1m0.000s
