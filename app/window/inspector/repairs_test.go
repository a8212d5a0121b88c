package inspector

import (
	"slices"
	"strings"
	"testing"

	"communique/editor/controls"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestWhatWasMendedIsListed: every repair that was made is told, those that read alike in one line, and those that
// overlap with what stands there in the end; no line says that something has become a space.
func TestWhatWasMendedIsListed(t *testing.T) {
	r := written()
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Стороны" + strings.Repeat("  видят и", 13) + " слышат ход ход  ход работ, в в  в течении года."}}
	s := newStand(t, "ru", r)
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	s.Show(FindingsTab)
	s.press(t, "Исправить всё")
	const want = `Устранено 20 замечаний; одна отмена вернёт прежний текст:
Лишний пробел × 15
Слово стоит дважды: «ход ход», стало «ход» × 2
Слово стоит дважды: «в в», стало «в» × 2
Ошибка в предлоге: «в течении», стало «в течение»`
	if told := s.findings.mended.Text; told != want {
		t.Errorf("%s", told)
	}
	s.session.Undo()
	if got := s.session.Release().Blocks[0].Text; got != r.Blocks[0].Text {
		t.Errorf("one undo gives %q", got)
	}
}

// TestReadersAreOfferedNoRepairs: of a release that can only be read the findings are listed, and
// nothing can be done about them until it is free.
func TestReadersAreOfferedNoRepairs(t *testing.T) {
	r := written()
	r.Blocks = []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Стороны  обсудили  ход ход работ ХХХ и ХХХ."}}
	r.Repairs = []release.Repair{{Code: "date-glued", Text: "11.09.2024Бишкек"}, {Code: "draft-marked", Text: "ПРОЕКТ", Line: 2}}
	s := newStand(t, "ru", r)
	s.ShowFindings(proof.Check(s.session.Release(), proof.Params{}))
	s.Show(FindingsTab)
	offered := func() (others int) {
		for _, b := range append(buttonsIn(s.findings.object), buttonsIn(s.findings.rows)...) {
			if !slices.Contains(s.findings.lines, b) && controls.Seen(s.Object(), b) {
				others++
			}
		}
		return others
	}
	before, lines := offered(), len(s.findings.lines)
	s.SetReadOnly(true)
	if offered() > 0 || len(s.findings.lines) != lines {
		t.Errorf("%d buttons beside %d lines", offered(), len(s.findings.lines))
	}
	if s.SetReadOnly(false); before == 0 || offered() != before {
		t.Errorf("%d buttons when it is free, %d before", offered(), before)
	}
}

// What an import did is confirmed one by one, or all at once, and nothing else with it; each leads to
// where its words are.
func TestWhatAnImportDidIsConfirmed(t *testing.T) {
	r := written()
	r.Blocks[0].Text = "Он сказал всё, что хотел."
	r.Notes = "Пресс-релиз № 5\nПоделиться"
	r.Repairs = []release.Repair{
		{Code: "aside-letterhead", Text: "Пресс-релиз № 5", Line: 1, Field: release.NotesField},
		{Code: "aside-site", Text: "Поделиться", Line: 9, Field: release.NotesField},
		{Code: "draft-marked", Text: "ПРОЕКТ", Line: 2},
	}
	s := newStand(t, "ru", r)
	check := func() []proof.Finding {
		found := proof.Check(s.session.Release(), proof.Params{})
		s.ShowFindings(found)
		return found
	}
	found := check()
	open := len(proof.Open(found))
	s.Show(FindingsTab)
	s.press(t, "Так и нужно") // of the first, which is the letterhead's
	if left := len(proof.Open(check())); left != open-1 || s.findings.confirm.Hidden {
		t.Errorf("%d of %d are open, the button is hidden: %t", left, open, s.findings.confirm.Hidden)
	}
	s.press(t, "Прочитано верно: все 2 места")
	for _, f := range check() {
		if f.Accepted != f.IsRepair() {
			t.Errorf("%s is accepted: %t", f.Code, f.Accepted)
		}
	}
	if !s.findings.confirm.Hidden {
		t.Error("what is confirmed is asked again")
	}
	if s.goTo(found[slices.IndexFunc(found, func(f proof.Finding) bool { return f.Code == "aside-site" })]); s.window.Canvas().Focused() != s.details.at(release.NotesField) {
		t.Error("a line of the notes does not lead there")
	}
}

// TestGuessesWereNotRead: what a template guessed is not confirmed with what an import did.
func TestGuessesWereNotRead(t *testing.T) {
	r := written()
	r.Blocks[0].Text = "Он сказал всё, что хотел."
	r.Repairs = []release.Repair{
		{Code: release.FormGuessed, Text: "сказал", Field: release.BlocksField}, {Code: release.FormGuessed, Text: "хотел", Field: release.BlocksField},
	}
	s := newStand(t, "ru", r)
	found := proof.Check(s.session.Release(), proof.Params{})
	s.ShowFindings(found)
	s.Show(FindingsTab)
	if !slices.ContainsFunc(found, proof.Finding.IsRepair) || !s.findings.confirm.Hidden {
		t.Errorf("the button is hidden: %t, found %v", s.findings.confirm.Hidden, found)
	}
}
