package window

import (
	"context"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"communique/app/chooser/system"
	"communique/app/library"
	"communique/assets/translations"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestWhatAnotherHoldsStaysReadOnly changes settings while another has the
// release: nothing can be typed that would never be saved.
func TestWhatAnotherHoldsStaysReadOnly(t *testing.T) {
	for name, change := range map[string]func(s *stage){
		"theme":            func(s *stage) { s.chooseTheme("dark") },
		"language":         func(s *stage) { s.settings.Language = "en"; s.rebuild() },
		"a dialog's press": func(s *stage) { s.welcomed() },
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			other := s.neighbour()
			if _, ok, err := other.Claim(context.Background(), 1); err != nil || !ok {
				t.Fatal(ok, err)
			}
			doc := s.show(1)
			if !doc.reading {
				t.Fatal("it can be written on before anybody knows whose it is")
			}
			before := doc.session.Release()
			change(s)
			s.focusText()
			s.write("я")
			s.pane.Insert("я")
			if got := doc.session.Release(); got.Lead != before.Lead {
				t.Errorf("it was changed: %q", got.Lead)
			}
			doc.session.Set(release.HeadlineField, "Чужое")
			if s.save() || s.saveDocument(doc) {
				t.Error("another's release was saved")
			}
		})
	}
}

// TestWhatAnotherHoldsIsSaid: a command that would change the release says who has it, and one
// without a release that there is none; nothing is opened.
func TestWhatAnotherHoldsIsSaid(t *testing.T) {
	for name, press := range map[string]func(s *stage){
		"fields": func(s *stage) { s.showFields() }, "insert": func(s *stage) { s.showInsert() }, "picture": func(s *stage) { s.putPicture() },
		"typeset": func(s *stage) { s.typeset() }, "one page": func(s *stage) { s.fitOnePage() },
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			press(s)
			if got := s.notice.Text(); got != s.text("nothing-open") {
				t.Errorf("without a release it says %q", got)
			}
			if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
				t.Fatal(ok, err)
			}
			doc := s.show(1)
			before := doc.session.Release()
			press(s)
			if got, want := s.notice.Text(), s.text("held-by", map[string]any{"User": doc.holder.User, "Host": doc.holder.Host}); got != want {
				t.Errorf("it says %q, not %q", got, want)
			}
			if s.win.Canvas().Overlays().Top() != nil || !reflect.DeepEqual(doc.session.Release(), before) {
				t.Error("it goes on")
			}
		})
	}
}

// TestAReleaseThatBecomesFreeIsReadAnew keeps the reader's place; nothing of
// the older text can come back.
func TestAReleaseThatBecomesFreeIsReadAnew(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	if _, ok, err := other.Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	s.focusText()
	field := s.win.Canvas().Focused()
	for range 5 {
		s.key(field, fyne.KeyRight)
	}
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Lead += " Дополнено."
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	other.Leave(1)
	s.claim(doc)
	s.wait("the release to be free", func() bool { return !doc.reading })
	s.write("!")
	s.pane.Undo()
	s.pane.Undo()
	s.write("?")
	s.settle2()
	if got := s.stored(1).Lead; got != "Лид: ?Встреча с Президентом Дополнено." {
		t.Errorf("stored %q", got)
	}
	if len(s.shelf.list(t, "")) != 3 || s.freeFor(other, 1) {
		t.Error("it is a copy, or others may edit it")
	}
}

func TestWaitingForAReleaseEndsWithGoingElsewhere(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	if _, ok, err := other.Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	other.Leave(1)
	s.shelf.gates.close("get 1")
	s.claim(doc)
	s.waitFor("get 1")
	s.show(2)
	s.shelf.gates.open("get 1")
	s.wait("the release to be free for others", func() bool { return s.freeFor(other, 1) })
	if s.shown() != 2 || s.doc.reading {
		t.Errorf("release %d", s.shown())
	}
}

// TestACopyAfterAConflictIsHeldInTheFirstsStead: the draft goes on as the copy.
func TestACopyAfterAConflictIsHeldInTheFirstsStead(t *testing.T) {
	s := stocked(t)
	other := s.neighbour()
	doc := s.show(1)
	r, e, err := other.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	r.Headline = "Чужое"
	if _, err := other.Save(ctx, 1, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	doc.session.Set(release.HeadlineField, "Моё")
	s.settle2()
	s.wait("the copy to be told", func() bool { return strings.Contains(s.texts(), "сохранён отдельным релизом") })
	s.wait("the copy to be held", func() bool { return doc.claimed == 4 })
	s.wait("the first to be free", func() bool { return s.freeFor(other, 1) })
	if s.freeFor(other, 4) {
		t.Error("another may edit the copy")
	}
	_, original, err := s.shelf.Get(ctx, 1)
	if err != nil {
		t.Fatal(err)
	}
	_, copied, err := s.shelf.Get(ctx, 4)
	if own := doc.session.Release().UUID; err != nil || own != copied.UUID || own == original.UUID || own == "" {
		t.Errorf("the draft is %q, its copy %q, the first %q, %v", own, copied.UUID, original.UUID, err)
	}
	doc.session.Undo()
	if own := doc.session.Release().UUID; own != copied.UUID {
		t.Errorf("after undo the draft is %q", own)
	}
	doc.session.Redo()
	doc.session.Set(release.HeadlineField, "Моё и дальше")
	s.settle2()
	if s.stored(1).Headline != "Чужое" || s.stored(4).Headline != "Моё и дальше" || s.shown() != 4 {
		t.Errorf("%q, %q", s.stored(1).Headline, s.stored(4).Headline)
	}
}

func TestANewReleaseIsHeldAfterItsFirstSave(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	s.write("Первый")
	s.settle2()
	other := s.neighbour()
	s.wait("it to be held", func() bool { return s.doc.claimed == 1 })
	if s.freeFor(other, 1) {
		t.Error("another may edit it")
	}
	s.newBlank()
	s.wait("it to be free", func() bool { return s.freeFor(other, 1) })
}

// TestAnswersForWhatAnotherTookMeanwhile change nothing in a draft that nobody would save: that
// somebody has it is told.
func TestAnswersForWhatAnotherTookMeanwhile(t *testing.T) {
	for name, answer := range map[string]func(s *stage, taken func()){
		"a photograph that was chosen": func(s *stage, taken func()) {
			s.choose = func(context.Context, system.Question) ([]string, error) { return []string{snapshot(t)}, nil }
			s.dialogOf(s.putPicture)
			taken()
			s.tap(t, "Сохранить")
		},
		"photographs that were dropped": func(s *stage, taken func()) {
			s.drop(snapshot(t))
			taken()
		},
		"issued in spite of findings": func(s *stage, taken func()) {
			s.blocked([]proof.Finding{{Code: proof.LeadMissing, Level: proof.Blocks}})
			s.entries()[0].SetText("Анна Пробная")
			s.entries()[1].SetText("Имя объявят на встрече")
			taken()
			s.tap(t, s.text("override-issue"))
		},
		"a snippet": func(s *stage, taken func()) {
			s.keepSnippets(partner)
			put := s.snippetPutter()
			taken()
			put(partner)
		},
		"a day": func(s *stage, taken func()) {
			s.showInsert()
			entry := s.focused()
			test.Type(entry, "12.09.2024")
			taken()
			s.key(entry, fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := stocked(t)
			doc := s.show(1)
			before := doc.session.Release()
			answer(s, func() { s.readOnly(doc, library.Holder{User: "Мария", Host: "соседний"}) })
			s.wait("a word about it", func() bool { return s.asked("Мария") })
			if told := s.notice.Text(); !reflect.DeepEqual(doc.session.Release(), before) || told != "" && !s.notice.Troubled() {
				t.Errorf("told %q, the draft is %+v", told, doc.session.Release())
			}
		})
	}
}

// TestTroubleWithWhatWasPutAwayIsNotTold: it would stand at the foot of another release.
func TestTroubleWithWhatWasPutAwayIsNotTold(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	s.show(2)
	if s.tellOf(doc, translations.Text("all-saved")); s.notice.Text() != "" || len(doc.told) != 0 {
		t.Errorf("told %q", s.notice.Text())
	}
}

// TestAReleaseThatCouldNotBeTaken: where the claim could not be written, the window says so until there is room
// again and it is, without a key being pressed; whoever closes the word is not told anew.
func TestAReleaseThatCouldNotBeTaken(t *testing.T) {
	const told = "нет места"
	for name, begin := range map[string]func(s *stage){
		"it is opened": func(s *stage) { s.show(1) },
		"it is saved for the first time": func(s *stage) {
			s.newBlank()
			s.doc.session.Set(release.HeadlineField, "Пожар потушен")
			s.save()
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled, "Встреча")
			other := s.neighbour()
			s.shelf.refuseClaims(&library.StorageError{Reason: "full", Path: s.params.LibraryPath})
			begin(s)
			s.wait("a word about it", func() bool { return strings.Contains(s.notice.Text(), told) })
			id, _ := s.doc.Place()
			s.shelf.refuseClaims(nil)
			s.wait("the word to go", func() bool { return !strings.Contains(s.notice.Text(), told) })
			if s.freeFor(other, id) {
				t.Error("another could edit it")
			}
		})
	}
}
