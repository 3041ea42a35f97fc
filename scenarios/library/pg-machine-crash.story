5m0.000s       agent-pg-1/A          crashed with 9 calls in talk and 3 pending states
5m0.000s       dialer-1              simplex
5m0.000s       dialer-1/A            Not Ready: it has lost its CTI server
5m0.000s       cti-1/A               crashed with 0 calls in talk and 0 pending states
5m0.000s       agent-pg-1            simplex
5m0.000s       mr-pg-1/A             crashed
5m0.000s       vru-pg-a              crashed
5m0.000s       dialer-1/A            crashed
5m0.000s                             lost: 3 pending states, 9 controls of calls, 10 contexts of calls, 13 split records, 12 sign-ins, 4 routing dialogs
5m0.460s       mr-pg-1/B             lost its peer: 5 keep-alives missed
5m0.460s       mr-pg-1               simplex
5m0.460s       mr-pg-1/B             activates its PIMs
5m0.464s       agent-pg-1/B          lost its peer: 5 keep-alives missed
5m0.464s       agent-pg-1/B          registers the phones
5m5.460s       mr-pg-1/B             active
5m5.460s       mr-pg-1               recovered after 5.460s
5m5.584s       agent-pg-1/B          active, 12 phones registered
5m5.594s       dialer-1/B            active
5m5.594s       dialer-1              recovered after 5.594s
6m1.994s       agents/sales-team/2   ready though it had asked for Not Ready
6m14.225s      agents/sales-team/12  ready though it had asked for Not Ready
6m14.537s      agents                12 agents signed in again in 28.965s
6m14.537s      agent-pg-1            recovered after 1m14.537s
8m0.000s       agent-pg-1/A          started
8m0.000s       cti-1/A               started
8m0.000s       mr-pg-1/A             started
8m0.000s       vru-pg-a              started
8m0.000s       vru-pg-a              activates its PIMs
8m0.000s       dialer-1/A            started
8m0.000s       dialer-1              duplex again
8m0.025s       agent-pg-1/B          hears its peer again
8m0.053s       mr-pg-1/B             hears its peer again
8m5.000s       vru-pg-a              active
8m5.000s       vru-pg-a              recovered after 3m5.000s
8m30.000s      agent-pg-1/A          standby, in step
8m30.000s      agent-pg-1            duplex again
8m30.000s      mr-pg-1/A             standby, in step
8m30.000s      mr-pg-1               duplex again
