5m0.000s       vru-pg-a  crashed
5m0.000s                 lost: 13 split records, 13 routing dialogs
5m10.000s      vru-pg-a  started
5m10.000s      vru-pg-a  activates its PIMs
5m15.000s      vru-pg-a  active
5m15.000s      vru-pg-a  recovered after 15.000s
