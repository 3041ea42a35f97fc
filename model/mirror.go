package model

import (
	"slices"

	"ccsim/sim"
)

// Mirrored gives the same center with the sides A and B exchanged, and with them
// everything in which side A is preferred: who leads at the start and after a fresh
// pairing, exactly half of the PGs as a majority, ties of PG weights, which Router
// restarts after both ran. A run of it must be the image of a run of c: then there
// is no other difference between the sides. What remains is the order of what
// happens at the same nanosecond.
func (c *Config) Mirrored() *Config {
	m := *c
	m.lead = c.lead.Other()
	m.History.Retention = [2]sim.Time{c.History.Retention[1], c.History.Retention[0]}
	m.VRUPGs = slices.Clone(c.VRUPGs)
	for i := range m.VRUPGs {
		m.VRUPGs[i].Side ^= 1
	}
	for _, nodes := range []*[]Node{&m.CVPs, &m.VVBs, &m.Gateways, &m.HDSs, &m.Reporting} {
		*nodes = slices.Clone(*nodes)
		for i := range *nodes {
			(*nodes)[i].Site ^= 1
		}
	}
	m.Groups = slices.Clone(c.Groups)
	for i := range m.Groups {
		m.Groups[i].Site ^= 1
		m.Groups[i].PhoneSite ^= 1
	}
	m.Lookups = slices.Clone(c.Lookups)
	for i := range m.Lookups {
		m.Lookups[i].First ^= 1
	}
	m.Levers = slices.Clone(c.Levers)
	for i := range m.Levers {
		l := &m.Levers[i]
		l.Procs = slices.Clone(l.Procs)
		for k := range l.Procs {
			l.Procs[k] ^= 1
		}
		l.CallServer ^= 1
		l.Importers = slices.Clone(l.Importers)
		for k := range l.Importers {
			l.Importers[k] ^= 1
		}
		links, private := slices.Clone(l.Links), false
		for k := range links {
			private = private || c.Links()[links[k]].Kind == LinkPrivate
			links[k] = c.mirrorLink(links[k])
		}
		l.Links = links
		if private {
			l.From = mirrorMask(l.From)
		}
		l.Trigger.Subject = c.MirrorSubject(l.Trigger.Kind, l.Trigger.Subject)
	}
	m.Levels = slices.Clone(c.Levels)
	for i := range m.Levels {
		m.Levels[i].Proc ^= 1
	}
	m.VMs = slices.Clone(c.VMs)
	for i := range m.VMs {
		m.VMs[i].Procs = slices.Clone(m.VMs[i].Procs)
		for k := range m.VMs[i].Procs {
			m.VMs[i].Procs[k] ^= 1
		}
		m.VMs[i].Order = slices.Clone(m.VMs[i].Order)
		for k := range m.VMs[i].Order {
			m.VMs[i].Order[k] ^= 1
		}
	}
	m.Failures = slices.Clone(c.Failures)
	for i := range m.Failures {
		if f := &m.Failures[i]; len(f.Procs) == 1 {
			f.Procs = []ProcID{f.Procs[0] ^ 1}
		}
	}
	m.Probes = slices.Clone(c.Probes)
	for i := range m.Probes {
		m.Probes[i].Subject = c.MirrorSubject(m.Probes[i].Kind, m.Probes[i].Subject)
	}
	return &m
}

// Unpreferred gives the center with side A preferred, whatever it was before: of a
// mirrored one, the center in which only the actions are exchanged.
func (c *Config) Unpreferred() *Config {
	m := *c
	m.lead = SideA
	return &m
}

func mirrorMask(from uint8) uint8 { return from>>1&1 | from<<1&2 }

// mirrorLink is the image of a link: between the other PG side and the other
// Router, of the other JTAPI or Dialer side; others are their own image.
func (c *Config) mirrorLink(id LinkID) LinkID {
	links := c.Links()
	want := links[id]
	switch want.Kind {
	case LinkPublic:
		want.Side, want.Router = want.Side.Other(), want.Router.Other()
	case LinkJTAPI, LinkDialer:
		want.Side = want.Side.Other()
	default:
		return id
	}
	return LinkID(slices.Index(links, want))
}

// MirrorSubject is whom a fact of a run is about in the mirrored run.
func (c *Config) MirrorSubject(k sim.FactKind, subject uint32) uint32 {
	switch {
	case ofProcess[k]:
		return subject ^ 1
	case k == FactCut || k == FactHeal:
		return uint32(c.mirrorLink(LinkID(subject)))
	}
	return subject
}

// ofProcess are the facts whose subject is a process.
var ofProcess = [factKinds]bool{
	FactRole: true, FactMaintRequested: true, FactMaintContinue: true, FactMaintCancelled: true, FactMaintRejected: true,
	FactSwitched: true, FactShutdownFailed: true, FactStopped: true, FactStarted: true, FactCrashed: true, FactPaused: true,
	FactResumed: true, FactPIMLost: true, FactDetected: true, FactPeerBack: true, FactActivating: true, FactActive: true,
	FactStandby: true, FactDraining: true, FactPath: true, FactTesting: true, FactIsolatedEnabled: true, FactIsolatedDisabled: true,
	FactPaired: true, FactSentOn: true, FactHistoryRecovered: true, FactCaughtUp: true, FactNotReady: true,
}

// Mirror is the image of a fact in the mirrored run.
func (c *Config) Mirror(x sim.Fact) sim.Fact {
	switch {
	case x.Kind == FactPath && x.Value >= 0:
		x.Value ^= 1
	case (x.Kind == FactCut || x.Kind == FactHeal) && c.Links()[x.Subject].Kind == LinkPrivate:
		x.Aux = uint32(mirrorMask(uint8(x.Aux)))
	}
	x.Subject = c.MirrorSubject(x.Kind, x.Subject)
	return x
}
