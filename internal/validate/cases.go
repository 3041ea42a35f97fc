package main

import "ccsim/reports"

// validationCase is a scenario file with the values that theory gives for it.
type validationCase struct {
	file   string
	source string // who published the model or the number
	values []quantity
}

// quantity is one exact value and how it is estimated.
type quantity struct {
	name  string
	exact float64
	of    func(*reports.Result) (estimate, half float64)
}

// metric estimates by the mean of a metric over replications.
func metric(name string, exact float64, m string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) { return interval(column(r, m)) }}
}

// variance estimates the variance of a metric between replications.
func variance(name string, exact float64, m string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) {
		values := column(r, m)
		mean, _ := interval(values)
		n := float64(len(values))
		squares := make([]float64, len(values))
		for i, v := range values {
			squares[i] = (v - mean) * (v - mean) * n / (n - 1)
		}
		return interval(squares)
	}}
}

// none estimates how often a count is zero.
func none(name string, exact float64, m string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) {
		zero := make([]float64, 0, len(r.Reps))
		for _, v := range column(r, m) {
			is := 0.0
			if v == 0 {
				is = 1
			}
			zero = append(zero, is)
		}
		return interval(zero)
	}}
}

// scaled is a quantity in another unit.
func scaled(q quantity, by float64) quantity {
	return quantity{q.name, q.exact, func(r *reports.Result) (float64, float64) {
		estimate, half := q.of(r)
		return estimate * by, half * by
	}}
}

// quotient estimates the quotient of the means of two metrics, its interval by
// the residuals (delta method).
func quotient(name string, exact float64, over, under string) quantity {
	return quantity{name, exact, func(r *reports.Result) (float64, float64) {
		a, b := column(r, over), column(r, under)
		meanA, _ := interval(a)
		meanB, _ := interval(b)
		residuals := make([]float64, len(a))
		for i := range a {
			residuals[i] = (a[i] - meanA/meanB*b[i]) / meanB
		}
		_, half := interval(residuals)
		return meanA / meanB, half
	}}
}

const (
	textbook  = "A. K. Erlang's formulas; values as in the unit tests of pyworkforce"
	erlangC   = "Erlang C; teaching examples of contact-center planning"
	palm      = "C. Palm's Erlang-A model; O. Garnett, A. Mandelbaum, M. Reiman, Designing a call center with impatient customers, 2002"
	heartbeat = "uniform phase of the keep-alives; Unified CCE 7.x SRND: 100 ms, five misses"
)

func lossCase(file string) validationCase {
	return validationCase{file, textbook + "; insensitive to the law of the holding time", []quantity{
		metric("blocking", 0.10921284587252247, "blocked_rate"),
		metric("occupancy", 0.8017084387147297, "occupancy"),
	}}
}

func erlangA(file string, pWait, pAbandon, waitAll, waitAnswered, occupancy, sl, slAnswered, slNoShort, slAny float64) validationCase {
	return validationCase{file, palm, []quantity{
		metric("p_wait", pWait, "p_wait"),
		metric("p_abandon", pAbandon, "abandonment_rate"),
		metric("mean_wait_all_s", waitAll, "mean_wait"),
		metric("mean_wait_answered_s", waitAnswered, "mean_wait_handled"),
		metric("occupancy", occupancy, "occupancy"),
		metric("sl_over_offered", sl, "service_level_20s"),
		metric("sl_over_answered", slAnswered, "service_level_20s_handled"),
		metric("sl_less_short_abandons", slNoShort, "service_level_20s_no_short"),
		metric("sl_any_outcome", slAny, "service_level_20s_any"),
	}}
}

func erlangCCase(file, level string, pWait, asa, sl, occupancy, queue, p90 float64) validationCase {
	return validationCase{file, erlangC, []quantity{
		metric("p_wait", pWait, "p_wait"),
		metric("asa_s", asa, "mean_wait"),
		metric("service_level", sl, level),
		metric("occupancy", occupancy, "occupancy"),
		metric("queue_len", queue, "mean_queue"),
		metric("wait_p90_s", p90, "wait_p90"),
	}}
}

var cases = []validationCase{
	{"a01", textbook, []quantity{metric("blocking", 0.5, "blocked_rate")}},
	{"a02", textbook, []quantity{
		metric("blocking", 0.01294887522472657, "blocked_rate"),
		metric("occupancy", 0.5806183086913373, "occupancy"),
	}},
	lossCase("a05-exponential"), lossCase("a05-constant"), lossCase("a05-lognormal"), lossCase("a05-wrapup"),
	{"a07", "M/M/c/K; standard result", []quantity{
		metric("blocking", 0.06125876182566402, "blocked_rate"),
		metric("mean_wait_of_accepted_s", 22.729794007776672, "mean_wait"),
		metric("occupancy", 0.8448671143569024, "occupancy"),
	}},
	erlangCCase("b01", "service_level_20s", 0.17413193359504983, 7.835937011777243, 0.8883500191794669, 0.7142857142857143, 0.4353298339876246, 24.95893792322009),
	erlangCCase("b05", "service_level_60s", 0.41573757468486205, 24.944254481091722, 0.8470586933509622, 0.8695652173913043, 2.7715838312324137, 85.49304270790138),
	erlangA("c01", 0.1452601142963612, 0.013983744122408938, 4.195123236722681, 3.8784800445210217, 0.7042973256268508, 0.9167920918635468, 0.9297940945685199, 0.9234073222785785, 0.9239560272747455),
	erlangA("c03", 0.6321205588285577, 0.36787944117144233, 22.07276647028654, 15.612120647362627, 0.6321205588285577, 0.4705492573584959, 0.7443979645758005, 0.5621213897301517, 0.633453807949633),
	erlangA("c07", 0.8982228294311824, 0.24782684663929452, 74.34805399178835, 78.40140548652457, 0.9778250993689171, 0.16777900709159965, 0.22305902084109752, 0.17770463671549866, 0.2236336533594386),
	{"c12", palm, []quantity{
		metric("mean_wait_s", 56.61843549562094, "mean_wait"),
		metric("p_abandon", 0.18872811831873648, "abandonment_rate"),
		metric("occupancy", 0.9464838619614742, "occupancy"),
	}},
	{"e01", "A. Cobham, Priority assignment in waiting line problems, Operations Research 2(1), 1954", []quantity{
		metric("wait_urgent", 60*1.0975609756097562, "mean_wait(type/urgent)"),
		metric("wait_standard", 60*10.975609756097562, "mean_wait(type/standard)"),
		metric("wait_all", 60*9.0, "mean_wait"),
	}},
	{"g01", "Markov chain on (talking, wrapping, waiting), solved to many digits", []quantity{
		metric("p_wait_of_offered", 0.3821138326793333, "p_wait"),
		metric("p_abandon", 0, "abandonment_rate"),
		metric("blocking", 0, "blocked_rate"),
		metric("mean_wait_s", 28.82855876113465, "mean_wait"),
		metric("agents_talking", 10, "mean_agents_talking"),
		metric("agents_wrapping", 10.0/3, "mean_agents_work_ready"),
		metric("occupancy", 0.8333333333333333, "occupancy"),
	}},
	{"g04", "N model; Markov chain on both queues and both groups, truncated, solved to many digits", []quantity{
		metric("p_abandon_type1", 0.060488534546179445, "abandonment_rate(type/type1)"),
		metric("p_abandon_type2", 0.12329676849505646, "abandonment_rate(type/type2)"),
		metric("mean_wait_all_type1", 60*0.12097706909235889, "mean_wait(type/type1)"),
		metric("mean_wait_all_type2", 60*0.2465935369901129, "mean_wait(type/type2)"),
		metric("p_wait_type1", 0.353977435519755, "p_wait(type/type1)"),
		metric("p_wait_type2", 0.6031398362464053, "p_wait(type/type2)"),
		metric("occupancy_group1", 0.75665116703611, "occupancy(agents/group1)"),
		metric("occupancy_group2", 0.8403877220464133, "occupancy(agents/group2)"),
		quotient("share_of_type1_served_by_group1", 0.8053666132436373, "throughput_h(type/type1:agents/group1)", "throughput_h(type/type1)"),
	}},
	{"i04", "renewal reward: a cycle of dials, talk and wrap-up of one agent", []quantity{
		scaled(metric("conversations_per_agent_hour", 14.594594594594595, "conversations_h"), 1.0/20),
		metric("dials_per_hour", 972.972972972973, "dials_h"),
		metric("drop_rate", 0, "dialer_abandonment_rate"),
		// (talk + wrap) / time of 20 agents, as its two parts
		scaled(metric("occupancy, talk", 0.7297297297297297*150/180, "mean_agents_talking"), 1.0/20),
		scaled(metric("occupancy, wrap-up", 0.7297297297297297*30/180, "mean_agents_work_ready"), 1.0/20),
	}},
	{"j03", "A. Birolini, Reliability Engineering: 1-out-of-2 redundancy with two repair crews", []quantity{
		// The runs begin with both sides up, and the first hours weigh little in 1500.
		scaled(metric("p_both_down", 0.008264462809917356, "both_down_s"), 1.0/(1500*3600)),
		scaled(metric("both_down_minutes_per_year", 4343.801652892562, "both_down_s"), 8760.0/1500/60),
		scaled(metric("both_down_spells_per_year", 72.39669421487604, "both_down_spells"), 8760.0/1500),
		scaled(quotient("mean_both_down_spell_h", 1, "both_down_s", "both_down_spells"), 1.0/3600),
		scaled(metric("mean_time_to_both_down_h", 130, "first_both_down_s"), 1.0/3600),
		scaled(metric("side_failures_per_year", 796.3636363636364, "side_failures"), 8760.0/1500),
	}},
	{"j08", heartbeat, []quantity{
		metric("timer_mean", 0.45, "detection_s"),
		variance("timer_sd squared", 0.1*0.1/12, "detection_s"),
	}},
	{"j10", "runs of k losses: (1 - q^k) / ((1 - q) q^k) keep-alives", []quantity{
		metric("mean_time_to_false_alarm_s", 390.5, "detection_s"),
	}},
	{"j11", "Poisson count of the calls that come in while the only gateway is down", []quantity{
		metric("mean_lost", 200.0/120, "calls.lost"),
		variance("var_lost", 200.0/120, "calls.lost"),
		none("p_none_lost", 0.18887560283756183, "calls.lost"),
	}},
	{"j13", "stationary Erlang-A chain seen at a random moment", []quantity{
		metric("mean_calls_with_agents", 9.771607134681812, "probes.talking"),
		variance("var_calls_with_agents", 7.764501837001044, "probes.talking"),
		metric("mean_calls_waiting", 0.15226191021212515, "probes.waiting"),
		metric("mean_pending_agents", 0.23833188133370273, "probes.pending"),
		quotient("p_pending_given_in_call", 0.024390243902439025, "probes.pending", "probes.talking"),
	}},
}
