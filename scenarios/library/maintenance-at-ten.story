20:00:00       agents  10 agents signed in again in 15h0m0.000s
