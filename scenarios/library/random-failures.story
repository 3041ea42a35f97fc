24h12m44.878s  agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
24h12m45.357s  agent-pg-1/A  lost its peer: 5 keep-alives missed
24h12m45.357s  agent-pg-1    simplex
24h12m45.357s  agent-pg-1    recovered after 0.479s
24h56m56.333s  agent-pg-1/B  started
24h56m56.380s  agent-pg-1/A  hears its peer again
24h57m26.333s  agent-pg-1/B  standby, in step
24h57m26.333s  agent-pg-1    duplex again
60h7m30.813s   agent-pg-1/A  crashed with 2 calls in talk and 0 pending states
60h7m30.813s                 lost: 2 controls of calls, 2 contexts of calls, 2 split records, 10 sign-ins
60h7m31.264s   agent-pg-1/B  lost its peer: 5 keep-alives missed
60h7m31.264s   agent-pg-1    simplex
60h7m31.264s   agent-pg-1/B  registers the phones
60h7m36.364s   agent-pg-1/B  active, 10 phones registered
60h8m45.317s   agents        10 agents signed in again in 28.965s
60h8m45.317s   agent-pg-1    recovered after 1m14.503s
60h31m32.435s  agent-pg-1/A  started
60h31m32.460s  agent-pg-1/B  hears its peer again
60h32m2.435s   agent-pg-1/A  standby, in step
60h32m2.435s   agent-pg-1    duplex again
170h32m8.653s  agent-pg-1/A  crashed with 0 calls in talk and 0 pending states
170h32m9.160s  agent-pg-1/B  lost its peer: 5 keep-alives missed
170h32m9.160s  agent-pg-1    simplex
170h32m9.160s  agent-pg-1    recovered after 0.507s
171h33m34.596s agent-pg-1/A  started
171h33m34.711s agent-pg-1/B  hears its peer again
171h34m4.596s  agent-pg-1/A  standby, in step
171h34m4.596s  agent-pg-1    duplex again
186h46m31.874s agent-pg-1/A  crashed with 0 calls in talk and 0 pending states
186h46m32.311s agent-pg-1/B  lost its peer: 5 keep-alives missed
186h46m32.311s agent-pg-1    simplex
186h46m32.311s agent-pg-1    recovered after 0.437s
188h37m21.572s agent-pg-1/A  started
188h37m21.603s agent-pg-1/B  hears its peer again
188h37m51.572s agent-pg-1/A  standby, in step
188h37m51.572s agent-pg-1    duplex again
204h24m15.174s agent-pg-1/B  crashed with 3 calls in talk and 0 pending states
204h24m15.174s               lost: 3 controls of calls, 4 contexts of calls, 3 split records, 10 sign-ins
204h24m15.680s agent-pg-1/A  lost its peer: 5 keep-alives missed
204h24m15.680s agent-pg-1    simplex
204h24m15.680s agent-pg-1/A  registers the phones
204h24m20.780s agent-pg-1/A  active, 10 phones registered
204h25m35.081s agents        10 agents signed in again in 37.904s
204h25m35.081s agent-pg-1    recovered after 1m19.907s
207h53m25.857s agent-pg-1/B  started
207h53m25.941s agent-pg-1/A  hears its peer again
207h53m55.857s agent-pg-1/B  standby, in step
207h53m55.857s agent-pg-1    duplex again
270h51m18.723s agent-pg-1/A  crashed with 2 calls in talk and 0 pending states
270h51m18.723s               lost: 2 controls of calls, 2 contexts of calls, 2 split records, 10 sign-ins
270h51m19.203s agent-pg-1/B  lost its peer: 5 keep-alives missed
270h51m19.203s agent-pg-1    simplex
270h51m19.203s agent-pg-1/B  registers the phones
270h51m24.303s agent-pg-1/B  active, 10 phones registered
270h52m28.665s agents        10 agents signed in again in 26.947s
270h52m28.665s agent-pg-1    recovered after 1m9.943s
272h23m47.928s agent-pg-1/A  started
272h23m47.991s agent-pg-1/B  hears its peer again
272h24m17.928s agent-pg-1/A  standby, in step
272h24m17.928s agent-pg-1    duplex again
300h41m9.285s  agent-pg-1/B  crashed with 5 calls in talk and 0 pending states
300h41m9.285s                lost: 5 controls of calls, 5 contexts of calls, 5 split records, 10 sign-ins
300h41m9.741s  agent-pg-1/A  lost its peer: 5 keep-alives missed
300h41m9.741s  agent-pg-1    simplex
300h41m9.741s  agent-pg-1/A  registers the phones
300h41m14.841s agent-pg-1/A  active, 10 phones registered
300h42m27.241s agents        10 agents signed in again in 34.120s
300h42m27.241s agent-pg-1    recovered after 1m17.956s
301h22m17.267s agent-pg-1/B  started
301h22m17.318s agent-pg-1/A  hears its peer again
301h22m47.267s agent-pg-1/B  standby, in step
301h22m47.267s agent-pg-1    duplex again
378h11m53.384s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
378h11m53.818s agent-pg-1/A  lost its peer: 5 keep-alives missed
378h11m53.818s agent-pg-1    simplex
378h11m53.818s agent-pg-1    recovered after 0.434s
380h0m39.744s  agent-pg-1/B  started
380h0m39.851s  agent-pg-1/A  hears its peer again
380h1m9.744s   agent-pg-1/B  standby, in step
380h1m9.744s   agent-pg-1    duplex again
380h17m53.069s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
380h17m53.551s agent-pg-1/A  lost its peer: 5 keep-alives missed
380h17m53.551s agent-pg-1    simplex
380h17m53.551s agent-pg-1    recovered after 0.481s
389h59m27.047s agent-pg-1/B  started
389h59m27.142s agent-pg-1/A  hears its peer again
389h59m57.047s agent-pg-1/B  standby, in step
389h59m57.047s agent-pg-1    duplex again
397h55m54.735s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
397h55m55.242s agent-pg-1/A  lost its peer: 5 keep-alives missed
397h55m55.242s agent-pg-1    simplex
397h55m55.242s agent-pg-1    recovered after 0.507s
398h37m41.714s agent-pg-1/B  started
398h37m41.774s agent-pg-1/A  hears its peer again
398h38m11.714s agent-pg-1/B  standby, in step
398h38m11.714s agent-pg-1    duplex again
403h36m11.373s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
403h36m11.874s agent-pg-1/A  lost its peer: 5 keep-alives missed
403h36m11.874s agent-pg-1    simplex
403h36m11.874s agent-pg-1    recovered after 0.501s
403h54m46.382s agent-pg-1/B  started
403h54m46.440s agent-pg-1/A  hears its peer again
403h55m16.382s agent-pg-1/B  standby, in step
403h55m16.382s agent-pg-1    duplex again
429h36m27.794s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
429h36m28.240s agent-pg-1/A  lost its peer: 5 keep-alives missed
429h36m28.240s agent-pg-1    simplex
429h36m28.240s agent-pg-1    recovered after 0.446s
435h23m6.255s  agent-pg-1/B  started
435h23m6.276s  agent-pg-1/A  hears its peer again
435h23m36.255s agent-pg-1/B  standby, in step
435h23m36.255s agent-pg-1    duplex again
443h40m11.770s agent-pg-1/A  crashed with 1 call in talk and 0 pending states
443h40m11.770s               lost: 1 control of a call, 2 contexts of calls, 1 split record, 10 sign-ins
443h40m12.191s agent-pg-1/B  lost its peer: 5 keep-alives missed
443h40m12.191s agent-pg-1    simplex
443h40m12.191s agent-pg-1/B  registers the phones
443h40m17.291s agent-pg-1/B  active, 10 phones registered
443h41m30.626s agents        10 agents signed in again in 33.259s
443h41m30.626s agent-pg-1    recovered after 1m18.856s
448h17m22.280s agent-pg-1/A  started
448h17m22.310s agent-pg-1/B  hears its peer again
448h17m52.280s agent-pg-1/A  standby, in step
448h17m52.280s agent-pg-1    duplex again
457h28m46.901s agent-pg-1/B  crashed with 3 calls in talk and 0 pending states
457h28m46.901s               lost: 3 controls of calls, 3 contexts of calls, 3 split records, 10 sign-ins
457h28m47.376s agent-pg-1/A  lost its peer: 5 keep-alives missed
457h28m47.376s agent-pg-1    simplex
457h28m47.376s agent-pg-1/A  registers the phones
457h28m52.476s agent-pg-1/A  active, 10 phones registered
457h29m55.427s agents        10 agents signed in again in 25.198s
457h29m55.427s agent-pg-1    recovered after 1m8.526s
457h53m49.138s agent-pg-1/B  started
457h53m49.244s agent-pg-1/A  hears its peer again
457h54m19.138s agent-pg-1/B  standby, in step
457h54m19.138s agent-pg-1    duplex again
474h8m54.736s  agent-pg-1/A  crashed with 1 call in talk and 0 pending states
474h8m54.736s                lost: 1 control of a call, 2 contexts of calls, 1 split record, 10 sign-ins
474h8m55.210s  agent-pg-1/B  lost its peer: 5 keep-alives missed
474h8m55.210s  agent-pg-1    simplex
474h8m55.210s  agent-pg-1/B  registers the phones
474h9m0.310s   agent-pg-1/B  active, 10 phones registered
474h10m14.372s agents        10 agents signed in again in 31.059s
474h10m14.372s agent-pg-1    recovered after 1m19.636s
476h24m18.001s agent-pg-1/A  started
476h24m18.060s agent-pg-1/B  hears its peer again
476h24m48.001s agent-pg-1/A  standby, in step
476h24m48.001s agent-pg-1    duplex again
488h10m31.752s agent-pg-1/B  crashed with 2 calls in talk and 0 pending states
488h10m31.752s               lost: 3 controls of calls, 4 contexts of calls, 3 split records, 10 sign-ins
488h10m32.244s agent-pg-1/A  lost its peer: 5 keep-alives missed
488h10m32.244s agent-pg-1    simplex
488h10m32.244s agent-pg-1/A  registers the phones
488h10m36.708s               lost: 1 event never published
488h10m37.344s agent-pg-1/A  active, 10 phones registered
488h11m48.256s agents        10 agents signed in again in 35.776s
488h11m48.256s agent-pg-1    recovered after 1m16.505s
492h8m52.680s  agent-pg-1/B  started
492h8m52.780s  agent-pg-1/A  hears its peer again
492h9m22.680s  agent-pg-1/B  standby, in step
492h9m22.680s  agent-pg-1    duplex again
563h7m53.551s  agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
563h7m53.980s  agent-pg-1/A  lost its peer: 5 keep-alives missed
563h7m53.980s  agent-pg-1    simplex
563h7m53.980s  agent-pg-1    recovered after 0.430s
588h8m28.855s  agent-pg-1/B  started
588h8m28.895s  agent-pg-1/A  hears its peer again
588h8m58.855s  agent-pg-1/B  standby, in step
588h8m58.855s  agent-pg-1    duplex again
591h29m23.866s agent-pg-1/A  crashed with 2 calls in talk and 0 pending states
591h29m23.866s               lost: 2 controls of calls, 2 contexts of calls, 2 split records, 10 sign-ins
591h29m24.360s agent-pg-1/B  lost its peer: 5 keep-alives missed
591h29m24.360s agent-pg-1    simplex
591h29m24.360s agent-pg-1/B  registers the phones
591h29m29.460s agent-pg-1/B  active, 10 phones registered
591h30m39.091s agents        10 agents signed in again in 28.785s
591h30m39.091s agent-pg-1    recovered after 1m15.224s
591h30m49.518s agent-pg-1/A  started
591h30m49.599s agent-pg-1/B  hears its peer again
591h31m19.518s agent-pg-1/A  standby, in step
591h31m19.518s agent-pg-1    duplex again
633h43m39.494s agent-pg-1/A  crashed with 0 calls in talk and 0 pending states
633h43m39.999s agent-pg-1/B  lost its peer: 5 keep-alives missed
633h43m39.999s agent-pg-1    simplex
633h43m39.999s agent-pg-1    recovered after 0.504s
637h34m26.338s agent-pg-1/A  started
637h34m26.409s agent-pg-1/B  hears its peer again
637h34m56.338s agent-pg-1/A  standby, in step
637h34m56.338s agent-pg-1    duplex again
667h8m29.810s  agent-pg-1/B  crashed with 5 calls in talk and 0 pending states
667h8m29.810s                lost: 5 controls of calls, 5 contexts of calls, 5 split records, 10 sign-ins
667h8m30.295s  agent-pg-1/A  lost its peer: 5 keep-alives missed
667h8m30.295s  agent-pg-1    simplex
667h8m30.295s  agent-pg-1/A  registers the phones
667h8m35.395s  agent-pg-1/A  active, 10 phones registered
667h9m46.036s  agents        10 agents signed in again in 34.924s
667h9m46.036s  agent-pg-1    recovered after 1m16.226s
668h59m58.992s agent-pg-1/B  started
668h59m59.055s agent-pg-1/A  hears its peer again
669h0m28.992s  agent-pg-1/B  standby, in step
669h0m28.992s  agent-pg-1    duplex again
672h43m54.141s agent-pg-1/B  crashed with 0 calls in talk and 0 pending states
672h43m54.655s agent-pg-1/A  lost its peer: 5 keep-alives missed
672h43m54.655s agent-pg-1    simplex
672h43m54.655s agent-pg-1    recovered after 0.514s
677h23m20.949s agent-pg-1/B  started
677h23m21.003s agent-pg-1/A  hears its peer again
677h23m50.949s agent-pg-1/B  standby, in step
677h23m50.949s agent-pg-1    duplex again
687h23m48.508s agent-pg-1/A  crashed with 0 calls in talk and 0 pending states
687h23m48.508s               lost: 10 sign-ins
687h23m49.009s agent-pg-1/B  lost its peer: 5 keep-alives missed
687h23m49.009s agent-pg-1    simplex
687h23m49.009s agent-pg-1/B  registers the phones
687h23m54.109s agent-pg-1/B  active, 10 phones registered
687h25m4.321s  agents        10 agents signed in again in 34.134s
687h25m4.321s  agent-pg-1    recovered after 1m15.813s
689h27m53.476s agent-pg-1/A  started
689h27m53.555s agent-pg-1/B  hears its peer again
689h28m23.476s agent-pg-1/A  standby, in step
689h28m23.476s agent-pg-1    duplex again
693h46m14.512s agent-pg-1/B  crashed with 1 call in talk and 0 pending states
693h46m14.512s               lost: 1 control of a call, 1 context of a call, 1 split record, 10 sign-ins
693h46m15.003s agent-pg-1/A  lost its peer: 5 keep-alives missed
693h46m15.003s agent-pg-1    simplex
693h46m15.003s agent-pg-1/A  registers the phones
693h46m20.103s agent-pg-1/A  active, 10 phones registered
693h47m34.626s agents        10 agents signed in again in 38.400s
693h47m34.626s agent-pg-1    recovered after 1m20.114s
695h6m30.340s  agent-pg-1/B  started
695h6m30.387s  agent-pg-1/A  hears its peer again
695h7m0.340s   agent-pg-1/B  standby, in step
695h7m0.340s   agent-pg-1    duplex again
