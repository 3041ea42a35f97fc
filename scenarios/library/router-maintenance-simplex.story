2m0.000s       router/B      stopped
2m0.005s       agent-pg-1/B  sends to router/A
2m0.451s       router/A      lost its peer: 5 keep-alives missed
2m0.451s       router        simplex
2m0.451s       router/A      isolated-enabled: it runs alone
2m0.451s       router        requests are processed again after 0.451s
2m0.451s       router        recovered after 0.451s
4m0.000s       router/A      maintenance requested
4m0.000s       router/A      maintenance rejected: it runs in simplex mode
