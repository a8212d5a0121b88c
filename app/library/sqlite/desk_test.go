package sqlite

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"communique/app/library"
)

func TestAClosedDeskTakesNothing(t *testing.T) {
	l := fresh(t)
	if _, ok, err := l.Claim(ctx, 1); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, ok, err := l.Claim(ctx, 2); ok || !errors.Is(err, fs.ErrClosed) {
		t.Errorf("%t, %v", ok, err)
	}
}

// Who holds a release is told by name, computer and process; where that cannot
// be read, it is held all the same.
func TestWhoHoldsARelease(t *testing.T) {
	one := fresh(t)
	two := open(t, one.path)
	if _, _, err := one.Claim(ctx, 7); err != nil {
		t.Fatal(err)
	}
	host, _ := os.Hostname()
	if holder, ok, err := two.Claim(ctx, 7); ok || err != nil || holder.PID != os.Getpid() || holder.Host != host || holder.User == "" {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	writeFile(t, filepath.Join(one.deskFolder(), "7.json"), `{"user": "Ив`)
	if holder, ok, err := two.Claim(ctx, 7); ok || err != nil || holder != (library.Holder{}) {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
	if info, err := os.Stat(one.deskFolder()); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	blocked := fresh(t)
	writeFile(t, blocked.deskFolder(), "a file")
	if _, ok, err := blocked.Claim(ctx, 1); ok || err == nil {
		t.Error("taken without a lock")
	}
}

func TestDesk(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	one, two := open(t, path), open(t, path)
	claim := func(l *Library, id int64) bool {
		holder, ok, err := l.Claim(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		if !ok && holder.PID != os.Getpid() {
			t.Errorf("held by %+v", holder)
		}
		return ok
	}
	for i, tt := range []struct {
		by   *Library
		id   int64
		want bool
	}{{one, 1, true}, {one, 1, true}, {two, 1, false}, {two, 2, true}} {
		if claim(tt.by, tt.id) != tt.want {
			t.Errorf("claim %d: want %v", i, tt.want)
		}
	}
	one.Leave(1)
	if !claim(two, 1) {
		t.Error("what was left cannot be taken")
	}
	if err := two.Close(); err != nil {
		t.Fatal(err)
	}
	if !claim(one, 2) {
		t.Error("a closed library holds on")
	}
}

// TestALockIsAClaimWithoutAName: where the name cannot be written, as on a full disk, others meet the lock all the same.
func TestALockIsAClaimWithoutAName(t *testing.T) {
	one := fresh(t)
	two := open(t, one.path)
	if err := os.MkdirAll(filepath.Join(one.deskFolder(), "7.json"), 0o700); err != nil { // no file can be written there
		t.Fatal(err)
	}
	if _, ok, err := one.Claim(ctx, 7); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if holder, ok, err := two.Claim(ctx, 7); ok || err != nil || holder != (library.Holder{}) {
		t.Errorf("%+v, %t, %v", holder, ok, err)
	}
}
