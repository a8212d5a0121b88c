package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"communique/app/library/librarytest"
)

// A folder is told file by file: as lines, as JSON and as a table; the pictures beside its
// releases come where that is asked for.
func TestAFolderIsTold(t *testing.T) {
	o := newOffice(t)
	plan := o.write("папка/план.txt", "Совет принял план\n\n11 сентября 2024 года в Бишкеке прошло заседание Совета.\n\nПлан принят.\n")
	o.write("папка/снимок.png", string(librarytest.Picture(1)))
	o.write("папка/~$план.docx", "x")
	table := o.path("таблица.csv")
	status, out, told := o.run("import", filepath.Dir(plan), "--csv", table)
	if status != done || strings.Count(out, "\n") != 3 || !strings.Contains(told, "Файлов: 3 (снимок рядом с релизом – 1, принят – 1, служебный файл – 1)") || !strings.Contains(told, "--pictures") {
		t.Errorf("status %d, %q, %q", status, out, told)
	}
	if csv, err := os.ReadFile(table); err != nil || strings.Count(string(csv), "\r\n") != 4 {
		t.Errorf("%q, %v", csv, err)
	}
	if status, _, told := o.run("import", filepath.Dir(plan), "--csv", table); status != couldNot || !strings.Contains(told, "таблица.csv") {
		t.Errorf("over a table that is there: status %d, %q", status, told)
	}
	var rows []listedFile
	status, out, told = o.run("import", filepath.Dir(plan), "--csv", table, "--force", "--pictures", "--json")
	if err := json.Unmarshal([]byte(out), &rows); status != done || err != nil || len(rows) != 3 || !strings.Contains(told, "Добавлено снимков: 1.") {
		t.Errorf("status %d, %v, %q, %q", status, err, out, told)
	}
	if shown := o.must("show", "1"); !strings.Contains(shown, "kind = \"picture\"") && !strings.Contains(shown, "kind = 'picture'") {
		t.Errorf("no picture in\n%s", shown)
	}
	for _, args := range [][]string{{plan, "--csv", table}, {plan, "--pictures"}, {"-", "--save", "--csv", table}} {
		if status, _, _ := o.run(append([]string{"import"}, args...)...); status != misuse {
			t.Errorf("%v: status %d", args, status)
		}
	}
	if _, out, _ := o.run("import", plan, plan+".нет", "--save"); strings.Count(out, "\n") != 2 || !strings.Contains(out, "уже был") {
		t.Errorf("several files: %q", out)
	}
}
