// Package format reads scenario files: YAML in, typed values with positions
// out, or every error at once with line and column.
//
// The Go types are the one description of the format. The decoder walks them,
// and Schema writes the published JSON Schema from them, so the two cannot drift
// apart. The package knows nothing of the model; what names mean is decided where
// scenarios are compiled.
package format
