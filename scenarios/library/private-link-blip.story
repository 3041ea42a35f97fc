5m0.000s       agent-pg-1  private link cut
5m0.300s       agent-pg-1  private link healed
5m0.300s       agent-pg-1  recovered after 0.300s
