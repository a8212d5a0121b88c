package page

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/exporttest/illustrated"
	"communique/export/picture"
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

// endings are what releases end in before their contacts, by name, with the pictures.
func endings() (map[string][]release.Block, picture.Set) {
	shown, set := illustrated.Release(1)
	long := strings.Repeat("Стороны обсудили ход совместных учений. ", 8)
	all := map[string][]release.Block{
		"a paragraph":                {{Kind: release.Paragraph, Text: long}},
		"a line":                     {{Kind: release.Paragraph, Text: "Да."}},
		"lines":                      {{Kind: release.Paragraph, Text: "Да."}, {Kind: release.Paragraph, Text: "Нет."}},
		"a list":                     {{Kind: release.List, Text: "один\nдва\nтри"}},
		"an item":                    {{Kind: release.List, Text: "один"}},
		"a quotation":                {{Kind: release.Quotation, Text: "Да.", Speaker: "А. Пробный"}},
		"a quotation over pages":     {{Kind: release.Quotation, Text: strings.Repeat(long, 9), Speaker: "А. Пробный"}},
		"a table":                    {{Kind: release.Table, Text: "Страна\tЛюдей\nПервая\t10\nВторая\t20\nТретья\t30"}},
		"a head":                     {{Kind: release.Table, Text: "Страна\tЛюдей"}},
		"a cell over pages":          {{Kind: release.Table, Text: "Страна\tЛюдей\nПервая\t" + strings.Repeat(long, 9)}},
		"a rule":                     {{Kind: release.Rule}},
		"rules":                      {{Kind: release.Rule}, {Kind: release.Rule}, {Kind: release.Rule}},
		"a subheading":               {{Kind: release.Subheading, Text: "Что дальше"}},
		"a picture that is not here": {{Kind: release.Picture, Picture: "none", Text: "Подпись"}},
	}
	for _, b := range shown.Blocks {
		if photograph := set[b.Picture]; b.Kind == release.Picture {
			name := fmt.Sprintf("a picture of %d×%d", photograph.Width, photograph.Height)
			b.Text, b.Marks, b.Author = "", nil, ""
			all[name] = []release.Block{b}
			all["a rule below "+name] = []release.Block{b, {Kind: release.Rule}}
			b.Text = "Подпись"
			all[name+" and a line"] = []release.Block{b}
			all[name+" below a subheading"] = []release.Block{{Kind: release.Subheading, Text: "Как это было"}, b}
			b.Text = strings.Repeat(long, 8)
			all[name+" and a caption over pages"] = []release.Block{b}
		}
	}
	return all, set
}

// Whatever a release ends in, something of it goes along with the contacts, and no
// contact is parted.
func TestWhatGoesAlongWithContacts(t *testing.T) {
	const code = "qr = { content = \"https://council.example/{number}\" }\n"
	contact := release.Contact{Name: "Анна Пробная", Post: "Пресс-секретарь", Email: "press@council.example"}
	all, set := endings()
	for style, c := range map[string]*Compositor{
		"gost": compositor(t, "gost"), "small": own(t, code+"[page]\nsize = \"A5\"\ntop = 25"), "ragged": own(t, code+"[text]\nalign = \"left\"\nsize = 13"),
	} {
		random := rand.New(rand.NewPCG(1, 2))
		for _, name := range slices.Sorted(maps.Keys(all)) {
			several := 0
			for range 14 {
				lines, contacts := random.IntN(70), 1+random.IntN(5)
				r := release.Release{Language: "ru", Status: release.Issued, Headline: "Учения"}
				r.Contacts = slices.Repeat([]release.Contact{contact}, contacts)
				r.Blocks = append([]release.Block{{Kind: release.Paragraph, Text: strings.Repeat("строка\n", lines)}}, all[name]...)
				doc, err := c.Layout(release.Organisation{}, set, r)
				if err != nil {
					t.Fatal(err)
				}
				if len(doc.Pages) == 1 {
					continue
				}
				several++
				on, others := lastPage(doc)
				if on == 3*contacts && others < 2 && len(doc.Pages[len(doc.Pages)-1].Pictures) == 0 {
					t.Errorf("%s, %s below %d lines, %d contacts: %d lines go along", style, name, lines, contacts, others)
				}
				if on < 3 {
					t.Errorf("%s, %s below %d lines, %d contacts: %d lines of them on the last page", style, name, lines, contacts, on)
				}
			}
			if several < 5 {
				t.Fatalf("%s, %s: only %d of several pages", style, name, several)
			}
		}
	}
}

// Contacts over pages: no contact is alone on the last one.
func TestContactsOverPages(t *testing.T) {
	c := compositor(t, "gost")
	contact := release.Contact{Name: "Анна Пробная", Post: "Пресс-секретарь", Email: "press@council.example"}
	for lines := range 40 {
		r := release.Release{Language: "ru", Status: release.Issued, Headline: "Учения", Contacts: slices.Repeat([]release.Contact{contact}, 20)}
		r.Blocks = []release.Block{{Kind: release.Paragraph, Text: strings.Repeat("строка\n", lines)}}
		if contacts, _ := lastPage(layout(t, c, r)); contacts < 6 {
			t.Errorf("%d lines: %d lines of contacts on the last page", lines, contacts)
		}
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

// TestAllOfARowIsTightened, its lines, what is drawn in it and the head above it, but no picture;
// the row itself stays.
func TestAllOfARowIsTightened(t *testing.T) {
	made := func(height, space float64) row {
		strip := row{before: 8 * space, height: 20 * height, lines: []rowLine{{top: 4 * height, height: 16 * height}}, boxes: []Box{{Y: 10 * height}}}
		headed := strip
		headed.heads = []row{strip}
		return headed
	}
	picture := row{before: 8, height: 100, picture: &Picture{Height: 100}}
	rows := []row{made(1, 1), picture}
	got := tightened(rows, 1)
	picture.before *= 1 - tightSpace
	if want := []row{made(1-tightLeading, 1-tightSpace), picture}; !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nnot\n%+v", got, want)
	}
	if !reflect.DeepEqual(rows[0], made(1, 1)) {
		t.Errorf("the row became %+v", rows[0])
	}
}
