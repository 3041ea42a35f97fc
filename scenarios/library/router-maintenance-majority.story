2m0.000s       router/A      maintenance requested
2m0.000s       router/A      maintenance rejected: the other side would lack device majority once this one is gone
4m0.000s       router/B      maintenance requested
4m0.000s       router/A      isolated-enabled: it runs alone
4m0.000s       router        simplex
4m0.000s       router/B      draining
4m0.005s       agent-pg-1/B  sends to router/A
4m0.010s       router/B      stopped
4m0.030s       router        recovered after 0.030s
