package scenarios

import (
	"testing"

	"ccsim/model"
	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// What no public source states has a default, as docs/facts.md and docs/coverage.md say
// it. The preset lab has it, and all but ideal are made of lab.
func TestTheDefaultsOfWhatNobodyPublishes(t *testing.T) {
	const ms = sim.Millisecond
	p := lab()
	c := &p.cfg
	for name, is := range map[string][2]any{
		"talk":                       {p.talk, law(sim.Lognormal(150*sim.Second, 0.6))},
		"wrapup":                     {p.wrapup, law(sim.Exponential(30 * sim.Second)).Capped(60 * sim.Second)},
		"wrapup_share":               {p.share, 0.7},
		"patience":                   {p.patience, law(sim.Exponential(150 * sim.Second))},
		"ivr":                        {c.IVR, law(sim.Exponential(30 * sim.Second))},
		"ring":                       {c.Ring, law(sim.Uniform(sim.Second, 5*sim.Second))},
		"rona":                       {c.RONA, 12 * sim.Second},
		"pending":                    {p.pending, model.PendingHabit{Probability: 0.1, NotReadyShare: 0.8}},
		"hold, transfer, conference": {[]float64{p.hold, p.transfer, p.conference}, []float64{0.2, 0.1, 0.02}},
		"latency":                    {c.Latency, model.Latency{Public: 5 * ms, Cross: 20 * ms, Private: 20 * ms, Desktop: 15 * ms}},
		"handover":                   {c.Timers.Handover, 2 * sim.Second},
		"maintenance_timeout":        {c.Timers.MaintenanceTimeout, 120 * sim.Second},
		"mr_maintenance_timeout":     {c.Timers.MRMaintenance, 60 * sim.Second},
		"router_maintenance_timeout": {c.Timers.RouterMaintenance, 60 * sim.Second},
		"pim_activation":             {[]sim.Time{c.Timers.Activation, c.Timers.ActivationPerAgent}, []sim.Time{5 * sim.Second, 10 * ms}},
		"test_other_side and settle": {[]sim.Time{c.Timers.TestOtherSide, c.Timers.Settle}, []sim.Time{2 * sim.Second, 500 * ms}},
		"finesse_recovery":           {c.Timers.Recovery, law(sim.Uniform(35*sim.Second, 75*sim.Second))},
		"reservation_timeout":        {c.Timers.Reservation, 30 * sim.Second},
		"record_return":              {c.Timers.RecordReturn, 60 * sim.Second},
		"state_transfer":             {c.Timers.StateTransfer, 30 * sim.Second},
		"restart and reboot":         {[]sim.Time{c.Timers.Restart, c.Timers.Reboot}, []sim.Time{10 * sim.Second, 180 * sim.Second}},
		"weights":                    {c.Weights, model.Weights{AgentPIM: 100, VRUPIM: 10, MRPIM: 10, CTIServer: 5}},
		"router_memory":              {c.History.Memory, 60 * sim.Minute},
		"policies":                   {c.Policies, model.Policies{}},
	} {
		require.Equal(t, is[1], is[0], name)
	}
	require.Equal(t, model.Policies{AfterFailover: model.AfterRC126, PrivateLoss: model.WinnerWeight, Majority: model.MajorityAnyPath, CachedRecords: model.CachedPending},
		model.Policies{}, "the defaults of policies are those that stand first")
}
