package intake

import (
	"strings"
	"unicode/utf8"

	"communique/editor/intake/contact"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/moment"
	"communique/editor/regexp"
	"communique/editor/release"
)

// longestHold is how long such a line is at most, in code points.
const longestHold = 120

// holds reports whether a line says that the text is not to be published yet.
func holds(text string) bool {
	return letterhead.EmbargoLine.MatchString(text) || moment.NamesEmbargo(text) || moment.Holds(text)
}

// noHold is what a form says of an embargo where there is none.
var noHold = regexp.MustCompile(`^\W{0,4}(?i:эмбарго|embargo|эмбарга|ембарго|sperrfrist)\s*[:–—-]\s*(?i:нет|без эмбарго|отсутствует|не установлено|не предусмотрено|none|no|n/a|keine|brak|няма|немає|жоқ|жок|yo[‘'ʻ’]q)\.?$`)

// held takes a line that holds the release back.
func (r *reader) held(l layout.Paragraph) bool {
	if l.Kind != layout.Text || !holds(l.Text) || utf8.RuneCountInString(l.Text) >= longestHold {
		return false
	}
	if _, rest := heldBefore(l.Text); rest != l.Text { // the headline stands in the same line
		return false
	}
	r.embargo(l)
	return true
}

// heldAbove takes a line above the headline that holds the release back, in whatever words.
func (r *reader) heldAbove(l layout.Paragraph, n int) bool { return r.held(l) || r.heldSomehow(l, n) }

// heldSomehow takes a line above the headline that names an embargo and an hour, whatever else it says: nobody may pass it over.
func (r *reader) heldSomehow(l layout.Paragraph, n int) bool {
	if l.Kind != layout.Text || !moment.SpeaksOfHour(l.Text) || !titledBelow(r.Lines[n+1:]) {
		return false
	}
	if _, rest := heldBefore(l.Text); rest != l.Text {
		return false
	}
	r.embargo(l)
	return true
}

// Embargo takes an embargo line. What is uncertain in it is left to people: the line
// stays with the release as unread, and keeps it from being issued.
func (r *reader) embargo(l layout.Paragraph) {
	if noHold.MatchString(l.Text) || holdBack(&r.Release, l.Text) {
		r.Aside(repair.AsideEmbargo, l) // the office's own words stay readable
	}
}

// holdBack gives a release the embargo that a text says, and reports whether it is read. Of two that differ neither is.
func holdBack(to *release.Release, text string) bool {
	e, err := moment.Embargo(text)
	differ := err == nil && !to.Embargo.IsZero() && !e.At.Equal(to.Embargo.At)
	if differ {
		text, to.Embargo = moment.FormatEmbargo(to.Embargo)+"; "+text, release.Embargo{}
	}
	if err != nil || differ {
		if len(to.Unread) > 0 {
			text = to.Unread[0].Text + "; " + text
		}
		to.Unread = []release.Unread{{Field: release.EmbargoField, Text: text}}
		return false
	}
	to.Embargo = e
	return true
}

// heldAtEnd takes a line at the end that holds the release back. There a text may speak of an embargo: what is not read of a sentence stays in it.
func (r *reader) heldAtEnd() {
	for i := len(r.Lines) - 1; i > 1 && i > len(r.Lines)-1-contact.LongestBlock; i-- {
		l := r.Lines[i]
		if l.Kind != layout.Text || !holds(l.Text) || utf8.RuneCountInString(l.Text) >= longestHold {
			continue
		}
		if _, err := moment.Embargo(l.Text); err != nil && (wording.SentenceEnd(l.Text) || wording.HasVerb(l.Text)) {
			continue
		}
		r.embargo(l)
		r.Lines = append(r.Lines[:i:i], r.Lines[i+1:]...)
		return
	}
}

// heldBefore parts an embargo from the headline behind it in one line, «ЭМБАРГО до 10:00 МСК 3 октября 2025 г.: Музей …»: of the signs that may part them the
// last one behind an embargo that is read does. Where none is read, the whole line is left to people.
func heldBefore(text string) (embargo, rest string) {
	const longest = 400 // bytes
	if len(text) > longest || !holds(strings.TrimLeft(text, "[(")) {
		return "", text
	}
	for _, m := range partsHeadline.FindAllStringIndex(text, -1) {
		before, behind := strings.Trim(text[:m[0]], "[( "), text[m[1]:]
		if e, err := moment.Embargo(before); err == nil && !e.IsZero() && wording.StartsSentence(behind) {
			embargo, rest = before, behind
		}
	}
	if embargo == "" {
		return text, text
	}
	return embargo, rest
}

// partsHeadline are the signs that may stand between an embargo and a headline.
var partsHeadline = regexp.MustCompile(`\s*[:|\])]\s*[:–—-]?\s+|\s+[–—-]\s+|\s*//\s*`)

// heldBySubject takes the embargo that the subject of a letter says, and returns the rest.
func heldBySubject(to *release.Release, subject string) string {
	embargo, rest := heldBefore(subject)
	if embargo != "" {
		holdBack(to, embargo)
	}
	return rest
}

// heldInHeadline takes the embargo before the headline in its line.
func (r *reader) heldInHeadline() {
	if len(r.Lines) == 0 || r.Lines[0].Kind != layout.Text {
		return
	}
	if embargo, rest := heldBefore(r.Lines[0].Text); embargo != "" && rest != r.Lines[0].Text {
		r.embargo(layout.Paragraph{Text: embargo, At: r.Lines[0].At})
		r.Lines[0].Text, r.Lines[0].Marks = rest, nil
	}
}
