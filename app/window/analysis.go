package window

import (
	"image"
	"sync/atomic"

	"communique/editor/proof"
	"communique/editor/release"
	"communique/export/page"
	"communique/export/raster"
	"communique/export/text"
)

// analysis is everything the window shows about a draft beside the draft
// itself. It is computed away from the UI goroutine, on a copy.
type analysis struct {
	plain             string
	pages             []image.Image
	pageErr           error
	missing           []rune
	findings          []proof.Finding
	repairs           []release.Repair
	words, characters int
}

// analyse computes an analysis; scale is in pixels per point.
func analyse(r release.Release, org release.Organisation, scale float64) analysis {
	a := analysis{findings: proof.Check(r), repairs: r.Repairs}
	a.words, a.characters = r.Count()
	plain, err := text.Render(r, text.Options{})
	a.plain = string(plain)
	if err != nil {
		a.pageErr = err
		return a
	}
	doc, err := page.Layout(r, org)
	if err != nil {
		a.pageErr = err
		return a
	}
	a.missing = doc.Missing
	for _, p := range doc.Pages {
		picture, err := raster.Paint(p, doc, scale)
		if err != nil {
			a.pageErr = err
			return a
		}
		a.pages = append(a.pages, picture)
	}
	return a
}

// analyst runs one analysis at a time and lets only the newest be shown.
type analyst struct {
	newest atomic.Int64
	slot   chan struct{}
	do     func(func()) // runs a function on the UI goroutine
	show   func(analysis)
}

func newAnalyst(do func(func()), show func(analysis)) *analyst {
	return &analyst{slot: make(chan struct{}, 1), do: do, show: show}
}

// ask analyses r in the background. It is called on the UI goroutine, and show
// answers there, unless a newer question came meanwhile.
func (a *analyst) ask(r release.Release, org release.Organisation, scale float64) {
	number := a.newest.Add(1)
	go func() {
		a.slot <- struct{}{}
		defer func() { <-a.slot }()
		if a.newest.Load() != number {
			return
		}
		result := analyse(r, org, scale)
		a.do(func() {
			if a.newest.Load() == number {
				a.show(result)
			}
		})
	}()
}
