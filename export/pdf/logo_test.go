package pdf

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"
	"os"
	"path/filepath"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/logo"
	"communique/export/page"
	"communique/export/style"
)

// TestAPageWithALogo takes 40 KB at most, with a drawing in two inks, a gradient, a coat of arms in many
// colours and emblems that are shaded throughout, one of them finely.
func TestAPageWithALogo(t *testing.T) {
	const most = 40 << 10
	emblem := image.NewNRGBA(image.Rect(0, 0, 1200, 1200)) // a large one, shaded throughout
	for y := range 1200 {
		for x := range 1200 {
			if dx, dy := x-600, y-600; dx*dx+dy*dy < 590*590 {
				emblem.SetNRGBA(x, y, color.NRGBA{uint8(40 + (dx*dx+dy*dy)/3000), uint8(60 + x/12 + y/40), uint8(90 + (x*y)/20000%40), 255}) //nolint:gosec // under 256
			}
		}
	}
	var large bytes.Buffer
	if err := png.Encode(&large, emblem); err != nil {
		t.Fatal(err)
	}
	for at, dot := range emblem.Pix { // as chased metal is
		if x, y := at/4%1200, at/4/1200; at%4 < 3 && emblem.Pix[at/4*4+3] > 0 {
			emblem.Pix[at] = uint8(max(0, min(255, float64(dot)+50*math.Sin(float64(x)/9)*math.Cos(float64(y)/7)+20*math.Sin(float64(x*y)/4000))))
		}
	}
	var fine bytes.Buffer
	if err := png.Encode(&fine, emblem); err != nil {
		t.Fatal(err)
	}
	rays := `<circle cx="30" cy="30" r="29" fill="#1e3c78"/>`
	for i := range 60 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 30)
		rays += fmt.Sprintf(`<path fill="#d%xb4%xc" d="M30 30L%.2f %.2f l1 2z"/><circle cx="%.2f" cy="%.2f" r="1.4" fill="#3%x8%x32"/>`,
			i%16, i/4, 30+22*cos, 30+22*sin, 30+25*cos, 30+25*sin, i%16, i/4)
	}
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	drawing := func(content string) []byte {
		return []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">` + content + `</svg>`)
	}
	for name, file := range map[string][]byte{
		"a large emblem": large.Bytes(),
		"a fine emblem":  fine.Bytes(),
		"a coat of arms": drawing(rays),
		"two inks":       drawing(`<circle cx="30" cy="30" r="26" fill="#1f3a5f"/><path d="M70 10h10v40h-10zM85 10c20 0 30 10 30 20s-10 20-30 20zM120 50l15-40 15 40z" fill="#b0202a"/>`),
		"a gradient":     drawing(`<defs><linearGradient id="g"><stop offset="0" stop-color="#204080"/><stop offset="1" stop-color="#e0c060"/></linearGradient></defs><circle cx="50" cy="30" r="29" fill="url(#g)"/>`),
	} {
		for seed := range uint64(2) {
			doc, err := page.NewCompositor(s).Layout(release.Organisation{Name: "Совет содружества", Logo: file}, nil, exporttest.Release(seed, exporttest.OnePage))
			if err != nil {
				t.Fatal(err)
			}
			data := render(t, doc)
			t.Logf("%s: %d bytes", name, len(data))
			if len(data) > most {
				t.Errorf("%s: %d pages of %d bytes", name, len(doc.Pages), len(data))
			}
		}
	}
}

// TestWhatIsNotSeen of a picture has the colour of what is before it.
func TestWhatIsNotSeen(t *testing.T) {
	red, blue := color.NRGBA{R: 200, A: 255}, color.NRGBA{B: 200, A: 85}
	dots := image.NewNRGBA(image.Rect(0, 0, 4, 1))
	dots.SetNRGBA(1, 0, red)
	dots.SetNRGBA(3, 0, blue)
	small := image.NewPaletted(dots.Rect, color.Palette{color.NRGBA{}, red, blue, color.NRGBA{R: 200, A: 17}})
	small.Pix = []byte{0, 1, 3, 2}
	for name, c := range map[string]struct {
		picture image.Image
		mask    []byte
		colours []color.NRGBA
	}{
		"colours":   {dots, []byte{0, 255, 0, 85}, []color.NRGBA{{255, 255, 255, 255}, {200, 0, 0, 255}, {200, 0, 0, 255}, {0, 0, 200, 255}}},
		"a palette": {small, []byte{0, 255, 17, 85}, []color.NRGBA{{0, 0, 0, 255}, {200, 0, 0, 255}, {200, 0, 0, 255}, {0, 0, 200, 255}}},
	} {
		colours, mask := parted(c.picture)
		if !bytes.Equal(mask, c.mask) {
			t.Errorf("%s: %v is seen", name, mask)
		}
		for x, want := range c.colours {
			if got := color.NRGBAModel.Convert(colours.At(x, 0)); got != want {
				t.Errorf("%s: at %d %v, not %v", name, x, got, want)
			}
		}
	}
}

// TestADrawingLooksAsItsDots where it is drawn as paths.
func TestADrawingLooksAsItsDots(t *testing.T) {
	s, err := style.Shipped(style.Plain)
	if err != nil {
		t.Fatal(err)
	}
	shown := func(file []byte) *image.Gray {
		doc, err := page.NewCompositor(s).Layout(release.Organisation{Name: "Совет содружества", Logo: file}, nil, exporttest.Release(1, exporttest.OnePage))
		if err != nil {
			t.Fatal(err)
		}
		if drawn := doc.Pages[0].Pictures[0].Drawing != nil; drawn != bytes.Contains(file, []byte("<svg")) {
			t.Fatalf("drawn as paths: %v", drawn)
		}
		out := filepath.Join(t.TempDir(), "page")
		tool(t, render(t, doc), "pdftoppm", "-r", "150", "-png", "-singlefile", "-H", "300", "FILE", out)
		data, err := os.ReadFile(out + ".png")
		if err != nil {
			t.Fatal(err)
		}
		decoded, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		gray := image.NewGray(decoded.Bounds())
		draw.Draw(gray, gray.Rect, decoded, image.Point{}, draw.Src)
		return gray
	}
	for name, content := range map[string]string{
		"areas":        `<circle cx="30" cy="30" r="26" fill="#1f3a5f"/><path d="M70 10h10v40h-10zM85 10c20 0 30 10 30 20s-10 20-30 20zM120 50l15-40 15 40z" fill="#b0202a"/>`,
		"seen through": `<rect width="120" height="60" fill="#b0202a"/><circle cx="30" cy="30" r="25" fill="#fff" fill-opacity=".5"/><circle cx="90" cy="30" r="25" stroke="#000" stroke-width="8" stroke-opacity=".5" fill="#ffe000"/>`,
		"rings":        `<path fill-rule="evenodd" d="M5 5h50v50h-50zM15 15h30v30h-30z"/><path d="M65 5h50v50h-50zM75 15h30v30h-30z" fill="#b0202a"/>`,
		"lines":        `<path d="M10 50L60 10L110 50" fill="none" stroke="#1f3a5f" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/><path d="M130 50l20 -40l20 40z" fill="none" stroke="#b0202a" stroke-width="6"/>`,
		"dashes":       `<path d="M10 30h180" stroke="#1f3a5f" stroke-width="9" stroke-dasharray="9 4" stroke-dashoffset="5"/><path d="M10 50h180" stroke="#000" stroke-width="3" stroke-linecap="square" stroke-dasharray="9 9"/>`,
		"turned":       `<g transform="translate(60 30) rotate(30) scale(2)"><rect x="-10" y="-10" width="20" height="20" fill="#1f3a5f" stroke="#e0c060" stroke-width="3"/></g>`,
		"gradients": `<defs><linearGradient id="a" x1=".3" x2=".7"><stop stop-color="#1f3a5f"/><stop offset=".4" stop-color="#b0202a"/><stop offset=".4" stop-color="#000"/><stop offset="1" stop-color="#e0c060"/></linearGradient>` +
			`<radialGradient id="b" href="#a" fx=".3" fy=".4" r="30%" gradientUnits="objectBoundingBox"/><linearGradient id="c" href="#a" gradientUnits="userSpaceOnUse" x1="130" y1="10" x2="190" y2="50"/></defs>` +
			`<rect x="5" y="5" width="40" height="40" fill="url(#a)" transform="rotate(20 25 25)"/><ellipse cx="90" cy="30" rx="30" ry="20" fill="url(#b)"/><path d="M130 50l20-40 30 40" fill="none" stroke="url(#c)" stroke-width="9"/>`,
		"fading": `<defs><linearGradient id="a" y2="1"><stop stop-color="#1f3a5f"/><stop offset=".5" stop-color="#b0202a" stop-opacity=".3"/><stop offset="1" stop-color="#1f3a5f"/></linearGradient>` +
			`<radialGradient id="b"><stop/><stop offset="1" stop-opacity="0"/></radialGradient></defs><rect x="20" width="20" height="60"/><rect x="5" y="5" width="50" height="50" fill="url(#a)"/>` +
			`<circle cx="90" cy="30" r="28" fill="url(#b)" transform="rotate(10)"/><path d="M130 50l20-40 30 40" fill="#e0c060" fill-opacity=".5" stroke="url(#a)" stroke-width="9" stroke-opacity=".7"/>`,
		"repeated": `<defs><linearGradient id="a" x1=".4" x2=".6" y2=".1" spreadMethod="repeat"><stop stop-color="#1f3a5f"/><stop offset=".5" stop-color="#fff"/><stop offset="1" stop-color="#b0202a"/></linearGradient>` +
			`<radialGradient id="b" href="#a" r=".2" fx=".4" spreadMethod="reflect"/><linearGradient id="c" gradientUnits="userSpaceOnUse" x1="20" y1="0" x2="15" y2="9" spreadMethod="reflect"><stop/><stop offset="1" stop-opacity="0"/></linearGradient></defs>` +
			`<rect x="5" y="5" width="50" height="50" fill="url(#a)"/><circle cx="95" cy="30" r="25" fill="url(#b)" transform="rotate(-5)"/><rect x="130" y="5" width="60" height="50" fill="url(#c)"/>`,
		"over edges": `<circle cx="0" cy="0" r="40" fill="#1f3a5f"/><circle cx="200" cy="60" r="50" fill="#b0202a"/>`,
	} {
		drawing := []byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60">` + content + `</svg>`)
		read, err := logo.Read(drawing, 1)
		if err != nil {
			t.Fatal(err)
		}
		paths, dots := shown(drawing), shown(read.PNG)
		var different, dark int
		for at := range dots.Pix {
			if far := int(paths.Pix[at]) - int(dots.Pix[at]); far < -60 || far > 60 {
				different++
			}
			if dots.Pix[at] < 200 {
				dark++
			}
		}
		if 25*different > dark {
			t.Errorf("%s: %d dots differ, of %d dark ones", name, different, dark)
		}
	}
}
