package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// errOutput is wrapped by errors of files that cannot be written.
var errOutput = errors.New("cannot write")

// checkBinary refuses a workbook without a file to write it to.
func (f *runFlags) checkBinary() error {
	if f.format == "xlsx" && (f.output == "" || f.output == "-") {
		return errors.New("a workbook is no text for a terminal: name its file with -o, such as -o report.xlsx")
	}
	return nil
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// writeFile writes a file whole or not at all: to a temporary name first. An
// existing file is kept unless force is set.
func writeFile(name string, data []byte, force bool) error {
	return writeStream(name, force, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeStream is writeFile for what is written bit by bit.
func writeStream(name string, force bool, write func(io.Writer) error) error {
	if !force && exists(name) {
		return fmt.Errorf("%w: %s exists; use --force to overwrite it", errOutput, name)
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		// A device or a pipe is written to: a file in its place would break it for everybody.
		device, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err == nil {
			err = errors.Join(write(device), device.Close())
		}
		if err != nil {
			return fmt.Errorf("%w %s: %w", errOutput, name, err)
		}
		return nil
	}
	temp, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return fmt.Errorf("%w %s: %w", errOutput, name, errors.Unwrap(err))
	}
	defer func() { _ = os.Remove(temp.Name()) }() // gone already when all went well
	err = write(temp)
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = os.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("%w %s: %w", errOutput, name, err)
	}
	return nil
}
