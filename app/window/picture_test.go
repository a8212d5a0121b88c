package window

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/chooser/system"
	"communique/app/window/inspector"
	"communique/editor/release"
	"communique/export"
)

// snapshot is a small JPEG file.
func snapshot(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 60, 40)), nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "снимок.jpg")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAPictureIsPutWhereTheCaretIs puts a photograph between two paragraphs, sees it
// on the page, changes what is said of it, and takes both back.
func TestAPictureIsPutWhereTheCaretIs(t *testing.T) {
	s := newStage(t, settled)
	r := release.New("ru")
	r.Lead, r.Blocks = "Лид.", []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Первый."}, {ID: 2, Kind: release.Paragraph, Text: "Второй."}}
	s.start(r)
	path := snapshot(t)
	s.choose = func(context.Context, system.Question) ([]string, error) { return []string{path}, nil }
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Offset: 2})
	s.dialogOf(s.putPicture)
	for i, text := range []string{"На встрече", "Анна\x00 Пробная", "Двое за столом"} {
		s.entries()[i].SetText(text)
	}
	s.tap(t, "Сохранить")
	got := s.doc.session.Release().Blocks
	if len(got) != 3 || got[1].Kind != release.Picture || got[1].Text != "На встрече" || got[1].Author != "Анна Пробная" || got[1].Alternative != "Двое за столом" {
		t.Fatalf("got %+v", got)
	}
	if _, err := s.shelf.Picture(t.Context(), got[1].Picture); err != nil {
		t.Error(err)
	}
	s.office.Pictures = func(hash string) ([]byte, error) { return s.shelf.Picture(context.Background(), hash) }
	s.follower.Analyse()
	s.wait("the picture on the page", func() bool {
		doc := s.preview.Last().Pages
		return len(doc.Pages) > 0 && len(doc.Pages[0].Pictures) == 1
	})

	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.BlocksField, Block: got[1].ID}, Offset: 1})
	s.dialogOf(s.putPicture)
	s.entries()[0].SetText("После встречи")
	s.tap(t, "Сохранить")
	if got := s.doc.session.Release().Blocks[1]; got.Text != "После встречи" || got.Author != "Анна Пробная" {
		t.Errorf("changed to %+v", got)
	}
	if got := s.doc.session.Release().Blocks[1]; strings.ContainsAny(got.Author, "\r\x00") {
		t.Errorf("the author is %q", got.Author)
	}
	s.doc.session.Undo()
	s.doc.session.Undo()
	if got := s.doc.session.Release().Blocks; len(got) != 2 {
		t.Errorf("after undo %+v", got)
	}
}

// TestAPictureThatIsPutIsSeen: also where it stands below what is in view; the caret stays.
func TestAPictureThatIsPutIsSeen(t *testing.T) {
	s := newStage(t, settled)
	r := release.New("ru")
	for i := range 30 {
		r.Blocks = append(r.Blocks, release.Block{ID: release.BlockID(i + 1), Kind: release.Paragraph, Text: "Стороны обсудили ход подготовки."})
	}
	s.start(r)
	path := snapshot(t)
	s.choose = func(context.Context, system.Question) ([]string, error) { return []string{path}, nil }
	last := release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 30}, Offset: 3}
	s.pane.GoTo(last)
	before := s.pane.Place()
	s.dialogOf(s.putPicture)
	s.tap(t, "Сохранить")
	if got := s.doc.session.Release().Blocks; len(got) != 31 || got[30].Kind != release.Picture {
		t.Fatalf("got %+v", got[29:])
	}
	if now := s.pane.Place(); now.Top == before.Top && now.Above == before.Above || now.Selection.Caret != last {
		t.Errorf("the view is at %+v, and was at %+v", now, before)
	}
}

// TestALostPictureKeepsAReleaseInTheOffice: it is among the findings, the page has words
// in its place, every way out names it, and the release is not issued.
func TestALostPictureKeepsAReleaseInTheOffice(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead, r.Blocks = "Лид.", []release.Block{{ID: 1, Kind: release.Picture, Picture: strings.Repeat("a", 64), Text: "Участники встречи"}}
	s.start(r)
	const finding = "Снимка «Участники встречи» нет, или его файл не читается"
	s.showTab(inspector.FindingsTab)
	s.wait("the finding", func() bool { return strings.Contains(s.texts(), finding) })
	if doc := s.preview.Last().Pages; !strings.Contains(fmt.Sprint(doc.Parts), "[Фото]") {
		t.Errorf("a gap on the page: %v", doc.Parts)
	}
	for name, leave := range map[string]func(){
		"PDF": s.exportAs(export.PDF), "text": s.exportAs(export.Text), "package": s.packRelease, "print": s.print,
	} {
		s.dialogOf(leave)
		if !s.asked(finding) {
			t.Errorf("%s: not told in %s", name, s.texts())
		}
		s.hands.Press(fyne.KeyEscape, 0)
	}
	if len(s.preview.Last().Lost) != 1 { // the drafting pane asks before it marks a release as issued
		t.Errorf("lost are %v", s.preview.Last().Lost)
	}
}

func TestWhatIsNoPictureIsTold(t *testing.T) {
	s := newStage(t, settled)
	s.start(headed("Встреча"))
	path := filepath.Join(t.TempDir(), "снимок.jpg")
	if err := os.WriteFile(path, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.choose = func(context.Context, system.Question) ([]string, error) { return []string{path}, nil }
	s.dialogOf(s.putPicture)
	if s.asked("Автор снимка") {
		t.Error("asked what is said of it")
	}
	s.hands.Press(fyne.KeyEscape, 0)
	if len(s.doc.session.Release().Blocks) > 0 {
		t.Errorf("put in: %+v", s.doc.session.Release())
	}
}

// TestAPictureGoesToTheReleaseItWasChosenFor opens another release while the file is
// being looked for.
func TestAPictureGoesToTheReleaseItWasChosenFor(t *testing.T) {
	s := stocked(t)
	doc := s.show(1)
	path := snapshot(t)
	chosen := make(chan struct{})
	s.choose = func(context.Context, system.Question) ([]string, error) {
		<-chosen
		return []string{path}, nil
	}
	s.putPicture()
	s.show(2)
	close(chosen)
	s.wait("the dialog", s.dialogOpen)
	s.tap(t, "Сохранить")
	s.wait("the picture in the library", func() bool { return len(s.stored(1).Pictures()) == 1 })
	if len(s.stored(2).Pictures()) != 0 || len(doc.session.Release().Pictures()) != 1 {
		t.Errorf("it is in %+v", s.stored(2))
	}
}

// TestPicturesAreDropped on the window: they stand behind the block with the caret in their order,
// as one step, and what is none is told; where a text is among them, or no release is open, all
// are imported.
func TestPicturesAreDropped(t *testing.T) {
	s := newStage(t, settled)
	r := release.New("ru")
	r.Headline, r.Blocks = "Встреча", []release.Block{{ID: 1, Kind: release.Paragraph, Text: "Первый."}, {ID: 2, Kind: release.Paragraph, Text: "Второй."}}
	s.start(r)
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Offset: 2})
	broken := filepath.Join(t.TempDir(), "сломан.png")
	if err := os.WriteFile(broken, []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	first, second := snapshot(t), snapshot(t)
	capital := filepath.Join(filepath.Dir(second), "СНИМОК.JPG")
	if err := os.Rename(second, capital); err != nil {
		t.Fatal(err)
	}
	s.drop(first, broken, capital)
	s.wait("the trouble", s.dialogOpen)
	got := s.doc.session.Release().Blocks
	if len(got) != 4 || got[0].ID != 1 || got[1].Kind != release.Picture || got[2].Kind != release.Picture || got[3].ID != 2 || got[1].ID == got[2].ID {
		t.Fatalf("got %+v", got)
	}
	if _, err := s.shelf.Picture(t.Context(), got[2].Picture); err != nil {
		t.Error(err)
	}
	if !s.asked("«сломан.png»: ") || s.notice.Text() != s.words.Plural("pictures-put", 2) {
		t.Errorf("told %q and\n%s", s.notice.Text(), s.texts())
	}
	s.hands.Press(fyne.KeyEscape, 0)
	if s.doc.session.Undo(); len(s.doc.session.Release().Blocks) != 2 {
		t.Error("it takes two steps back")
	}
	doc := s.doc
	s.drop(first, s.file("план.txt", planText))
	s.wait("the text", func() bool { return s.library.Count() == 2 })
	if len(doc.session.Release().Blocks) != 2 {
		t.Errorf("beside a text: %+v", doc.session.Release().Blocks)
	}
	s.hands.Press(fyne.KeyEscape, 0)
	s.close()
	s.drop(first)
	s.wait("a word about it", s.dialogOpen)
	if s.library.Count() != 2 || s.doc != nil {
		t.Errorf("%d releases", s.library.Count())
	}
}

// TestPicturesDroppedOnWhatAnotherHolds are not put there.
func TestPicturesDroppedOnWhatAnotherHolds(t *testing.T) {
	s := stocked(t)
	if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	doc := s.show(1)
	before := len(doc.session.Release().Blocks)
	s.closeNotice()
	s.drop(snapshot(t))
	if !strings.Contains(s.notice.Text(), "правит") || len(doc.session.Release().Blocks) != before {
		t.Errorf("told %q", s.notice.Text())
	}
}
