package window

import (
	"io/fs"
	"strings"
	"testing"

	"communique/app/library"
)

// TestALibraryThatMayOnlyBeRead: it is read and exported; what would write tells why it does not.
func TestALibraryThatMayOnlyBeRead(t *testing.T) {
	s := stocked(t)
	s.shelf.unwritable = &library.StorageError{Reason: "read-only", Path: "/share/library.db", Cause: fs.ErrPermission}
	const told = "Библиотека «/share/library.db» доступна только для чтения. Снимите запрет или выберите другую библиотеку."
	s.Show()
	if s.notice.Text() != told || !s.notice.Troubled() {
		t.Errorf("the window says %q", s.notice.Text())
	}
	s.closeNotice()
	doc := s.show(1)
	if !doc.reading || s.notice.Text() != "" {
		t.Errorf("it can be written (%v), or it is told again: %q", !doc.reading, s.notice.Text())
	}
	s.focusText()
	s.write("Слово ")
	if got := doc.session.Release().Lead; strings.Contains(got, "Слово") {
		t.Errorf("it was written: %q", got)
	}
	for name, write := range map[string]func(){
		"menu-new": s.newFromTemplate, "menu-blank": s.newBlank, "menu-duplicate": s.duplicate, "menu-new-from": s.newFromThis,
		"menu-import": s.importFiles, "menu-import-folder": s.importFolder, "menu-trash": s.trash,
		"menu-tag": s.onSelected(s.tagSelected), "import": func() { s.Import([]string{"a.txt"}) },
		"status": func() { s.setStatus([]int64{1}, "issued") }, "trash": func() { s.trashSelected([]int64{1}) },
		"new from": func() { s.newFrom(2) }, "version": func() { s.restoreVersion(doc, dated("Прежний", "2024-09-11")) },
	} {
		s.closeNotice()
		write()
		s.wait(name, func() bool { return s.notice.Text() == told })
		if top := s.win.Canvas().Overlays().Top(); top != nil || s.doc != doc {
			t.Errorf("%s opens something", name)
		}
	}
	s.open(2)
	s.wait("another release", func() bool { return s.shown() == 2 })
}
