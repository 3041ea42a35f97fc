5m0.000s       gateway-a  crashed
5m0.000s                  lost: 7 calls
5m10.000s      gateway-a  started
5m10.000s      gateway-a  recovered after 10.000s
