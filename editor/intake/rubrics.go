package intake

import (
	"strings"

	"communique/editor/intake/contact"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

var (
	// approval is the mark of the one who lets a paper leave; his post and name follow.
	approval = regexp.MustCompile(`^(?i:утверждаю|согласовано|approved(?: by)?)\s*(?:[:.]\s*(.*))?$`)
	signed   = regexp.MustCompile(`^[«"]?_{2,}|_{3,}`)
)

// approves reports whether a line is the mark of whoever lets the paper leave, or goes on with it.
func (r *reader) approves(text string) bool {
	rest := text
	if m := approval.FindStringSubmatch(text); m != nil {
		r.approving, rest = true, m[1]
	}
	r.approving = r.approving && (rest == "" || contact.IsLine(rest, false) || signed.MatchString(rest))
	return r.approving
}

// goesOnOffice goes on with the name of an office in the line above: «КЫРГЫЗСКОЙ РЕСПУБЛИКИ».
var goesOnOffice = regexp.MustCompile(`^(?i:(?:и\s)?(?:\p{L}+(?:ой|ого|ей|его|ых|их)\s){0,2}(?:республики|федерации|области|края|района|города|округа|организации|союза|содружества|министерства|комитета|правительства|администрации|агентства|службы|управления)(?:\s[^.!?:,\d]{2,60})?)$`)

// tajikVerb ends a sentence of Tajik.
var tajikVerb = regexp.MustCompile(`(?:д|ст)$`)

// isOfficeAlone reports whether a line is the name of an office in another language, and no headline that begins with one. The
// Turkic languages and Armenian end a name with its noun and a sentence with its verb; Tajik begins both with the noun.
func (r *reader) isOfficeAlone(text string) bool {
	if !contact.IsOfficeElsewhere(text) {
		return false
	}
	words := strings.Fields(strings.ToLower(wording.PlainApostrophes(text)))
	switch first, last := words[0], words[len(words)-1]; r.Release.Language {
	case "tg":
		return wording.StartsWith(first, wording.OtherOffices()) && !tajikVerb.MatchString(last)
	case "kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "hy", "az", "tr":
		return wording.StartsWith(last, wording.OtherOffices())
	}
	return false
}
