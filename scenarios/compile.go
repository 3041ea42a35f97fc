package scenarios

import (
	"fmt"
	"time"

	"ccsim/model"
	"ccsim/reports"
	"ccsim/scenarios/format"
	"ccsim/sim"
)

// Compiled is a scenario that can run.
type Compiled struct {
	Name         string
	Title        string // first sentence of the description
	Seed         uint64
	Replications int           // or the most there may be
	Rule         *reports.Rule // when there are enough; nil = always Replications
	Controlled   bool          // control variates are told
	Steady       bool          // the steady state of the first replication is told
	Config       *model.Config
	Warmup       sim.Time
	Levels       []sim.Time // service level thresholds
	ShortAbandon sim.Time
	Start        time.Time // zero where the scenario has none
	Inputs       []Input
	Changes      []string // values that --set put in place of the file's; of a variant, what it sets
	Preset       string   // that the center names
	Expect       []Expectation
	Variants     []Variant
	Prices       *reports.Prices // nil = results are not told in money
	Shifts       *Shifts         // nil = no roster can be made
}

// Variant is a compiled variant with its name.
type Variant struct {
	Name string
	*Compiled
}

// Expectation is one line of expect: with its position.
type Expectation struct {
	format.Pos
	Text string
	Expr *format.Expr
}

// Compile checks a scenario with changes on top and makes it runnable. The
// error is *format.Errors with everything that is wrong.
func (s *Source) Compile(changes ...format.Change) (*Compiled, error) {
	p := &format.Problems{}
	in := &inputs{dir: s.dir}
	sc := s.doc.Decode(p, changes...)
	c := compile(p, in, sc)
	for _, v := range sc.Variants.List {
		all := append(append([]format.Change(nil), changes...), v.Changes...)
		vp := &format.Problems{}
		vsc := s.doc.Decode(vp, all...)
		if v.HasTimeline {
			vsc.Timeline = v.Timeline
		}
		vc := compile(vp, in, vsc)
		p.Take(vp)
		vc.Name = v.Name.S
		for _, change := range v.Changes {
			vc.Changes = append(vc.Changes, change.Raw)
		}
		c.Variants = append(c.Variants, Variant{v.Name.S, vc})
	}
	c.checkExpectations(p, sc)
	c.Rule = c.stoppingRule(p, sc)
	c.Controlled = sc.Report.Controls.B
	c.Steady = sc.Report.SteadyState.B
	c.Inputs = in.seen
	for _, change := range changes {
		c.Changes = append(c.Changes, change.Raw)
	}
	if err := p.Err(); err != nil {
		return nil, err
	}
	return c, nil
}

// compiler holds what the steps of one compilation share.
type compiler struct {
	*format.Problems
	in      *inputs
	sc      *format.Scenario
	pre     preset
	cfg     *model.Config
	vms     []model.VM
	start   time.Time
	horizon sim.Time
}

func compile(p *format.Problems, in *inputs, sc *format.Scenario) *Compiled {
	c := &compiler{Problems: p, in: in, sc: sc, pre: lab()}
	if p, ok := presets[sc.Center.Preset.S]; ok {
		c.pre = p()
	}
	c.cfg = &c.pre.cfg
	c.start = sc.Start.Time
	c.head()
	c.center()
	c.agents()
	c.teams()
	c.routing()
	c.workload()
	c.checkRoutes()
	c.initial()
	c.campaigns()
	c.tasks()
	c.timeline()
	c.failures()
	c.probes()
	return &Compiled{
		Name: sc.Name.S, Title: firstSentence(sc.Description.S), Seed: uint64(sc.Seed.N), Replications: int(sc.Replications.N),
		Preset: sc.Center.Preset.S, Config: c.cfg, Warmup: sim.Time(sc.Warmup.NS), Levels: c.levels(), ShortAbandon: sim.Time(sc.Report.ShortAbandon.NS), Start: c.start,
		Prices: c.prices(), Shifts: c.rosters(),
	}
}

// maxHorizon is ten years: longer runs are a slip of the unit.
const maxHorizon = 3660 * sim.Day

// head checks what stands outside of blocks, and fills in its defaults.
func (c *compiler) head() {
	sc := c.sc
	if !sc.APIVersion.Set {
		c.Add(format.Pos{Line: 1, Col: 1}, "a scenario begins with apiVersion: ccsim/v1")
	}
	if !sc.Name.Set || sc.Name.S == "" {
		c.Add(format.Pos{Line: 1, Col: 1}, "a scenario needs a name, such as name: pg-maintenance")
	}
	if !sc.Horizon.Set {
		c.Add(format.Pos{Line: 1, Col: 1}, "a scenario needs a horizon, such as horizon: 8h")
		sc.Horizon.NS = int64(sim.Hour)
	}
	if sc.Horizon.NS <= 0 {
		c.Add(sc.Horizon.Pos, "the horizon must be longer than 0")
		sc.Horizon.NS = int64(sim.Hour)
	}
	if sc.Horizon.NS > int64(maxHorizon) {
		c.Add(sc.Horizon.Pos, "the horizon is at most %d days", maxHorizon/sim.Day)
		sc.Horizon.NS = int64(sim.Hour)
	}
	if sc.Warmup.NS >= sc.Horizon.NS {
		c.Add(sc.Warmup.Pos, "the warm-up must end before the horizon")
	}
	if !sc.Seed.Set {
		sc.Seed.N = 1
	}
	if sc.Seed.N < 0 {
		c.Add(sc.Seed.Pos, "the seed is a whole number from 0 up")
	}
	if !sc.Replications.Set {
		sc.Replications.N = 1
	}
	c.replications()
	c.horizon = sim.Time(sc.Horizon.NS)
	c.cfg.Horizon = c.horizon
	c.cfg.Warmup = sim.Time(sc.Warmup.NS)
	c.cfg.RungGap = max(c.horizon/64, 1)
	c.cfg.End = map[string]model.EndRule{"drain": model.EndDrain, "cut": model.EndCut}[sc.End.S]
}

func firstSentence(s string) string {
	line := ""
	for i, r := range s {
		if r == '\n' {
			r = ' '
		}
		if r == '.' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return line + "."
		}
		line += string(r)
	}
	return line
}

// center compiles limits, timers, latencies and policies.
func (c *compiler) center() {
	f, cfg := &c.sc.Center, c.cfg
	limit(f.Trunks, &cfg.Trunks)
	limit(f.Queue, &cfg.QueueLimit)
	limit(f.VRUPorts, &cfg.VRUPorts)
	c.dist(f.IVR, &cfg.IVR)
	c.dist(f.Ring, &cfg.Ring)
	duration(f.RONA, &cfg.RONA)
	t, to := &f.Timers, &cfg.Timers
	for _, d := range []struct {
		from format.Duration
		to   *sim.Time
	}{
		{t.PrivateHeartbeat, &to.PrivateHeartbeat}, {t.PublicHeartbeat, &to.PublicHeartbeat}, {t.Connection, &to.Connection},
		{t.TestOtherSide, &to.TestOtherSide}, {t.CTIHeartbeat, &to.CTIHeartbeat}, {t.JTAPI, &to.JTAPI}, {t.Presence, &to.Presence},
		{t.ForcedLogout, &to.ForcedLogout}, {t.RecordReturn, &to.RecordReturn}, {t.DesktopGrace, &to.DesktopGrace}, {t.OpenRequest, &to.OpenRequest}, {t.Settle, &to.Settle}, {t.CampaignFailover, &to.CampaignFailover}, {t.RouteRequest, &to.RouteRequest}, {t.CTIResponse, &to.CTIResponse}, {t.Handover, &to.Handover},
		{t.MaintenanceTimeout, &to.MaintenanceTimeout}, {t.Restart, &to.Restart}, {t.StateTransfer, &to.StateTransfer},
		{t.Activation, &to.Activation}, {t.ActivationPerAgent, &to.ActivationPerAgent}, {t.MRMaintenance, &to.MRMaintenance}, {t.RouterMaintenance, &to.RouterMaintenance}, {t.Reboot, &to.Reboot}, {t.Reservation, &to.Reservation}, {t.ServiceStop, &to.ServiceStop},
	} {
		duration(d.from, d.to)
	}
	c.dist(t.Recovery, &to.Recovery)
	c.dist(t.DesktopFailover, &to.DesktopFailover)
	c.dist(t.ClientRecovery, &to.ClientRecovery)
	c.whole(t.CTIMisses, &to.CTIMisses, 1, 1000)
	c.whole(t.PrivateMisses, &to.PrivateMisses, 1, 1000)
	c.whole(t.PublicMisses, &to.PublicMisses, 1, 1000)
	for _, beat := range []format.Duration{t.PrivateHeartbeat, t.PublicHeartbeat} {
		if beat.Set && beat.NS < int64(sim.Millisecond) {
			c.Add(beat.Pos, "keep-alives come at most every millisecond")
		}
	}
	c.latency()
	c.whole(f.Weights.AgentPIM, &cfg.Weights.AgentPIM, 0, 1_000_000)
	c.whole(f.Weights.CTIServer, &cfg.Weights.CTIServer, 0, 1_000_000)
	c.whole(f.Weights.VRUPIM, &cfg.Weights.VRUPIM, 0, 1_000_000)
	c.whole(f.Weights.MRPIM, &cfg.Weights.MRPIM, 0, 1_000_000)
	if f.Policies.AfterFailover.S == "not_ready" {
		cfg.Policies.AfterFailover = model.AfterNotReady
	}
	if f.Policies.PrivateLoss.S == "side_a" {
		cfg.Policies.PrivateLoss = model.WinnerA
	}
	if f.Policies.Majority.S == "active_path" {
		cfg.Policies.Majority = model.MajorityActivePath
	}
	if f.Policies.BothLost.S == "manual" {
		cfg.Policies.BothLost = model.BothLostManual
	}
	if f.Policies.Load.S == "1" {
		cfg.Policies.Load = model.LoadSignOut
	}
	cfg.Policies.LateForced = f.Policies.LateForced.S == "lands"
	if f.Policies.FreedAgent.S == "oldest" {
		cfg.Policies.FreedAgent = model.FreedOldest
	}
	if f.Policies.CachedRecords.S == "unknown" {
		cfg.Policies.CachedRecords = model.CachedUnknown
	}
	cfg.Policies.ForcedSignOut = map[string]model.ForcedSignOut{"after_call": model.SignOutAfterCall, "not_ready": model.SignOutNotReady}[f.Policies.ForcedSignOut.S]
	switch f.Policies.LogoutCode.S {
	case "-1":
		cfg.Policies.LogoutCode = -1
	case "-2":
		cfg.Policies.LogoutCode = -2
	}
	duration(f.Policies.TalkAfterCVP, &cfg.Policies.TalkAfterCVP)
	c.history()
	c.congestion()
	c.pgs()
	c.places()
	c.software()
	c.clients()
	c.skills()
}

func (c *compiler) latency() {
	f, to := &c.sc.Center.Latency, &c.cfg.Latency
	if f.Local.Set {
		to.Public, to.Desktop = sim.Time(f.Local.NS), 3*sim.Time(f.Local.NS)
	}
	duration(f.Cross, &to.Private)
	duration(f.Cross, &to.Cross)
	duration(f.Private, &to.Private)
	duration(f.Desktop, &to.Desktop)
	to.Private = max(to.Private, 1)
	for _, l := range []format.Duration{f.Local, f.Cross, f.Private, f.Desktop} {
		if l.NS > int64(sim.Second) {
			c.Add(l.Pos, "latencies are at most 1s; a slower link is a failure of its own")
		}
	}
}

func (c *compiler) pgs() {
	types := map[string]model.PGType{"generic": model.PGGeneric, "simplified": model.PGSimplified, "tdm": model.PGTDM}
	if len(c.sc.Center.PGs) > 0 {
		c.cfg.PGs = nil
	}
	for i, pg := range c.sc.Center.PGs {
		if !pg.Name.Set {
			pg.Name.S = fmt.Sprintf("agent-pg-%d", i+1)
		}
		c.unique(pg.Name, c.pgNames(), "Agent PG")
		c.cfg.PGs = append(c.cfg.PGs, model.PG{Name: pg.Name.S, Type: types[pg.Type.S], InService: !pg.InService.Set || pg.InService.B})
	}
	if len(c.cfg.PGs) == 0 {
		c.cfg.PGs = []model.PG{{Name: "agent-pg-1", InService: true}}
	}
}

// clients gives every PG its Finesse, unless the scenario lists one itself.
func (c *compiler) clients() {
	answers := map[string]model.Answer{"reject": model.AnswerReject, "silent": model.AnswerSilent}
	finesse := make([]bool, len(c.cfg.PGs))
	for _, f := range c.sc.Center.Clients {
		pg := c.pgByName(f.PG)
		protocol := int64(model.MinMaintenanceProtocol)
		if f.Protocol.Set {
			protocol = f.Protocol.N
		}
		c.cfg.Clients = append(c.cfg.Clients, model.Client{
			Name: f.Name.S, PG: model.PairID(pg), Protocol: int(protocol), Mask: !f.Mask.Set || f.Mask.B,
			Answer: answers[f.Answers.S], Delay: sim.Time(f.Delay.NS), Finesse: f.Name.S == "finesse",
		})
		if f.Name.S == "finesse" {
			finesse[pg] = true
		}
		if !f.Name.Set {
			c.Add(f.PG.Pos, "a CTI client needs a name")
		}
	}
	for pg, has := range finesse {
		if !has {
			c.cfg.Clients = append(c.cfg.Clients, model.Client{Name: "finesse", PG: model.PairID(pg), Protocol: model.MinMaintenanceProtocol, Mask: true, Finesse: true})
		}
	}
}

func (c *compiler) skills() {
	for _, s := range c.sc.Center.Skills {
		if !s.Name.Set {
			c.Add(s.Pos, "a skill group needs a name")
			continue
		}
		c.unique(s.Name, c.cfg.Skills, "skill group")
		c.cfg.Skills = append(c.cfg.Skills, s.Name.S)
	}
	if len(c.cfg.Skills) == 0 {
		c.cfg.Skills = []string{"all"}
	}
}

func (c *compiler) unique(name format.Text, names []string, what string) {
	for _, n := range names {
		if n == name.S {
			c.Add(name.Pos, "the %s %q stands twice", what, name.S)
		}
	}
}

func (c *compiler) pgNames() (names []string) {
	for _, pg := range c.cfg.PGs {
		names = append(names, pg.Name)
	}
	return names
}

// index finds a name in a list; an unknown one is an error and counts as the
// first.
func (c *compiler) index(t format.Text, names []string, what string) int {
	if !t.Set {
		return 0
	}
	for i, n := range names {
		if n == t.S {
			return i
		}
	}
	c.Add(t.Pos, "unknown %s %q; %s", what, t.S, format.Suggest(t.S, names))
	return 0
}

func (c *compiler) pgByName(t format.Text) int { return c.index(t, c.pgNames(), "Agent PG") }

func limit(l format.Limit, to *int) {
	if l.Set {
		*to = int(l.N)
		if l.None {
			*to = model.None
		}
	}
}

func duration(d format.Duration, to *sim.Time) {
	if d.Set {
		*to = sim.Time(d.NS)
	}
}

func (c *compiler) whole(i format.Int, to *int, lo, hi int64) {
	if !i.Set {
		return
	}
	if i.N < lo || i.N > hi {
		c.Add(i.Pos, "expected a whole number from %d to %d", lo, hi)
		return
	}
	*to = int(i.N)
}
