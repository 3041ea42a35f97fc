4m0.000s       operator  not_ready agents/sales-team/1
4m53.921s      operator  not_ready agents/sales-team
6m0.000s       operator  ready agents/sales-team/1
9m0.000s       operator  sign_out agents/sales-team/2
11m0.000s      agents    1 agent signed in again
11m0.000s      operator  sign_in agents/sales-team/2
12m0.000s      operator  surge calls/sales by 2
17m0.000s      operator  end of surge calls/sales by 2
