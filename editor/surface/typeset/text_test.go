package typeset

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"communique/editor/release"
)

// hostile are texts that are hard to break, to shape or to point into.
var hostile = map[string]string{
	"nothing":         "",
	"a line feed":     "\n",
	"line feeds":      "раз\n\nдва\n",
	"Russian":         "Стороны обсудили ход подготовки к осенней сессии и план работы на год: «АУДИТ», AVATAR, Таллин.",
	"accents":         "за́мок и замо́к, й и й, ё и ё, é и é",
	"emoji":           "да 😀 и 👨‍👩‍👧‍👦 и 🇷🇺 и 1️⃣ и ❤️ и 👍🏽!",
	"Hebrew":          "слово שלום עולם 12.5 и abc",
	"Hebrew first":    "שלום 123 abc עולם",
	"Arabic":          "в тексте السلام عليكم ١٢٣ и дальше 45%",
	"Chinese":         "在文本中没有空格因此可以在任何地方换行, 好的",
	"a long word":     strings.Repeat("длинноеслово", 40),
	"a long address":  "https://example.org/" + strings.Repeat("путь-к/странице?x=1&", 20),
	"spaces":          "  два  слова   \t табуляция" + strings.Repeat(" ", 150) + "конец ",
	"hyphens":         "пресс-секретарь из-за кто-то 10–12 сентября — тире -5 км/ч",
	"no-break spaces": "11 сентября 2026 года, № 57, и т. д.",
	"ligatures":       "fi fl ffi office afflict",
	"unknown letters": "\U0001F9FF ꙮ \uE000 \u0000 \u200D \u2060 \u00AD",
	"numbers":         strings.Repeat("28 ноября, № 5 тыс. § 7 — А. Б. Пробный, May 5 ", 10),
	"soft hyphens":    strings.Repeat("пере\u00ADно\u00ADсы ", 20),
}

func set(s *Setter, words string, marks []release.Mark, width int) *Text {
	t := s.NewText(Style{Size: 17}, width)
	t.Set(words, marks)
	return t
}

// shown is what a text shows, line by line.
func shown(t *Text) string {
	var b strings.Builder
	for i := range t.Lines() {
		from, to := t.Span(i)
		l := t.Line(i)
		fmt.Fprintf(&b, "%d-%d %d %d", from, to, l.Width, len(l.glyphs))
		for n := range l.Length() + 1 {
			fmt.Fprintf(&b, " %d", l.X(n))
		}
		fmt.Fprintln(&b, l.rules)
	}
	return b.String()
}

func TestLinesHoldAllOfTheText(t *testing.T) {
	s := NewSetter(nil)
	for name, words := range hostile {
		for _, width := range []int{1, 60, 200, 560} {
			text := set(s, words, nil, width)
			letters, at := []rune(words), 0
			for i := range text.Lines() {
				from, to := text.Span(i)
				if from != at || to < from || text.Line(i).Length() != to-from {
					t.Fatalf("%s at %d: line %d is %d-%d with %d letters, and follows %d", name, width, i, from, to, text.Line(i).Length(), at)
				}
				if l := text.Line(i); l.Width.Ceil() > width && len(s.graphemes([]rune(strings.TrimRight(string(letters[from:to]), " \n\t")))) > 2 {
					t.Errorf("%s at %d: line %d is %d wide", name, width, i, l.Width/Pixel)
				}
				at = to
			}
			if at != len(letters) || text.Length() != at {
				t.Errorf("%s at %d: %d of %d letters", name, width, at, len(letters))
			}
		}
	}
}

// A click where the caret stands puts it there again, and a caret never stands within
// what is one sign to a reader.
func TestClicksInvertPlaces(t *testing.T) {
	s := NewSetter(nil)
	for name, words := range hostile {
		text := set(s, words, nil, 300)
		for i := range text.Lines() {
			l := text.Line(i)
			for n := range l.Length() + 1 {
				if n < l.Length() && l.cells[n].inside {
					continue
				}
				x := l.X(n)
				if got := l.At(x); l.X(got) != x && !touches(l, got, x) {
					t.Errorf("%s, line %d: the caret %d stands at %d, where a click puts it to %d, at %d", name, i, n, x, got, l.X(got))
				}
				if got := l.At(x); got < l.Length() && l.cells[got].inside {
					t.Errorf("%s, line %d: a click puts the caret into a sign", name, i)
				}
			}
		}
	}
}

// touches reports whether the letter before or behind a place has an edge at x: where
// the direction changes, a caret has two places.
func touches(l *Line, n int, x Unit) bool {
	return n > 0 && l.cells[n-1].trail == x || n < l.Length() && l.cells[n].lead == x
}

func TestEveryLetterHasItsRoom(t *testing.T) {
	s := NewSetter(nil)
	for name, words := range hostile {
		text := set(s, words, nil, 560)
		for i := range text.Lines() {
			l := text.Line(i)
			width := Unit(0)
			for _, c := range l.cells {
				width += abs(c.trail - c.lead)
			}
			var all Unit
			for _, p := range l.Stretches(0, l.Length()) {
				all += p.To - p.From
			}
			if all != width {
				t.Errorf("%s, line %d: letters take %d, the selection of them all %d", name, i, width, all)
			}
		}
	}
}

// The carets stand where the letters are painted.
func TestCaretsStandBesideTheInk(t *testing.T) {
	s := NewSetter(nil)
	text := set(s, "ж|ж|ш", nil, 560)
	l := text.Line(0)
	for n, g := range l.glyphs {
		if g.x != l.X(n) {
			t.Errorf("letter %d is painted from %d, its caret stands at %d", n, g.x, l.X(n))
		}
	}
}

// A number between Hebrew words stands between them, and they go from right to left.
func TestRightToLeft(t *testing.T) {
	text := set(NewSetter(nil), "да שלום 12 עולם нет", nil, 560)
	l := text.Line(0)
	places := []Unit{l.X(0), l.cells[11].lead, l.cells[8].lead, l.cells[9].lead, l.cells[3].lead, l.X(16)}
	if !slices.IsSorted(places) {
		t.Error(places)
	}
	first := set(NewSetter(nil), "שלום abc", nil, 560).Line(0)
	if first.X(0) != 560*Pixel || first.X(5) >= first.X(0) {
		t.Error("what begins in Hebrew begins at", first.X(0), "and goes on at", first.X(5))
	}
	if l.cells[3].lead <= l.cells[4].lead {
		t.Error("the Hebrew word goes from left to right")
	}
}

// What unicode/bidi says of directions, our levels say too.
func TestLevelsAgreeWithBidi(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("абв abc שלום العر ١٢ 123 .,:;%()«»-+№")
	for range 3000 {
		letters := make([]rune, 1+random.IntN(20))
		for i := range letters {
			letters[i] = alphabet[random.IntN(len(alphabet))]
		}
		rtl := beginsRightToLeft(string(letters))
		for len(letters) > 0 && isSpace(letters[len(letters)-1]) {
			letters = letters[:len(letters)-1]
		}
		var p bidi.Paragraph
		direction := bidi.LeftToRight
		if rtl {
			direction = bidi.RightToLeft
		}
		if _, err := p.SetString(string(letters), bidi.DefaultDirection(direction)); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		var want []bool
		for i := range order.NumRuns() {
			r := order.Run(i)
			for range []rune(r.String()) {
				want = append(want, r.Direction() == bidi.RightToLeft)
			}
		}
		for i, level := range levels(letters, rtl) {
			if (level%2 == 1) != want[i] && !strings.ContainsAny(string(letters), "()") { // brackets have rules of their own (N0)
				t.Fatalf("%q: letter %d has level %d", string(letters), i, level)
			}
		}
	}
}

// Words that belong together stand in one line, where it has room for them, though a plain
// space parts them.
func TestLinesKeepTogether(t *testing.T) {
	s := NewSetter(nil)
	for _, c := range []struct{ before, held string }{
		{"общее", "28 ноября"},
		{"общее", "1 мая"},
		{"общее,", "28 November"},
		{"общее", "November 28"},
		{"общее", "Nov. 28"},
		{"общее", "28 рублей"},
		{"общее", "2026 года"},
		{"общее", "№ 5"},
		{"общее", "§ 12"},
		{"общее", "И. Пробный"},
		{"общее", "г. Пробный"},
		{"другое", "слово —"},
		{"другое", "слово -"},
		{"он (", "28 ноября"},
		{"он", "«28 ноября"},
	} {
		first, _, _ := strings.Cut(c.held, " ")
		front := c.before + " " + first
		if _, to := set(s, c.before+" "+c.held+" и дальше", nil, widthOf(s, front)).Span(0); to != utf8.RuneCountInString(c.before)+1 {
			t.Errorf("%q ends a line before %q", front, strings.TrimPrefix(c.held, first))
		}
	}
	for _, free := range []string{"слово 28", "28 29", "и 28", "Совет 2026", "года. Совет", "слово -5", "28  ноября", "ст. 5"} {
		first, _, _ := strings.Cut(free, " ")
		front := "общее " + first
		if _, to := set(s, "общее "+free, nil, widthOf(s, front)).Span(0); to <= utf8.RuneCountInString(front) {
			t.Errorf("%q is held together", free)
		}
	}
	if _, to := set(s, "28 ноября", nil, widthOf(s, "28 ")).Span(0); to != 3 {
		t.Error("a line that has no other place to end goes on")
	}
}

// A word that becomes shorter goes back to the line where there is room for all that is held to
// it, over the one that held that alone.
func TestShorterWordsGoBack(t *testing.T) {
	s := NewSetter(nil)
	width := widthOf(s, "ю А. жжж")
	text := set(s, "ю А. "+strings.Repeat("ж", 300), nil, width)
	text.Set("ю А. ж", nil)
	if got, want := shown(text), shown(set(s, "ю А. ж", nil, width)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// widthOf is how wide a line has to be for words, and no letter more.
func widthOf(s *Setter, words string) int { return set(s, words, nil, 2000).Line(0).Width.Ceil() + 1 }

// After any change the lines are those of a text that was set anew.
func TestChangedLinesAreFreshLines(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	s := NewSetter(nil)
	var pieces []string
	for _, words := range hostile {
		letters := []rune(words)
		pieces = append(pieces, string(letters[:min(len(letters), 60)]), " ", "слово ", "\n", "а")
	}
	pieces = append(pieces, strings.Repeat("из-за/", 60), strings.Repeat("ж", 300))
	slices.Sort(pieces)
	for round := range 40 {
		var marks []release.Mark
		letters := []rune{}
		width := 40 + random.IntN(400)
		text := s.NewText(Style{Size: 17}, width)
		kept := map[*Line]string{}
		for step := range 60 {
			at := random.IntN(len(letters) + 1)
			n := min(random.IntN(12), len(letters)-at)
			put := []rune{}
			if random.IntN(3) > 0 {
				put = []rune(pieces[random.IntN(len(pieces))])
			}
			letters = slices.Concat(letters[:at], put, letters[at+n:])
			for i := range marks {
				if marks[i].Start >= at+n {
					marks[i].Start += len(put) - n
				}
				if marks[i].End >= at+n {
					marks[i].End += len(put) - n
				}
			}
			if random.IntN(3) == 0 {
				from := random.IntN(len(letters) + 1)
				style := release.Styles()[random.IntN(2)]
				marks = append(marks, release.Mark{Start: from, End: from + random.IntN(30), Style: style})
			}
			if random.IntN(10) == 0 {
				marks = nil
			}
			marks = release.Normalize(slices.Clone(marks), len(letters))
			text.Set(string(letters), marks)
			fresh := set(s, string(letters), marks, width)
			if got, want := shown(text), shown(fresh); got != want {
				t.Fatalf("round %d, step %d, %d wide: %q %v\n%s\nwant\n%s", round, step, width, string(letters), marks, got, want)
			}
			for i := range text.Lines() { // a line that is kept shows what it did
				from, to := text.Span(i)
				words := string(letters[from:to])
				if before, ok := kept[text.Line(i)]; ok && before != words {
					t.Fatalf("a line that said %q says %q", before, words)
				}
				kept[text.Line(i)] = words
			}
		}
	}
}

func TestAKeyMakesFewLines(t *testing.T) {
	s := NewSetter(nil)
	words := strings.Repeat("Стороны обсудили ход подготовки к осенней сессии. ", 200)
	text := set(s, words, nil, 560)
	before := map[*Line]bool{}
	for i := range text.Lines() {
		before[text.Line(i)] = true
	}
	middle := strings.Index(words[len(words)/2:], "обсудили") + len(words)/2
	text.Set(words[:middle]+"ы"+words[middle:], nil)
	made := 0
	for i := range text.Lines() {
		if !before[text.Line(i)] {
			made++
		}
	}
	if made == 0 || made > 4 {
		t.Errorf("%d of %d lines were made anew", made, text.Lines())
	}
}

func TestCachesAreBounded(t *testing.T) {
	s := NewSetter(nil)
	for i := range 3 * keptWords {
		s.word(Style{Size: 17}, false, fmt.Sprint("с", i))
	}
	if n := len(s.words.young) + len(s.words.old); n > 2*keptWords || n < keptWords {
		t.Errorf("%d words are kept", n)
	}
}
