package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestJourneyWhatAnImportDid brings in several files at once, looks through the table of what became of each
// (row by row), opens a release and confirms all at once what the import did. A kill takes none of it back.
func TestJourneyWhatAnImportDid(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	folder := filepath.Join(d.home, "old")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	const headline = "Совет принял план дорог"
	var paths []string
	for _, file := range [][2]string{
		{"план.txt", "Пресс-релиз № 15\n\n" + headline + "\n\nБишкек, 11 сентября 2024 года. Совет обсудил план.\n\nСтороны обсудили план мостов и всё остальное, что было внесено в повест-\nку дня секретариатом Совета, и приняли решение по каждому из вопросов, а\nтакже утвердили состав рабочих органов Совета на следующий год и план ра-\nбот секретариата, который был внесён министрами.\n\nПоделиться\nВерсия для печати\n"},
		{"мост.html", "<html><body><nav>Меню</nav><article><h1>Построен мост на севере</h1><p>12 сентября 2024 года в Оше открыт мост.</p><p>Он стоил <s>сто</s> двести рублей.</p></article></body></html>"},
		{"старый.pdf", "%PDF-1.4\nконец"},
	} {
		path := filepath.Join(folder, file[0])
		if err := os.WriteFile(path, []byte(file[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	window := d.open(paths...)
	d.wait("two releases", func() bool { return len(d.list()) == 2 })
	d.wait("the table", func() bool { return d.white(230, 560) }) // wider than the progress before it
	d.look("import-table")
	d.keys("Down", "Down")
	d.look("import-row")
	d.keys("shift+Tab", "space", "Down", "Return") // over the list: only what was not read
	d.look("import-filter")
	d.keys("Tab", "Tab", "Tab", "Return") // over the list and the way out: the table as a file
	d.holds("импорт.csv")
	d.look("import-csv")
	d.keys("Escape", "Return") // left, and asked for again
	d.holds("импорт.csv")
	d.keys("Return")
	d.wait("a row of the table's file for each", func() bool {
		table, _ := os.ReadFile(filepath.Join(d.home, "импорт.csv"))
		for _, path := range paths {
			if !strings.Contains(string(table), filepath.Base(path)) {
				return false
			}
		}
		return true
	})
	d.keys("Escape")
	d.wait("the window", func() bool { return !d.darkened() })

	d.openFound("дорог", headline)
	d.keys("ctrl+3")
	d.wait("what the import did", func() bool { return d.white(1262, 193) }) // the button to confirm it
	d.look("import-findings")
	d.keys("ctrl+3", "shift+Tab", "space") // over the list: all that the import did
	d.wait("what was confirmed", func() bool { return len(d.stored().Accepted) > 0 })
	d.look("import-confirmed")
	d.kill(window)
	r := d.stored()
	if len(r.Repairs) < 5 || len(r.Accepted) != len(r.Repairs) {
		t.Errorf("after the kill %d of %d are confirmed: %+v", len(r.Accepted), len(r.Repairs), r.Repairs)
	}
}
