package app_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestJourneyMergeACopy lays a conflicted copy beside the library, as a program does that
// synchronises the folder: the window tells of it, and the button there leads to one that brings
// in what only the copy has.
func TestJourneyMergeACopy(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	d.communique("import", d.oldReleases())
	library := filepath.Join(d.home, "data", "communique", "library.db")
	copied := filepath.Join(filepath.Dir(library), "library (1).db")
	data, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text := filepath.Join(d.home, "только там.txt")
	if err := os.WriteFile(text, []byte("Визит завершился\n\n3 мая 2023 года в Бишкеке завершился визит.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.communique("import", text, "--save", "--library", copied)
	window := d.open()
	before := d.corner()
	const notice = 747 // where no release is open
	d.wait("the notice", func() bool { return d.notice(notice) })
	d.keys("F4")
	d.write("учения")
	d.keys("Return")
	d.follow(notice - 37) // above the line at the foot
	d.look("copies")
	d.leaveAll()
	d.command(225, 388)
	d.keys("Return") // the button of the first copy
	d.wait("what only the copy had", func() bool { return len(d.list()) == 3 })
	d.wait("the copy to be put aside", func() bool {
		_, err := os.Stat(filepath.Join(filepath.Dir(library), "merged", "library (1).db"))
		return err == nil
	})
	d.wait("what came of it to be left", func() bool {
		d.keys("Escape")
		return d.corner() == before
	})
	d.wait("the notice to go", func() bool { return !d.notice(710) }) // when others are asked for next
	d.look("copies-merged")
	d.opened(drillHeadline)
	d.leaves(window)
}

// TestJourneyALibraryInASharedFolder says once that the library lies in one: the button leads to
// the choice of another folder, both are left with Escape, and the next start says nothing.
func TestJourneyALibraryInASharedFolder(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	shared := filepath.Join(d.home, "Dropbox")
	if err := os.Mkdir(shared, 0o700); err != nil {
		t.Fatal(err)
	}
	d.env = append(d.env, "COMMUNIQUE_LIBRARY="+filepath.Join(shared, "library.db"))
	window := d.open()
	d.wait("a word about it", d.darkened)
	d.look("shared")
	d.keys("Tab", "Return")
	d.holds(d.home) // where it may be moved
	d.look("shared-move")
	d.leaveAll()
	d.leaves(window)
	window = d.open()
	d.keys("ctrl+shift+n")
	d.write("Zagolovok")
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	if d.darkened() {
		d.giveUp("the second start to say nothing")
	}
	d.leaves(window)
}

// TestJourneyACopyOverALibraryThatWasNotClosed ends the window by force, so that what was saved last
// lies in the log, and puts another computer's library in the place of the file: that one is
// listed whole, the window tells of the log, and the log is kept; what is in it comes back by the
// command, and by the dialog of copies.
func TestJourneyACopyOverALibraryThatWasNotClosed(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	path := filepath.Join(d.home, "data", "communique", "library.db")
	window := d.open()
	d.keys("ctrl+shift+n")
	d.write("Zagolovok")
	d.wait("the release", func() bool { return len(d.list()) == 1 })
	d.kill(window)
	theirs := filepath.Join(d.home, "theirs.db")
	d.communique("import", d.oldReleases(), "--library", theirs)
	data, err := os.ReadFile(theirs)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	elsewhere := filepath.Join(d.home, "elsewhere.db")
	for _, end := range []string{"", "-wal"} {
		data, err := os.ReadFile(path + end)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(elsewhere+end, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := exec.Command(binary, "list", "--library", elsewhere)
	list.Env = d.env
	if out, err := list.CombinedOutput(); err != nil || !strings.Contains(string(out), "elsewhere.db-parted-wal") || !strings.Contains(string(out), drillHeadline) {
		t.Errorf("the command says %q, %v", out, err)
	}
	merge := exec.Command(binary, "merge", elsewhere+"-parted-wal", "--library", elsewhere)
	merge.Env = d.env
	if out, err := merge.CombinedOutput(); err == nil || !strings.Contains(string(out), "новых – 1") || !strings.Contains(string(out), "без своего файла") {
		t.Errorf("the command that merges the log says %q, %v", out, err)
	}
	if found := d.communique("search", "Zagolovok", "--library", elsewhere); !strings.Contains(string(found), "Zagolovok") {
		t.Errorf("what was in the log is not found: %q", found)
	}
	window = d.open()
	d.wait("a word about it", d.darkened)
	d.look("another-log")
	d.keys("Return")
	d.wait("it to be closed", func() bool { return !d.darkened() })
	if n := len(d.list()); n != 2 {
		t.Errorf("%d releases are listed, not 2", n)
	}
	if log, err := os.ReadFile(path + "-parted-wal"); err != nil || len(log) == 0 {
		t.Errorf("the log has %d bytes, %v", len(log), err)
	}
	d.command(225, 388)
	d.wait("the log to be listed", d.darkened)
	d.look("log-aside")
	d.keys("Return") // its button
	d.wait("what was in the log", func() bool { return len(d.list()) == 3 })
	d.look("log-merged")
	d.leaveAll()
	d.leaves(window)
}
