package command

import (
	"os"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
)

// A release that is to be one page is, whether the command line says so or its file;
// where it cannot be, what is over is told, and only what was asked for here has failed.
func TestOnePage(t *testing.T) {
	o := newOffice(t)
	long := func(paragraphs int, onePage bool) string {
		r := release.Release{Language: "ru", Kind: release.News, Status: release.Issued, Headline: "Итоги", Lead: "Стороны подвели итоги года.", OnePage: onePage}
		r.Date = release.Date{Year: 2026, Month: 11, Day: 20}
		for range paragraphs {
			r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Repeat("Стороны обсудили ход учений. ", 12)})
		}
		data, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		return o.write("long.release.toml", string(data))
	}
	for _, c := range []struct {
		name       string
		paragraphs int
		flag, file bool
		pages      int
		fails      bool
	}{
		{"as many as it needs", 10, false, false, 2, false},
		{"by the flag", 10, true, false, 1, false},
		{"by its file", 10, false, true, 1, false},
		{"too long, by the flag", 15, true, false, 2, true},
		{"too long, by its file", 15, false, true, 2, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			args := []string{"export", long(c.paragraphs, c.file), "--to", "pdf", "-o", o.path("out"), "--force"}
			if c.flag {
				args = append(args, "--one-page")
			}
			status, out, told := o.run(args...)
			if over := strings.Contains(told, "лишнего"); over != (c.paragraphs == 15) || (status == couldNot) != c.fails {
				t.Errorf("status %d, told %q", status, told)
			}
			data, err := os.ReadFile(strings.TrimSpace(out))
			if err != nil {
				t.Fatal(err)
			}
			if pages := exporttest.Pages(data); pages != c.pages {
				t.Errorf("%d pages, want %d", pages, c.pages)
			}
		})
	}
	for _, form := range []string{"pdf", packageForm} {
		var rows []exportRow
		o.json(&rows, "export", long(15, true), "--to", form, "-o", o.path(form), "--force", "--json")
		if len(rows) != 1 || rows[0].Over < 5 || rows[0].Over > 30 {
			t.Errorf("got %+v", rows)
		}
	}
	if status, _, told := o.run("export", long(15, false), "--to", packageForm, "-o", o.path("asked"), "--one-page"); status != couldNot || !strings.Contains(told, "лишнего") {
		t.Errorf("a package that was to be one page: status %d, told %q", status, told)
	}
}
