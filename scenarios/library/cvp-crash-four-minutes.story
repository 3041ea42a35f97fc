5m0.000s       cvp-a  crashed
5m0.000s              lost: 6 routing dialogs
5m10.000s      cvp-a  started
5m10.000s      cvp-a  recovered after 10.000s
