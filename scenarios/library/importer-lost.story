11m0.000s      operator              import campaign/collections
11m0.000s      campaign/collections  the import begins
12m0.000s      operator              stop importer/A
12m0.000s      campaign/collections  the import stops after 5900 of 10000 records: append the others, or delete all and import them again
13m0.000s      campaign-manager/A    Not Ready: it has lost its importer
13m0.000s      campaign/collections  5 records in the Dialer's memory: unknown
13m0.000s      campaign/collections  10 records dialed: closed, though the result is not known
13m0.000s                            lost: 15 outbound records
13m0.010s      campaign-manager/B    active
13m0.010s      campaign-manager      recovered after 0.010s
