package model

import (
	"errors"
	"fmt"

	"ccsim/sim"
)

// handle dispatches one event. A table would be an initialization cycle; the
// test of kinds checks that the switch is whole.
func (w *World) handle(e sim.Event) {
	if w.deferred(e) {
		return
	}
	switch e.Kind() {
	case evLever:
		w.onLever(e)
	case evFail:
		w.onFail(e)
	case evRepair:
		w.onRepair(e)
	case evTick:
		w.onTick(e)
	case evBeat:
		w.onBeat(e)
	case evAnswerMM:
		w.onAnswerMM(e)
	case evPreCall:
		w.onPreCall(e)
	case evRing:
		w.onRing(e)
	case evRefused:
		w.onRefused(e)
	case evRouterAgent:
		w.onRouterAgent(e)
	case evNewCall:
		w.onNewCall(e)
	case evRouteTimeout:
		w.onRouteTimeout(e)
	case evDropped:
		w.onDropped(e)
	case evRouterLost:
		w.onRouterLost(e)
	case evRequest:
		w.onRequest(e)
	case evExpiry:
		w.onExpiry(e)
	case evPeerGone:
		w.onPeerGone(e)
	case evResync:
		w.onResync(e)
	case evClosed:
		w.onClosed(e)
	case evCutOff:
		w.onCutOff(e)
	case evPairLeft:
		w.onPairLeft(e)
	case evRealign:
		w.onRealign(e)
	case evTestAnswer:
		w.onTestAnswer(e)
	case evTestAgain:
		w.onTestAgain(e)
	case evSettled:
		w.onSettled(e)
	case evConnectEnd:
		w.onConnectEnd(e)
	case evTakeover:
		w.onTakeover(e)
	case evStarted:
		w.onStarted(e)
	case evSynced:
		w.onSynced(e)
	case evActivated:
		w.onActivated(e)
	case evFarewell:
		w.onFarewell(e)
	case evResponseEnd:
		w.onResponseEnd(e)
	case evMaintTimeout:
		w.onMaintTimeout(e)
	case evSwitch:
		w.onSwitch(e)
	case evDrained:
		w.onDrained(e)
	case evReservation:
		w.onReservation(e)
	case evPatience:
		w.onPatience(e)
	case evRONA:
		w.onRONA(e)
	case evSignIn:
		w.onSignIn(e)
	case evGrace:
		w.onGrace(e)
	case evForced:
		w.onForced(e)
	case evJTAPI:
		w.onJTAPI(e)
	case evClientLost:
		w.onClientLost(e)
	case evSession:
		w.onSession(e)
	case evArrive:
		w.onArrive(e)
	case evArriveTrace:
		w.onArriveTrace(e)
	case evIVRDone:
		w.onIVRDone(e)
	case evAnswer:
		w.onAnswer(e)
	case evAsk:
		w.onAsk(e)
	case evHold:
		w.onHold(e)
	case evRetrieve:
		w.onRetrieve(e)
	case evConference:
		w.onConference(e)
	case evTalkEnd:
		w.onTalkEnd(e)
	case evWrapEnd:
		w.onWrapEnd(e)
	case evBack:
		w.onBack(e)
	case evStaff:
		w.onStaff(e)
	case evRescan:
		w.onRescan(e)
	case evFlap:
		w.onFlap(e)
	case evCongestion:
		w.onCongestion()
	case evEmptied:
		w.onEmptied(e)
	case evCaller:
		w.onCaller(e)
	case evClose:
		w.onClose(e)
	case evScript:
		w.onScript(e)
	case evLookup:
		w.onLookup(e)
	case evPrecision:
		w.onPrecision(e)
	case evShift:
		w.onShift(e)
	case evBreak:
		w.onBreak(e)
	case evPace:
		w.onPace(e)
	case evReserve:
		w.onReserve(e)
	case evOutcome:
		w.onOutcome(e)
	case evDue:
		w.onDue(e)
	case evPreviewed:
		w.onPreviewed(e)
	case evMessage:
		w.onMessage(e)
	case evReturned:
		w.onReturned(e)
	case evMissing:
		w.onMissing(e)
	case evAskLater:
		w.onAskLater(e)
	case evImport:
		w.onImport(e)
	case evTask:
		w.onTask(e)
	case evNewTask:
		w.onNewTask(e)
	case evTaskOffer:
		w.onTaskOffer(e)
	case evTaskDone:
		w.onTaskDone(e)
	case evTaskStep:
		w.onTaskStep(e)
	case evTaskResume:
		w.onTaskResume(e)
	case evTaskExpire:
		w.onTaskExpire(e)
	case evTaskLife:
		w.onTaskLife(e)
	case evMonitor:
		w.onMonitor(e)
	case evBargeIn:
		w.onBargeIn(e)
	case evWatchEnd:
		w.onWatchEnd(e)
	case evForceHabit:
		w.onForceHabit(e)
	case evPersonal:
		w.onPersonal(e)
	case evAskedLater:
		w.onAskedLater(e)
	case evOverdue:
		w.onOverdue(e)
	case evDialerless:
		w.onDialerless(e)
	case evImporter:
		w.onImporter(e)
	case evHorizon:
		w.onHorizon()
	case evLook:
		w.onLook(e)
	default:
		w.unsound("event of unknown kind %d", e.Kind())
	}
}

// SoundnessError is a bug of the simulator: a law that can never be broken
// was. The run must not be used.
type SoundnessError struct {
	At   sim.Time
	What string
}

// Error says what was broken and when.
func (e *SoundnessError) Error() string {
	return fmt.Sprintf("soundness violation at %v: %s", e.At, e.What)
}

func (w *World) unsound(format string, args ...any) {
	panic(&SoundnessError{w.now(), fmt.Sprintf(format, args...)})
}

// RunUntil handles all events up to and including time t. It returns a
// *SoundnessError when a law of the model was broken and a *sim.LimitError when
// the run went over a limit.
func (w *World) RunUntil(t sim.Time) (err error) {
	defer func() {
		if r := recover(); r != nil {
			broken, ok := r.(*SoundnessError)
			if !ok {
				panic(r)
			}
			err = broken
		}
	}()
	if !w.begun {
		w.start()
	}
	for !w.done() {
		e, ok, err := w.kernel.Next(t)
		if err != nil {
			return describe(err)
		}
		if !ok {
			break
		}
		w.handle(e)
		w.checkConserved()
	}
	return nil
}

// Run handles the whole run up to the end that the configuration asks for,
// and closes all open intervals.
func (w *World) Run() error {
	until := w.cfg.Horizon
	if w.cfg.End != EndStop {
		until = sim.Forever
	}
	if err := w.RunUntil(until); err != nil {
		return err
	}
	return w.Finish()
}

// done tells whether a run that drains has nothing left to wait for.
func (w *World) done() bool {
	return w.ended && w.cfg.End != EndStop && w.census.inProgress()+w.census.tasksBusy() == 0 && w.census.ringing() == 0
}

// End is the moment at which the run ended: the horizon, or later when it
// drains.
func (w *World) End() sim.Time {
	if w.cfg.End == EndStop {
		return w.cfg.Horizon
	}
	return max(w.now(), w.cfg.Horizon)
}

// LimitExceeded is a *sim.LimitError that names the handlers in words.
type LimitExceeded struct{ Limit *sim.LimitError }

// Error names the limit, the moment and the cycle of handlers.
func (e *LimitExceeded) Error() string { return e.Limit.Describe(KindName) }

// Unwrap gives the kernel's error.
func (e *LimitExceeded) Unwrap() error { return e.Limit }

func describe(err error) error {
	var limit *sim.LimitError
	if errors.As(err, &limit) {
		return &LimitExceeded{limit}
	}
	return err
}
