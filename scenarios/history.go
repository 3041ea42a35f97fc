package scenarios

// history compiles what the Loggers keep and how an AW-HDS follows.
func (c *compiler) history() {
	f, to := &c.sc.Center.History, &c.cfg.History
	duration(f.RetentionA, &to.Retention[0])
	duration(f.RetentionB, &to.Retention[1])
	duration(f.Memory, &to.Memory)
	duration(f.FetchTime, &to.FetchTime)
	c.dist(f.Lag, &to.Lag)
	if f.Fetch.Set {
		if f.Fetch.N < 1 {
			c.Add(f.Fetch.Pos, "an AW-HDS fetches at least one row at a time")
		}
		to.Fetch = int(f.Fetch.N)
	}
	if f.Rows.Set {
		if f.Rows.F < 0 || f.Rows.F > 1000 {
			c.Add(f.Rows.Pos, "rows_per_call is from 0 to 1000")
		}
		to.RowsACall = f.Rows.F
	}
}
