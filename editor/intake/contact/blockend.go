package contact

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// nameBelow gives numbers above whom they reach, where nobody but the last contact is named: «Тел.: …» over «Контактное лицо: Анна Пробная», who may have an
// address of her own.
func (r *Reader) nameBelow() {
	n := len(r.Release.Contacts)
	if n < 2 {
		return
	}
	above, last := &r.Release.Contacts[n-2], r.Release.Contacts[n-1]
	if isHeadOf(*above, last) {
		above.Name, above.Organisation = last.Name, listed(above.Post, above.Organisation)
		if above.Post = last.Post; above.Organisation == "" {
			above.Organisation = last.Organisation
		}
		r.Release.Contacts = r.Release.Contacts[:n-1]
		return
	}
	if above.Name+above.Post+above.Organisation != "" || len(last.Phones) > 0 || last.Name == "" || Reached(last) && (n > 2 || above.Email+above.Site != "") {
		return
	}
	last.Phones, last.Email, last.Site = above.Phones, last.Email+above.Email, last.Site+above.Site
	*above = last
	r.Release.Contacts = r.Release.Contacts[:n-1]
}

// isHeadOf reports whether somebody without a number of his own is named below those of an office as its head, «Руководитель – Анна Примерова».
func isHeadOf(office, last release.Contact) bool {
	return office.Name == "" && office.Post+office.Organisation != "" && Reached(office) && last.Name != "" && !Reached(last) && heads.MatchString(last.Post)
}

// heads are posts that say no more of what somebody is the head of than what kind of office it is.
var heads = regexp.MustCompile(`^(?i:руководитель|начальник|заведующ(?:ий|ая)|директор|редактор|пресс-секретарь|прэс-сакратар|прессекретар|баспасөз хатшысы|басма сөз катчысы|matbuot kotibi|press secretary|press officer|spokesperson|кіраўнік|начальнік|басшы(?:сы)?|жетекши(?:си)?|башчысы|boshlig['‘’ʻ]i|head|director|manager|chief)(?:\s(?:управления|отдела|пресс-службы|пресс-центра|службы|департамента|центра|сектора|бюро|дирекции|аддзела|упраўлення|бөлімінің|басқармасының))?$`)

// officeAbove gives the first contact, who has no name, the office that a heading names above it: «Контакты пресс-службы:» over numbers.
func (r *Reader) officeAbove() {
	if len(r.Release.Contacts) == 0 || r.headedBy == "" {
		return
	}
	if first := &r.Release.Contacts[0]; first.Name+first.Post+first.Organisation == "" {
		first.Post, first.Organisation = splitPost(r.headedBy)
	}
}

// longestOffice is how long a line is at most that names a press office and nothing else, in code points.
const longestOffice = 120

// pressOffice names the office of an organisation that speaks to the press.
var pressOffice = regexp.MustCompile(`^(?i:(?:управление |отдел )?пресс-?(?:служб[аы]|центра?)|прэс-?(?:служба|цэнтр)|баспасөз қызметі|басма сөз кызматы|маалымат кызматы|пресс-хадамоти|matbuot xizmati|axborot xizmati|press (?:office|service|cent(?:er|re)))(?:\s|$)|\s(?i:баспасөз қызметі|басма сөз кызматы|матбуот хизмати|matbuot xizmati|axborot xizmati|press (?:office|service|department))$`)

// officeAlone takes the press office that signs a text in its last line, though nothing says how it is reached.
func (r *Reader) officeAlone() {
	at := len(r.Lines) - 1
	if at < 3 || len(r.Release.Contacts) > 0 {
		return
	}
	last, above := r.Lines[at], r.Lines[at-1]
	if last.Kind != layout.Text || utf8.RuneCountInString(last.Text) > longestOffice || strings.ContainsAny(last.Text, ":;,!?") || !wording.SentenceEnd(above.Text) || !pressOffice.MatchString(last.Text) || wording.IsSentence(last.Text) {
		return
	}
	r.ReadLine(last)
	r.Lines = r.Lines[:at]
}

// contactsAmid reads a block of contacts that stands within the text: a line says that it is one, and an empty line parts it from the
// paragraph that goes on below.
func (r *Reader) contactsAmid() {
	headed := r.headed()
	for i := 2; i < len(r.Lines)-1; i++ {
		if notesBelow.MatchString(r.Lines[i+1].Text) && r.isWhole(i) {
			r.ReadLine(r.Lines[i])
			r.Lines = slices.Delete(r.Lines, i, i+1)
			return
		}
		if i == headed && !slices.ContainsFunc(r.Lines[i+1:], wording.IsRule) { // the block goes on to the end
			return
		}
		if !reachesBelow(r.Lines[i+1:]) {
			continue
		}
		end := r.BlockEnd(i)
		if end > 0 && end+1 == len(r.Lines) && issuer.MatchString(r.Lines[end].Text) { // "SOURCE Sample Foods" below all of them
			end++
		} else if end == 0 || end == len(r.Lines) {
			continue
		}
		for _, l := range wording.Exploded(r.Lines[i:end]) {
			r.ReadLine(l)
		}
		r.Lines = slices.Delete(r.Lines, i, end)
		return
	}
}

// notesBelow heads what editors are told below a release and its contacts.
var notesBelow = regexp.MustCompile(`^(?i:(?:background )?notes? (?:to|for) (?:the )?editors?|editors?['’]?s?['’]? notes?|note to media|background information)\s*:?$`)

// isWhole reports whether line i says of itself that it is for the press, who is asked, and how he is called or written to.
func (r *Reader) isWhole(i int) bool {
	p := r.Lines[i]
	if p.Kind != layout.Text || len(p.Text) > LongestOpening || strings.Contains(p.Text, "\n") || !MayReach(p.Text) {
		return false
	}
	lines := LinesIn(p.Text)
	return lines[0].Heading != "" && !slices.ContainsFunc(lines, func(l Line) bool { return !l.Certain || l.Who == nil || l.reach == "" && len(l.mails) == 0 })
}

// reachLines is how many lines below the one that says that contacts follow have something to reach the first by.
const reachLines = 8

// reachesBelow reports whether the next lines may say how somebody is reached. To read each line of a text as a contact's takes long.
func reachesBelow(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines[:min(len(lines), reachLines)], func(l layout.Paragraph) bool { return MayReach(l.Text) })
}

// MayReach reports whether a line has what every way to reach somebody has.
func MayReach(text string) bool {
	return strings.ContainsAny(text, "@0123456789") || strings.Contains(text, "www.") || strings.Contains(text, "://")
}

// BlockEnd returns where a block of contacts ends that line n says to be one: at an empty line, or with the text; 0 where there is none.
func (r *Reader) BlockEnd(n int) int {
	if l := r.Lines[n]; l.Kind != layout.Text || len(l.Text) > LongestOpening || strings.ContainsAny(l.Text, "@0123456789") || !OpensBlock(LinesIn(l.Text)[0]) {
		return 0
	}
	end := n + 1
	for end < len(r.Lines) && r.Lines[end].Kind == layout.Text && (end == n+1 || !r.Lines[end].Apart) && IsLine(r.Lines[end].Text, true) {
		end++
	}
	if end < len(r.Lines) && !r.Lines[end].Apart || !AnyReachable(r.Lines[n+1:end]) {
		return 0
	}
	return end
}

// OpensBlock reports whether a line says that somebody to be asked follows, perhaps with his name.
func OpensBlock(l Line) bool {
	return l.Opens() && !l.Reachable() && (l.Who == nil || l.Certain)
}

const (
	// LongestReached is how many they are where one of them says how its writer is reached.
	LongestReached = 8
)

// longestClosing is how long a sentence below contacts is at most, in code points.
const longestClosing = 120

// AboveClosing reads the contacts that a line says are some above one last short sentence, which stays: «Заявки принимаются до 12:00.», "Images
// are available from the press office."
func (r *Reader) AboveClosing() {
	n := len(r.Lines) - 1
	if n < 3 || !isClosing(r.Lines[n]) || !AnyReachable(wording.Exploded(r.Lines[n-1:n])) {
		return
	}
	above := Reader{Lines: slices.Clone(r.Lines[:n])}
	headed := above.headed() > 0
	if _, reachable, heading := above.understood(); !headed && (!reachable || !heading) {
		return
	}
	above.Unruled()
	if all := above.Release.Contacts; len(all) == 0 || slices.ContainsFunc(all, func(c release.Contact) bool { return isNobody(c) && (!headed || !isCalled(c)) }) {
		return
	}
	last := r.Lines[n]
	r.Lines = r.Lines[:n:n]
	r.Unruled()
	r.Lines = append(r.Lines, last)
}

// isClosing reports a short sentence in which nobody is reached.
func isClosing(p layout.Paragraph) bool {
	return p.Kind == layout.Text && utf8.RuneCountInString(p.Text) <= longestClosing && (wording.SentenceEnd(p.Text) || wording.HasVerb(p.Text)) && !AnyReachable([]layout.Paragraph{p})
}

// isNobody reports a contact that says not who is asked, or not how he is called or written to.
func isNobody(c release.Contact) bool {
	return c.Name+c.Post+c.Organisation == "" || len(c.Phones) == 0 && c.Email == ""
}

// LongestOpening is how long a line is at most, in bytes, that says that contacts follow: each line of a text is asked.
const LongestOpening = 300
