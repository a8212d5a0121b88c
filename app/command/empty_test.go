package command

import (
	"strings"
	"testing"
)

// TestNothingIsSaid: where there is nothing to show, a person is told so, and a program
// gets what it can read.
func TestNothingIsSaid(t *testing.T) {
	o := newOffice(t)
	said := func(line, want string) {
		t.Helper()
		status, out, told := o.run(strings.Fields(line)...)
		if status != done || out != "" || !strings.Contains(told, want) {
			t.Errorf("%s: status %d, %q, %q", line, status, out, told)
		}
	}
	const empty, nothing = "пока нет ни одного релиза", "Ничего не найдено"
	said("list", empty)
	said("search учения", empty)
	said("export --all --to txt", empty)
	for _, list := range []string{"people", "organisations", "places", "snippets", "words"} {
		said(list+" list", "пока ничего нет. Добавить: communique "+list+" add")
	}
	said("quotes Пробный", nothing)
	o.must("new", "--template", "statement", "--save")
	said("search абракадабра", nothing)
	if out := o.must("search", "абракадабра", "--json"); strings.TrimSpace(out) != "[]" {
		t.Errorf("in JSON: %q", out)
	}
}
