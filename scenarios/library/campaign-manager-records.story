12m0.000s      campaign-manager/A    crashed
12m0.000s      campaign-manager      simplex
12m0.000s      campaign/collections  5 records in the Dialer's memory: unknown
12m0.000s      campaign/collections  13 records dialed: closed, though the result is not known
12m0.000s                            lost: 18 outbound records
12m10.000s     campaign-manager/A    started
13m0.000s      campaign-manager/B    active
13m0.000s      campaign-manager      duplex again
13m0.000s      campaign-manager      recovered after 1m0.000s
