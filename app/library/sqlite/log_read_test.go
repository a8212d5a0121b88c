package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library"
)

// TestWhatLiesInALogIsRead brings what was saved last back from a log that was put aside: alone, with
// its file beside it, and cut off; what it has is counted, and that it may not be all is said.
func TestWhatLiesInALogIsRead(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	ours := fresh(t)
	saveMany(t, ours, "Старый", 40)
	changed := save(t, ours, longRelease(1))
	if err := ours.Close(); err != nil {
		t.Fatal(err)
	}
	ours = open(t, ours.path)
	erased := save(t, ours, headed("Стёрт", "2024-09-12"))
	if err := errors.Join(ours.Trash(ctx, erased.ID), ours.Erase(ctx, erased.ID)); err != nil {
		t.Fatal(err)
	} // which empties the log
	resave(t, ours, changed, "новый лид")
	hash, err := ours.AddPicture(ctx, jpeg(3))
	if err != nil {
		t.Fatal(err)
	}
	save(t, ours, showing("Снимок", hash))
	saveMany(t, ours, "Новый", 7)
	thrown := save(t, ours, headed("Выброшен", "2024-09-12"))
	if err := ours.Trash(ctx, thrown.ID); err != nil {
		t.Fatal(err)
	}
	data := map[string]string{}
	for _, end := range []string{"", "-wal"} {
		read, err := os.ReadFile(ours.path + end)
		if err != nil {
			t.Fatal(err)
		}
		data[end] = string(read)
	}
	const since, all = 10, 50 // releases that were saved since the file was closed, and all there are
	l := open(t, filepath.Join(t.TempDir(), "library.db"))
	saveMany(t, l, "Здесь", 3)
	log := l.path + "-parted-wal"
	for _, c := range []struct {
		name, file, log string
		count           int
		alone           bool
	}{
		{"alone", "", data["-wal"], since, true},
		{"with its file", data[""], data["-wal"], all, false},
		{"cut off", "", data["-wal"][:len(data["-wal"])*2/3], -1, true},
		{"with another's file", "another", data["-wal"], since, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			writeFile(t, log, c.log)
			_ = os.Remove(l.path + "-parted")
			switch c.file {
			case "":
			case "another":
				if err := l.BackUp(ctx, l.path+"-parted"); err != nil {
					t.Fatal(err)
				}
			default:
				writeFile(t, l.path+"-parted", c.file)
			}
			if aside, err := l.LogsAside(); err != nil || len(aside) != 1 || aside[0] != log {
				t.Fatalf("beside it lie %q, %v", aside, err)
			}
			opened, err := l.OpenCopy(log)
			if err != nil {
				t.Fatal(err)
			}
			leads := map[string]string{}
			err = opened.All(ctx, func(e library.Entry, _ []library.Past) error {
				leads[e.UUID] = e.Lead
				if e.UUID == thrown.UUID && e.Trashed.IsZero() {
					t.Error("what was thrown away is not")
				}
				return nil
			})
			var alone *library.LogAloneError
			if errors.As(err, &alone) != c.alone || !c.alone && err != nil || c.alone && alone.Log != log {
				t.Errorf("it says %v", err)
			}
			if c.count >= 0 && len(leads) != c.count {
				t.Errorf("it has %d releases, not %d", len(leads), c.count)
			}
			if c.count >= 0 && leads[changed.UUID] != "новый лид" || leads[erased.UUID] != "" {
				t.Errorf("the texts are not those of last: %q, %q", leads[changed.UUID], leads[erased.UUID])
			}
			if _, err := opened.Picture(ctx, hash); c.count >= 0 && err != nil {
				t.Errorf("no picture: %v", err)
			}
			if err := opened.Close(); err != nil {
				t.Error(err)
			}
			if after, err := os.ReadFile(log); err != nil || string(after) != c.log {
				t.Errorf("the log was changed: %v", err)
			}
		})
	}
	if left, err := filepath.Glob(filepath.Join(os.TempDir(), "communique-copy-*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// TestALogThatSaysNothing is refused in words.
func TestALogThatSaysNothing(t *testing.T) {
	l := fresh(t)
	for name, text := range map[string]string{"a head": "\x37\x7f\x06\x82", "rubbish": "\x37\x7f\x06\x83" + strings.Repeat("rubbish", 9000)} {
		path := filepath.Join(t.TempDir(), "library.db-parted-wal")
		writeFile(t, path, text)
		var nothing *library.NothingReadError
		if _, err := l.OpenCopy(path); !errors.As(err, &nothing) || nothing.Path != path {
			t.Errorf("%s: %v", name, err)
		}
	}
	var itself *library.ItselfError
	if _, err := l.OpenCopy(l.path + "-wal"); !errors.As(err, &itself) {
		t.Errorf("its own: %v", err)
	}
}
