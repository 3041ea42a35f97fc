// Package tools pins the linters, apart from the product's own modules. They
// run from the top of the repository: go tool -modfile=tools/go.mod NAME.
package tools
