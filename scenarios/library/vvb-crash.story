5m0.000s       vvb-a  crashed
5m0.000s              lost: 5 calls
5m10.000s      vvb-a  started
5m10.000s      vvb-a  recovered after 10.000s
