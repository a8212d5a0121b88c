package find

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"communique/editor/release"
	"communique/editor/words"
)

// passage is a text of a block.
func passage(kind release.BlockKind, text string) release.Passage {
	return release.Passage{TextID: release.TextID{Field: release.BlocksField, Block: 1}, Kind: kind, Text: text}
}

// marked shows the hits in a text.
func marked(q *Query, p release.Passage) string {
	letters := []rune(p.Text)
	var b strings.Builder
	at := 0
	for _, h := range q.InPassage(p) {
		b.WriteString(string(letters[at:h.Start]) + "⟨" + string(letters[h.Start:h.End]) + "⟩")
		at = h.End
	}
	return b.String() + string(letters[at:])
}

// unmarked takes the signs of hits out of a text.
func unmarked(text string) string { return strings.NewReplacer("⟨", "", "⟩", "").Replace(text) }

func TestFind(t *testing.T) {
	plain, exact, whole, forms := Options{}, Options{Case: true}, Options{Word: true}, Options{Forms: true}
	for name, c := range map[string]struct {
		typed   string
		options Options
		want    string
	}{
		"small letters find capitals":          {"москва", plain, "⟨Москва⟩, ⟨МОСКВА⟩, ⟨москва⟩, ⟨Москва⟩-река"},
		"capitals as typed":                    {"Москва", exact, "⟨Москва⟩, МОСКВА, москва"},
		"a part of a word":                     {"встреч", plain, "⟨встреч⟩а и ⟨Встреч⟩ный"},
		"no part of a word":                    {"встреча", whole, "⟨встреча⟩, встречаться, перевстреча, «⟨Встреча⟩»"},
		"a part of a hyphenated word":          {"премьер", whole, "вице-⟨премьер⟩ и премьера"},
		"a word and a number":                  {"2", whole, "⟨2⟩ из 12, 2а, 3,⟨2⟩"},
		"е finds ё":                            {"подъем", plain, "⟨Подъём⟩ и ⟨подъем⟩"},
		"ё finds е":                            {"Ёлка", exact, "⟨Елка⟩, ⟨Ёлка⟩, ёлка"},
		"ё of two parts":                       {"елка", plain, "⟨е\u0308лка⟩"},
		"й of two parts":                       {"край", plain, "⟨Краи\u0306⟩ и ⟨край⟩, но края"},
		"й of two parts typed":                 {"и\u0306", plain, "кра⟨й⟩ и кра⟨и\u0306⟩, кри"},
		"и is no й":                            {"кри", plain, "крй, ⟨кри⟩, кри\u0306"},
		"a stress mark":                        {"замок", plain, "⟨за\u0301мок⟩, ⟨замо\u0301к⟩ и ⟨замок⟩а"},
		"a stress mark typed":                  {"за\u0301мок", plain, "⟨замок⟩"},
		"a stress mark at the end":             {"зама", whole, "⟨зама\u0301⟩, замах"},
		"nothing but a stress mark":            {"\u0301", plain, "за\u0301мок"},
		"a soft hyphen":                        {"пресс", plain, "⟨пре\u00adсс⟩, ⟨п\u00adресс⟩\u00ad-центр"},
		"a soft hyphen typed":                  {"пре\u00adсс", plain, "⟨пресс⟩"},
		"a soft hyphen parts no word":          {"пре", whole, "пре\u00adсс, ⟨пре⟩\u00ad"},
		"nothing but a soft hyphen":            {"\u00ad", plain, "пре\u00adсс"},
		"a space finds a no-break space":       {"5 км", plain, "⟨5\u00a0км⟩, ⟨5\u202fкм⟩, ⟨5 км⟩, 5\nкм"},
		"a no-break space finds a space":       {"5\u00a0км", plain, "⟨5 км⟩"},
		"a hyphen finds a no-break hyphen":     {"пресс-центр", plain, "⟨пресс\u2011центр⟩ и ⟨пресс-центр⟩, пресс–центр"},
		"a straight quotation mark":            {`"Ромашка"`, plain, "ООО ⟨«Ромашка»⟩, ⟨„Ромашка“⟩, ⟨\"Ромашка\"⟩"},
		"a curved one is itself":               {"»", plain, "«Ромашка⟨»⟩ и \"Ромашка\""},
		"an apostrophe":                        {"don't", plain, "⟨Don’t⟩, ⟨don't⟩"},
		"signs of regular expressions":         {".*[а]+(", plain, "а.*б ⟨.*[а]+(⟩ $^"},
		"a backslash":                          {`\`, plain, `C:⟨\⟩x`},
		"nothing typed":                        {"", plain, "слова"},
		"longer than the text":                 {"слова и слова", plain, "слова"},
		"a space":                              {" ", plain, "а⟨ ⟩б⟨\u00a0⟩в"},
		"hits do not overlap":                  {"аа", plain, "⟨аа⟩⟨аа⟩а"},
		"begins again within a beginning":      {"ааб", plain, "а⟨ааб⟩"},
		"an emoji":                             {"👩", plain, "⟨👩⟩ и 👩\u200d💻 и 👩🏽"},
		"an emoji of several":                  {"👩\u200d💻", plain, "👩 ⟨👩\u200d💻⟩"},
		"the end of an emoji":                  {"💻", plain, "👩\u200d💻 ⟨💻⟩"},
		"an emoji with and without its look":   {"❤", plain, "⟨❤\ufe0f⟩ ⟨❤⟩"},
		"flags":                                {"🇰🇿", plain, "⟨🇰🇿⟩ 🇺🇰🇿🇦 ⟨🇰🇿⟩⟨🇰🇿⟩"},
		"Kazakh":                               {"қазақстан", plain, "⟨Қазақстан⟩ ⟨ҚАЗАҚСТАН⟩"},
		"a letter with its mark":               {"café", plain, "⟨Café⟩ ⟨cafe\u0301⟩ cafe"},
		"a letter in another normal form":      {"å", plain, "⟨Å⟩ ⟨å⟩ ⟨a\u030a⟩"},
		"every form":                           {"министр", forms, "⟨Министр⟩, ⟨министра⟩, ⟨министрами⟩ и министерство, замминистра"},
		"every form of an oblique one":         {"министрами", forms, "⟨Министр⟩, ⟨министра⟩"},
		"every form of several words":          {"новая школа", forms, "⟨Новая школа⟩, в ⟨новой\u00a0школе⟩, ⟨новые  школы⟩, школа новая, новая и школа"},
		"every form across a line break":       {"новая школа", forms, "в ⟨новой\nшколе⟩"},
		"every form with a hyphen":             {"вице-премьер", forms, "⟨Вице-премьером⟩, ⟨вице\u2011премьера⟩, вице премьер"},
		"every form of a name":                 {"Жапаров", forms, "⟨Жапаров⟩, ⟨Жапарову⟩ и ⟨Жапаровым⟩"},
		"every form with its capitals":         {"Роза", Options{Forms: true, Case: true}, "⟨Роза⟩, роза, ⟨Розы⟩, РОЗЫ"},
		"every form with ё":                    {"самолет", forms, "⟨самолёта⟩ и ⟨самолет⟩"},
		"every form with a soft hyphen":        {"школа", forms, "⟨шко\u00adлой⟩"},
		"every form of nothing but a space":    {" ", forms, "а⟨ ⟩б"},
		"every form of what are no words":      {"—", forms, "а ⟨—⟩ б"},
		"every form in quotation marks":        {`газета "Новости"`, forms, "⟨газеты «Новости»⟩, ⟨газете \"Новости\"⟩"},
		"every form of an English word":        {"meeting", forms, "⟨Meetings⟩ ⟨met⟩ meter"},
		"every form with spaces at either end": {" школа ", forms, "⟨школы⟩"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := marked(New(c.typed, c.options), passage(release.Paragraph, unmarked(c.want))); got != c.want {
				t.Errorf("%q:\n got %q\nwant %q", c.typed, got, c.want)
			}
		})
	}
}

func TestItemsAreNotOnePhrase(t *testing.T) {
	q := New("новая школа", Options{Forms: true})
	for _, kind := range []release.BlockKind{release.List, release.Table} {
		if got := marked(q, passage(kind, "новая\nшкола\tновая\tшкола")); strings.Contains(got, "⟨") {
			t.Errorf("%s: %s", kind, got)
		}
	}
}

// office is a release with the same word in each of its texts.
func office(word string) release.Release {
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Lead, r.Boilerplate, r.Notes = word, "о: "+word, word, word, word
	r.Blocks = []release.Block{
		{ID: 3, Kind: release.Quotation, Text: word, Speaker: word},
		{ID: 1, Kind: release.Rule},
		{ID: 2, Kind: release.Picture, Picture: strings.Repeat("0", 64), Text: word, Author: word, Alternative: word},
		{ID: 7, Kind: release.Table, Text: "а\t" + word},
	}
	return r
}

func TestHitsInReadingOrder(t *testing.T) {
	r := office("слово")
	hits := New("слово", Options{}).Hits(r.Passages())
	var want []release.TextID
	for p := range r.Passages() {
		want = append(want, p.TextID)
	}
	var got []release.TextID
	for _, h := range hits {
		got = append(got, h.Text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if h := hits[1]; h.Start != 3 || h.End != 8 {
		t.Errorf("in the subheadline at %d–%d", h.Start, h.End)
	}
}

func TestNextAndPrevious(t *testing.T) {
	r := office("слово слово")
	hits := New("слово", Options{}).Hits(r.Passages())
	at := func(f release.Field, n int) release.Position {
		return release.Position{TextID: release.TextID{Field: f}, Offset: n}
	}
	for name, c := range map[string]struct {
		at             release.Position
		next, previous int
	}{
		"at the beginning":    {at(release.HeadlineField, 0), 0, len(hits) - 1},
		"within a hit":        {at(release.HeadlineField, 2), 1, len(hits) - 1},
		"behind a hit":        {at(release.HeadlineField, 5), 1, 0},
		"before a later text": {at(release.LeadField, 0), 4, 3},
		"at the very end":     {at(release.NotesField, 11), 0, len(hits) - 1},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Next(hits, c.at, r.Passages()); got != c.next {
				t.Errorf("next is %d, want %d", got, c.next)
			}
			if got := Previous(hits, c.at, r.Passages()); got != c.previous {
				t.Errorf("previous is %d, want %d", got, c.previous)
			}
		})
	}
	if Next(nil, at(release.LeadField, 0), r.Passages()) != -1 || Previous(nil, at(release.LeadField, 0), r.Passages()) != -1 {
		t.Error("there is something where nothing is")
	}
}

// naive finds as plainly as one can: it folds the whole text, letter by letter, and
// looks at every place.
func naive(typed, text string, o Options) [][2]int {
	type letter struct {
		folded     string
		start, end int // code points
	}
	quotes := strings.Contains(typed, `"`)
	fold := func(text string) []letter {
		var all []letter
		at := 0
		for text != "" {
			_, size := utf8.DecodeRuneInString(text)
			for size < len(text) {
				r, more := utf8.DecodeRuneInString(text[size:])
				if words.Fold(string(r)) != "" {
					break
				}
				size += more
			}
			one := letter{norm.NFC.String(text[:size]), at, at + utf8.RuneCountInString(text[:size])}
			text, at = text[size:], one.end
			first, _ := utf8.DecodeRuneInString(one.folded)
			one.folded = words.Fold(string(first))
			if upper := norm.NFC.String(string(first)); o.Case && one.folded != "" {
				one.folded = strings.NewReplacer("Ё", "Е", "ё", "е").Replace(upper)
			}
			switch {
			case isUnseen(first):
				one.folded = ""
			case strings.ContainsRune("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", first):
				one.folded = " "
			case first == '\u2010' || first == '\u2011':
				one.folded = "-"
			case first == '’' || first == 'ʼ':
				one.folded = "'"
			case quotes && strings.ContainsRune("«»„“”‟", first):
				one.folded = `"`
			}
			if one.folded != "" {
				all = append(all, one)
			}
		}
		return all
	}
	want, have := fold(typed), fold(text)
	letters := []rune(text)
	var found [][2]int
	for i := 0; len(want) > 0 && i+len(want) <= len(have); {
		same := true
		for j := range want {
			same = same && want[j].folded == have[i+j].folded
		}
		start, end := have[i].start, have[min(i+len(want), len(have))-1].end
		before, behind := string(letters[:start]), string(letters[end:])
		if same && o.Word {
			isPart := func(folded string) bool { r, _ := utf8.DecodeRuneInString(folded); return words.IsPart(r) }
			goesOnBefore := i > 0 && isPart(have[i-1].folded) && isPart(want[0].folded)
			goesOnBehind := i+len(want) < len(have) && isPart(have[i+len(want)].folded) && isPart(want[len(want)-1].folded)
			same = !goesOnBefore && !goesOnBehind
		}
		if same && !cutsGrapheme(text, len(before), len(text)-len(behind)) {
			found = append(found, [2]int{start, end})
			i += len(want)
			continue
		}
		i++
	}
	return found
}

func FuzzFind(f *testing.F) {
	for _, seed := range [][2]string{
		{"москва", "Москва, МОСКВА"},
		{"й", "и\u0306й"},
		{"а б", "а\u00a0б а\u00adб"},
		{`"а"`, "«а» „А“"},
		{"İ", "i̇Iı"},
		{"å", "Å"},
		{"👩", "👩\u200d👩🏽"},
		{"ё", "Ее\u0308ё"},
		{"ss", "ßſK"},
		{"🇰🇿", "🇺🇰🇿🇦"},
		{"\u0301", "а\u0301"},
		{"а", "\u0301а\u00ad\u0301а"},
		{"-", "‑‐–"},
		{"ǆ", "ǅǄ"},
		{"ς", "Σσς"},
		{"Ό", "ό"},
		{"а", "а\u00ad\u0301"},
		{"\u05c1", "\u05f6"},
	} {
		f.Add(seed[0], seed[1], false, false)
		f.Add(seed[0], seed[1], true, true)
	}
	f.Fuzz(func(t *testing.T, typed, text string, exact, whole bool) {
		if !utf8.ValidString(typed) || !utf8.ValidString(text) {
			return
		}
		o := Options{Case: exact, Word: whole}
		var got [][2]int
		for _, h := range New(typed, o).InPassage(passage(release.Paragraph, text)) {
			got = append(got, [2]int{h.Start, h.End})
		}
		if want := naive(typed, text, o); !slices.Equal(got, want) {
			t.Fatalf("%q in %q, %+v: got %v, want %v", typed, text, o, got, want)
		}
		o.Forms = true
		n := utf8.RuneCountInString(text)
		last := 0
		for _, h := range New(typed, o).InPassage(passage(release.Paragraph, text)) {
			if h.Start < last || h.End <= h.Start || h.End > n {
				t.Fatalf("%q in %q: %+v", typed, text, h)
			}
			last = h.End
		}
	})
}

// prose is Russian text of so many bytes.
func prose(size int) release.Release {
	r := release.New("ru")
	paragraph := "Министр иностранных дел Пётр Образцов принял участие в заседании Совета министров, которое прошло в Москве. Стороны обсудили ход подготовки к встрече. "
	paragraph = strings.Repeat(paragraph, 3)
	for written := 0; written < size; written += len(paragraph) {
		r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: paragraph})
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

// BenchmarkFind searches 30 KB and 3 MB as a person types. The baseline is
// strings.Count of the same word in the same text, which knows no capitals.
func BenchmarkFind(b *testing.B) {
	for _, size := range []int{30_000, 3_000_000} {
		r := prose(size)
		for _, c := range []struct {
			name, typed string
			options     Options
		}{
			{"plain", "подготовк", Options{}}, {"a letter", "о", Options{}}, {"rare", "Шымкент", Options{}}, {"forms", "министр", Options{Forms: true}}, {"two forms", "ход подготовки", Options{Forms: true}},
		} {
			b.Run(fmt.Sprintf("%dKB/%s", size/1000, c.name), func(b *testing.B) {
				baseline, hits := 0.0, 0
				for range 3 {
					start := now()
					for p := range r.Passages() {
						hits += strings.Count(p.Text, c.typed)
					}
					baseline = max(baseline, float64(now()-start))
				}
				for b.Loop() {
					hits = len(New(c.typed, c.options).Hits(r.Passages()))
				}
				each := float64(b.Elapsed().Nanoseconds()) / float64(b.N)
				b.ReportMetric(each/1e6, "ms/query")
				b.ReportMetric(each/baseline, "x-of-strings.Count")
				b.ReportMetric(float64(hits), "hits")
			})
		}
	}
}

func now() int64 { return time.Now().UnixNano() }
