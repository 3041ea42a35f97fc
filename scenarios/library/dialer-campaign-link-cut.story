12m0.000s      link/campaign:dialer-1/A  cut
12m2.000s      campaign/collections      5 records in the Dialer's memory: unknown
12m2.000s      campaign/collections      13 records dialed: stays so, nobody can report the result
12m2.000s      dialer-1                  simplex
12m2.000s      dialer-1/A                Not Ready: it has lost the Campaign Manager
12m2.000s                                lost: 18 outbound records
12m2.010s      dialer-1/B                active
12m2.010s      dialer-1                  recovered after 2.010s
17m0.000s      link/campaign:dialer-1/A  healed
17m0.000s      dialer-1                  duplex again
