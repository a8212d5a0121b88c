package command

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"communique/app/library"
)

// caredFor has the library cared for on some days, as a calendar of tasks does, with a release saved on each.
func (o *office) caredFor(days int) {
	o.t.Helper()
	for range days {
		o.must("import", "--save", o.write("wire.txt", fmt.Sprintf("Встреча %s\n\nВ Пробном состоялась встреча %[1]s.\n", o.now.Format(time.RFC3339))))
		o.must("care")
		o.now = o.now.Add(24 * time.Hour)
	}
}

func (o *office) backups() string {
	o.t.Helper()
	entries, err := os.ReadDir(o.path("backups"))
	if err != nil {
		o.t.Fatal(err)
	}
	var names []string
	for _, entry := range entries {
		names = append(names, entry.Name())
	}
	return strings.Join(names, " ")
}

// TestCareWithAWrongClock: a clock that is years away takes neither a backup nor what lies in the trash; when it is
// right again, the care goes on and empties the trash in its time.
func TestCareWithAWrongClock(t *testing.T) {
	for _, year := range []int{2020, 2099} {
		t.Run(fmt.Sprint(year), func(t *testing.T) {
			o := newOffice(t)
			o.caredFor(12)
			o.must("trash", "1")
			right, before := o.now, strings.Fields(o.backups())
			o.now = time.Date(year, 12, 28, 10, 0, 0, 0, time.UTC)
			o.caredFor(3)
			for _, name := range before {
				if !strings.Contains(o.backups(), name) {
					t.Errorf("%s is gone", name)
				}
			}
			if got := o.must("trash"); !strings.HasPrefix(got, "1\t") {
				t.Errorf("the trash: %q", got)
			}
			o.now = right
			o.caredFor(9)
			newest := "library-" + right.AddDate(0, 0, 8).Format(time.DateOnly) + ".db"
			if all := o.backups(); !strings.Contains(all, newest) || year == 2099 && !strings.Contains(all, "library-2099-12-28.db") {
				t.Errorf("kept are %s", all)
			}
			o.now = right.Add(library.TrashLife)
			o.caredFor(8)
			if got := o.must("trash"); got != "" {
				t.Errorf("the trash is never emptied: %q", got)
			}
		})
	}
}

// TestErasedWordsLeaveByCommands: what was erased stands in no later backup, neither in its texts nor among its words.
func TestErasedWordsLeaveByCommands(t *testing.T) {
	o := newOffice(t)
	o.caredFor(2)
	o.must("import", "--save", o.write("secret.txt", "Приём ксилофониста\n\nВ Пробном состоялась встреча с зюйдвесткой.\n"))
	holds := func(path string) bool {
		t.Helper()
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Contains(data, []byte("силофонист")) || bytes.Contains(data, []byte("юйдвестк"))
	}
	o.must("backup", o.path("before.db"))
	if !holds(o.path("before.db")) {
		t.Fatal("the test looks for nothing")
	}
	o.must("trash", "3")
	o.must("trash", "--erase", "3")
	o.must("backup", o.path("after.db"))
	o.caredFor(1)
	daily := filepath.Join(o.path("backups"), "library-"+o.now.AddDate(0, 0, -1).Format(time.DateOnly)+".db")
	for _, path := range []string{o.path("after.db"), daily, o.path("library.db")} {
		if holds(path) {
			t.Errorf("%s has it still", filepath.Base(path))
		}
	}
	for _, words := range []string{"ксилофонист", "зюйдв"} {
		if got := o.must("search", words); got != "" {
			t.Errorf("%s: %q", words, got)
		}
	}
}
