10m0.000s      agents/floor/1  sets agents/sales-team/5 Not Ready, code 999
11m0.000s      agents/floor/1  sets agents/sales-team/3 Ready, code 999
11m0.000s      agents/floor/1  sets agents/sales-team/5 Ready, code 999
11m0.000s      agents/floor/1  sets agents/sales-team/6 Ready, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/1 out, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/2 out, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/3 out, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/4 out, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/5 out, code 999
12m30.000s     agents/floor/1  signs agents/sales-team/6 out, code 999
12m30.000s                     lost: 6 controls of calls
