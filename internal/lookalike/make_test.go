package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheCommittedTablesAreUpToDate(t *testing.T) {
	made := tables()
	require.Len(t, made, 3)
	for name, data := range made {
		committed, err := os.ReadFile(filepath.Join("../../scenarios/library", name))
		require.NoError(t, err)
		require.Equal(t, string(data), string(committed), "run make generate")
	}
}
