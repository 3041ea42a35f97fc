package scenarios

import (
	"io/fs"

	"ccsim/scenarios/format"
)

// memory is the files of a scenario that are not written yet.
type memory map[string][]byte

// Open refuses: scenarios read whole files.
func (memory) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadFile gives the content of a file.
func (m memory) ReadFile(name string) ([]byte, error) {
	data, ok := m[name]
	if !ok {
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	}
	return data, nil
}

// InMemory opens a scenario of a set of files by name, which nobody wrote yet.
func InMemory(name string, files map[string][]byte) (*Source, error) {
	doc, err := format.Parse(name, files[name])
	return &Source{Name: name, Data: files[name], doc: doc, dir: memory(files)}, err
}
