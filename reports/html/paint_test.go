package html_test

import (
	"net/url"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// TestFirstPaint measures how soon a reader sees the default page. A time depends
// on the machine, so it runs only where it is asked for: make paint.
func TestFirstPaint(t *testing.T) {
	if os.Getenv("CCSIM_PAINT") == "" {
		t.Skip("measures a time; make paint runs it")
	}
	ctx := browser(t)
	file := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(file, report(t, "busy-half-hour"), 0o600))
	at := url.URL{Scheme: "file", Path: file}
	require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900), chromedp.Navigate("about:blank")))
	worst := 0.0
	for range 5 {
		require.NoError(t, chromedp.Do(ctx, chromedp.Navigate(at.String())))
		ms, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`new Promise((r) => { const look = () => { const e = performance.getEntriesByName("first-contentful-paint")[0]; e ? r(e.startTime) : requestAnimationFrame(look); }; look(); })`, chromedp.EvalAwaitPromise))
		require.NoError(t, err)
		worst = max(worst, ms)
	}
	t.Logf("first contentful paint, worst of 5: %.0f ms", worst)
	require.Less(t, worst, 1000.0, "ms until the first paint")
}
