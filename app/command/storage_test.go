package command

import (
	"database/sql"
	"slices"
	"strings"
	"testing"
)

// TestALibraryThatFails takes from under the library what a command reads and
// writes, as a disk does: the command tells it, prints nothing and returns 1.
func TestALibraryThatFails(t *testing.T) {
	for broken, lines := range map[string][]string{
		"DROP TABLE release": {
			"list", "list --json", "list --count", "search встреча", "quotes Пробный", "show 1", "show 1 --version 1", "history 1", "diff 1 1 2", "restore 1 1",
			"trash", "trash --erase", "trash 1", "trash 1 --restore", "trash 1 --erase", "import wire.txt --save", "import old", "new --template call --save", "check 1", "export 1 --to txt -o out", "export --all --to txt -o out", "export --all --to toml -o out",
		},
		"DROP TABLE words":   {"search встреча", "search встреча --count", "import wire.txt --save", "import old", "trash 1"},
		"DROP TABLE version": {"show 1 --version 1", "history 1", "diff 1 1 2", "diff 1 2 1", "restore 1 1", "export --all --to toml -o out"},
		"ALTER TABLE release RENAME COLUMN headline TO title": {"list", "search встреча", "quotes Пробный", "trash", "trash --erase", "restore 1 1", "show 1"},
		"ALTER TABLE release RENAME COLUMN text TO words":     {"quotes Пробный", "show 1", "restore 1 1", "check 1", "export 1 --to txt -o out", "export --all --to txt -o out"},
	} {
		t.Run(broken, func(t *testing.T) {
			o := newOffice(t)
			t.Chdir(o.dir)
			o.flags = []string{"--library", "library.db", "--config", "config"}
			stocked(o)
			db, err := sql.Open("sqlite", o.path("library.db"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := db.ExecContext(t.Context(), broken); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			for _, line := range slices.Sorted(slices.Values(lines)) {
				status, out, told := o.run(strings.Fields(line)...)
				if status != couldNot || out != "" || told == "" || strings.Contains(told, "⟦") {
					t.Errorf("%s: status %d, %q, %q", line, status, out, told)
				}
			}
		})
	}
}
