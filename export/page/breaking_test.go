package page

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
	"communique/editor/typography"
	"communique/export/style"
)

// broken shows where a word may be broken, with so much effort.
func broken(c *Compositor, word string, e effort) string {
	letters := c.shaper.shape(word, c.style.Faces.Text, 10)
	runes := []rune(word)
	var b strings.Builder
	from := 0
	for _, p := range c.breakpoints(letters, typography.Hyphenation("ru"), e, 400) {
		if p.end < len(runes) && p.end == p.next {
			b.WriteString(string(runes[from:p.end]) + "|")
			from = p.end
		}
	}
	return b.String() + string(runes[from:])
}

func TestWhichWordsAreBroken(t *testing.T) {
	c := compositor(t, "plain")
	for _, tt := range []struct {
		name, word, easy, hard string
	}{
		{"ordinary word", "сотрудничество", "со|труд|ни|че|ство", "со|труд|ни|че|ство"},
		{"with marks around", "«сотрудничество»,", "«со|труд|ни|че|ство»,", "«со|труд|ни|че|ство»,"},
		{"name", "Тасмагамбетов", "Тасмагамбетов", "Тас|ма|гам|бе|тов"},
		{"abbreviation", "ОБСЕГУАМ", "ОБСЕГУАМ", "ОБСЕГУАМ"},
		{"abbreviation with an ending", "ОДКБшный", "ОДКБшный", "ОДКБшный"},
		{"number", "2024-й", "2024-й", "2024-й"},
		{"initials", "И.И.Иванов", "И.И.Иванов", "И.И.Иванов"},
		{"compound", "военно-техническое", "военно-техническое", "во|ен|но-тех|ни|че|ское"},
		{"address", "press@council.example", "press@council.example", "press@council.example"},
		{"foreign letters", "statement", "statement", "statement"},
		{"Kazakh", "ынтымақтастық", "ынтымақтастық", "ынтымақтастық"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := broken(c, tt.word, spacesOnly); got != tt.word {
				t.Errorf("without effort: %q", got)
			}
			if got := broken(c, tt.word, wordsToo); got != tt.easy {
				t.Errorf("ordinary words: got %q, want %q", got, tt.easy)
			}
			if got := broken(c, tt.word, namesToo); got != tt.hard {
				t.Errorf("names too: got %q, want %q", got, tt.hard)
			}
		})
	}
}

func TestWhereLinesMayEnd(t *testing.T) {
	c := compositor(t, "plain")
	for _, tt := range []struct{ name, text, want string }{
		{"at spaces", "раз два", "раз|два"},
		{"not at a no-break space", "№\u00a05 и", "№\u00a05|и"},
		{"not before a dash", "мир — это", "мир —|это"},
		{"nor a hyphen for one", "мир - это", "мир - это"},
		{"a dash between numbers stays", "2024 – 2025", "2024 –|2025"},
		{"not after a hyphen", "двух- и трёх", "двух- и|трёх"},
		{"initials stay with the name", "сказал И. И. Пробный", "сказал|И. И. Пробный"},
		{"a city stays with its letter", "в г. Бишкеке", "в|г. Бишкеке"},
		{"the sign of a number", "приказ № 5", "приказ|№ 5"},
		{"the end of a sentence is none", "мира. Да", "мира.|Да"},
		{"a dash that ends the text", "мир —", "мир —"},
		{"a short dash that ends the text", "мир –", "мир –"},
		{"a dash that opens a word", "мир –5", "мир|–5"},
		{"the sign of a section", "по § 5", "по|§ 5"},
		{"an initial begins the text", "И. Пробный сказал", "И. Пробный|сказал"},
		{"a full stop alone", ". и", ".|и"},
		{"nothing stays behind a space that begins the text", " раз", " раз"},
		{"spaces are one", "раз   два", "раз|два"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			letters := c.shaper.shape(tt.text, c.style.Faces.Text, 10)
			runes := []rune(tt.text)
			var parts []string
			from := 0
			for _, p := range c.breakpoints(letters, nil, spacesOnly, 400) {
				parts = append(parts, string(runes[from:p.end]))
				from = p.next
			}
			if got := strings.Join(parts, "|"); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A web address may go on behind its slashes, without a hyphen, where nothing else helps.
func TestWhereAddressesMayEnd(t *testing.T) {
	c := compositor(t, "plain")
	for _, tt := range []struct {
		text, want string
		effort     effort
	}{
		{"на https://a.example/b/cd/e сайте", "на|https://a.example/|b/|cd/e|сайте", namesToo},
		{"на https://a.example/b/c сайте", "на|https://a.example/b/c|сайте", wordsToo},
		{"https://a.example/b?u=https://c.example/d/e", "https://a.example/|b?u=https://|c.example/|d/e", namesToo},
		{"https://a.example/", "https://a.example/", namesToo},
		{"https://a.example", "https://a.example", namesToo},
		{"https://", "https://", namesToo},
		{"и/или 12/15", "и/или|12/15", namesToo},
	} {
		letters := c.shaper.shape(tt.text, c.style.Faces.Text, 10)
		runes := []rune(tt.text)
		var parts []string
		from := 0
		for _, p := range c.breakpoints(letters, nil, tt.effort, 400) {
			parts = append(parts, string(runes[from:p.end]))
			from = p.next
			if p.hyphen {
				t.Errorf("%q: a hyphen in an address", tt.text)
			}
		}
		if got := strings.Join(parts, "|"); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// TestTotalFitIsTheBest compares with trying every way there is.
func TestTotalFitIsTheBest(t *testing.T) {
	c := compositor(t, "plain")
	random := rand.New(rand.NewPCG(1, 2))
	solved := 0
	for range 300 {
		var text []string
		for range 8 + random.IntN(7) {
			text = append(text, strings.Repeat("м", 1+random.IntN(4)))
		}
		letters := c.shaper.shape(strings.Join(text, " "), c.style.Faces.Text, 10)
		f := newFit(letters, measureOf{first: 95, rest: 100}, 3, 10)
		points := c.breakpoints(letters, nil, spacesOnly, 100)
		got := f.solve(points, 6)
		best := math.Inf(1)
		f.everyWay(&node{at: -1}, 6, &best)
		if got == nil != math.IsInf(best, 1) {
			t.Fatalf("solve found %v, the best is %v", got, best)
		}
		if got == nil {
			continue
		}
		solved++
		if d := f.total(got); math.Abs(d-best) > 1e-6*best {
			t.Errorf("demerits %v, the best are %v", d, best)
		}
	}
	if solved < 50 {
		t.Fatalf("only %d paragraphs can be set", solved)
	}
}

// everyWay tries all breaks after a node.
func (f *fit) everyWay(from *node, loosest float64, best *float64) {
	last := len(f.points) - 1
	if from.at == last {
		*best = min(*best, from.demerits)
		return
	}
	for to := from.at + 1; to <= last; to++ {
		ratio := f.ratio(from.at, to)
		if ratio < -1 || ratio > loosest && to != last {
			continue
		}
		fitness := fitnessOf(ratio)
		f.everyWay(&node{at: to, fitness: fitness, demerits: from.demerits + f.demerits(from, to, ratio, fitness)}, loosest, best)
	}
}

// total counts the demerits of a setting.
func (f *fit) total(points []breakpoint) float64 {
	n := &node{at: -1}
	for _, p := range points {
		to := n.at + 1
		for f.points[to] != p {
			to++
		}
		ratio := f.ratio(n.at, to)
		n = &node{at: to, fitness: fitnessOf(ratio), demerits: n.demerits + f.demerits(n, to, ratio, fitnessOf(ratio))}
	}
	return n.demerits
}

func TestKerning(t *testing.T) {
	c := compositor(t, "plain")
	letters := c.shaper.shape("Го", c.style.Faces.Text, 1000)
	if natural := letters[0].face.Width(letters[0].ID); letters[0].Advance > natural-30 {
		t.Errorf("Г before о is %.0f wide, alone %.0f", letters[0].Advance, natural)
	}
}

// TestSpaces: every space is drawn as a plain one, as half of it or as an em, and only those
// that hold words together keep their names; what joins letters takes no room.
func TestSpaces(t *testing.T) {
	c := compositor(t, "plain")
	plain := c.shaper.shape(" ", c.style.Faces.Text, 1000)[0]
	for letter, want := range map[rune]struct {
		as    rune
		width float64
	}{
		' ': {' ', 1}, '\u00a0': {'\u00a0', 1}, '\u202f': {'\u202f', 0.5}, '\u2009': {'\u2009', 0.5}, '\u200a': {'\u200a', 0.5},
		'\u2007': {'\u2007', 1}, '\u2002': {'\u2002', 1}, '\u2004': {' ', 1}, '\u3000': {' ', 1}, '\u1680': {' ', 1},
		'\u200c': {'\u200c', 0}, '\u200d': {'\u200d', 0}, '\ufe00': {'\ufe00', 0}, '\ufe0f': {'\ufe0f', 0},
	} {
		got := c.shaper.shape(string(letter), c.style.Faces.Text, 1000)[0]
		if got.Rune != want.as || math.Abs(got.Advance-want.width*plain.Advance) > 1e-9 || got.ID != plain.ID {
			t.Errorf("%U: %U, %v of a space wide, glyph %d", letter, got.Rune, got.Advance/plain.Advance, got.ID)
		}
	}
	if got := c.shaper.shape("\u2003", c.style.Faces.Text, 1000)[0]; got.Advance != 1000 || got.ID != plain.ID {
		t.Errorf("an em space is %v wide, glyph %d", got.Advance, got.ID)
	}
	if c.shaper.missing != nil {
		t.Errorf("no face has %q", string(c.shaper.missing))
	}
	for _, letter := range "\u200b\u200e\ufdff\ufe10" { // their neighbours join nothing
		if got := c.shaper.shape(string(letter), c.style.Faces.Text, 1000)[0]; got.ID == plain.ID {
			t.Errorf("%U takes no room", letter)
		}
	}
}

func TestFallback(t *testing.T) {
	c := compositor(t, "plain")
	doc := layout(t, c, release.Release{Headline: "Мир Հայաստան 漢", Status: release.Issued})
	line := doc.Pages[0].Lines
	var faces []string
	for _, l := range line {
		if l.Part != Furniture && doc.Parts[l.Part].Role == Headline {
			for _, r := range l.Runs {
				faces = append(faces, r.Face.Name)
			}
		}
	}
	if len(faces) < 3 || faces[0] == faces[1] || string(doc.Missing) != "漢" {
		t.Errorf("faces %v, missing %q", faces, string(doc.Missing))
	}
}

// A word wider than the line may be broken between any two letters, but not before
// the mark over one, and best behind the strokes of an address.
func TestWhereHugeWordsAreBroken(t *testing.T) {
	c := compositor(t, "plain")
	letters := c.shaper.shape("ма\u0301м/а\u0301", c.style.Faces.Text, 10)
	got := c.breakpoints(letters, nil, spacesOnly, 5)
	want := []breakpoint{
		{end: 1, next: 1, hidden: true, cost: insideCost},
		{end: 3, next: 3, hidden: true, cost: insideCost},
		{end: 4, next: 4, hidden: true, cost: insideCost},
		{end: 5, next: 5, hidden: true, cost: slashCost},
		{end: 7, next: 7},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestHugeWords(t *testing.T) {
	c := compositor(t, "plain")
	word := strings.Repeat("щ", 3000)
	doc := layout(t, c, release.Release{Language: "ru", Lead: "Слово " + word + " и ещё"})
	right := (210-c.style.Page.Right)*style.Point + 0.01
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			for _, r := range line.Runs {
				if r.X+r.Width() > right {
					t.Fatalf("%q reaches to %.1f", words(line), r.X+r.Width())
				}
			}
		}
	}
	for i, part := range doc.Parts {
		if part.Role == Lead && doc.text(i) != "Слово "+word+" и ещё" {
			t.Error("the word does not come back whole")
		}
	}
}

// FuzzLayout: whatever the text, it stands whole within the margins.
func FuzzLayout(f *testing.F) {
	for _, seed := range []string{"Слово и дело", "\x00\u202e\u00ad", "а\u0301 — «б», - в-г", "\n\n \t", strings.Repeat("я", 400), "😀🇰🇬 漢字", "ﬁ e\u0301\u0301\u0301", "\u00a0\u202f\u2009x\u00a0"} {
		f.Add(seed, "ru")
	}
	s, err := style.Shipped("plain")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, content, language string) {
		if len(content) > 3000 {
			return
		}
		doc := layout(t, NewCompositor(s), release.Release{
			Language: language, Headline: content, Lead: content, Blocks: []release.Block{{Kind: release.List, Text: content}, {Kind: release.Quotation, Text: content, Speaker: content}},
			Contacts: []release.Contact{{Name: content, Email: content}},
		})
		for i, part := range doc.Parts {
			if want := strings.Join(strings.Fields(prepare(part.Text)), " "); doc.text(i) != want {
				t.Fatalf("part %d: got %q, want %q", i, doc.text(i), want)
			}
		}
		for _, p := range doc.Pages {
			for _, line := range p.Lines {
				for _, r := range line.Runs {
					if r.X < 0 || r.Y < 0 || r.Y > doc.Height || math.IsNaN(r.X) || r.X+r.Width() > doc.Width {
						t.Fatalf("%q stands at %.1f, %.1f, %.1f wide", words(line), r.X, r.Y, r.Width())
					}
				}
			}
		}
	})
}

func TestMissingLettersAreNamed(t *testing.T) {
	if got, want := Describe([]rune("漢𐍈")), "漢 (U+6F22), 𐍈 (GOTHIC LETTER HWAIR)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
