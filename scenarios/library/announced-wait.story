13:00:00       agents  4 agents signed in again
