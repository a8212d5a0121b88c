package logo

import (
	"bytes"
	"errors"
	"image"
	"testing"

	"github.com/srwiley/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"
)

// TestCanvas paints what the library's own scanner does, but for a shade of rounding.
func TestCanvas(t *testing.T) {
	const gradient = `<defs><linearGradient id="l"><stop offset="0" stop-color="#204080"/><stop offset="1" stop-color="#e0c060" stop-opacity=".4"/></linearGradient>` +
		`<radialGradient id="r" cx="20%" cy="40%" r="70%"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#b0202a"/></radialGradient></defs>`
	for name, content := range map[string]string{
		"areas":            `<circle cx="30" cy="30" r="26" fill="#1f3a5f"/><path d="M70 10h10v40h-10zM85 10c20 0 30 10 30 20s-10 20-30 20z" fill="#b0202a"/>`,
		"seen through":     `<rect x="10" y="10" width="90" height="40" fill="#1f3a5f" fill-opacity=".5"/><circle cx="100" cy="30" r="25" fill="#e0c060" fill-opacity=".3"/>`,
		"lines":            `<path d="M10 50L60 10L110 50" fill="none" stroke="#1f3a5f" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>`,
		"dashes":           `<path d="M10 30h180" stroke="#1f3a5f" stroke-width="3" stroke-dasharray="9 4"/>`,
		"over all edges":   `<circle cx="0" cy="0" r="40" fill="#1f3a5f"/><circle cx="200" cy="60" r="50" fill="#b0202a"/><rect x="-50" y="25" width="400" height="9" fill="#e0c060"/>`,
		"wholly outside":   `<circle cx="400" cy="-90" r="20" fill="#1f3a5f"/><rect x="50" y="10" width="20" height="20" fill="#b0202a"/>`,
		"a gradient":       gradient + `<circle cx="50" cy="30" r="29" fill="url(#l)"/><circle cx="50" cy="30" r="12" fill="#1f3a5f"/>`,
		"gradients, edges": gradient + `<rect x="-20" y="-20" width="120" height="50" fill="url(#l)"/><rect x="90" y="5" width="150" height="100" fill="url(#r)"/>`,
	} {
		data := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">` + content + `</svg>`)
		drawn, err := drawSVG(data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got, want := drawn.(*image.RGBA), image.NewRGBA(drawn.Bounds())
		icon, err := oksvg.ReadIconStream(bytes.NewReader(withDefaults(data)))
		if err != nil {
			t.Fatal(err)
		}
		width, height := want.Rect.Dx(), want.Rect.Dy()
		for i := range icon.SVGPaths { // which the library draws as if the drawing were as small as it says
			p := &icon.SVGPaths[i]
			p.LineWidth *= float64(height) / 60
			for j := range p.Dash {
				p.Dash[j] *= float64(height) / 60
			}
		}
		icon.SetTarget(0, 0, float64(width), float64(height))
		icon.Draw(rasterx.NewDasher(width, height, rasterx.NewScannerGV(width, height, want, want.Rect)), 1)
		if bytes.Count(want.Pix, []byte{0}) == len(want.Pix) {
			t.Errorf("%s shows nothing", name)
		}
		for at := range want.Pix {
			if far := int(want.Pix[at]) - int(got.Pix[at]); far < -2 || far > 2 {
				t.Errorf("%s: at %d, %d: %d, not %d", name, at/4%width, at/4/width, got.Pix[at], want.Pix[at])
				break
			}
		}
	}
}

// TestCanvasFarLines: a path of more corners than a drawing has is refused, also where they
// all stand in one place.
func TestCanvasFarLines(t *testing.T) {
	defer func() {
		if got, is := recover().(error); !is || !errors.Is(got, errFar) {
			t.Errorf("%v, not %v", got, errFar)
		}
	}()
	c := newCanvas(image.Pt(10, 10))
	for range mostCorners + 1 {
		c.Start(fixed.P(5, 5))
	}
}

// TestHidden: what is hidden is not drawn, and a size that is a part of a page's is no other.
func TestHidden(t *testing.T) {
	const shown, hidden = `<rect x="2" y="2" width="9" height="9"/>`, `<rect x="12" y="12" width="9" height="9" `
	for _, drawing := range []string{
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + shown + `<g display="none">` + hidden + `/></g></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + shown + hidden + `style="fill:red; display: none"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><style>.a{visibility:hidden}</style>` + shown + hidden + `class="a"/></svg>`,
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + shown + hidden + `visibility='collapse' stroke="red"/></svg>`,
		`<svg width="100%" height="100%" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + shown + `</svg>`,
		`<svg height='50 %' xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + shown + `</svg>`,
	} {
		d := drawingOf(drawing, 60)
		if d == nil || d.Size != image.Pt(drawnHeight, drawnHeight) || len(d.Shapes) != 1 || d.Shapes[0].Steps[0].To[0].X > drawnHeight/4 {
			t.Errorf("%s: %+v", drawing, d)
		}
	}
}

// TestLinesAreAsWideAsTheySay whatever the drawing's own measure, and what stands within a group that is
// larger; where nothing is said, one wide with whole corners, as SVG has it.
func TestLinesAreAsWideAsTheySay(t *testing.T) {
	for content, same := range map[string]string{
		`<path d="M2 12h20" stroke="#000" stroke-width="4"/>`:                                                         `<path d="M2 10h20v4h-20z"/>`,
		`<path d="M2 12h20" stroke="#000"/>`:                                                                          `<path d="M2 11.5h20v1h-20z"/>`,
		`<g transform="scale(2)"><path d="M1 6h10" stroke="#000" stroke-width="2"/></g>`:                              `<path d="M2 10h20v4h-20z"/>`,
		`<rect x="4" y="4" width="16" height="16" fill="none" stroke="#000" stroke-width="4"/>`:                       `<path fill-rule="evenodd" d="M2 2h20v20h-20zM6 6h12v12h-12z"/>`,
		`<path d="M2 12h20" stroke="#000" stroke-width="4" stroke-dasharray="6 2"/>`:                                  `<path d="M2 10h6v4h-6zM10 10h6v4h-6zM18 10h4v4h-4z"/>`,
		`<g stroke="#000" stroke-width="4" stroke-linejoin="bevel"><path d="M4 4h16v16h-16z" fill="none"/></g>`:       `<path fill-rule="evenodd" d="M4 2h16l2 2v16l-2 2h-16l-2 -2v-16zM6 6h12v12h-12z"/>`,
		`<path d="M4 12h16" stroke="#000" stroke-width="4" stroke-linecap="square"/>`:                                 `<path d="M2 10h20v4h-20z"/>`,
		`<g transform="translate(0 4)"><path d="M2 12h20" transform="rotate(0)" stroke="#000" stroke-width="4"/></g>`: `<path d="M2 14h20v4h-20z"/>`,
	} {
		var pictures [2]*image.RGBA
		for i, c := range []string{content, same} {
			drawn, err := drawSVG([]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">` + c + `</svg>`))
			if err != nil {
				t.Fatalf("%s: %v", c, err)
			}
			pictures[i] = drawn.(*image.RGBA)
		}
		width := pictures[0].Rect.Dx()
		for at := 3; at < len(pictures[0].Pix); at += 4 {
			if far := int(pictures[0].Pix[at]) - int(pictures[1].Pix[at]); far < -60 || far > 60 {
				t.Errorf("%s: at %d, %d: %d, not %d", content, at/4%width, at/4/width, pictures[0].Pix[at], pictures[1].Pix[at])
				break
			}
		}
	}
}
