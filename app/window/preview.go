package window

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/assets/translations"
)

// preview shows the release as it will leave the office: the pages of the PDF,
// and the plain text exactly as exported.
type preview struct {
	words  *translations.Words
	pages  *fyne.Container
	plain  *fyne.Container
	lines  []string
	query  library.Query // what is marked in the text
	stale  bool          // the lines were made for another query
	notice *widget.Label
	tabs   *container.AppTabs
}

func newPreview(words *translations.Words) *preview {
	p := &preview{words: words, pages: container.New(pagesLayout{}), plain: container.NewVBox()}
	p.notice = widget.NewLabel("")
	p.notice.Wrapping = fyne.TextWrapWord
	p.notice.Importance = widget.WarningImportance
	p.notice.Hide()
	// The paper must stand out in light and dark alike.
	desk := canvas.NewRectangle(color.NRGBA{0x80, 0x80, 0x80, 0x30})
	pages := container.NewBorder(p.notice, nil, nil, nil, container.NewStack(desk, container.NewVScroll(p.pages)))
	p.tabs = container.NewAppTabs(
		container.NewTabItem(words.Text("preview-page"), pages),
		container.NewTabItem(words.Text("preview-text"), container.NewVScroll(p.plain)),
	)
	return p
}

func (p *preview) show(a analysis) {
	p.showNotice(a)
	p.showPages(a.pages)
	p.showPlain(a.plain)
}

func (p *preview) showNotice(a analysis) {
	text := ""
	if len(a.missing) > 0 {
		text = p.words.Text("preview-missing", map[string]any{"Letters": string(a.missing)})
	}
	if a.pageErr != nil {
		text = p.words.Error(a.pageErr)
	}
	p.notice.SetText(text)
	p.notice.Hidden = text == ""
	p.notice.Refresh()
}

func (p *preview) showPages(pictures []image.Image) {
	for len(p.pages.Objects) > len(pictures) {
		p.pages.Remove(p.pages.Objects[len(p.pages.Objects)-1])
	}
	for i, picture := range pictures {
		if i == len(p.pages.Objects) {
			page := canvas.NewImageFromImage(picture)
			page.FillMode = canvas.ImageFillContain
			page.ScaleMode = canvas.ImageScaleSmooth
			p.pages.Add(page)
			continue
		}
		page := p.pages.Objects[i].(*canvas.Image)
		page.Image = picture
		page.Refresh()
	}
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
		found := widget.NewRichText(marked(text, p.query, widget.RichTextStyleInline, hitStyle)...)
		found.Wrapping = fyne.TextWrapWord
		return found
	}
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	label.Selectable = true
	return label
}

// highlight marks what a search asks for, from the next text on.
func (p *preview) highlight(q library.Query) {
	p.query, p.stale = q, true
}

// pagesLayout sets A4 pages one under another, as wide as the pane.
type pagesLayout struct{}

const (
	pageRatio = 297.0 / 210.0
	pageGap   = 10
)

func (pagesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := float32(200)
	if len(objects) > 0 && objects[0].Size().Width > width {
		width = objects[0].Size().Width
	}
	return fyne.NewSize(200, float32(len(objects))*(width*pageRatio+pageGap))
}

func (pagesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*pageGap
	for i, page := range objects {
		page.Move(fyne.NewPos(pageGap, float32(i)*(width*pageRatio+pageGap)+pageGap))
		page.Resize(fyne.NewSize(width, width*pageRatio))
	}
}
