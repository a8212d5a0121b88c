package page

import (
	"math"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/style"
)

// own is a style of an office's own.
func own(t testing.TB, source string) *Compositor {
	t.Helper()
	s, err := style.Read("own", []byte(source), nil)
	if err != nil {
		t.Fatal(err)
	}
	return NewCompositor(s)
}

// lastPage counts the lines of contacts on the last page, and the others.
func lastPage(doc Document) (contacts, others int) {
	for _, line := range doc.Pages[len(doc.Pages)-1].Lines {
		switch {
		case line.Part == Furniture:
		case doc.Parts[line.Part].Role == Contact:
			contacts++
		default:
			others++
		}
	}
	return contacts, others
}

// Contacts never stand alone on the last page, however long the text is.
func TestContactsAreNotAlone(t *testing.T) {
	for name, c := range map[string]*Compositor{
		"plain": compositor(t, "plain"), "gost": compositor(t, "gost"), "code": own(t, "qr = { content = \"https://council.example/{number}\" }"),
	} {
		several := 0
		for length := 1500; length < 9000; length += 130 {
			doc := layout(t, c, exporttest.Release(uint64(length), length))
			if len(doc.Pages) == 1 {
				continue
			}
			several++
			if contacts, others := lastPage(doc); contacts > 0 && others < 2 {
				t.Errorf("%s, %d characters: %d lines before the contacts on page %d", name, length, others, len(doc.Pages))
			}
		}
		if several < 25 {
			t.Fatalf("%s: only %d releases of several pages", name, several)
		}
	}
}

// Each of these ends in contacts that the page before has no room for.
func TestWhatGoesAlongWithContacts(t *testing.T) {
	contact := release.Contact{Name: "Анна Пробная", Post: "Пресс-секретарь", Email: "press@council.example"}
	long := strings.Repeat("Стороны обсудили ход совместных учений. ", 8)
	for name, last := range map[string]release.Block{
		"a paragraph":         {Kind: release.Paragraph, Text: long},
		"a line":              {Kind: release.Paragraph, Text: "Да."},
		"a list":              {Kind: release.List, Text: "один\nдва\nтри"},
		"a quotation":         {Kind: release.Quotation, Text: "Да.", Speaker: "А. Пробный"},
		"a table":             {Kind: release.Table, Text: "Страна\tЛюдей\nПервая\t10\nВторая\t20\nТретья\t30"},
		"a rule":              {Kind: release.Rule},
		"a subheading":        {Kind: release.Subheading, Text: "Что дальше"},
		"many contacts":       {Kind: release.Paragraph, Text: long},
		"contacts over pages": {Kind: release.Paragraph, Text: long},
	} {
		t.Run(name, func(t *testing.T) {
			several, c := 0, compositor(t, "gost")
			for lines := 0; lines < 120; lines += 3 {
				r := release.Release{Language: "ru", Status: release.Issued, Headline: "Учения", Contacts: []release.Contact{contact}}
				for range map[string]int{"many contacts": 4, "contacts over pages": 20}[name] {
					r.Contacts = append(r.Contacts, contact)
				}
				r.Blocks = []release.Block{{Kind: release.Paragraph, Text: strings.Repeat("строка\n", lines)}, last}
				doc := layout(t, c, r)
				contacts, others := lastPage(doc)
				if contacts == 0 {
					t.Fatalf("%d lines: no contact on the last page", lines)
				}
				if len(doc.Pages) == 1 {
					continue
				}
				several++
				if name == "contacts over pages" {
					if contacts < 6 {
						t.Errorf("%d lines: one contact alone on the last page", lines)
					}
				} else if others < 2 {
					t.Errorf("%d lines: %d go along", lines, others)
				}
			}
			if several < 7 {
				t.Fatalf("only %d of several pages", several)
			}
		})
	}
}

// Beside the code there is room for what is narrow, and nothing stands in its corner.
func TestTheCodeLeavesRoomBeside(t *testing.T) {
	beside, c := 0, own(t, "qr = { content = \"https://council.example/{number}\" }")
	for length := 800; length < 4000; length += 40 {
		r := exporttest.Release(uint64(length), length)
		if length%80 == 0 { // its rule stands beside the code, too
			r.Contacts = []release.Contact{{Email: "press@council.example"}}
		}
		doc := layout(t, c, r)
		left, top := math.Inf(1), math.Inf(1)
		for _, box := range doc.Pages[0].Boxes {
			if box.Part != Furniture && doc.Parts[box.Part].Role == Code {
				left, top = min(left, box.X), min(top, box.Y)
			}
		}
		if math.IsInf(left, 1) {
			t.Fatal("no code")
		}
		for _, line := range doc.Pages[0].Lines {
			if line.Part == Furniture || line.Top+line.Height <= top {
				continue
			}
			beside++
			if last := line.Runs[len(line.Runs)-1]; last.X+last.Width() > left-codeGap {
				t.Errorf("%d characters: %q reaches into the code", length, words(line))
			}
		}
		for _, box := range doc.Pages[0].Boxes {
			if box.Part == Furniture && box.Y > top && box.Y < top+doc.Height/12 && box.X+box.Width > left {
				t.Errorf("%d characters: a rule reaches into the code", length)
			}
		}
	}
	if beside < 20 {
		t.Errorf("only %d lines stand beside the code", beside)
	}
}

// A release that runs over by little is set tighter, by no more than it needs.
func TestTightenedToSaveAPage(t *testing.T) {
	c := compositor(t, "plain")
	tight := 0
	for length := 1500; length < 9000; length += 70 {
		doc := layout(t, c, exporttest.Release(uint64(length), length))
		for n, p := range doc.Pages {
			for _, line := range p.Lines {
				if line.Part == Furniture || doc.Parts[line.Part].Role != Paragraph {
					continue
				}
				natural := c.style.Text.Size * c.style.Text.Leading
				give := 1 - line.Height/natural
				if give < -1e-9 || give > tightLeading+1e-9 {
					t.Fatalf("%d characters, page %d: a line of %.3f, not %.3f", length, n+1, line.Height, natural)
				}
				if give > 1e-9 {
					tight++
					if fill := filled(doc); n == len(doc.Pages)-1 && fill < 0.7 {
						t.Errorf("%d characters: tightened, and the last page is full to %.2f", length, fill)
					}
				}
			}
		}
	}
	if tight == 0 {
		t.Error("none was tightened")
	}
}

// filled is how much of the last page's height is used.
func filled(doc Document) float64 {
	last := 0.0
	for _, line := range doc.Pages[len(doc.Pages)-1].Lines {
		if line.Part != Furniture {
			last = max(last, line.Top+line.Height)
		}
	}
	return last / doc.Height
}

// Whatever a plan says is what is put down.
func TestPlanIsWhatIsSet(t *testing.T) {
	for _, name := range style.Names() {
		c := compositor(t, name)
		bottom := (297 - c.style.Page.Bottom) * style.Point
		for seed := range uint64(60) {
			doc := layout(t, c, exporttest.Release(seed, 600+int(seed)*170))
			for n, p := range doc.Pages {
				for _, line := range p.Lines {
					if line.Part != Furniture && line.Top+line.Height > bottom+1e-6 {
						t.Errorf("%s, release %d, page %d: a line ends at %.2f, below %.2f", name, seed, n+1, line.Top+line.Height, bottom)
					}
				}
			}
		}
	}
}
