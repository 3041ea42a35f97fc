5m0.000s       cti-manager/A         stopped
5m0.000s       cti-manager           simplex
5m0.005s       agent-pg-1            simplex
5m0.005s       agent-pg-1/A          lost its CTI Manager: its PIM is out of service
5m0.005s       agent-pg-1/B          registers the phones
5m0.005s                             lost: 2 pending states, 8 controls of calls, 10 contexts of calls, 8 split records, 12 sign-ins
5m5.125s       agent-pg-1/B          active, 12 phones registered
5m30.005s      agent-pg-1/A          standby, in step
6m14.078s      agents                12 agents signed in again in 28.965s
6m14.078s      agent-pg-1            recovered after 1m14.073s
7m0.000s       agent-pg-1/B          stopped
7m0.000s                             lost: 1 pending state, 10 controls of calls, 7 contexts of calls, 10 split records, 12 sign-ins
7m0.457s       agent-pg-1/A          lost its peer: 5 keep-alives missed
7m22.269s                            lost: 1 event never published
7m32.282s                            lost: 1 event never published
7m43.825s                            lost: 1 event never published
8m2.646s                             lost: 1 event never published
8m42.566s                            lost: 1 event never published
8m51.486s                            lost: 1 event never published
9m1.681s                             lost: 1 event never published
9m35.323s                            lost: 1 event never published
9m51.264s                            lost: 1 event never published
10m10.000s     cti-manager/A         started
10m10.000s     cti-manager           duplex again
10m10.005s     agent-pg-1/A          registers the phones
10m15.125s     agent-pg-1/A          active, 12 phones registered
11m19.223s     agents/sales-team/12  ready though it had asked for Not Ready
11m26.089s     agents/sales-team/8   ready though it had asked for Not Ready
11m29.426s     agents                12 agents signed in again in 37.904s
11m29.426s     agent-pg-1            recovered after 4m29.426s
17m10.000s     agent-pg-1/B          started
17m10.047s     agent-pg-1/A          hears its peer again
17m40.000s     agent-pg-1/B          standby, in step
17m40.000s     agent-pg-1            duplex again
