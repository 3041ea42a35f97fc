package model

// Code is what the maintenance script of a virtual machine says: the answer to
// StartMM, or the answer to RequestStatus (Packaged CCE Administration and
// Configuration Guide 12.6(2), Return Code). All are printed with the prefix
// MMRequest-.
type Code uint8

// Codes.
const (
	CodeNone Code = iota
	Code100
	Code200
	Code300
	Code400
	Code401
	Code402
	Code403
	Code500
	CodeRegRead
	CodeNoValid
	CodeNoDiscrete
	CodeSCError400
	CodeSCError401
	CodeAgentPG101
	CodeAgentPG300
	CodeAgentPG400
	CodeDialer101
	CodeDialer300
	CodeDialer400
	CodeMRPG101
	CodeMRPG300
	CodeMRPG400
	CodeRouter101
	CodeRouter300
	CodeRouter400
	CodeRouter402
	CodeLogger101
	CodeLogger300
	CodeLogger400
	numCodes
)

// CodeRow is one code with its meaning in our words.
type CodeRow struct {
	Name    string
	Meaning string
}

var codeRows = [numCodes]CodeRow{
	CodeNone:       {"", ""},
	Code100:        {"100", "the request is accepted"},
	Code200:        {"200", "all services of the machine are up"},
	Code300:        {"300", "in progress, with no service in a maintenance of its own"},
	Code400:        {"400", "the request is refused: this machine cannot be put into maintenance mode from where it was asked"},
	Code401:        {"401", "partly in service: a maintenance failed half-way, or not all services have been started again"},
	Code402:        {"402", "the services were down already, without a maintenance"},
	Code403:        {"403", "the administrator cancelled the request in time"},
	Code500:        {"500", "in maintenance mode: all services were shut down by the script"},
	CodeRegRead:    {"400-REGREADERROR-400", "refused: the script cannot read the registry"},
	CodeNoValid:    {"400-NOVALIDCOMP-400", "refused: the machine has no PG, Router or Logger service"},
	CodeNoDiscrete: {"400-NODISCRETECOMP-400", "refused: beside its PG or Router services the machine has services of another kind"},
	CodeSCError400: {"401-SCERROR-400", "failed: service control refused before anything was stopped"},
	CodeSCError401: {"401-SCERROR-401", "failed: service control refused when part of the machine was down"},
	CodeAgentPG101: {"300-AGENTPG-101", "in progress: the Agent PG has been asked"},
	CodeAgentPG300: {"300-AGENTPG-300", "in progress: the Agent PG asks its clients, hands over or drains"},
	CodeAgentPG400: {"401-AGENTPG-400", "failed: the Agent PG rejected the request"},
	CodeDialer101:  {"300-DIALER-101", "in progress: the Dialer has been asked"},
	CodeDialer300:  {"300-DIALER-300", "in progress: the Dialer finishes its calls"},
	CodeDialer400:  {"401-DIALER-400", "failed: the Dialer rejected the request"},
	CodeMRPG101:    {"300-MRPG-101", "in progress: the MR PG has been asked"},
	CodeMRPG300:    {"300-MRPG-300", "in progress: the MR PG hands its tasks over"},
	CodeMRPG400:    {"401-MRPG-400", "failed: the MR PG rejected the request"},
	CodeRouter101:  {"300-ROUTER-101", "in progress: the Router has been asked"},
	CodeRouter300:  {"300-ROUTER-300", "in progress: the Router hands over to its peer"},
	CodeRouter400:  {"401-ROUTER-400", "failed: the Router rejected the request"},
	CodeRouter402:  {"401-ROUTER-402", "failed: the Router was down already, other services of the machine were not"},
	CodeLogger101:  {"300-LOGGER-101", "in progress: the Logger has been asked to stop"},
	CodeLogger300:  {"300-LOGGER-300", "in progress: the Logger stops"},
	CodeLogger400:  {"401-LOGGER-400", "failed: the Logger rejected the request"},
}

// String gives the code without its prefix.
func (c Code) String() string { return codeRows[c].Name }

// Meaning says in our words what the code means.
func (c Code) Meaning() string { return codeRows[c].Meaning }

// Codes lists all codes in the order of the tables.
func Codes() []Code {
	all := make([]Code, 0, numCodes-1)
	for c := Code100; c < numCodes; c++ {
		all = append(all, c)
	}
	return all
}

type codeSet uint64

func codes(list ...Code) (s codeSet) {
	for _, c := range list {
		s |= 1 << c
	}
	return s
}

var (
	codeAnswers = codes(Code100, Code400, Code402, Code500, CodeRegRead, CodeNoValid, CodeNoDiscrete)
	codeRests   = codes(Code200, Code401, Code402)
	codeEnds    = codes(Code401, Code403, Code500, CodeSCError400, CodeSCError401)
	codePGAsked = codes(CodeAgentPG101, CodeDialer101, CodeMRPG101)
)

// Resting tells the codes of a machine on which the script does not work.
func (c Code) Resting() bool {
	switch c {
	case Code100, Code300, CodeAgentPG101, CodeAgentPG300, CodeDialer101, CodeDialer300, CodeMRPG101, CodeMRPG300,
		CodeRouter101, CodeRouter300, CodeLogger101, CodeLogger300:
		return false
	}
	return true
}

// codeNext holds the legal changes of a code; another is a bug of the simulator.
// Between two requests a machine that rests may only say what its services are.
var codeNext = func() (next [numCodes]codeSet) {
	for c := range next {
		if Code(c).Resting() {
			next[c] = codeAnswers | codeRests
		}
	}
	next[CodeNone] |= codes(Code403)
	next[Code100] = codePGAsked | codes(Code300, CodeRouter101, CodeLogger101, CodeRouter402, CodeSCError400, Code403, Code401)
	next[Code300] = codePGAsked | codeEnds
	for _, x := range [][3]Code{{CodeAgentPG101, CodeAgentPG300, CodeAgentPG400}, {CodeDialer101, CodeDialer300, CodeDialer400}, {CodeMRPG101, CodeMRPG300, CodeMRPG400}} {
		others := codePGAsked &^ codes(x[0])
		next[x[0]] = others | codeEnds | codes(Code300, x[1], x[2])
		next[x[1]] = others | codeEnds | codes(Code300, x[2])
	}
	next[CodeRouter101] = codeEnds | codes(CodeRouter300, CodeRouter400, CodeLogger101)
	next[CodeRouter300] = codeEnds | codes(CodeRouter400, CodeLogger101)
	next[CodeLogger101] = codeEnds | codes(CodeLogger300, CodeLogger400)
	next[CodeLogger300] = codeEnds | codes(CodeLogger400)
	return next
}()
