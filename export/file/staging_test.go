package file

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestSweep: what a dead program left goes, what a live one makes stays, and so does what
// is not ours.
func TestSweep(t *testing.T) {
	dir := t.TempDir()
	dead := filepath.Join(dir, ".communique-AAAAAAAAAAAAAAAAAAAAAAAAAA")
	files := map[string]string{
		dead + ".lock":        "",
		dead + "/release.txt": "половина",
		dead + ".old.возвращён/release.txt":                                   "старый",
		dead + ".old.заменён/release.txt":                                     "старый",
		filepath.Join(dir, "заменён/new.txt"):                                 "новый",
		filepath.Join(dir, ".communique-BBBBBBBBBBBBBBBBBBBBBBBBBB"):          "оставлен",
		filepath.Join(dir, ".communique-CCCCCCCCCCCCCCCCCCCCCCCCCC"):          "пишется",
		filepath.Join(dir, ".communique-notes"):                               "чужое",
		filepath.Join(dir, ".communique-DDDDDDDDDDDDDDDDDDDDDDDDDD/чужое"):    "папка без замка",
		filepath.Join(dir, "x.communique-EEEEEEEEEEEEEEEEEEEEEEEEEE.lock"):    "",
		filepath.Join(dir, ".communique-FFFFFFFFFFFFFFFFFFFFFFFFFF.lock.txt"): "",
	}
	for path, content := range files {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o750), os.WriteFile(path, []byte(content), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	old := time.Now().Add(-2 * abandoned)
	if err := os.Chtimes(filepath.Join(dir, ".communique-BBBBBBBBBBBBBBBBBBBBBBBBBB"), old, old); err != nil {
		t.Fatal(err)
	}
	alive, err := Stage(filepath.Join(dir, "комплект"))
	if err != nil {
		t.Fatal(err)
	}
	Sweep(dir)
	for path, stays := range map[string]bool{
		dead: false, dead + ".lock": false, dead + ".old.возвращён": false, dead + ".old.заменён": false, alive.Path: true, alive.Path + ".lock": true,
		filepath.Join(dir, "возвращён/release.txt"): true, filepath.Join(dir, "заменён/new.txt"): true, filepath.Join(dir, "заменён/release.txt"): false,
		filepath.Join(dir, ".communique-BBBBBBBBBBBBBBBBBBBBBBBBBB"): false, filepath.Join(dir, ".communique-CCCCCCCCCCCCCCCCCCCCCCCCCC"): true,
		filepath.Join(dir, ".communique-notes"): true, filepath.Join(dir, ".communique-DDDDDDDDDDDDDDDDDDDDDDDDDD/чужое"): true,
		filepath.Join(dir, "x.communique-EEEEEEEEEEEEEEEEEEEEEEEEEE.lock"): true, filepath.Join(dir, ".communique-FFFFFFFFFFFFFFFFFFFFFFFFFF.lock.txt"): true,
	} {
		if there, err := Exists(path); err != nil || there != stays {
			t.Errorf("%s: there %v, %v", filepath.Base(path), there, err)
		}
	}
	if err := alive.Place(filepath.Join(dir, "комплект"), false); err != nil {
		t.Error(err)
	}
	alive.Remove()
	if there, _ := Exists(alive.Path + ".lock"); there {
		t.Error("the lock stays behind")
	}
	Sweep(filepath.Join(dir, "nowhere"))
}
