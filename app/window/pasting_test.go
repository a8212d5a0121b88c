package window

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"communique/app/clipboard"
	"communique/editor/editing"
	"communique/editor/release"
)

// copied has another program put something on the clipboard.
func (s *stage) copied(c clipboard.Contents) {
	s.clip = func(context.Context) (clipboard.Contents, error) { return c, nil }
}

// paragraph is a release with one block, whose text the caret is in.
func (s *stage) paragraph(text string) {
	r := headed("Встреча")
	r.Lead, r.Blocks = "Лид.", []release.Block{{ID: 1, Kind: release.Paragraph, Text: text}}
	s.start(r)
	s.focusText()
	s.pane.GoTo(release.Position{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Offset: len([]rune(text))})
}

func (s *stage) shortcut(shortcut fyne.Shortcut) {
	s.t.Helper()
	s.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(shortcut)
}

func kinds(blocks []release.Block) string {
	var all []string
	for _, b := range blocks {
		all = append(all, string(b.Kind)+":"+b.Text)
	}
	return strings.Join(all, "|")
}

func pngBytes(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestWhatOtherProgramsCopied pastes it with its structure, and nothing else.
func TestWhatOtherProgramsCopied(t *testing.T) {
	photo := base64.StdEncoding.EncodeToString(pngBytes(t))
	for name, c := range map[string]struct {
		contents clipboard.Contents
		plain    bool
		want     string
		told     string
	}{
		"text":            {contents: clipboard.Contents{Text: "Раз.\nДва."}, want: "paragraph:Текст Раз.|paragraph:Два."},
		"words of one":    {contents: clipboard.Contents{Text: "слово", HTML: "<p>слово</p>"}, want: "paragraph:Текст слово"},
		"structure":       {contents: clipboard.Contents{Text: "x", HTML: "<h2>О сроках</h2><ul><li>раз<li>два</ul><table><tr><td>а<td>б<tr><td>в<td>г</table>"}, want: "paragraph:Текст |subheading:О сроках|list:раз\nдва|table:а\tб\nв\tг"},
		"without it":      {contents: clipboard.Contents{Text: "О сроках\nраз", HTML: "<h2>О сроках</h2><p>раз"}, plain: true, want: "paragraph:Текст О сроках|paragraph:раз"},
		"a picture in it": {contents: clipboard.Contents{Text: "x", HTML: `<p>До</p><img src="data:image/png;base64,` + photo + `" alt="Двое"><p>После</p>`}, want: "paragraph:Текст |paragraph:До|picture:|paragraph:После"},
		"a picture":       {contents: clipboard.Contents{Picture: pngBytes(t)}, want: "paragraph:Текст |picture:"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStage(t, settled)
			s.paragraph("Текст ")
			s.copied(c.contents)
			before := kinds(s.doc.session.Release().Blocks)
			s.paste(c.plain)
			s.wait("what was pasted", func() bool { return kinds(s.doc.session.Release().Blocks) != before })
			if got := kinds(s.doc.session.Release().Blocks); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
			for _, b := range s.doc.session.Release().Blocks {
				if _, err := s.shelf.Picture(ctx, b.Picture); b.Kind == release.Picture && err != nil {
					t.Errorf("the picture is not in the library: %v", err)
				}
			}
			s.pane.Undo()
			if got := kinds(s.doc.session.Release().Blocks); got != before {
				t.Errorf("after undo %q", got)
			}
		})
	}
}

// TestMarksAndLinksArePasted keeps bold and addresses.
func TestMarksAndLinksArePasted(t *testing.T) {
	s := newStage(t, settled)
	s.paragraph("")
	s.copied(clipboard.Contents{Text: "x", HTML: `<p style="color:red">Раз <b>два</b> <a href="https://example.org">три</a></p>`})
	s.paste(false)
	s.wait("what was pasted", func() bool { return s.doc.session.Release().Blocks[0].Text != "" })
	b := s.doc.session.Release().Blocks[0]
	if b.Text != "Раз два три" || len(b.Marks) != 2 || b.Marks[0].Style != release.Bold || b.Marks[1].Address != "https://example.org" {
		t.Errorf("got %+v", b)
	}
}

// TestPastingGoesWhereItWasAskedFor types on before the program with the clipboard has
// answered.
func TestPastingGoesWhereItWasAskedFor(t *testing.T) {
	s := newStage(t, settled)
	s.paragraph("До ")
	answer := make(chan clipboard.Contents)
	s.clip = func(context.Context) (clipboard.Contents, error) { return <-answer, nil }
	s.shortcut(&fyne.ShortcutPaste{})
	s.write(" и после")
	answer <- clipboard.Contents{Text: "вставка"}
	s.wait("what was pasted", func() bool { return strings.Contains(s.doc.session.Release().Blocks[0].Text, "вставка") })
	s.write("!")
	if got := s.doc.session.Release().Blocks[0].Text; got != "До вставка и после!" {
		t.Errorf("got %q", got)
	}
	s.shortcut(&fyne.ShortcutPaste{})
	s.pane.Act((*editing.Editor).SelectAll)
	s.start(headed("Другой")) // the place is gone
	answer <- clipboard.Contents{Text: "чужое"}
	s.wait("a word about it", func() bool { return strings.Contains(s.notice.Text(), "уже удалено") })
	if strings.Contains(fmt.Sprint(s.doc.session.Release()), "чужое") {
		t.Error("it came into another release")
	}
}

// TestAnEmptyDraftTakesAWholeRelease reads its fields; undo brings the empty one back.
func TestAnEmptyDraftTakesAWholeRelease(t *testing.T) {
	s := newStage(t, settled)
	s.newBlank()
	uuid := s.doc.session.Release().UUID
	s.copied(clipboard.Contents{Text: "Встреча в Пробном\n\n11 сентября 2024 года, Пробный\n\n11 сентября 2024 года в Пробном состоялась встреча.\n\nСтороны обсудили план.\n"})
	s.paste(false)
	s.wait("the release", func() bool { return s.doc.session.Text(release.HeadlineField) != "" })
	got := s.doc.session.Release()
	if got.Headline != "Встреча в Пробном" || got.UUID != uuid || !strings.Contains(got.Lead+kinds(got.Blocks), "состоялась встреча") || !strings.Contains(s.notice.Text(), "целиком") {
		t.Errorf("got %+v, told %q", got, s.notice.Text())
	}
	s.pane.Undo()
	if s.doc.session.Text(release.HeadlineField) != "" {
		t.Error("undo does not bring the empty one back")
	}
}

// TestAPieceGoesOverWhole copies and pastes within the program.
func TestAPieceGoesOverWhole(t *testing.T) {
	s := newStage(t, settled)
	r := headed("Встреча")
	r.Lead = "Лид."
	r.Blocks = []release.Block{{ID: 1, Kind: release.Quotation, Text: "Да", Speaker: "Иван Пробный"}, {ID: 2, Kind: release.Paragraph, Text: "Конец"}}
	s.start(r)
	s.focusText()
	at := func(id release.BlockID, offset int) release.Position {
		return release.Position{TextID: release.TextID{Field: release.BlocksField, Block: id}, Offset: offset}
	}
	s.pane.Act(func(e *editing.Editor) { e.Select(at(1, 0), at(2, 3)) })
	s.oneForm = errors.New("one form only")
	s.shortcut(&fyne.ShortcutCopy{})
	if got := s.params.App.Clipboard().Content(); !strings.Contains(got, "Иван Пробный") {
		t.Errorf("copied %q", got)
	}
	s.pane.GoTo(at(2, 5))
	s.shortcut(&fyne.ShortcutPaste{})
	s.wait("the quotation", func() bool {
		return slices.ContainsFunc(s.doc.session.Release().Blocks[1:], func(b release.Block) bool {
			return b.Kind == release.Quotation && b.Speaker == "Иван Пробный"
		})
	})
}

// TestNothingIsPastedIntoWhatIsOnlyRead tells who has it.
func TestNothingIsPastedIntoWhatIsOnlyRead(t *testing.T) {
	s := newStage(t, settled, "Встреча")
	if _, ok, err := s.neighbour().Claim(context.Background(), 1); err != nil || !ok {
		t.Fatal(ok, err)
	}
	s.show(1)
	s.copied(clipboard.Contents{Text: "чужое"})
	before := fmt.Sprint(s.doc.session.Release())
	s.closeNotice()
	s.focusText()
	s.shortcut(&fyne.ShortcutPaste{})
	s.write("чужое")
	s.untilIdle()
	if fmt.Sprint(s.doc.session.Release()) != before {
		t.Error("it was changed")
	}
	if !strings.Contains(s.notice.Text(), "правит") {
		t.Errorf("told %q", s.notice.Text())
	}
}

// TestADraftThatWasPutAwayHearsNoKeys writes where the keyboard was after it was closed.
func TestADraftThatWasPutAwayHearsNoKeys(t *testing.T) {
	s := stocked(t)
	session := s.show(1).session
	s.focusText()
	text := s.win.Canvas().Focused()
	before := session.Release()
	s.close()
	text.TypedRune('!')
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	text.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutPaste{})
	s.untilIdle()
	if after := session.Release(); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("changed to %+v", after)
	}
}
