8m0.000s       link/public:vru-pg-a/A:router/A  cut
8m0.000s       link/public:vru-pg-a/A:router/B  cut
8m1.616s       vru-pg-a                         sends to router/B
8m1.657s       vru-pg-a                         has no path to a Router
8m2.057s                                        lost: 4 split records, 4 routing dialogs
11m0.000s      link/public:vru-pg-a/A:router/A  healed
11m0.000s      link/public:vru-pg-a/A:router/B  healed
11m0.239s      vru-pg-a                         sends to router/B
11m0.239s      vru-pg-a                         recovered after 3m0.239s
