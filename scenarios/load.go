package scenarios

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"ccsim/scenarios/format"
)

//go:embed library
var library embed.FS

// DefaultName is the embedded scenario that runs when none is named.
const DefaultName = "busy-half-hour"

// Input is a file that a scenario reads, with the SHA-256 of its content.
type Input struct {
	Name   string
	SHA256 string
}

// Source is a scenario file that has been read, and the way to the files it
// names.
type Source struct {
	Name     string // as it was asked for
	Data     []byte
	Embedded bool
	doc      *format.Document
	dir      fs.FS
}

// ErrIO is wrapped by errors of files that cannot be read.
var ErrIO = errors.New("cannot read")

// Open reads a scenario: a file, "-" for standard input, or the name of an
// embedded one.
func Open(name string, stdin io.Reader) (*Source, error) {
	s, err := read(name, stdin)
	if err != nil {
		return nil, err
	}
	s.doc, err = format.Parse(name, s.Data)
	return s, err
}

func read(name string, stdin io.Reader) (*Source, error) {
	if name == "-" {
		data, err := io.ReadAll(io.LimitReader(stdin, format.MaxSize+1))
		if err != nil {
			return nil, fmt.Errorf("%w standard input: %w", ErrIO, err)
		}
		return &Source{Name: "stdin", Data: data, dir: os.DirFS(".")}, nil
	}
	data, err := os.ReadFile(name)
	if err == nil {
		return &Source{Name: name, Data: data, dir: os.DirFS(filepath.Dir(name))}, nil
	}
	if !strings.ContainsAny(name, `/\`) && !strings.HasSuffix(name, ".yaml") {
		return embedded(name)
	}
	return nil, fmt.Errorf("%w %s: %w", ErrIO, name, errors.Unwrap(err))
}

func embedded(name string) (*Source, error) {
	data, err := library.ReadFile("library/" + name + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("%w %s: it is neither a file nor an embedded scenario; %s", ErrIO, name, format.Suggest(name, Library()))
	}
	sub, err := fs.Sub(library, "library")
	return &Source{Name: name, Data: data, Embedded: true, dir: sub}, err
}

// Library lists the embedded scenarios.
func Library() []string {
	entries, err := library.ReadDir("library")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok {
			names = append(names, name)
		}
	}
	return names
}

// Files lists the files of the library that a scenario needs, itself
// included, with their content: for writing them out.
func Files(name string) (map[string][]byte, error) {
	src, err := Open(name, nil)
	if err != nil {
		return nil, err
	}
	p := &format.Problems{}
	sc := src.doc.Decode(p)
	if err := p.Err(); err != nil {
		return nil, err
	}
	files := map[string][]byte{name + ".yaml": src.Data}
	for _, f := range inputsOf(sc) {
		data, err := fs.ReadFile(src.dir, path.Clean(f))
		if err != nil {
			return nil, fmt.Errorf("%w %s: %w", ErrIO, f, err)
		}
		files[f] = data
	}
	return files, nil
}

func inputsOf(sc *format.Scenario) (names []string) {
	add := func(t format.Text) {
		if t.Set && !slices.Contains(names, t.S) {
			names = append(names, t.S)
		}
	}
	add(sc.Center.Order)
	for _, vm := range sc.Center.VMs {
		add(vm.Order)
	}
	for _, g := range sc.Center.Agents {
		if g.Staffing != nil {
			add(g.Staffing.CSV)
		}
	}
	for _, c := range sc.Workload.Calls {
		if c.Arrivals != nil {
			add(c.Arrivals.CSV)
			add(c.Arrivals.Times)
		}
	}
	if sc.Workload.Trace != nil {
		add(sc.Workload.Trace.CSV)
	}
	return names
}

// inputs reads the files that a scenario names, and remembers their hashes.
type inputs struct {
	dir  fs.FS
	seen []Input
	data map[string][]byte
}

func (in *inputs) read(p *format.Problems, t format.Text) ([]byte, bool) {
	if data, ok := in.data[t.S]; ok {
		return data, true
	}
	var data []byte
	var err error
	if filepath.IsAbs(t.S) || strings.HasPrefix(path.Clean(filepath.ToSlash(t.S)), "..") {
		data, err = in.outside(t.S)
	} else {
		data, err = fs.ReadFile(in.dir, path.Clean(filepath.ToSlash(t.S)))
	}
	if err != nil {
		var pathError *fs.PathError
		if errors.As(err, &pathError) {
			err = pathError.Err
		}
		p.Add(t.Pos, "cannot read %s: %v; paths are relative to the scenario", t.S, err)
		return nil, false
	}
	sum := sha256.Sum256(data)
	in.seen = append(in.seen, Input{t.S, hex.EncodeToString(sum[:])})
	if in.data == nil {
		in.data = map[string][]byte{}
	}
	in.data[t.S] = data
	return data, true
}

// outside reads a file that does not lie beside or below the scenario.
func (in *inputs) outside(name string) ([]byte, error) {
	if filepath.IsAbs(name) {
		return os.ReadFile(name)
	}
	return os.ReadFile(filepath.Join(fmt.Sprint(in.dir), name))
}
