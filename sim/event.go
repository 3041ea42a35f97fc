package sim

import "fmt"

// Kind tells what an event is; the model owns the numbers (1 to 255) and
// dispatches on them with one switch.
type Kind uint8

// Rank decides what happens first at one instant. The order is meaning: a
// fault strikes before the messages of that instant arrive, and what was
// observed sees all of it.
type Rank uint8

// Ranks in their order at one instant.
const (
	RankFault    Rank = iota // levers: crashes, cuts, operator actions
	RankNetwork              // messages that arrive
	RankTimer                // expiries, detections
	RankWork                 // what agents and callers do
	RankObserver             // probes, interval boundaries; change nothing
)

const (
	subjectBits = 28
	kindBits    = 8
	seqBits     = 24
	// MaxSubject is the largest subject or link number of an event.
	MaxSubject = 1<<subjectBits - 1
	// MaxSeq is the largest sequence number of one subject.
	MaxSeq = 1<<seqBits - 1
)

// Key is the place of an event in the total order: time first, then Ord. Two
// different events never share a key.
type Key struct {
	T   Time
	Ord uint64
}

// Before tells whether k comes before o.
func (k Key) Before(o Key) bool { return k.T < o.T || (k.T == o.T && k.Ord < o.Ord) }

// Event is plain data: when, its place at that instant, and four operands.
// Row is the slot the handler looks up; Gen is the generation of what the event was
// meant for, so that a timer that outlived its purpose is recognized instead of
// searched and removed. Cause is the number of the lever at the head of the
// chain that led here (0: the workload).
//
// Ord holds the subject's own number, never a slot, because slots depend on
// history that the facts must not show.
type Event struct {
	T     Time
	Ord   uint64
	Row   uint32
	Gen   uint32
	Arg   uint32
	Cause uint32
}

// Order packs rank, subject, kind and the subject's own sequence into one
// word that compares in this order. It panics when a part does not fit, since
// a wrapped part would break the order silently.
func Order(r Rank, subject uint32, k Kind, seq uint32) uint64 {
	if subject > MaxSubject || seq > MaxSeq {
		panic(fmt.Sprintf("sim: event part out of range: subject %d (max %d), sequence %d (max %d)", subject, MaxSubject, seq, MaxSeq))
	}
	return uint64(r)<<60 | uint64(subject)<<32 | uint64(k)<<seqBits | uint64(seq)
}

// MessageOrder is Order for a message: messages of one link stand in the
// order of sending, so the message number comes before the kind.
func MessageOrder(link, number uint32, k Kind) uint64 {
	if link > MaxSubject || number > MaxSeq {
		panic(fmt.Sprintf("sim: message part out of range: link %d (max %d), number %d (max %d)", link, MaxSubject, number, MaxSeq))
	}
	return uint64(RankNetwork)<<60 | uint64(link)<<32 | uint64(number)<<kindBits | uint64(k)
}

// Key gives the event's place in the total order.
func (e Event) Key() Key { return Key{e.T, e.Ord} }

// Rank gives the event's rank.
func (e Event) Rank() Rank { return Rank(e.Ord >> 60) }

// Subject gives the number of what the event is about; of a message, its link.
func (e Event) Subject() uint32 { return uint32(e.Ord>>32) & MaxSubject }

// Kind gives the event's kind.
func (e Event) Kind() Kind {
	if e.Rank() == RankNetwork {
		return Kind(e.Ord & 0xff)
	}
	return Kind(e.Ord >> seqBits & 0xff)
}
