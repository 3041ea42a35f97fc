1h0m0.000s     campaign-manager/A    crashed
1h0m0.000s     campaign-manager      simplex
1h0m0.000s     campaign/collections  2 records in the Dialer's memory: unknown
1h0m0.000s     campaign/collections  10 records dialed: closed, though the result is not known
1h0m0.000s                           lost: 12 outbound records
1h0m10.000s    campaign-manager/A    started
1h1m0.000s     campaign-manager/B    active
1h1m0.000s     campaign-manager      duplex again
1h1m0.000s     campaign-manager      recovered after 1m0.000s
1h20m0.000s    campaign-manager/A    stopped
1h20m0.000s    campaign-manager      simplex
1h20m0.000s    campaign-manager/B    stopped
1h20m0.000s    campaign/collections  8 records in the Dialer's memory: unknown
1h20m0.000s    campaign/collections  9 records dialed: closed, though the result is not known
1h20m0.000s                          lost: 17 outbound records
1h40m10.000s   campaign-manager/A    started
1h41m10.000s   campaign-manager/A    active
1h41m10.000s   campaign-manager      recovered after 21m10.000s
1h41m10.000s   campaign/collections  6 personal callbacks without the agent: any agent of the campaign is to call
1h45m10.000s   campaign-manager/B    started
1h45m10.000s   campaign-manager      duplex again
