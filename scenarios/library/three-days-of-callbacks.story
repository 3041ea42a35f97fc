2026-03-04 08:00:00 agents  30 agents signed in again in 48h0m0.000s
