package scenarios

import (
	"math"

	"ccsim/model"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// ringCycle is the length of one ring: 2 s on, 4 s off.
const ringCycle = 6 * sim.Second

// campaigns compiles the campaigns. The talks with their customers are types of
// calls that stand behind the callers'.
func (c *compiler) campaigns() {
	var names []string
	for i := range c.sc.Center.Campaigns {
		f := &c.sc.Center.Campaigns[i]
		c.named(f.Name, "campaign")
		c.unique(f.Name, names, "campaign")
		names = append(names, f.Name.S)
		c.campaign(f)
	}
	for i := range c.sc.Center.Campaigns {
		if f := &c.sc.Center.Campaigns[i]; int(f.Records.N)*len(c.cfg.Campaigns) >= model.MaxRecords {
			c.Add(f.Records.Pos, "at most %d records in each of %d campaigns", model.MaxRecords/len(c.cfg.Campaigns), len(c.cfg.Campaigns))
			return
		}
	}
}

func (c *compiler) campaign(f *format.Campaign) {
	m := model.Campaign{
		Name: f.Name.S, Mode: c.modeOf(f), Type: len(c.cfg.Types), Records: int(f.Records.N), Lines: 1.5, MaxLines: 2, Reserve: 1, Cache: 1,
		RingLimit: 4 * ringCycle, MinCall: sim.Second, Attempts: 3, Limit: 0.03, Pace: 70, Gain: 1, Disabled: f.Enabled.Set && !f.Enabled.B,
	}
	var dialers []string
	for _, d := range c.cfg.Dialers {
		dialers = append(dialers, d.Name)
	}
	if len(dialers) == 0 {
		c.Add(f.Pos, "campaigns need a Dialer: add dialers: [{name: dialer-1, pg: %s, mr_pg: mr-pg-1}] and mr_pgs: [{name: mr-pg-1}]", c.cfg.PGs[0].Name)
		return
	}
	m.Dialer = c.index(f.Dialer, dialers, "Dialer")
	if !m.Mode.IVR() && c.cfg.Dialers[m.Dialer].MRPG < 0 {
		c.Add(f.Pos, "the campaign %q reserves agents through an MR PG: give %s its mr_pg", f.Name.S, dialers[m.Dialer])
	}
	m.Skill = c.campaignSkill(f, m.Mode)
	if m.Records < 1 || m.Records > 1_000_000 {
		c.Add(f.Pos, "the campaign %q needs records: a whole number from 1 to 1000000", f.Name.S)
		m.Records = 1
	}
	c.pacing(f, &m)
	c.outcomes(f, &m)
	c.retries(f, &m)
	c.whole(f.Cache, &m.Cache, 1, 400)
	c.whole(f.Attempts, &m.Attempts, 1, 15)
	duration(f.MinCall, &m.MinCall)
	typ := model.CallType{Name: f.Name.S, Outbound: true, Priority: 1, Skill: m.Skill, Talk: c.pre.talk}
	c.dist(f.Talk, &typ.Talk)
	c.ofMode(f, &m, &typ)
	c.callbacks(f.Callbacks, &m)
	c.cfg.Types = append(c.cfg.Types, typ)
	c.cfg.Campaigns = append(c.cfg.Campaigns, m)
}

func (c *compiler) modeOf(f *format.Campaign) model.DialMode {
	if !f.Mode.Set {
		return model.ModeProgressive
	}
	for m := model.ModePreview; m <= model.ModeIVRPredictive; m++ {
		if m.String() == f.Mode.S {
			return m
		}
	}
	return model.ModeProgressive // noted by the decoder
}

func (c *compiler) campaignSkill(f *format.Campaign, mode model.DialMode) int {
	switch {
	case mode.IVR() && f.Skill.Set:
		c.Add(f.Skill.Pos, "%s reserves no agents: leave out skill", mode)
	case mode.IVR():
	case !f.Skill.Set && len(c.cfg.Skills) > 1:
		c.Add(f.Pos, "the campaign %q needs the skill group whose agents it reserves: skill: %s", f.Name.S, c.cfg.Skills[0])
	default:
		return c.index(f.Skill, c.cfg.Skills, "skill group")
	}
	return 0
}

// pacing compiles how many lines ring.
func (c *compiler) pacing(f *format.Campaign, m *model.Campaign) {
	c.number(f.Lines, &m.Lines, 1, 100)
	c.number(f.MaxLines, &m.MaxLines, 1, 100)
	m.MaxLines = max(m.MaxLines, m.Lines)
	c.number(f.Gain, &m.Gain, 0.1, 3)
	c.whole(f.Correction, &m.Pace, 10, 5000)
	if f.Reserve.Set {
		m.Reserve = c.share(f.Reserve)
	}
	if f.Limit.Set {
		m.Limit = c.share(f.Limit)
	}
	for _, p := range []struct {
		value format.Value
		name  string
	}{{f.MaxLines.Value, "max_lines_per_agent"}, {f.Limit.Value, "abandonment_limit"}, {f.Correction.Value, "correction_pace"}, {f.Gain.Value, "correction_gain"}} {
		if p.value.Set && !m.Mode.Predictive() {
			c.Add(p.value.Pos, "%s does not change its lines: %s belongs to the predictive modes", m.Mode, p.name)
		}
	}
	if f.Lines.Set && (m.Mode.Preview() || m.Mode == model.ModeIVRProgressive) {
		c.Add(f.Lines.Pos, "%s dials one line each: leave out lines_per_agent", m.Mode)
	}
	if f.Reserve.Set && m.Mode.IVR() {
		c.Add(f.Reserve.Pos, "%s reserves no agents: leave out reserve", m.Mode)
	}
}

// number compiles a number between limits.
func (c *compiler) number(f format.Float, to *float64, lo, hi float64) {
	if !f.Set {
		return
	}
	if f.F < lo || f.F > hi || math.IsNaN(f.F) {
		c.Add(f.Pos, "expected a number from %g to %g", lo, hi)
		return
	}
	*to = f.F
}

// outcomes compiles what comes of dials. What is missing to 100 % is no answer.
func (c *compiler) outcomes(f *format.Campaign, m *model.Campaign) {
	m.Outcome = [4]float64{0.3, 0.5, 0.1, 0.1}
	if o := f.Outcome; o != nil {
		m.Outcome = [4]float64{c.share(o.Live), c.share(o.NoAnswer), c.share(o.Busy), c.share(o.Machine)}
		sum := m.Outcome[0] + m.Outcome[1] + m.Outcome[2] + m.Outcome[3]
		switch {
		case sum > 1+1e-9:
			c.Add(o.Pos, "the outcomes come to more than 100%%")
		case !o.NoAnswer.Set:
			m.Outcome[1] = max(1-sum, 0)
		case sum < 1-1e-9:
			c.Add(o.Pos, "the outcomes come to %.4g%%: they are to be 100%%", 100*sum)
		}
	}
	m.Ring = law(sim.Uniform(8*sim.Second, 20*sim.Second))
	c.dist(f.Ring, &m.Ring)
	if m.Ring.IsZero() {
		c.Add(f.Pos, "the campaign %q needs a time until the outcome of a dial: ring: {dist: uniform, min: 8s, max: 20s}", f.Name.S)
		m.Ring = law(sim.Constant(sim.Second))
	}
	rings := 4
	c.whole(f.RingLimit, &rings, 2, 10)
	m.RingLimit = sim.Time(rings) * ringCycle
}

// retries compiles when customers are dialed again. A customer who could not be
// connected to the IVR counts as dialer abandoned.
func (c *compiler) retries(f *format.Campaign, m *model.Campaign) {
	for _, r := range model.DialResults() {
		m.Retry[r] = sim.Hour
	}
	m.Retry[model.DialLive], m.Retry[model.DialClosed], m.Retry[model.DialRejected] = 0, 0, 0
	m.Retry[model.DialCustomerAbandoned] = 30 * sim.Minute
	if r := f.Retry; r != nil {
		duration(r.NoAnswer, &m.Retry[model.DialNoAnswer])
		duration(r.Busy, &m.Retry[model.DialBusy])
		duration(r.Machine, &m.Retry[model.DialMachine])
		duration(r.CustomerAbandoned, &m.Retry[model.DialCustomerAbandoned])
		duration(r.DialerAbandoned, &m.Retry[model.DialAbandoned])
		duration(r.Skipped, &m.Retry[model.DialSkipped])
		if r.Skipped.Set && !m.Mode.Preview() {
			c.Add(r.Skipped.Pos, "agents skip records in the preview modes only")
		}
	}
	m.Retry[model.DialFailedToIVR], m.Retry[model.DialCancelled] = m.Retry[model.DialAbandoned], m.Retry[model.DialAbandoned]
}

// ofMode compiles what belongs to some modes only.
func (c *compiler) ofMode(f *format.Campaign, m *model.Campaign, typ *model.CallType) {
	m.Ports = int(f.Ports.N)
	c.dist(f.Message, &m.Message)
	c.answering(f, m)
	switch {
	case !m.Mode.IVR() && f.Ports.Set:
		c.Add(f.Ports.Pos, "%s connects to agents: leave out ports", m.Mode)
	case !m.Mode.IVR() && f.Message != nil && m.Machine != model.MachineIVR:
		c.Add(f.Message.Pos, "%s connects to agents: leave out message", m.Mode)
	case !m.Mode.IVR() && typ.Talk.IsZero():
		c.Add(f.Pos, "the campaign %q needs a talk time, such as talk: {dist: exponential, mean: 150s}", f.Name.S)
	case m.Mode.IVR() && f.Talk != nil:
		c.Add(f.Talk.Pos, "%s plays a message: write message: instead of talk:", m.Mode)
	case m.Mode.IVR() && (m.Ports < 1 || m.Ports > 100_000):
		c.Add(f.Pos, "the campaign %q needs ports, from 1 to 100000", f.Name.S)
		m.Ports = 1
	}
	if m.Mode.IVR() && m.Message.IsZero() {
		c.Add(f.Pos, "the campaign %q needs a message, such as message: {dist: constant, value: 25s}", f.Name.S)
		m.Message = law(sim.Constant(sim.Second))
	}
	c.previews(f, m)
}

// answering compiles what becomes of answering machines.
func (c *compiler) answering(f *format.Campaign, m *model.Campaign) {
	m.Machine = map[string]model.MachineUse{"agent": model.MachineAgent, "ivr": model.MachineIVR}[f.Machine.S]
	m.MachineTalk = law(sim.Exponential(20 * sim.Second))
	c.dist(f.MachineT, &m.MachineTalk)
	switch {
	case m.Machine != model.MachineHangUp && m.Mode.Preview():
		c.Add(f.Machine.Pos, "%s gives a customer to the agent who has chosen the record: leave out machine", m.Mode)
	case m.Machine == model.MachineAgent && m.Mode.IVR():
		c.Add(f.Machine.Pos, "%s has no agents: machine is hang_up or ivr", m.Mode)
	case f.MachineT != nil && m.Machine != model.MachineAgent:
		c.Add(f.MachineT.Pos, "no agent leaves messages: machine: agent belongs to machine_talk")
	case m.Machine == model.MachineIVR && !m.Mode.IVR() && f.Message == nil:
		c.Add(f.Machine.Pos, "the IVR needs what it plays to a machine, such as message: {dist: constant, value: 25s}")
	}
	if m.MachineTalk.IsZero() {
		m.MachineTalk = law(sim.Constant(1))
	}
	if m.Machine == model.MachineIVR && m.Message.IsZero() {
		m.Message = law(sim.Constant(sim.Second))
	}
	if m.Mode.Preview() || m.Mode.IVR() && m.Machine == model.MachineAgent {
		m.Machine = model.MachineHangUp
	}
}

func (c *compiler) previews(f *format.Campaign, m *model.Campaign) {
	m.Preview, m.Choices = law(sim.Exponential(10*sim.Second)), [5]float64{1}
	p := f.Preview
	if p == nil {
		return
	}
	if !m.Mode.Preview() {
		c.Add(p.Pos, "%s shows no record before the call: leave out preview", m.Mode)
		return
	}
	c.dist(p.Time, &m.Preview)
	if m.Preview.IsZero() {
		m.Preview = law(sim.Constant(1))
	}
	rest := []float64{c.share(p.Skip), c.share(p.SkipClose), c.share(p.Reject), c.share(p.RejectClose)}
	sum := rest[0] + rest[1] + rest[2] + rest[3]
	m.Choices = [5]float64{max(1-sum, 0), rest[0], rest[1], rest[2], rest[3]}
	if sum > 1+1e-9 || p.Accept.Set && math.Abs(c.share(p.Accept)+sum-1) > 1e-9 {
		c.Add(p.Pos, "the choices of agents come to %.4g%%: they are to be 100%%", 100*(c.share(p.Accept)+sum))
	}
}

// imports compiles the parameters of a bulk import, and makes room for its records.
func (c *compiler) imports(l *model.Lever, e *format.Entry) {
	if l.Verb != model.VerbImport {
		for _, p := range []struct {
			value format.Value
			name  string
		}{{e.Mode.Value, "mode"}, {e.Records.Value, "records"}, {e.Rate.Value, "rate"}} {
			if p.value.Set {
				c.Add(p.value.Pos, "%s takes no %s", e.Do.S, p.name)
			}
		}
		return
	}
	if !e.Records.Set || !e.Rate.Set || e.Records.N < 1 || e.Records.N > 1_000_000 || e.Rate.PerSecond <= 0 {
		c.Add(e.Pos, "import needs records and a rate, such as {do: import, target: campaign/NAME, mode: append, records: 10000, rate: 100/s}")
		return
	}
	l.Records, l.PerSecond, l.Overwrite = uint32(e.Records.N), e.Rate.PerSecond, e.Mode.S == "overwrite"
	l.Reimport = e.Mode.S == "reimport"
	m := &c.cfg.Campaigns[l.Campaign]
	m.Imported += int(l.Records)
	if (m.Records+m.Imported)*len(c.cfg.Campaigns) >= model.MaxRecords {
		c.Add(e.Records.Pos, "at most %d records in each of %d campaigns, with those that are imported", model.MaxRecords/len(c.cfg.Campaigns), len(c.cfg.Campaigns))
		m.Imported = 0
	}
}

// campaignNames lists the campaigns.
func (c *compiler) campaignNames() (names []string) {
	for i := range c.cfg.Campaigns {
		names = append(names, c.cfg.Campaigns[i].Name)
	}
	return names
}

// dialerPorts are the lines that a Dialer may dial at a time; 0 = no limit.
func (c *compiler) dialerPorts(l format.Limit) int {
	switch {
	case !l.Set || l.None:
		return 0
	case l.N < 1 || l.N > 100_000:
		c.Add(l.Pos, "a Dialer has ports from 1 to 100000, or none for no limit")
		return 0
	}
	return int(l.N)
}
