//go:build unix

package model

import (
	"fmt"
	"syscall"
	"testing"
	"time"

	"ccsim/sim"

	"github.com/stretchr/testify/require"
)

// manySkills is a center of ten skills and three an agent, busy to nine tenths.
func manySkills(agents int) *Config {
	const groups = 10
	cfg := lab(0, 0)
	cfg.Horizon, cfg.RungGap = 100_000*sim.Hour, 0
	cfg.Limits = sim.Limits{}
	cfg.Skills = nil
	team, call := cfg.Groups[0], cfg.Types[0]
	cfg.Groups, cfg.Types = nil, nil
	for g := range groups {
		name := fmt.Sprintf("skill-%d", g)
		cfg.Skills = append(cfg.Skills, name)
		team.Name, team.Count, team.Skills = fmt.Sprintf("team-%d", g), agents/groups, skills(g, (g+1)%groups, (g+3)%groups)
		cfg.Groups = append(cfg.Groups, team)
		call.Name, call.Skill = name, g
		call.Rates = []RateStep{{PerSecond: 0.9 * float64(agents) / groups / 185}} // talk, ring and wrap-up; some are Not Ready
		cfg.Types = append(cfg.Types, call)
	}
	return cfg
}

// cpu is the processor time that this process has used: what else the machine does
// hardly shows in it.
func cpu() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano())
}

// BenchmarkAgents is the processor time of one call by the number of agents: ten skills,
// three an agent, the same load for each.
//
//	go test -run '^$' -bench Agents -benchtime 300x ./model
//
// One iteration is about a thousand calls.
func BenchmarkAgents(b *testing.B) {
	for _, agents := range []int{100, 1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(agents), func(b *testing.B) {
			w, err := New(manySkills(agents), 1, 0)
			require.NoError(b, err)
			at := 30 * sim.Minute
			require.NoError(b, w.RunUntil(at))
			before, start := w.census.Offered, cpu()
			step := sim.FromSeconds(1000 * 185 / 0.9 / float64(agents))
			for b.Loop() {
				at += step
				if err := w.RunUntil(at); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64((cpu()-start).Nanoseconds())/float64(w.census.Offered-before), "cpu-ns/call")
			b.ReportMetric(float64(w.census.inProgress()-w.census.Calls[CallTalking])/float64(agents), "waiting/agent")
		})
	}
}
