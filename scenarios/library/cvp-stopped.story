5m0.000s       cvp-a  stopped
5m0.000s              lost: 7 calls
