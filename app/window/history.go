package window

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/caption"
	"communique/app/window/screen"
	"communique/editor/compare"
	"communique/editor/controls"
	"communique/editor/draft"
	"communique/editor/release"
)

// showHistory lists the versions of the release on the screen and compares
// each with the one of today.
func (w *Window) showHistory() {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	w.save()
	doc := w.doc
	var versions []library.Version
	w.base.Load(func(ctx context.Context) error {
		if err := w.saver.flush(); err != nil {
			return err
		}
		id, _ := doc.place()
		if id == 0 {
			return nil
		}
		var err error
		versions, err = w.params.Store.History(ctx, id)
		return err
	}, func() {
		switch {
		case w.doc != doc: // the person went on to another
		case len(versions) < 2:
			w.tell(w.text("history-none"), false)
		default:
			newHistoryDialog(w, doc, versions).show()
		}
	})
}

type historyDialog struct {
	window   *Window
	doc      *document
	versions []library.Version
	list     *controls.List
	counts   *widget.Label
	changes  *widget.RichText
	chosen   int
	answers  *background.Questions // until the dialog is closed
	dialog   *screen.Dialog
}

func newHistoryDialog(w *Window, doc *document, versions []library.Version) *historyDialog {
	h := &historyDialog{window: w, doc: doc, versions: versions, chosen: 1, counts: screen.Wrapped(""), changes: widget.NewRichText(), answers: background.New(w.params.Go, w.params.Do)}
	h.counts.TextStyle.Bold = true
	h.changes.Wrapping = fyne.TextWrapWord
	h.list = w.keys.NewList(func() int { return len(h.versions) }, func() fyne.CanvasObject { return widget.NewLabel("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(h.label(h.versions[i])) })
	h.list.SetName(w.text("history-title"))
	h.list.OnSelected = h.choose
	return h
}

func (h *historyDialog) label(v library.Version) string {
	at := v.Saved.Local().Format("02.01.2006 15:04")
	if v.Number == h.versions[0].Number {
		at += " · " + h.window.text("history-now")
	}
	if v.Name != "" {
		return fmt.Sprintf("%s\n%s", v.Name, at)
	}
	return at
}

func (h *historyDialog) show() {
	w := h.window
	split := container.NewHSplit(h.list, controls.Border(h.counts, nil, nil, nil, container.NewVScroll(h.changes)))
	split.SetOffset(0.32)
	h.dialog = w.dialogs.New(w.text("history-title"), split, w.text("button-close"))
	h.dialog.Button(w.text("history-name"), theme.DocumentCreateIcon(), h.name)
	h.dialog.Yes(w.text("history-restore"), theme.ContentUndoIcon(), h.restore)
	h.dialog.OnClosed(h.answers.Drop)
	h.dialog.Show(fyne.NewSize(940, 600), h.list)
	h.list.Select(h.chosen)
}

// choose compares a version with today's text.
func (h *historyDialog) choose(i widget.ListItemID) {
	h.chosen = i
	w := h.window
	id, _ := h.doc.place()
	number := h.versions[i].Number
	now := h.doc.session.Release()
	var old release.Release
	h.answers.Ask(background.Question{
		Work: func(ctx context.Context) (err error) {
			old, err = w.params.Store.Version(ctx, id, number)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			parts, counts := compare.Releases(old, now)
			h.counts.SetText(w.words.Plurals("changed-nothing", counts.Facts()...))
			h.changes.Segments = w.changes(parts)
			h.changes.Refresh()
		},
	})
}

// changes writes a comparison: what is gone in red in brackets, what came in
// green, so that the colours are not the only sign.
func (w *Window) changes(parts []compare.Part) []widget.RichTextSegment {
	caption := widget.RichTextStyle{ColorName: theme.ColorNamePlaceHolder, SizeName: theme.SizeNameCaptionText}
	gone := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameError}
	come := widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameSuccess, TextStyle: fyne.TextStyle{Bold: true}}
	var segments []widget.RichTextSegment
	for _, p := range parts {
		if !p.Changed() && p.Field != release.HeadlineField && p.Field != draft.Body {
			continue
		}
		segments = append(segments, &widget.TextSegment{Text: w.text("part-" + string(p.Field)), Style: caption})
		for _, piece := range p.Pieces {
			switch piece.Kind {
			case compare.Removed:
				segments = append(segments, &widget.TextSegment{Text: "[" + piece.Text + "]", Style: gone})
			case compare.Added:
				segments = append(segments, &widget.TextSegment{Text: piece.Text, Style: come})
			default:
				segments = append(segments, &widget.TextSegment{Text: piece.Text, Style: widget.RichTextStyleInline})
			}
		}
		segments = append(segments, &widget.TextSegment{Text: "", Style: widget.RichTextStyleParagraph})
	}
	return segments
}

func (h *historyDialog) name() {
	w := h.window
	id, _ := h.doc.place()
	v := &h.versions[h.chosen]
	w.base.AskName(w.text("history-name"), func(name string) {
		name = strings.TrimSpace(name)
		w.base.Work(func(ctx context.Context) error { return w.params.Store.NameVersion(ctx, id, v.Number, name) }, func() {
			v.Name = name
			h.list.Refresh()
		})
	})
}

// restore makes the version today's text. The draft is changed, not replaced:
// undo takes it back, and the text of before stays in the history.
func (h *historyDialog) restore() {
	w, doc := h.window, h.doc
	id, _ := doc.place()
	number := h.versions[h.chosen].Number
	h.dialog.Close()
	var old release.Release
	w.base.Work(func(ctx context.Context) (err error) {
		old, err = w.params.Store.Version(ctx, id, number)
		return err
	}, func() {
		switch {
		case w.doc != doc: // the person went on to another
		case doc.reading:
			w.fail(&heldError{caption.Name(old), doc.holder})
		default:
			w.replace(doc, func(s *draft.Session) { s.Replace(old) })
			w.tell(w.text("history-restored"), false)
		}
	})
}
