//go:build linux

// Package pgtest starts a real PostgreSQL for tests.
package pgtest

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
	"github.com/stretchr/testify/require"
)

// programs is where PostgreSQL's programs lie; "" where it is not installed.
func programs() string {
	if path, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(path)
	}
	all, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(all) == 0 {
		return ""
	}
	return filepath.Dir(all[len(all)-1])
}

// unprivileged lets a program of PostgreSQL run as its own user, since it refuses to run
// as root.
func unprivileged(t *testing.T, dir string) *syscall.SysProcAttr {
	t.Helper()
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGINT}
	if os.Getuid() != 0 {
		return attr
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		u, err = user.Lookup("nobody")
	}
	require.NoError(t, err)
	uid, err := strconv.Atoi(u.Uid)
	require.NoError(t, err)
	gid, err := strconv.Atoi(u.Gid)
	require.NoError(t, err)
	require.NoError(t, os.Chown(dir, uid, gid))
	attr.Credential = &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}
	return attr
}

// Server starts a PostgreSQL of its own and gives its URL. It listens on a socket in a
// directory of its own only.
func Server(t *testing.T) string {
	t.Helper()
	bin := programs()
	if bin == "" {
		if os.Getenv("CI") != "" {
			t.Fatal("PostgreSQL is not installed: scripts/install.sh")
		}
		t.Skip("PostgreSQL is not installed: make install")
	}
	dir, err := os.MkdirTemp("", "ccsim-pg")
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, os.RemoveAll(dir)) })
	attr := unprivileged(t, dir)
	data := filepath.Join(dir, "data")
	init := exec.Command(filepath.Join(bin, "initdb"), "-D", data, "-U", "ccsim", "-A", "trust", "-N", "-E", "UTF8", "--locale=C")
	init.SysProcAttr, init.Dir = attr, dir
	text, err := init.CombinedOutput()
	require.NoError(t, err, string(text))
	run := exec.Command(filepath.Join(bin, "postgres"), "-D", data, "-k", dir, "-c", "listen_addresses=", "-p", "5433", "-F")
	run.SysProcAttr, run.Dir = attr, dir
	require.NoError(t, run.Start())
	t.Cleanup(func() {
		require.NoError(t, run.Process.Signal(syscall.SIGINT))
		_ = run.Wait()
	})
	url := fmt.Sprintf("postgres://ccsim@/postgres?host=%s&port=5433&sslmode=disable", dir)
	db, err := sql.Open("pgx", url)
	require.NoError(t, err)
	defer func() { require.NoError(t, db.Close()) }()
	for range 600 {
		if err = db.Ping(); err == nil {
			return url
		}
		time.Sleep(50 * time.Millisecond)
	}
	require.NoError(t, err, "PostgreSQL did not start")
	return url
}
