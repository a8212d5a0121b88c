package archive

import (
	"encoding/csv"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/app/library/librarytest"
	"communique/assets/translations"
)

// Each file of a folder, or of the same folder packed, has what became of it, and why; the
// counts add up.
func TestWhatBecameOfEachFile(t *testing.T) {
	dir := t.TempDir()
	release := "Совет принял план" + body
	for name, text := range map[string]string{
		"план.txt": release, "~$план.docx": "x", "._план.txt": release, ".DS_Store": "x", "Thumbs.db": "x", "desktop.ini": "[x]", ".~lock.план.odt#": "x", "план.lock": "x",
		"план.jpg": "нет снимка", "план-2.png": string(librarytest.Picture(1)), "таблица.xls": "x", "без окончания": "x", "=формула.txt": "",
		"два/один.txt": strings.ReplaceAll(release, "план", "бюджет"), "два/снимок.png": string(librarytest.Picture(2)),
		"три/один.txt": strings.ReplaceAll(release, "план", "устав"), "три/два.txt": strings.ReplaceAll(release, "план", "закон"), "три/один снимок.png": string(librarytest.Picture(3)), "три/ничей.png": string(librarytest.Picture(4)),
		"с1.txt": strings.ReplaceAll(release, "план", "указ"), "с12.png": string(librarytest.Picture(5)),
	} {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	want := map[string]string{
		"план.txt": "imported", "~$план.docx": "passed", "._план.txt": "passed", ".DS_Store": "passed", "Thumbs.db": "passed", "desktop.ini": "passed", ".~lock.план.odt#": "passed", "план.lock": "passed",
		"план.jpg": "skipped picture", "план-2.png": "offered", "таблица.xls": "skipped ending", "без окончания": "skipped ending", "=формула.txt": "failed",
		"два/один.txt": "imported", "два/снимок.png": "offered", "три/один.txt": "imported", "три/два.txt": "imported", "три/один снимок.png": "offered", "три/ничей.png": "skipped picture",
		"с1.txt": "imported", "с12.png": "skipped picture",
	}
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{dir, zipOf(t, dir)} {
		l := fresh(t)
		report, err := Import(ctx, l, []string{from}, nil)
		if err != nil || len(report) != len(want) {
			t.Fatalf("%d files, %v", len(report), err)
		}
		for _, f := range report {
			name := filepath.ToSlash(strings.TrimLeft(strings.TrimPrefix(f.Path, from), "!/\\"))
			got := string(f.Status)
			if why, ok := f.Err.(*SkippedError); ok { //nolint:errorlint // it is not wrapped
				got += " " + why.Reason
			}
			if got != want[name] {
				t.Errorf("%s: %s, not %s", f.Path, got, want[name])
			}
			if needed := f.Status != Imported && f.Status != Passed && f.Status != Offered; needed != (f.Details(words) != "") || f.Outcome(words) == "" {
				t.Errorf("%s: says %q, %q", f.Path, f.Outcome(words), f.Details(words))
			}
		}
		if sum := report.Sum(words); !strings.Contains(sum, "Файлов: 21") || !strings.Contains(sum, "принят – 5") {
			t.Error(sum)
		}
		rows := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(report.CSV(words)), "\ufeff")))
		rows.Comma = ';'
		all, err := rows.ReadAll()
		if err != nil || len(all) != len(want)+1 || len(all[0]) != 6 {
			t.Errorf("%v, %v", all, err)
		}
		illustrates(t, l, report)
	}
}

// illustrates adds what was offered, and once only.
func illustrates(t *testing.T, l Keeper, report Report) {
	t.Helper()
	store := l.(Store)
	offered := report.Offered()
	if added, err := Illustrate(ctx, store, l, offered); added != 3 || err != nil {
		t.Fatalf("added %d, %v", added, err)
	}
	if added, err := Illustrate(ctx, store, l, offered); added != 0 || err != nil {
		t.Errorf("added %d again, %v", added, err)
	}
	for _, f := range offered {
		if r, _, err := l.Get(ctx, f.First); err != nil || len(r.Pictures()) != 1 {
			t.Errorf("%v, %v", r.Pictures(), err)
		}
	}
}

// TestWhatNobodySeesIsNotMissed: a text of which invisible letters were cleaned is told to be whole, and that they
// were; one of which words were left out is not.
func TestWhatNobodySeesIsNotMissed(t *testing.T) {
	for name, tt := range map[string]struct {
		page string
		want Status
	}{
		"soft hyphens":     {"Сове\u00adт обсу\u200bдил план.", Imported},
		"nothing":          {"Совет обсудил план.", Imported},
		"a picture":        {"Совет обсудил план.<img src='план.gif'>", Partly},
		"words struck out": {"Совет <s>не</s> обсу\u00adдил план.", Partly},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "план.html")
			write(t, path, "<html><body><h1>Совет принял план дорог</h1><p>Бишкек, 11 сентября 2024 года. "+tt.page+"</p></body></html>")
			report, err := Import(ctx, &fake{}, []string{path}, nil)
			if err != nil || report[0].Status != tt.want {
				t.Errorf("%+v, %v", report, err)
			}
			if told := len(report[0].Repairs) > 0; told != (name != "nothing") {
				t.Errorf("told: %+v", report[0].Repairs)
			}
		})
	}
}

// TestTableIsUTF8: a file's name of any bytes breaks no table.
func TestTableIsUTF8(t *testing.T) {
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	if table := string(Report{{Path: "a\xff.txt", Status: Imported}}.CSV(words)); !utf8.ValidString(table) || !strings.Contains(table, "a\ufffd.txt") {
		t.Errorf("%q", table)
	}
}
