package trash_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"communique/app/library"
	"communique/app/window/screen/screentest"
	"communique/app/window/trash"
)

// store is a trash in memory.
type store struct{ entries []library.Entry }

func (s *store) Trashed(context.Context) ([]library.Entry, error) {
	return slices.Clone(s.entries), nil
}

func (s *store) Erase(_ context.Context, ids ...int64) error {
	s.entries = slices.DeleteFunc(s.entries, func(e library.Entry) bool { return slices.Contains(ids, e.ID) })
	return nil
}

func TestTheTrash(t *testing.T) {
	s := screentest.New(t)
	at := time.Date(2024, 9, 11, 14, 2, 0, 0, time.UTC)
	kept := &store{entries: []library.Entry{{ID: 4, Headline: "Встреча", Trashed: at}, {ID: 7, Headline: "Учение", Trashed: at}}}
	var restored []int64
	show := func() {
		trash.Show(trash.Params{Base: s.Base, Store: kept, Restore: func(id int64) { restored = append(restored, id) }})
	}
	show()
	s.Wait("the trash", s.Open)
	if texts := s.Texts(); !strings.Contains(texts, "Встреча") || !strings.Contains(texts, at.Add(library.TrashLife).Local().Format("02.01.2006")) {
		t.Errorf("on the screen:\n%s", texts)
	}
	s.Press(fyne.KeyDown, 0) // past the first
	s.Press(fyne.KeyReturn, 0)
	if len(restored) != 1 || restored[0] != 7 || s.Open() {
		t.Errorf("restored %v", restored)
	}
	show()
	s.Wait("the trash", s.Open)
	s.Tap(s.Base.Text("trash-erase"))
	if s.Press(fyne.KeyEscape, 0); len(kept.entries) != 2 {
		t.Fatal("erased without an answer")
	}
	show()
	s.Wait("the trash", s.Open)
	s.Tap(s.Base.Text("trash-erase"))
	s.Press(fyne.KeyReturn, 0)
	s.Wait("the end of it", func() bool { return s.Told == s.Base.Text("trash-erased") })
	show()
	s.Wait("the news", func() bool { return s.Told == s.Base.Text("trash-empty") })
	if len(kept.entries) != 0 || s.Open() {
		t.Errorf("left %v", kept.entries)
	}
}
