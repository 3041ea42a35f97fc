2m34.000s      router  congestion level 1: 4.50 route requests/s on average, 112.4% of the capacity; 10% of new calls are rejected
6m4.000s       router  congestion level 2: 5.36 route requests/s on average, 134.0% of the capacity; 30% of new calls are rejected
6m9.000s       router  congestion level 3: 6.25 route requests/s on average, 156.4% of the capacity; 30% to 100% of new calls are rejected
9m44.000s      router  congestion level 2: 3.98 route requests/s on average, 99.5% of the capacity; 30% of new calls are rejected
9m45.000s      router  congestion level 1: 3.85 route requests/s on average, 96.2% of the capacity; 10% of new calls are rejected
9m48.000s      router  congestion level 0: 3.51 route requests/s on average, 87.8% of the capacity; no call is rejected any more
