// Command ccsim simulates a duplexed contact center and says what a
// maintenance or a failure of one of its sides costs.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	"ccsim/model"
	"ccsim/scenarios"
)

// Exit codes, the same for every verb.
const (
	exitOK        = 0
	exitFailed    = 1 // ran, but an expectation does not hold
	exitUsage     = 2 // usage or bad input
	exitIO        = 3
	exitUnsound   = 4 // a bug of the simulator
	exitInterrupt = 130
	exitTerminate = 143
)

// errFailed means that an expectation does not hold; it has been printed.
var errFailed = errors.New("expectations failed")

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// run is main without the process: the tests call it.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var stopped atomic.Int32
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	go func() {
		select {
		case s := <-signals:
			code := int32(exitInterrupt)
			if s == syscall.SIGTERM {
				code = exitTerminate
			}
			stopped.Store(code)
			cancel()
		case <-ctx.Done():
		}
	}()
	root := newRoot(stdin, stdout, stderr)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if code := stopped.Load(); code != 0 {
		return int(code)
	}
	if err != nil && !errors.Is(err, errFailed) {
		fmt.Fprintln(stderr, "ccsim:", err)
	}
	return exitCode(err)
}

func exitCode(err error) int {
	var unsound *model.SoundnessError
	var limit *model.LimitExceeded
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFailed):
		return exitFailed
	case errors.As(err, &unsound), errors.As(err, &limit):
		return exitUnsound
	case errors.Is(err, scenarios.ErrIO), errors.Is(err, errOutput):
		return exitIO
	}
	return exitUsage
}
