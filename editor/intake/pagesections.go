package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/dateline"
	"communique/editor/intake/layout"
	"communique/editor/intake/letterhead"
	"communique/editor/intake/oneline"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
)

// How many lines a page has at most above its headline that name its sections, and of how many words one is at most: with a word that says of
// what a section is it may be longer.
const (
	sectionsReach = 5
	longestRubric = 2
	longestNamed  = 4
)

var (
	// ofSection is a word that only the name of a section or an archive has beside others: "Archivo Notas de prensa", "Visit for more news".
	ofSection = regexp.MustCompile(`(?:^|[\s|])(?i:news|newsroom|press (?:releases?|room|office|cent(?:re|er)|conferences?)|releases|media (?:cent(?:re|er)|room|office|releases?)|log ?in|latest|archivo?|archives?|notas|prensa|noticias|presse|actualités|communiqués|nachrichten|pressemitteilungen|aktuelles|stampa|notizie|imprensa|notícias|haberler|basın|xəbərlər|yangiliklar|жаңалықтар|жаңылыктар|янгиликлар|новини|навіны|хабарҳо|լուրեր|նորություններ|flag of .+)(?:$|[\s|:])`)
	// wayParts are signs that part the sections on the way to a page, of which a headline has one at most.
	wayParts = regexp.MustCompile(`\s?[|→>»›/]\s?`)
	// hereIs begins the way to a page in a line of its own: "You are here:", "Está usted en:".
	hereIs = regexp.MustCompile(`^(?i:you are (?:here|in)|está usted en|usted está (?:aquí|en)|vous êtes ici|sie (?:sind|befinden sich) hier|ti trovi in|você está (?:aqui|em)|ви тут|вы тут|buradasınız)\s*:?$`)
)

// belowSections sets aside the sections of a site above the headline of a text that is not Russian, which nothing else parts from that: a word or two
// that the lead does not say again, or the way to the page. The line below them is the headline because the lead says its words.
func (r *reader) belowSections() {
	if r.Release.Language == "ru" {
		return
	}
	lead := slices.IndexFunc(r.Lines[:min(len(r.Lines), sectionsReach+belowLead)], opensText)
	if lead < 2 || slices.ContainsFunc(r.Lines[:lead], func(l layout.Paragraph) bool { return l.Kind == layout.Heading }) {
		return
	}
	words := strings.Fields(r.Lines[lead].Text)
	at := 0
	for at < min(lead, sectionsReach) && r.standsOverTitle(at, words) {
		at++
	}
	if at == 0 || at == lead || !r.titlesSection(at, words) {
		return
	}
	kept := slices.Clone(r.Lines[at : at+1])
	for _, l := range r.Lines[:at] {
		if dateline.IsWhen(l.Text) {
			kept = append(kept, l)
			continue
		}
		r.whenOfWay(l.Text)
		r.Aside(repair.AsideSite, l)
	}
	r.Lines = append(kept, r.Lines[at+1:]...)
}

// titlesSection reports whether line at is the headline below the sections of a site: the lead says its words, or the way to the page is above it.
func (r *reader) titlesSection(at int, lead []string) bool {
	title := r.Lines[at]
	return titles(title) && beginsLine(title.Text) && len(strings.Fields(title.Text)) >= wording.WireTitle &&
		(isWayTo(r.Lines[at-1].Text) || oneline.SaidAgain(strings.Fields(title.Text), lead) > 0)
}

// standsOverTitle reports whether line at may stand above the headline there: the way to the page, a section, when it was published, or a line of a page
// below these. The first section is none whose words the lead says.
func (r *reader) standsOverTitle(at int, lead []string) bool {
	text := r.Lines[at].Text
	return isWayTo(text) || dateline.IsWhen(text) || at > 0 && letterhead.IsPageLine(text) || namesSection(text) && (at > 0 || oneline.SaidAgain(strings.Fields(text), lead) == 0 || isOneWord(text) && slices.ContainsFunc(r.Lines[1:min(len(r.Lines), sectionsReach)], func(l layout.Paragraph) bool { return dateline.SmallWire.MatchString(l.Text) }))
}

// beginsLine reports whether a line goes on with none above it: "Joint press point", "with the Secretary General …".
func beginsLine(text string) bool {
	return wording.StartsSentence(strings.TrimLeft(text, "“\"‘'«¿¡"))
}

// opensText reports a paragraph as long as a lead, which may go on with a list.
func opensText(l layout.Paragraph) bool {
	return l.Kind == layout.Text && (isLead(l) || utf8.RuneCountInString(l.Text) >= letterhead.WireLead && strings.HasSuffix(l.Text, ":"))
}

// namesSection reports whether a line above a headline may name a section of a site.
func namesSection(text string) bool {
	if len(text) > dateline.MaxLength || wording.SentenceEnd(text) || wording.HasVerb(text) {
		return false
	}
	if section, _, ok := strings.Cut(text, " | "); ok {
		return ofSection.MatchString(section) && len(strings.Fields(section)) <= longestRubric
	}
	n := len(strings.Fields(text))
	return n <= longestRubric || n <= longestNamed && ofSection.MatchString(text)
}

// isWayTo reports whether a line above a headline is the way to the page, of three sections at least, or begins it.
func isWayTo(text string) bool {
	if hereIs.MatchString(text) {
		return true
	}
	if section, when, ok := strings.Cut(text, " | "); ok && dateline.IsWhen(when) { // "Oʻzbekiston | 19:40 / 29.12.2019"
		return len(strings.Fields(section)) <= longestRubric
	}
	parts := wayParts.Split(text, -1)
	return len(text) <= dateline.MaxLength && len(parts) > 2 && !slices.ContainsFunc(parts, func(part string) bool { return len(strings.Fields(part)) > longestNamed && !dateline.IsWhen(part) })
}

// whenOfWay reads the day off a part of the way to a page: "Tajikistan|politics|October 1, 2020 / 10:20 AM".
func (r *reader) whenOfWay(text string) {
	for _, part := range strings.Split(text, "|") {
		if d, ok := dateline.Of(strings.TrimSpace(part), false); ok && d.Dated {
			r.dates(d)
			return
		}
	}
}
