package format

import (
	"fmt"
	"regexp"
	"strings"
)

// Metric is the name of a metric with its unit and meaning.
type Metric struct{ Name, Unit, Doc string }

// Metrics lists the names that expectations may use. The names with seconds
// stand for any threshold of report.service_level; NAME and STATE stand for a
// probe and an agent state.
var Metrics = []Metric{
	{"mean_wait", "s", "wait of all callers who entered the queue, until answered or hung up"},
	{"mean_wait_handled", "s", "wait of answered calls (ASA)"},
	{"mean_wait_abandoned", "s", "wait of callers who hung up"},
	{"p_wait", "", "share of offered calls that had to wait"},
	{"wait_p50", "s", "median of the wait"}, {"wait_p90", "s", "90th percentile of the wait"},
	{"wait_p95", "s", "95th percentile of the wait"}, {"wait_p99", "s", "99th percentile of the wait"},
	{"abandonment_rate", "", "abandoned / offered"}, {"blocked_rate", "", "blocked / offered"},
	{"balked_rate", "", "left at once instead of waiting / offered"},
	{"attempts_per_caller", "calls", "calls / callers, of those who try again"}, {"finally_served", "", "callers who talked with an agent at last / callers"},
	{"mean_announced", "s", "mean of the waits that were announced"}, {"announced_rate", "", "callers who heard an estimate / offered"},
	{"calls_retried", "", "calls of callers who had tried before"}, {"calls_closed", "", "calls outside of opening hours"}, {"breaks_taken", "", "planned breaks that agents took"},
	{"service_level_20s", "", "answered within / offered"}, {"service_level_20s_handled", "", "answered within / answered"},
	{"service_level_20s_no_short", "", "answered within / (offered less short abandonments)"},
	{"service_level_20s_any", "", "left the queue within, whatever the outcome / offered"},
	{"occupancy", "", "talk, reserved and wrap-up / signed in and not Not Ready"}, {"utilization", "", "the same / signed in"},
	{"mean_queue", "calls", "calls that wait, averaged over time"}, {"mean_busy_agents", "agents", "agents in talk, reserved or wrap-up"},
	{"mean_agents_STATE", "agents", "agents in a state"}, {"aht", "s", "average handle time: talk and wrap-up"}, {"throughput_h", "calls/h", "calls handled an hour"}, {"calls_interrupted", "", "talks that a better priority interrupted"}, {"calls_at_step", "", "calls that came to a step of a script or precision queue"}, {"mean_talk", "s", "talk time of handled calls, by the last agent"},
	{"both_down_s", "s", "time with neither side up"}, {"both_down_spells", "", "spells with neither side up"}, {"first_both_down_s", "s", "first moment with neither side up"}, {"outages", "", "spells with no side serving"}, {"side_failures", "", "crashes of a side"},
	{"outage_s", "s", "time with no side active"}, {"simplex_s", "s", "time not duplex"},
	{"both_routers_enabled_s", "s", "time with both Routers isolated-enabled"}, {"not_recovered", "", "units that had not recovered when the run ended"},
	{"congestion_level_1_s", "s", "time at congestion level 1"}, {"congestion_level_2_s", "s", "time at congestion level 2"}, {"congestion_level_3_s", "s", "time at congestion level 3"},
	{"reporting_held_s", "s", "time in which CVP held its reporting data: a Reporting Server was down"},
	{"history_lost_s", "s", "time of which no Logger will ever have the rows"}, {"history_recovered_s", "s", "time of which Loggers recovered the rows"}, {"hds_behind_s", "s", "time in which an AW-HDS was behind its Logger"},
	{"tasks_mean_wait", "s", "from a task's arrival at its application until it is with an agent"}, {"tasks_mean_time", "s", "from a task's arrival until an agent has finished it"},
	{"history_gap_s", "s", "time in which no Logger wrote"},
	{"no_routing_s", "s", "time in which no Router processed requests"},
	{"detection_s", "s", "from a fault until the peer noticed"}, {"takeover_s", "s", "until the other side served"}, {"recovery_s", "s", "until all agents were back"},
	{"calls_rona", "", "rang without an answer"}, {"calls_transferred", "", "talks that ended with a transfer"}, {"team_changes", "", "agents who were given another team"}, {"supervisors_monitoring_s", "s", "time in which supervisors monitored calls"}, {"levers_ignored", "", "entries of the timeline that had nothing to act on"},
	{"dialer_abandonment_rate", "", "dialer abandoned / live answers"}, {"hit_rate", "", "live answers / dials"},
	{"dialer_ports_busy_rate", "", "share of the time in which a campaign would have dialed, and its Dialer had no port"},
	{"dials_h", "1/h", "dials an hour"}, {"conversations_h", "1/h", "live answers connected an hour"}, {"mean_outbound_talk", "s", "talk or message of a customer"}, {"mean_callback_delay", "s", "first dials of callbacks after the time they were asked for"},
	{"probes.NAME", "", "a probe of the report"},
}

var countMetrics = map[string]string{
	"calls":          "offered handled abandoned balked blocked rejected default_routed lost in_progress",
	"pending_states": "requested applied superseded cancelled rejected lost pending",
	"losses":         "pending_state call control context undeliverable split_record sign_in routing_dialog event record task monitoring barge_in",
	"treatments":     "dialed_number_label client_label system_label dialog_fail release",
	"callers":        "offered served",
	"lookups":        "asked failed",
	"outbound":       "attempts live no_answer busy machine abandoned failed_to_ivr cancelled customer_abandoned handled reservations imported import_missing records.P records.A records.D records.C records.R records.B records.S records.M records.J records.U callbacks callbacks_kept callbacks_missed callbacks_unnoted",
	"tasks":          "offered handled expired cut_off rejected in_progress submitted_again",
	"findings":       "both_sides_active both_routers_enabled",
	"cost":           "agents lines lost late abandoned blocked outage pending_states signed_out total",
	"supervisors":    "monitored barged_in forced signed_out",
	"agents":         "signed_out forced_not_ready unwanted_ready unwanted_not_ready",
}

var thresholds = regexp.MustCompile(`^service_level_[0-9]+(\.[0-9]+)?s(_handled|_no_short|_any)?$`)

// CheckMetric says what is wrong with the name of a metric, or nothing.
func CheckMetric(name string) string {
	if thresholds.MatchString(name) || strings.HasPrefix(name, "probes.") || strings.HasPrefix(name, "mean_agents_") {
		return ""
	}
	var names []string
	for _, m := range Metrics {
		if m.Name == name {
			return ""
		}
		names = append(names, m.Name)
	}
	for block, list := range countMetrics {
		for _, n := range splitFields(list) {
			if block+"."+n == name {
				return ""
			}
			names = append(names, block+"."+n)
		}
	}
	return fmt.Sprintf("unknown metric %q; %s", name, Suggest(name, names))
}
