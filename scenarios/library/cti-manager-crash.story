5m0.000s       cti-manager/A  crashed
5m0.000s       cti-manager    simplex
5m0.005s       agent-pg-1     simplex
5m0.005s       agent-pg-1/A   lost its CTI Manager: its PIM is out of service
5m0.005s       agent-pg-1/B   registers the phones
5m0.005s                      lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m5.125s       agent-pg-1/B   active, 12 phones registered
5m10.000s      cti-manager/A  started
5m10.000s      cti-manager    duplex again
5m30.005s      agent-pg-1/A   standby, in step
5m30.005s      agent-pg-1     duplex again
6m14.078s      agents         12 agents signed in again in 28.965s
6m14.078s      agent-pg-1     recovered after 1m14.073s
