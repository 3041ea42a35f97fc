3m0.000s       agent-pg-1/B  stopped
3m0.457s       agent-pg-1/A  lost its peer: 5 keep-alives missed
3m0.457s       agent-pg-1    simplex
3m0.457s       agent-pg-1    recovered after 0.457s
5m0.000s       agent-pg-1/A  maintenance requested
5m0.000s       agent-pg-1/A  maintenance rejected: it runs in simplex mode
