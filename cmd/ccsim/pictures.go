package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"ccsim/reports/html"
	"ccsim/reports/picture"

	"github.com/spf13/cobra"
)

// pictureFlag names the directory of pictures.
func (f *runFlags) pictureFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.pictures, "pictures", "", "write each figure of the HTML report into this directory too, as .svg and .png")
}

// checkPictures makes the directory, so that a long run does not end in vain.
func (f *runFlags) checkPictures() error {
	if f.pictures == "" {
		return nil
	}
	if err := os.MkdirAll(f.pictures, 0o755); err != nil {
		return fmt.Errorf("%w %s: %w", errOutput, f.pictures, errors.Unwrap(err))
	}
	return nil
}

// writePictures writes all pictures, or none where one is there already.
func (f *runFlags) writePictures(all []html.Picture) error {
	file := func(p *html.Picture, ext string) string { return filepath.Join(f.pictures, p.Name+ext) }
	for i := range all {
		for _, ext := range []string{".svg", ".png"} {
			if name := file(&all[i], ext); !f.force && exists(name) {
				return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, name)
			}
		}
	}
	for i := range all {
		p := &all[i]
		png, err := picture.PNG(p.SVG)
		if err != nil {
			return err
		}
		if err := writeFile(file(p, ".svg"), p.SVG, f.force); err != nil {
			return err
		}
		if err := writeFile(file(p, ".png"), png, f.force); err != nil {
			return err
		}
	}
	return nil
}
