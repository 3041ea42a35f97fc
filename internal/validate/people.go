package main

import (
	"math"

	"ccsim/reports"
)

// function estimates a function of the means of several metrics, its interval by
// the function's straight-line approximation (delta method).
func function(name string, exact float64, f func(v []float64) float64, metrics ...string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) {
		columns := make([][]float64, len(metrics))
		means := make([]float64, len(metrics))
		for k, m := range metrics {
			columns[k] = column(r, m)
			means[k], _ = interval(columns[k])
		}
		value := f(means)
		moved := make([]float64, len(columns[0]))
		for k := range metrics {
			step := 1e-6 * math.Max(1, math.Abs(means[k]))
			at := append([]float64(nil), means...)
			at[k] += step
			slope := (f(at) - value) / step
			for i, x := range columns[k] {
				moved[i] += slope * (x - means[k])
			}
		}
		_, half := interval(moved)
		return value, half
	}}
}

// each estimates the mean of a value that is worked out for each replication.
func each(name string, exact float64, f func(v []float64) float64, metrics ...string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) {
		columns := make([][]float64, len(metrics))
		for k, m := range metrics {
			columns[k] = column(r, m)
		}
		values := make([]float64, len(columns[0]))
		for i := range values {
			v := make([]float64, len(metrics))
			for k := range v {
				v[k] = columns[k][i]
			}
			values[i] = f(v)
		}
		return interval(values)
	}}
}

// days are the cases that ask for a number of days, not for a width of the
// intervals.
var days = map[string]bool{"h01": true}

func product(v []float64) float64 { return v[0] * v[1] }

func palmGeneral(file, law string, pWait, pAbandon, waitAll, waitAnswered, sl float64) validationCase {
	return validationCase{file: file, source: "F. Baccelli, G. Hebuterne, On queues with impatient customers, 1981; patience " + law, values: []quantity{
		metric("p_wait", pWait, "p_wait"),
		metric("p_abandon", pAbandon, "abandonment_rate"),
		metric("mean_wait_all_s", waitAll, "mean_wait"),
		metric("mean_wait_answered_s", waitAnswered, "mean_wait_handled"),
		metric("sl_over_offered", sl, "service_level_20s"),
	}}
}

// Waves of an hour: a mean talk of three minutes takes part of their swing.
const (
	waveMean  = 1000.0 // busy agents
	waveSpeed = 2 * math.Pi / 60
)

// swing turns the busy agents at the quarters of the hour into sine and cosine of
// the lag, times the amplitude.
func swing(v []float64) (sine, cosine float64) { return (v[2] - v[0]) / 2, (v[1] - v[3]) / 2 }

func init() {
	cases = append(cases, people...)
}

var people = []validationCase{
	{file: "a08", source: "T. Engset's formula", values: []quantity{
		metric("call_congestion", 0.1736111111111111, "blocked_rate"),
		// While both lines are busy the third caller calls every 140 s and is blocked.
		function("time_congestion", 0.32751091703056767, func(v []float64) float64 {
			return v[0] / v[1] * v[2] / 3600 * 140
		}, "calls.blocked", "calls.handled", "throughput_h"),
	}},
	palmGeneral("d-mmng-4-90-uniform", "uniform", 0.5745182175892201, 0.1116284916641546, 56.33766883101641, 51.44046407920593, 0.492848019613916),
	palmGeneral("d-mmng-10-100-fest", "constant", 0.8283754924651665, 0.04688917881878301, 131.28970069259245, 122.98983963027493, 0.22372359511125903),
	palmGeneral("d-mmng-50-100-lognorm", "lognormal", 0.6290546612397289, 0.04342032338415947, 18.18184155300611, 17.54014364592204, 0.6081526142510809),
	{file: "d90", source: "the same with balking: patience with an atom at 0", values: []quantity{
		metric("p_wait", 0.4578318894128021, "p_wait"),
		function("p_lost", 0.06347022780476477, func(v []float64) float64 { return v[0] + v[1] }, "balked_rate", "abandonment_rate"),
		function("mean_wait_all_s", 17.68703886348456, func(v []float64) float64 { return v[0] * (1 - v[1]) }, "mean_wait", "balked_rate"),
		metric("sl_over_offered", 0.6806700852595048, "service_level_20s"),
	}},
	{file: "f01-cs2-0", source: "Pollaczek and Khinchine", values: []quantity{scaled(metric("wait in service times", 2, "mean_wait"), 1.0/60)}},
	{file: "f01-cs2-4", source: "Pollaczek and Khinchine", values: []quantity{scaled(metric("wait in service times", 10, "mean_wait"), 1.0/60)}},
	{file: "h01", source: "Markov chain from empty, solved by uniformization", values: []quantity{
		each("answered_in_T", 1815.271737111341, product, "service_level_20s", "calls.offered"),
		metric("served", 2016, "calls.handled"),
		scaled(each("sl_over_offered", 0.9004324092814192, product, "service_level_20s", "calls.offered"), 1.0/2016),
		metric("occupancy", 0.6969343494892558, "occupancy"),
		metric("in_queue_at_close", 0.4290734709186184, "probes.waiting"),
		scaled(each("mean_wait_s", 6.040844461082186, product, "mean_wait", "calls.handled"), 1.0/2016),
	}},
	{file: "h06", source: "S. Eick, W. Massey, W. Whitt, The physics of the Mt/G/infinity queue, 1993", values: []quantity{
		function("lag_min", 2.9067657484186453, func(v []float64) float64 {
			sine, cosine := swing(v)
			return math.Atan2(sine, cosine) / waveSpeed
		}, "probes.at 0", "probes.at 15", "probes.at 30", "probes.at 45"),
		function("damping", 0.954028216378465, func(v []float64) float64 {
			sine, cosine := swing(v)
			return math.Hypot(sine, cosine) / waveMean
		}, "probes.at 0", "probes.at 15", "probes.at 30", "probes.at 45"),
	}},
	{file: "k02", source: "geometric number of attempts", values: []quantity{
		metric("attempts_per_caller", 1.1764705882352942, "attempts_per_caller"),
		metric("finally_served", 0.9411764705882353, "finally_served"),
	}},
}
