// Package preview shows a release as it will leave the office: the pages of the PDF,
// and the plain text exactly as exported. It sets and checks them away from the UI
// goroutine.
package preview

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/page"
)

// Preview holds the two views. It is used on the UI goroutine only.
type Preview struct {
	words  *translations.Words
	sheets *sheets
	plain  *plain
	last   Analysis // what is shown
	notice *widget.Label
	pages  *fyne.Container // the sheets, with the notice over them
	// trouble is what is wrong with the letterhead, told over the pages.
	trouble string
}

// Spans returns the places of a text that are to stand out, in bytes; nil marks nothing.
type Spans func(text string) [][2]int

// New makes a preview that shows nothing yet; what a person does on its pages is told to on.
func New(keys *controls.Keyboard, words *translations.Words, on Actions) *Preview {
	p := &Preview{words: words, sheets: newSheets(keys, words, on), plain: newPlain()}
	p.notice = widget.NewLabel("")
	p.notice.Wrapping = fyne.TextWrapWord
	p.notice.Importance = widget.WarningImportance
	p.notice.Hide()
	top := container.NewVBox(p.notice, p.sheets.bar)
	p.pages = controls.Border(top, nil, nil, nil, p.sheets.scroll)
	return p
}

// Pages shows the pages, and Text the plain text.
func (p *Preview) Pages() fyne.CanvasObject { return p.pages }

// Text shows the plain text.
func (p *Preview) Text() fyne.CanvasObject { return p.plain }

// Show shows what was made of the draft.
func (p *Preview) Show(a Analysis) {
	if !a.Checked {
		a.Changes, a.plain, a.Findings, a.Words, a.Characters = p.last.Changes, p.last.plain, p.last.Findings, p.last.Words, p.last.Characters
	}
	p.last = a
	p.showNotice(a)
	p.sheets.show(a.Pages, a.images)
	if a.pageErr == nil {
		p.sheets.wantPictures() // of what was scrolled to meanwhile
	}
	if a.Checked {
		p.plain.show(a.plain)
	}
}

func (p *Preview) showNotice(a Analysis) {
	text := ""
	if len(a.Pages.Missing) > 0 {
		text = p.words.Text("preview-missing", map[string]any{"Letters": page.Describe(a.Pages.Missing), "Help": page.Lacking(a.Pages.Missing)})
	}
	if a.Pages.Over > 0 {
		over := p.words.Text("preview-over", map[string]any{"Lines": p.words.Plural("over-lines", a.Pages.Over)})
		text = strings.TrimSpace(text + "\n" + over)
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

// Recall shows what another preview has shown, at the same place.
func (p *Preview) Recall(old *Preview) {
	p.sheets.zoom = old.sheets.zoom
	p.sheets.showSize()
	p.plain.mark(old.plain.found)
	if old.last.images == nil {
		return
	}
	p.Show(old.last)
	p.plain.show(old.plain.lines)
	p.sheets.scroll.ScrollToOffset(old.sheets.scroll.Offset)
	p.sheets.scrolled()
}

// Last is what was made of the draft last.
func (p *Preview) Last() Analysis { return p.last }

// Lines are the lines of the plain text.
func (p *Preview) Lines() []string { return p.plain.lines }

// Notice is what is told over the pages; "" for nothing.
func (p *Preview) Notice() string {
	if p.notice.Hidden {
		return ""
	}
	return p.notice.Text
}

// Highlight marks what a search asks for, from the next text on.
func (p *Preview) Highlight(found Spans) { p.plain.mark(found) }

// Trouble tells over the pages what is wrong with the letterhead, from the next pages
// on; "" where nothing is.
func (p *Preview) Trouble(text string) { p.trouble = text }

// Scale is how many pixels a point of the pages is shown as, on a canvas of a scale.
func (p *Preview) Scale(canvas float32) float64 {
	paper, _ := p.sheets.paper()
	return float64(canvas*p.sheets.width()) / paper
}

// InSight are the pages that can be seen, from the first to before the last.
func (p *Preview) InSight() (first, last int) { return p.sheets.inSight() }

// ZoomBy makes the pages larger or smaller.
func (p *Preview) ZoomBy(factor float64) { p.sheets.zoomBy(factor) }

// Zoom is how many times their size on paper the pages have; 0 fits them to the pane.
func (p *Preview) Zoom() float64 { return p.sheets.zoom }

// Fit fits the pages to the pane.
func (p *Preview) Fit() { p.sheets.setZoom(0) }

// Turn goes some pages on, or back.
func (p *Preview) Turn(by int) { p.sheets.turn(by) }
