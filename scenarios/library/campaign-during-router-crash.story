12m0.000s      router/A              crashed
12m0.000s      campaign-manager      simplex
12m0.000s      campaign/collections  1 record in the Dialer's memory: unknown
12m0.000s      campaign/collections  13 records dialed: closed, though the result is not known
12m0.000s                            lost: 14 outbound records
12m0.005s      agent-pg-1/A          sends to router/B
12m0.005s      mr-pg-1/A             sends to router/B
12m0.005s      vru-pg-a              sends to router/B
12m0.100s      router/B              crashed
12m0.105s      agent-pg-1/B          has no path to a Router
12m0.105s      mr-pg-1/B             has no path to a Router
12m0.105s      vru-pg-b              has no path to a Router
12m0.105s      vru-pg-b              recovered after 0.000s
12m0.120s      agent-pg-1/A          has no path to a Router
12m0.120s      agent-pg-1            recovered after 0.000s
12m0.120s      mr-pg-1/A             has no path to a Router
12m0.120s      mr-pg-1               recovered after 0.000s
12m0.120s      vru-pg-a              has no path to a Router
12m0.120s      vru-pg-a              recovered after 0.000s
15m10.000s     router/A              started
15m10.100s     router/B              started
15m10.126s     mr-pg-1/B             sends to router/B
15m10.127s     mr-pg-1/A             sends to router/A
15m10.181s     vru-pg-b              sends to router/A
15m10.215s     router/A              hears its peer again
15m10.215s     router/A              isolated-enabled: it runs alone
15m10.215s     router                requests are processed again after 3m10.215s
15m10.215s     router                recovered after 3m10.215s
15m10.226s     agent-pg-1/A          sends to router/A
15m10.263s     agent-pg-1/B          sends to router/A
15m10.289s     mr-pg-1/B             sends to router/A
15m10.289s     mr-pg-1               recovered after 0.162s
15m10.295s     vru-pg-a              sends to router/A
15m40.215s     router/B              in step with its peer: paired-disabled
15m40.215s     logger/A              standby, in step
15m40.215s     logger/A              recovered 30.000s of history
16m10.215s     logger/B              standby, in step
16m10.215s     logger/A              recovered 0.100s of history
16m10.215s     logger/B              recovered 1m0.000s of history
16m10.215s     campaign-manager/A    active
16m10.215s     campaign-manager      duplex again
16m10.215s     campaign-manager      recovered after 4m10.215s
17m36.545s     hds-2                 has caught up with its Logger after 5m36.445s
18m22.563s     hds-1                 has caught up with its Logger after 6m22.563s
