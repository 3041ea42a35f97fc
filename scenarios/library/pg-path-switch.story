5m0.000s       link/public:agent-pg-1/A:router/A  cut
5m1.836s       agent-pg-1/A                       sends to router/B
5m1.968s       agent-pg-1                         recovered after 1.968s
10m0.000s      link/public:agent-pg-1/A:router/A  healed
