package scenarios

import (
	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// callbacks compiles what a campaign does about customers who ask to be called back.
func (c *compiler) callbacks(f *format.Wishes, m *model.Campaign) {
	if f == nil {
		return
	}
	b := model.Callbacks{
		Share: c.share(f.Share), Delay: law(sim.Uniform(30*sim.Minute, 2*sim.Hour)), Personal: f.Personal.Set && f.Personal.B,
		Missed: missedWays[f.Missed.S], Limit: 15 * sim.Minute,
	}
	c.dist(f.Delay, &b.Delay)
	duration(f.Limit, &b.Limit)
	switch {
	case m.Mode.IVR():
		c.Add(f.Pos, "%s connects to no agent who could note a callback: leave out callbacks", m.Mode)
		return
	case !f.Share.Set || b.Share == 0:
		c.Add(f.Pos, "callbacks need the share of talks that end with the wish to be called back, such as share: 10%%")
	case b.Delay.IsZero():
		c.Add(f.Delay.Pos, "callbacks need a time until the customer is called, such as delay: {dist: uniform, min: 30m, max: 2h}")
		return
	case !b.Personal && f.Missed.Set:
		c.Add(f.Missed.Pos, "any agent calls back: personal: true belongs to missed")
	case !b.Personal && f.Limit.Set:
		c.Add(f.Limit.Pos, "any agent calls back: personal: true belongs to time_limit")
	case b.Limit < sim.Second:
		c.Add(f.Limit.Pos, "the agent of a personal callback is tried for 1s at least")
		return
	}
	m.Callbacks = b
}

var missedWays = map[string]model.MissedCallback{"campaign": model.MissedCampaign, "next_day": model.MissedNextDay, "close": model.MissedClose}
