package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/editor/release"
)

// command does what a command of the menus does, under whichever menu it stands.
func (s *stage) command(name string) {
	s.t.Helper()
	var find func(items []*fyne.MenuItem) bool
	find = func(items []*fyne.MenuItem) bool {
		for _, i := range items {
			if i.Label == s.text(name) && i.Action != nil {
				i.Action()
				return true
			}
			if i.ChildMenu != nil && find(i.ChildMenu.Items) {
				return true
			}
		}
		return false
	}
	for _, m := range s.commands.Items {
		if find(m.Items) {
			return
		}
	}
	s.t.Fatalf("no command %s", name)
}

// TestATableIsMadeByHand puts a table into the text by its key and changes its rows and
// columns by the menu; outside a table the menu says so.
func TestATableIsMadeByHand(t *testing.T) {
	s := about(t)
	table := func() string {
		for _, b := range s.doc.session.Release().Blocks {
			if b.Kind == release.Table {
				return b.Text
			}
		}
		return ""
	}
	s.command("table-row")
	if table() != "" || !s.told(s.text("table-nowhere"))() {
		t.Error("rows without a table, or nothing said")
	}
	s.focusText()
	s.hands.Press(fyne.Key5, controlAlt)
	for _, word := range []string{"Этап", "Срок", "Первый", "октябрь"} {
		s.write(word)
		s.hands.Press(fyne.KeyTab, 0)
	}
	if got := table(); got != "Этап\tСрок\nПервый\tоктябрь\n\t" {
		t.Fatalf("by the keys: %q", got)
	}
	for _, step := range []struct{ name, want string }{
		{"table-column", "Этап\t\tСрок\nПервый\t\tоктябрь\n\t\t"},
		{"table-no-column", "Этап\tСрок\nПервый\tоктябрь\n\t"},
		{"table-row", "Этап\tСрок\nПервый\tоктябрь\n\t\n\t"},
		{"table-no-row", "Этап\tСрок\nПервый\tоктябрь\n\t"},
		{"table-no-row", "Этап\tСрок\nПервый\tоктябрь"},
	} {
		s.command(step.name)
		if got := table(); got != step.want {
			t.Errorf("%s: %q, not %q", step.name, got, step.want)
		}
	}
}

// TestLevelsByTheMenu puts an item of a list deeper and out by the menu; where it can go no
// further, or the caret is in no list, the menu says so.
func TestLevelsByTheMenu(t *testing.T) {
	s := about(t)
	s.command("list-deeper")
	if !s.told(s.text("list-nowhere"))() {
		t.Error("outside a list nothing is said")
	}
	s.focusText()
	s.hands.Press(fyne.Key3, controlAlt) // of the lead, whose words stand behind what is typed
	words := s.doc.session.Release().Blocks[0].Text
	list := func() string {
		for _, b := range s.doc.session.Release().Blocks {
			if b.Kind == release.List {
				return strings.TrimSuffix(b.Text, words)
			}
		}
		return ""
	}
	s.write("один")
	s.command("list-deeper")
	if list() != "один" || !s.told(s.text("tab-in-list"))() {
		t.Errorf("the first item: %q, or nothing said", list())
	}
	s.hands.Press(fyne.KeyReturn, 0)
	s.write("два")
	for _, step := range []struct{ name, want string }{{"list-deeper", "один\n\tдва"}, {"list-out", "один\nдва"}} {
		s.command(step.name)
		if list() != step.want {
			t.Errorf("%s: %q", step.name, list())
		}
	}
}
