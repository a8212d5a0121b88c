package proof

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/words"
)

var otherTexts = flag.String("texts", "", "a folder of texts in the place of the project's own, for TestWrongForms")

// wrongForm is a word of a sentence put into another form of itself.
type wrongForm struct {
	sentence       string
	word, form     string
	start, at, end int // bytes: of what the word belongs with, of the word, and the end of both
}

// wrongFormKinds are where words are changed, with the share of changes that has to be found. Of what
// is not found a part is right, too: «в дома» beside «в доме».
var wrongFormKinds = []struct {
	name  string
	least int // of a hundred
	at    func(p *passage, i int) (wrongForm, []string)
}{
	{"after a preposition", 70, behindPreposition},
	{"a first name", 90, beforeSurname},
	{"a post", 60, beforeName},
	{"after a number", 60, behindNumber},
}

// TestWrongForms changes words of right sentences at random to other forms of themselves.
func TestWrongForms(t *testing.T) {
	sentences := rightSentences(t)
	for _, kind := range wrongFormKinds {
		t.Run(kind.name, func(t *testing.T) {
			found := 0
			for _, one := range changed(sentences, kind.at, tried) {
				if isFound(one) {
					found++
				} else {
					t.Logf("missed: %s", one)
				}
			}
			t.Logf("%d of %d found: %.1f %%", found, tried, 100*float64(found)/tried)
			if 100*found < kind.least*tried {
				t.Errorf("%d of %d are found, of a hundred %d at least are wanted", found, tried, kind.least)
			}
		})
	}
}

// tried is how many words of each kind are changed.
const tried = 400

// changed changes words of one kind at random, the same ones each time.
func changed(sentences []string, at func(p *passage, i int) (wrongForm, []string), n int) (all []wrongForm) {
	var places []wrongForm
	var forms [][]string
	for _, s := range sentences {
		p := parsed(s)
		for i := range p.tokens {
			if one, others := at(p, i); len(others) > 0 {
				one.sentence = s
				places, forms = append(places, one), append(forms, others)
			}
		}
	}
	random := rand.New(rand.NewPCG(13, 1))
	for range n {
		i := random.IntN(len(places))
		one := places[i]
		one.form = likeWord(forms[i][random.IntN(len(forms[i]))], one.word)
		all = append(all, one)
	}
	return all
}

func (w wrongForm) String() string {
	before := w.sentence[:w.at]
	if runes := []rune(before); len(runes) > 40 {
		before = string(runes[len(runes)-40:])
	}
	after := []rune(w.sentence[w.at+len(w.word):])
	return before + "[" + w.word + ">" + w.form + "]" + string(after[:min(len(after), 40)])
}

// isFound reports whether something is found in what the word belongs with that was not found before.
func isFound(w wrongForm) bool {
	from, until := w.place()
	return slices.ContainsFunc(foundIn(w.text()), func(f Finding) bool {
		return f.Start < until && from < f.End && !strings.Contains(f.Code, "yo-")
	})
}

// text is the sentence with the other form.
func (w wrongForm) text() string { return w.sentence[:w.at] + w.form + w.sentence[w.at+len(w.word):] }

// place is where in it stands what the word belongs with, in code points.
func (w wrongForm) place() (from, until int) {
	return utf8.RuneCountInString(w.sentence[:w.start]), utf8.RuneCountInString(w.text()[:w.end+len(w.form)-len(w.word)])
}

func foundIn(sentence string) []Finding {
	return slices.DeleteFunc(Check(body(sentence), Params{}), func(f Finding) bool { return f.Field != release.BlocksField })
}

func parsed(sentence string) *passage {
	p := &passage{TextID: release.TextID{Field: release.BlocksField}, kind: release.Paragraph, language: "ru", text: sentence}
	p.parse()
	return p
}

// rightSentences are those of Russian texts in which nothing is found.
func rightSentences(t testing.TB) (right []string) {
	t.Helper()
	files, err := []string{"testdata/sentences.txt"}, error(nil)
	if *otherTexts != "" {
		files, err = filepath.Glob(filepath.Join(*otherTexts, "*.txt"))
	}
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			for s := range strings.SplitAfterSeq(strings.TrimSpace(line), ". ") {
				if s = strings.TrimSpace(s); s != "" && !strings.HasPrefix(s, "#") && len(foundIn(s)) == 0 && !slices.Contains(right, s) {
					right = append(right, s)
				}
			}
		}
	}
	return right
}

// behindPreposition: «в [Москве]», «с [рабочим] визитом».
func behindPreposition(p *passage, i int) (w wrongForm, forms []string) {
	if !p.is(i, word) || !p.wordFollows(i) || grammar.CasesAfter(p.piece(i)) == nil || !isLower(p.piece(i)) && !p.beginsSentence(i) {
		return w, nil
	}
	return changing(p, i, i+2, i+2)
}

// changing is the word at one token, with its other forms, that belongs with those from one to another.
func changing(p *passage, from, i, last int) (wrongForm, []string) {
	return wrongForm{word: p.piece(i), start: p.tokens[from].start, at: p.tokens[i].start, end: p.tokens[last].end}, otherForms(p.piece(i))
}

// beforeSurname: «[Ивана] Пробного».
func beforeSurname(p *passage, i int) (w wrongForm, forms []string) {
	if !p.is(i, word) || !p.wordFollows(i) || firstNameStands(p.piece(i)) == nil || !startsUpper(p.piece(i+2)) || grammar.IsPatronymic(p.piece(i+2)) {
		return w, nil
	}
	if isAdjective(p.piece(i)) { // «Данная Минфином»
		return w, nil
	}
	w, _ = changing(p, i, i, i+2)
	lemmas := firstNameLemmas(p.piece(i))
	slices.Reverse(lemmas) // the form itself is the last of them
	for _, lemma := range lemmas {
		gender, ok := grammar.GenderOf(lemma)
		if !grammar.IsGivenName(lemma) || !ok {
			continue
		}
		all := grammar.House{}.DeclinePerson(gender, lemma).Forms
		for _, c := range grammar.Cases() {
			if all[c] == p.piece(i) {
				for _, c := range grammar.Cases() {
					if all[c] != p.piece(i) && !slices.Contains(forms, all[c]) {
						forms = append(forms, all[c])
					}
				}
				return w, forms
			}
		}
	}
	return w, nil
}

// beforeName: «[Министра] обороны Ивана Пробного».
func beforeName(p *passage, i int) (w wrongForm, forms []string) {
	text := p.piece(i)
	if !p.is(i, word) || !grammar.IsTitleNoun(text) || !slices.ContainsFunc(grammar.NounShows(text), func(s grammar.Shown) bool { return s.Animate }) || grammar.CasesAfter(text) != nil {
		return w, nil
	}
	for j := i + 2; p.is(j-1, space) && p.is(j, word) && j < i+16; j += 2 {
		if p.pastVerb(j) { // «Президент Ирана поздравил Ивана Пробного»
			return w, nil
		}
		if grammar.IsTitleNoun(p.piece(j)) && slices.ContainsFunc(grammar.NounShows(p.piece(j)), func(s grammar.Shown) bool { return s.Animate }) {
			return w, nil
		}
		if firstNameStands(p.piece(j)) != nil && startsUpper(p.piece(j+2)) {
			return changing(p, max(i-2, 0), i, j+2)
		}
	}
	return w, nil
}

// behindNumber: «5 [государств]».
func behindNumber(p *passage, i int) (w wrongForm, forms []string) {
	if !p.is(i, figure) || !p.wordFollows(i) || !isLower(p.piece(i+2)) || len(grammar.NounShows(p.piece(i+2))) == 0 {
		return w, nil
	}
	if _, month := grammar.Month(p.piece(i + 2)); month {
		return w, nil
	}
	return changing(p, i, i+2, i+2)
}

// otherForms are those of a word of which the dictionary has one lemma in the kind it is of.
func otherForms(text string) (forms []string) {
	folded := words.Fold(text)
	isNoun := len(grammar.NounShows(text)) > 0
	for _, form := range words.Known(folded) {
		if strings.HasPrefix(lower(text), "э") { // the dictionary has no э
			form = "э" + strings.TrimPrefix(form, "е")
		}
		if form == lower(text) || words.Fold(form) == folded || isNoun && len(grammar.NounShows(form)) == 0 || !sameKind(text, form) {
			continue
		}
		forms = append(forms, form)
	}
	return forms
}

// sameKind reports whether a form of a pronoun is one too: «нём» is no form of «немой».
func sameKind(text, form string) bool {
	kind := func(text string) [2]bool {
		return [2]bool{grammar.PronounShows(text) != nil, pronounCases()[words.Fold(text)] != nil}
	}
	return kind(text) == [2]bool{} || kind(text) == kind(form)
}

func likeWord(form, like string) string {
	if startsUpper(like) {
		return likeCapital(form, like)
	}
	return form
}
