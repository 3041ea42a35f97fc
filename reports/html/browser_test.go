package html_test

import (
	"bytes"
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ccsim/reports/html"
	"ccsim/reports/picture"
	"ccsim/scenarios"
	"ccsim/scenarios/compare"
	"ccsim/scenarios/format"
	"ccsim/scenarios/sweep"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// report makes the page of an embedded scenario.
func report(t *testing.T, name string) []byte {
	t.Helper()
	src, err := scenarios.Open(name, nil)
	require.NoError(t, err)
	c, err := src.Compile()
	require.NoError(t, err)
	if c.Replications > 5 {
		c.Replications = 5
	}
	out, err := c.Run(context.Background(), scenarios.RunOptions{})
	require.NoError(t, err)
	pictures, err := c.Pictures(context.Background(), scenarios.RunOptions{}, out)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.Write(&b, c.Report(src, out, "ccsim run "+name), pictures, src.Data))
	return b.Bytes()
}

// compared makes the page of a comparison.
func compared(t *testing.T, names ...string) []byte {
	t.Helper()
	var sides []compare.Side
	for _, name := range names {
		src, err := scenarios.Open(name, nil)
		require.NoError(t, err)
		c, err := src.Compile()
		require.NoError(t, err)
		c.Replications = min(c.Replications, 4)
		for _, v := range c.Variants {
			v.Replications = c.Replications
		}
		sides = append(sides, compare.Side{Name: name, Source: src, Compiled: c})
	}
	c, err := compare.Run(context.Background(), sides, scenarios.RunOptions{}, "ccsim compare")
	require.NoError(t, err)
	pictures, err := compare.Pictures(context.Background(), sides, scenarios.RunOptions{}, c)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, html.Compare(&b, c, pictures))
	for _, p := range html.ComparePictures(c, pictures) {
		_, err := picture.PNG(p.SVG)
		require.NoError(t, err, p.Name)
	}
	return b.Bytes()
}

func latin(axes []string) (sweep.Points, error) { return sweep.Latin(axes, 14, 1) }

// swept makes the page of a sweep of pg-crash.
func swept(t *testing.T, points func([]string) (sweep.Points, error), axes ...string) []byte {
	t.Helper()
	src, err := scenarios.Open("pg-crash", nil)
	require.NoError(t, err)
	p, err := points(axes)
	require.NoError(t, err)
	changes, err := format.ParseChange("replications=6")
	require.NoError(t, err)
	s, err := sweep.New(src, []format.Change{changes}, p)
	require.NoError(t, err)
	all, err := s.Run(context.Background(), sweep.Options{})
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, sweep.Print(&b, "html", s.Head(), all))
	return b.Bytes()
}

// browser starts a browser for a test. Where there is none the test is left out,
// but not where CI runs: scripts/install.sh installs it.
func browser(t *testing.T) context.Context {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil && os.Getenv("CI") == "" {
		t.Skip("no browser here; scripts/install.sh installs one")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, end := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(end)
	ctx, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	return ctx
}

// watched collects what a page complains of and asks a network for.
type watched struct {
	sync.Mutex
	found []string
}

func (w *watched) note(s string) {
	w.Lock()
	defer w.Unlock()
	w.found = append(w.found, s)
}

func (w *watched) all() []string {
	w.Lock()
	defer w.Unlock()
	return slices.Clone(w.found)
}

func watch(t *testing.T, ctx context.Context) *watched {
	t.Helper()
	w := &watched{}
	require.NoError(t, chromedp.Listen(ctx, func(ev any) {
		switch e := ev.(type) {
		case *runtime.EventExceptionThrown:
			w.note("exception: " + e.ExceptionDetails.Text)
		case *runtime.EventConsoleAPICalled:
			w.note("console: " + string(e.Type))
		case *log.EventEntryAdded:
			w.note("log: " + e.Entry.Text)
		case *network.EventRequestWillBeSent:
			if e.Request.URL != "" && !strings.HasPrefix(e.Request.URL, "file:") && !strings.HasPrefix(e.Request.URL, "data:") {
				w.note("request: " + e.Request.URL)
			}
		}
	}))
	return w
}

func media(kind, scheme string) chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Media: kind, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
		})
		return err
	})
}

// overlapping finds figure texts that a reader sees on top of one another, texts
// that leave their figure, and pages that scroll sideways.
const overlapping = `(() => {
  const bad = [];
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1) bad.push("the page scrolls sideways: " + document.documentElement.scrollWidth);
  document.querySelectorAll(".fig").forEach((fig, n) => {
    const box = fig.getBoundingClientRect();
    const all = [...fig.querySelectorAll("text")].filter((t) => t.textContent && t.getBoundingClientRect().width > 0)
      .map((t) => ({ text: t.textContent, r: t.getBoundingClientRect() }));
    for (const a of all) {
      if (a.r.left < box.left - 2 || a.r.right > box.right + 8) bad.push("figure " + n + ": leaves it: " + a.text);
      for (const b of all) {
        if (a === b || a.text >= b.text) continue;
        const w = Math.min(a.r.right, b.r.right) - Math.max(a.r.left, b.r.left), h = Math.min(a.r.bottom, b.r.bottom) - Math.max(a.r.top, b.r.top);
        if (w > 2 && h > 4) bad.push("figure " + n + ": " + a.text + " / " + b.text);
      }
    }
  });
  return bad;
})()`

const numbers = `[...document.querySelectorAll(".kv,.byfault li,td.n,.fig text")].map((e) => e.textContent).join("|")`

func TestPagesInABrowser(t *testing.T) {
	axe, err := os.ReadFile(filepath.Join("testdata", "axe.min.js"))
	require.NoError(t, err)
	ctx := browser(t)
	seen := watch(t, ctx)
	pages := map[string]func() []byte{
		"compare pg-crash": func() []byte { return compared(t, "pg-crash", "maintenance-private-link") }, "compare variants": func() []byte { return compared(t, "maintenance-at-ten") },
		"sweep grid": func() []byte {
			return swept(t, sweep.Grid, "center.agents.sales-team.count=12,14,18", "workload.volume=80%,100%")
		},
		"sweep latin": func() []byte {
			return swept(t, latin, "center.agents.sales-team.count=12..40", "workload.volume=50%..130%")
		},
	}
	for _, name := range []string{"busy-half-hour", "maintenance-private-link", "site-crash", "random-failures", "vm-maintenance", "compare pg-crash", "compare variants", "sweep grid", "sweep latin"} {
		write, ok := pages[name]
		if !ok {
			write = func() []byte { return report(t, name) }
		}
		page := write()
		require.Less(t, len(page), 1_500_000)
		file := filepath.Join(t.TempDir(), "report.html")
		require.NoError(t, os.WriteFile(file, page, 0o600))
		at := url.URL{Scheme: "file", Path: file}
		for _, width := range []int64{320, 360, 768, 1280} {
			for _, look := range [][2]string{{"screen", "light"}, {"screen", "dark"}, {"print", "light"}} {
				limited, cancel := context.WithTimeout(ctx, 60*time.Second)
				require.NoError(t, chromedp.Do(limited, media(look[0], look[1]), chromedp.EmulateViewport(width, 900), chromedp.Navigate(at.String())))
				bad, err := chromedp.Run(limited, chromedp.Evaluate[[]string](overlapping))
				cancel()
				require.NoError(t, err)
				require.Empty(t, bad, "%s at %d, %s %s", name, width, look[0], look[1])
			}
		}
		checkAxe(t, ctx, name, string(axe))
		withScript, err := chromedp.Run(ctx, chromedp.Evaluate[string](numbers))
		require.NoError(t, err)
		require.Equal(t, withScript, withoutScript(t, ctx, at.String()), "script adds no content")
	}
	require.Empty(t, seen.all(), "no message and no request")
}

// checkAxe runs axe-core over the page that is open.
func checkAxe(t *testing.T, ctx context.Context, name, axe string) {
	t.Helper()
	_, err := chromedp.Run(ctx, chromedp.Evaluate[chromedp.Void](axe+";0"))
	require.NoError(t, err)
	for _, scheme := range []string{"light", "dark"} {
		require.NoError(t, chromedp.Do(ctx, media("screen", scheme)))
		bad, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`axe.run().then((r) => r.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " " + n.failureSummary).join(" | ")))`, chromedp.EvalAwaitPromise))
		require.NoError(t, err)
		require.Empty(t, bad, "%s, %s", name, scheme)
	}
}

// withoutScript reads the numbers of a page where no script runs.
func withoutScript(t *testing.T, ctx context.Context, at string) string {
	t.Helper()
	off := func(on bool) chromedp.Action[chromedp.Void] {
		return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: on})
			return err
		})
	}
	require.NoError(t, chromedp.Do(ctx, off(true), chromedp.Navigate(at)))
	got, err := chromedp.Run(ctx, chromedp.Evaluate[string](numbers))
	require.NoError(t, err)
	require.NoError(t, chromedp.Do(ctx, off(false)))
	return got
}

// TestZoomAndSort drives what the script adds.
func TestZoomAndSort(t *testing.T) {
	ctx := browser(t)
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(file, report(t, "pg-crash"), 0o600))
	at := url.URL{Scheme: "file", Path: file}
	require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate(at.String())))
	width := func() string {
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector(".zoom").getAttribute("width")`))
		require.NoError(t, err)
		return got
	}
	require.Equal(t, "100%", width())
	require.NoError(t, chromedp.Do(ctx, chromedp.Focus(chromedp.CSS(".plot")), chromedp.KeyEvent("+")))
	require.Equal(t, "150%", width())
	require.NoError(t, chromedp.Do(ctx, chromedp.KeyEvent(kb.Escape)))
	require.Equal(t, "100%", width())
	require.NoError(t, chromedp.Do(ctx, chromedp.KeyEvent(kb.End)))
	tip, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.querySelector(".tip").textContent`))
	require.NoError(t, err)
	require.Contains(t, tip, "in queue")
	first, err := chromedp.Run(ctx, chromedp.Evaluate[[]string](`(() => { const t = [...document.querySelectorAll("table.sort")].pop(); t.closest("details").open = true; t.querySelector("th button").click(); const up = t.tBodies[0].rows[0].cells[0].textContent; t.querySelector("th button").click(); return [up, t.tBodies[0].rows[0].cells[0].textContent]; })()`))
	require.NoError(t, err)
	require.Less(t, first[0], first[1])
}
