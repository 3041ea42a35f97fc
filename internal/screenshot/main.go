// Command screenshot photographs a page in Debian's Chromium, for the documents.
//
//	go run ./internal/screenshot -width 360 -height 1400 -scheme dark report.html phone.png
//	go run ./internal/screenshot -of "#day" report.html day.png
package main

import (
	"context"
	"flag"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// shot is one photograph: the window at the top of the page, or one of its elements.
type shot struct {
	file, out     string
	width, height int64
	scheme, of    string
}

func main() {
	var s shot
	flag.Int64Var(&s.width, "width", 1280, "of the window, pixels")
	flag.Int64Var(&s.height, "height", 1500, "of the window, pixels")
	flag.StringVar(&s.scheme, "scheme", "light", "light or dark")
	flag.StringVar(&s.of, "of", "", "only the first element of this CSS selector, with a margin")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "screenshot: say PAGE.html and PICTURE.png")
		os.Exit(2)
	}
	s.file, s.out = flag.Arg(0), flag.Arg(1)
	if err := s.take(); err != nil {
		fmt.Fprintln(os.Stderr, "screenshot:", err)
		os.Exit(1)
	}
}

func (s shot) take() error {
	file, err := filepath.Abs(s.file)
	if err != nil {
		return err
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath("chromium"), chromedp.NoSandbox, chromedp.DisableGPU)
	limited, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	alloc, end := chromedp.NewExecAllocator(limited, options...)
	defer end()
	ctx, stop := chromedp.NewContext(alloc)
	defer stop()
	at := url.URL{Scheme: "file", Path: file}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(s.width, s.height), s.colors(), chromedp.Navigate(at.String())); err != nil {
		return err
	}
	png, err := chromedp.Run(ctx, s.picture())
	if err != nil {
		return err
	}
	return os.WriteFile(s.out, png, 0o644)
}

// colors asks for the light or the dark look.
func (s shot) colors() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: s.scheme}},
		})
		return err
	})
}

// margin is left above an element and beside it, pixels; below it text may follow at once.
const margin = 10

// picture takes the window, or the element.
func (s shot) picture() chromedp.Action[[]byte] {
	if s.of == "" {
		return chromedp.CaptureScreenshot()
	}
	return func(ctx context.Context, _ *chromedp.Target) ([]byte, error) {
		box, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](fmt.Sprintf(
			`(() => { const b = document.querySelector(%q).getBoundingClientRect(); return [b.x + scrollX, b.y + scrollY, b.width, b.height]; })()`, s.of)))
		if err != nil {
			return nil, err
		}
		beyond := true
		r, err := chromedp.Call(ctx, page.CaptureScreenshot, page.CaptureScreenshotParams{
			CaptureBeyondViewport: &beyond,
			Clip:                  &page.Viewport{X: box[0] - margin, Y: box[1] - margin, Width: box[2] + 2*margin, Height: box[3] + margin, Scale: 1},
		})
		return r.Data, err
	}
}
