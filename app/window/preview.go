package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/page"
)

// preview shows the release as it will leave the office: the pages of the PDF,
// and the plain text exactly as exported.
type preview struct {
	words  *translations.Words
	sheets *sheets
	plain  *fyne.Container
	lines  []string
	query  library.Query // what stands out in the text
	stale  bool          // the lines were made for another query
	last   analysis      // what is shown
	notice *widget.Label
	pages  *fyne.Container // the sheets, with the notice over them
	// trouble is what is wrong with the letterhead, told over the pages.
	trouble string
	tabs    *container.AppTabs
}

// newPreview makes the preview; what a person does on its pages is told to on.
func newPreview(keys *controls.Keyboard, words *translations.Words, on sheetActions) *preview {
	p := &preview{words: words, sheets: newSheets(keys, words, on), plain: container.NewVBox()}
	p.notice = widget.NewLabel("")
	p.notice.Wrapping = fyne.TextWrapWord
	p.notice.Importance = widget.WarningImportance
	p.notice.Hide()
	// The paper must stand out in light and dark alike.
	desk := canvas.NewRectangle(color.NRGBA{0x80, 0x80, 0x80, 0x30})
	top := container.NewVBox(p.notice, p.sheets.bar)
	p.pages = controls.Border(top, nil, nil, nil, container.NewStack(desk, p.sheets.scroll))
	p.tabs = container.NewAppTabs(
		container.NewTabItem(words.Text("preview-page"), p.pages),
		container.NewTabItem(words.Text("preview-text"), container.NewVScroll(p.plain)),
	)
	return p
}

func (p *preview) show(a analysis) {
	if !a.checked {
		a.plain, a.findings, a.repairs, a.words, a.characters = p.last.plain, p.last.findings, p.last.repairs, p.last.words, p.last.characters
	}
	p.last = a
	p.showNotice(a)
	p.sheets.show(a.doc, a.pages)
	if a.checked {
		p.showPlain(a.plain)
	}
}

func (p *preview) showNotice(a analysis) {
	text := ""
	if len(a.doc.Missing) > 0 {
		text = p.words.Text("preview-missing", map[string]any{"Letters": page.Describe(a.doc.Missing)})
	}
	if a.pageErr != nil {
		text = p.words.Error(a.pageErr)
	}
	if p.trouble != "" {
		text = strings.TrimSpace(p.trouble + "\n" + text)
	}
	if text == p.notice.Text {
		return
	}
	p.notice.SetText(text)
	p.notice.Hidden = text == ""
	p.notice.Resize(fyne.NewSize(p.pages.Size().Width, p.notice.MinSize().Height)) // its height comes from its width
	p.pages.Refresh()
}

// showPlain keeps the lines that did not change: wrapping a long text anew at
// each key would cost more than a frame.
func (p *preview) showPlain(text string) {
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	for len(p.plain.Objects) > len(lines) {
		p.plain.Remove(p.plain.Objects[len(p.plain.Objects)-1])
	}
	for i, line := range lines {
		switch {
		case i == len(p.plain.Objects):
			p.plain.Add(p.line(line))
		case p.lines[i] != line || p.stale:
			p.plain.Objects[i] = p.line(line)
		}
	}
	p.lines, p.stale = lines, false
	p.plain.Refresh()
}

// line shows a line of the text; what the search has found stands out.
func (p *preview) line(text string) fyne.CanvasObject {
	if len(p.query.Spans(text)) > 0 {
		found := widget.NewRichText(screen.Highlight(text, p.query.Spans(text), widget.RichTextStyleInline, screen.HitStyle())...)
		found.Wrapping = fyne.TextWrapWord
		return found
	}
	return screen.Wrapped(text)
}

// recall shows what another preview has shown, at the same place.
func (p *preview) recall(old *preview) {
	p.tabs.SelectIndex(old.tabs.SelectedIndex())
	p.sheets.zoom = old.sheets.zoom
	p.sheets.showSize()
	p.query, p.stale = old.query, true
	if old.last.pages == nil {
		return
	}
	p.show(old.last)
	p.showPlain(old.last.plain)
	p.sheets.scroll.ScrollToOffset(old.sheets.scroll.Offset)
	p.sheets.showNumber()
}

// highlight marks what a search asks for, from the next text on.
func (p *preview) highlight(q library.Query) {
	p.query, p.stale = q, true
}
