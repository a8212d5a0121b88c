package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/words"
)

// shortened ends what needs its full stop: an abbreviation, an initial.
var shortened = regexp.MustCompile(`(?:^|[\s\x{00a0}(«.])(?:\p{Lu}|гг?|др|т\.\s?[дпе]|пр|тыс|млн|млрд|руб|долл|им|ул|стр|etc|Inc|Ltd|Co|Corp|Jr|Sr|[ap]\.m|U\.S)\.$`)

// headlineStop finds a full stop at the end of a headline, where none belongs (Мильчин,
// Чельцова, § 4.3.2). Of several sentences each has its own.
func headlineStop(p *passage, out *report) {
	text := strings.TrimRightFunc(p.text, unicode.IsSpace)
	bare, ok := strings.CutSuffix(text, ".")
	if p.Field != release.HeadlineField || !ok || strings.HasSuffix(bare, ".") || shortened.MatchString(text) || strings.Contains(bare, ". ") {
		return
	}
	out.mend(p, len(bare), len(text), "")
}

// headlineCapitals finds a headline in capitals: systems of the press cannot undo them.
func headlineCapitals(p *passage, out *report) {
	if p.Field != release.HeadlineField {
		return
	}
	capitals, long := 0, 0
	for i, t := range p.tokens {
		if t.kind != word {
			continue
		}
		text := p.piece(i)
		if strings.ToUpper(text) != text || strings.ToLower(text) == text { // an Arabic word has no capitals
			return
		}
		capitals++
		if utf8.RuneCountInString(text) > 4 {
			long++
		}
	}
	if capitals > 2 && long > 1 || capitals > 1 && long > 1 {
		out.add(p, 0, len(p.text))
	}
}

// longestHeadline and longestEnglish are how many code points still fit the subject of a mail and a line of an agency;
// English is the shorter language.
const (
	longestHeadline = 250
	longestEnglish  = 200
)

func headlineLong(p *passage, out *report) {
	longest := longestHeadline
	if p.language == "en" {
		longest = longestEnglish
	}
	if p.Field == release.HeadlineField && utf8.RuneCountInString(p.text) > longest {
		out.add(p, 0, len(p.text))
	}
}

// headlineIsLead finds a lead that only says the headline again.
func headlineIsLead(w *whole, out *report) {
	headline, lead := bare(w.release.Headline), bare(w.release.Lead)
	if headline == "" || headline != lead {
		return
	}
	for _, p := range w.texts {
		if p.Field == release.LeadField {
			out.add(p, 0, len(p.text))
		}
	}
}

// bare is a text without what differs between a headline and a sentence.
func bare(text string) string {
	return strings.TrimRight(strings.TrimSpace(words.Fold(text)), ". ")
}

// paragraphTwice finds a paragraph that stands twice.
func paragraphTwice(w *whole, out *report) {
	const shortest = 40 // code points: shorter ones may be said again
	seen := map[string]bool{}
	for _, p := range w.texts {
		text := strings.TrimSpace(p.text)
		if !p.runsOn() || utf8.RuneCountInString(text) < shortest || !isEnded(text) { // captions and credits may
			continue
		}
		if seen[text] {
			out.add(p, 0, len(p.text))
		}
		seen[text] = true
	}
}
