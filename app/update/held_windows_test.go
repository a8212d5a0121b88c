package update

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"

	"communique/export/file"
)

// TestHeld: a notice, a package and a package that lies there already, each of which another program lets
// nobody read, are told as that, and none is taken for missing or for another file.
func TestHeld(t *testing.T) {
	dir, into := folder(t, notice()), t.TempDir()
	o, p := look(t, Source{From: dir})
	fetch := func() error { _, err := o.Fetch(t.Context(), p, into, func(int64) {}); return err }
	for _, step := range []struct {
		path string
		do   func() error
	}{
		{filepath.Join(dir, noticeName), func() error { _, err := Source{From: dir}.Check(t.Context()); return err }},
		{filepath.Join(dir, packaged), fetch},
		{filepath.Join(into, packaged), fetch},
	} {
		if filepath.Dir(step.path) == into {
			if err := os.WriteFile(step.path, content, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		name, err := windows.UTF16PtrFromString(step.path)
		if err != nil {
			t.Fatal(err)
		}
		handle, err := windows.CreateFile(name, windows.GENERIC_READ, 0, nil, windows.OPEN_EXISTING, 0, 0)
		if err != nil {
			t.Fatal(err)
		}
		var busy *file.BusyError
		if err := step.do(); !errors.As(err, &busy) || busy.Path != step.path {
			t.Errorf("%s: %v", step.path, err)
		}
		if err := windows.CloseHandle(handle); err != nil {
			t.Fatal(err)
		}
		if err := step.do(); err != nil {
			t.Errorf("%s, let go: %v", step.path, err)
		}
		if err := os.RemoveAll(filepath.Join(into, packaged)); err != nil {
			t.Fatal(err)
		}
	}
}
