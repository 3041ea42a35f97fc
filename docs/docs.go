// Package docs carries the documents that the command prints from.
package docs

import _ "embed"

// Metrics is metrics.md: what each number means.
//
//go:embed metrics.md
var Metrics string
