package logo

import (
	"image"
	"testing"
)

// TestFillRules draws holes by either rule, said in each place where SVG lets it be said.
func TestFillRules(t *testing.T) {
	const (
		open  = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90">`
		ring  = `d="M0 0H90V90H0Z M30 30H60V60H30Z"` // both the same way round
		star  = `d="M45 2L71 84L2 33H88L19 84Z"`
		hole  = true
		solid = false
	)
	for name, tt := range map[string]struct {
		svg  string
		hole bool
	}{
		"an attribute":               {open + `<path fill-rule="evenodd" ` + ring + `/></svg>`, hole},
		"a style":                    {open + `<path style="fill:#000; fill-rule: evenodd" ` + ring + `/></svg>`, hole},
		"of the group around":        {open + `<g fill-rule='evenodd'><g><path ` + ring + `/></g></g></svg>`, hole},
		"other than that around":     {open + `<g fill-rule="evenodd"><path fill-rule="nonzero" ` + ring + `/></g></svg>`, solid},
		"of a class":                 {open + `<style>.a{fill-rule:evenodd}</style><path class="a" ` + ring + `/></svg>`, hole},
		"in a use":                   {open + `<defs><path id="p" fill-rule="evenodd" ` + ring + `/></defs><use href="#p"/></svg>`, hole},
		"of one beside it":           {open + `<path fill-rule="evenodd" d="M0 0h1v1z"/><path ` + ring + `/></svg>`, solid},
		"of what is cut with it":     {open + `<path clip-rule="evenodd" ` + ring + `/></svg>`, solid},
		"none":                       {open + `<path ` + ring + `/></svg>`, solid},
		"none, the other way round":  {open + `<path d="M0 0H90V90H0Z M30 30V60H60V30Z"/></svg>`, hole},
		"a path that crosses itself": {open + `<path fill-rule="evenodd" ` + star + `/></svg>`, hole},
		"a gradient":                 {open + `<defs><linearGradient id="l"><stop offset="0" stop-color="#204080"/><stop offset="1" stop-color="#e0c060"/></linearGradient></defs><path fill-rule="evenodd" fill="url(#l)" ` + ring + `/></svg>`, hole},
		"not closed":                 {open + `<path fill-rule="evenodd" d="M0 0H90V90H0 M30 30H60V60H30"/></svg>`, hole},
	} {
		picture, err := drawSVG([]byte(tt.svg))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		size := picture.Bounds().Max
		if _, _, _, a := picture.At(size.X/2, size.Y/2).RGBA(); (a == 0) != tt.hole {
			t.Errorf("%s: a hole is wanted: %v", name, tt.hole)
		}
		if _, _, _, a := picture.At(size.X/2, size.Y/8).RGBA(); a != 0xffff {
			t.Errorf("%s: beside it %x", name, a)
		}
	}
}

// TestEvenOddCoversAsTheOther: where both rules fill alike, they cover each dot alike.
func TestEvenOddCoversAsTheOther(t *testing.T) {
	for name, content := range map[string]string{
		"a disc":         `<circle cx="30" cy="30" r="26.3"/>`,
		"leaning lines":  `<path d="M3.2 1L80 17.7L61 55.1Z"/>`,
		"over all edges": `<path d="M-20 30L45-15L110 30L45 80Z"/>`,
		"two apart":      `<path d="M5 5h20v20h-20zM40 5.5h20.5v20h-20.5z"/>`,
	} {
		of := func(rule string) image.Image {
			picture, err := drawSVG([]byte(`<svg viewBox="0 0 90 60"><g fill-rule="` + rule + `">` + content + `</g></svg>`))
			if err != nil {
				t.Fatal(err)
			}
			return picture
		}
		one, other := of("evenodd"), of("nonzero")
		const near = 0x3000 // a fifth: the other rule's painter rounds the slope of each line, and is off by so much at its end
		for y := range one.Bounds().Dy() {
			for x := range one.Bounds().Dx() {
				_, _, _, a := one.At(x, y).RGBA()
				_, _, _, b := other.At(x, y).RGBA()
				if max(a, b)-min(a, b) > near {
					t.Fatalf("%s: %d, %d: %x and %x", name, x, y, a, b)
				}
			}
		}
	}
}
