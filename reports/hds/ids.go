package hds

import (
	"fmt"
	"strconv"

	"ccsim/model"
)

// ids are the numbers by which rows name things. Skill targets (agents and skill
// groups) have numbers of their own, as in the schema.
type ids struct {
	cfg     *model.Config
	ofCVP   []Int // peripheral of each Call Server
	callers int   // call types of callers
}

const (
	firstID         = 5000 // of call types, peripherals, teams, ...
	firstSkillGroup = 20_000
	firstAgent      = 1_000_000
	voiceDomain     = 1
	bucketID        = 1
)

func newIDs(cfg *model.Config, units []model.Unit) ids {
	n := ids{cfg: cfg, callers: len(cfg.Callers()), ofCVP: make([]Int, len(cfg.CVPs))}
	for i := range n.ofCVP {
		n.ofCVP[i] = Null
	}
	for p, u := range units {
		if u.Kind == model.UnitVRUPG {
			for _, cvp := range cfg.VRUPGs[u.Number].CVPs {
				n.ofCVP[cvp] = firstID + Int(p)
			}
		}
	}
	return n
}

func (n *ids) peripheral(pg model.PairID) Int { return firstID + Int(pg) }

// callType numbers the types, then those of transferred calls.
func (n *ids) callType(i int) Int { return firstID + Int(i) }

// skillGroup is a queue at a peripheral: a skill group, or a precision queue.
func (n *ids) skillGroup(pg model.PairID, queue int) Int {
	return firstSkillGroup + Int(pg)*Int(n.cfg.Queues()) + Int(queue)
}

func (n *ids) precision(queue int) Int {
	if queue < len(n.cfg.Skills) {
		return Null
	}
	return firstID + Int(queue-len(n.cfg.Skills))
}

func (n *ids) agent(a model.AgentID) Int { return firstAgent + Int(a) }

func (n *ids) phone(a model.AgentID) Text { return Text(strconv.Itoa(firstAgent + int(a))) }

func dialedNumber(typ int) Text { return Text(strconv.Itoa(8000 + typ)) }

// caller is the number of a caller: the same when the caller tries again.
func caller(no uint32) Text { return Text(fmt.Sprintf("555%09d", model.CallerOf(no))) }

// guid names a call of a replication.
func (e *Export) guid(no uint32) Text {
	return Text(fmt.Sprintf("%016X%08X%08X", e.opt.Seed, e.opt.Replication, no))
}

// transferName is the call type of calls that agents have given on: they dial a number
// of its own.
func transferName(name string) Text { return Text(name + ".transfer") }

// configuration fills the tables that give ids their names.
func (e *Export) configuration() {
	cfg := e.cfg
	several := len(cfg.PGs) > 1
	for i := range cfg.Types {
		e.put(tableCallType, &callType{e.ids.callType(i), Text(cfg.Types[i].Name)}, 0)
	}
	for i, t := range cfg.Callers() {
		if t.Transfer > 0 {
			e.put(tableCallType, &callType{e.ids.callType(len(cfg.Types) + i), transferName(t.Name)}, 0)
		}
	}
	for pg := range cfg.PGs {
		for q := range cfg.Queues() {
			name := cfg.QueueName(q)
			if several {
				name = cfg.PGs[pg].Name + "." + name
			}
			e.put(tableSkillGroup, &skillGroup{e.ids.skillGroup(model.PairID(pg), q), e.ids.peripheral(model.PairID(pg)), e.ids.precision(q), Text(name)}, 0)
		}
	}
	for i, p := range cfg.Precision {
		e.put(tablePrecisionQueue, &precisionQueue{firstID + Int(i), Text(p.Name)}, 0)
	}
	for p, u := range e.units {
		if u.IsPG() {
			e.put(tablePeripheral, &peripheral{e.ids.peripheral(model.PairID(p)), Text(u.Name)}, 0)
		}
	}
	e.people()
	e.put(tableDomain, &mediaRoutingDomain{voiceDomain, "Cisco_Voice"}, 0)
	b := bucketIntervals{BucketIntervalID: bucketID, EnterpriseName: "Default"}
	for i, s := range buckets {
		b.IntervalUpperBound[i] = Int(s)
	}
	e.put(tableBuckets, &b, 0)
	for i, c := range cfg.Campaigns {
		e.put(tableCampaign, &campaign{firstID + Int(i), Text(c.Name)}, 0)
	}
	for i, d := range cfg.Dialers {
		e.put(tableDialer, &dialer{firstID + Int(i), Text(d.Name)}, 0)
	}
}

// people fills the tables of agents, teams and members.
func (e *Export) people() {
	a := model.AgentID(0)
	for g, group := range e.cfg.Groups {
		e.put(tableTeam, &agentTeam{firstID + Int(g), e.ids.peripheral(group.PG), Text(group.Name)}, 0)
		for i := range group.Count {
			id, name := e.ids.agent(a), Text(fmt.Sprintf("%s.%d", group.Name, i+1))
			e.put(tableAgent, &agentRow{id, id, e.ids.peripheral(group.PG), e.ids.phone(a), name}, 0)
			e.put(tablePerson, &person{id, name}, 0)
			e.put(tableTeamMember, &agentTeamMember{firstID + Int(g), id}, 0)
			for _, m := range e.agents[a].in {
				e.put(tableSkillGroupMember, &skillGroupMember{e.ids.skillGroup(group.PG, m.queue), id}, 0)
			}
			a++
		}
	}
}
