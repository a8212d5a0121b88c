package template

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// Blank is a place of a release's text that is still to be filled in: «[укажите: кто
// принимает]». It is words, for whoever comes to read the text, and the checks stop a
// release that has one.
type Blank struct {
	Start, End int    // bytes of the text, with the brackets
	Words      string // what is missing: «кто принимает»
}

// Blanks returns those of a text, in their order.
func Blanks(text string) []Blank {
	var all []Blank
	for _, at := range blankPattern.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, Blank{at[0], at[1], text[at[2]:at[3]]})
	}
	return all
}

var blankPattern = regexp.MustCompile(`\[(?:` + askRussian + `|` + askEnglish + `): ([^\[\]\n]+)\]`)

// The words that ask for what is missing: the checks know both.
const (
	askRussian = "укажите"
	askEnglish = "fill in"
)

// longestBlank is how many bytes the words of a blank take at most, so that the checks,
// which look at no longer brackets than people write, find its end.
const longestBlank = 240

// endsBlank reports a text that ends with one: it is no sentence yet, and gets no mark of one.
func endsBlank(text string) bool {
	all := Blanks(text)
	return len(all) > 0 && all[len(all)-1].End == len(text) || strings.HasSuffix(text, "}")
}

// blankOf is the blank that asks for what words name, and tells what was given for it
// already.
func (f *filling) blankOf(words, given string) string {
	ask := askEnglish
	if f.asking == "ru" || f.asking == "" && (f.russian() || hasCyrillic(words)) {
		ask = askRussian
	}
	if given != "" {
		words += " (" + given + ")"
	}
	words = strings.NewReplacer("[", "(", "]", ")", "{", "(", "}", ")").Replace(strings.Join(strings.Fields(words), " "))
	if len(words) > longestBlank {
		end := longestBlank - len("…")
		for !utf8.RuneStart(words[end]) {
			end--
		}
		words = strings.TrimRight(words[:end], " ") + "…"
	}
	return "[" + ask + ": " + words + "]"
}

// Ask is what the field asks for within a sentence: its label as words of it, without
// what is said in brackets behind them of how it is filled in.
func (f Field) Ask() string {
	words := strings.TrimSpace(f.Label)
	if bare, told, ok := strings.Cut(words, " ("); ok && strings.HasSuffix(told, ")") {
		words = bare
	}
	words = strings.TrimRight(words, " :?*.…")
	if words == "" {
		words = strings.ReplaceAll(f.Name, "_", " ")
	}
	first, size := utf8.DecodeRuneInString(words)
	if next, _ := utf8.DecodeRuneInString(words[size:]); unicode.IsUpper(next) || unicode.IsDigit(next) {
		return words // «СМИ»
	}
	return string(unicode.ToLower(first)) + words[size:]
}

// wanting is what stands for a field without a value.
func (f *filling) wanting(p placeholder, field Field) string {
	switch {
	case f.sources:
		return p.source
	case p.agreeing == nil:
		return f.blankOf(field.Ask(), "")
	case f.asked[field.Name] && field.Kind == People: // the blank beside it has the sentence looked at
		return f.spell(p.agreeing[len(p.agreeing)-1])
	case f.asked[field.Name]:
		return f.spell(p.agreeing[0])
	}
	var forms []string
	for _, form := range p.agreeing {
		if len(forms) == 0 || forms[len(forms)-1] != form && forms[0] != form {
			forms = append(forms, form)
		}
	}
	return f.blankOf(strings.Join(forms, "/"), "")
}

// withoutAsked cuts the preposition with which a text ends where a blank behind it asks for
// it too: «Заявление [укажите: о чём]», «в связи с» before «в связи с чем».
func (f *filling) withoutAsked(text, ask string) string {
	asked := strings.Fields(strings.ToLower(ask))
	for n := len(asked) - 1; n > 0; n-- {
		start := strings.Join(asked[:n], " ") + " "
		rest := max(0, len(text)-len(start))
		if strings.EqualFold(text[rest:], start) && (rest == 0 || text[rest-1] == ' ') && f.isPreposition(asked[n-1]) {
			return text[:rest]
		}
	}
	return text
}

// isPreposition reports a word that is one in the language of the template.
func (f *filling) isPreposition(word string) bool {
	return f.russian() && grammar.BeginsWithPreposition(word+" x") || !f.russian() && englishPrepositions.Has(word)
}

// leave is what stands for a value that a person has to put into words: the language of
// the template has ways for it that are not known, or it is in another language.
func (f *filling) leave(p placeholder, text string) string {
	field := f.template.field(p.field)
	if f.sources || field == nil {
		return p.source
	}
	return f.blankOf(field.Ask(), text)
}
