package intake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// nameBelow gives numbers above whom they reach, where nobody but the last contact is named: «Тел.: …» over «Контактное лицо: Анна Пробная», who may have an
// address of her own.
func (r *contactReader) nameBelow() {
	n := len(r.release.Contacts)
	if n < 2 {
		return
	}
	above, last := &r.release.Contacts[n-2], r.release.Contacts[n-1]
	if isHeadOf(*above, last) {
		above.Name, above.Organisation = last.Name, listed(above.Post, above.Organisation)
		if above.Post = last.Post; above.Organisation == "" {
			above.Organisation = last.Organisation
		}
		r.release.Contacts = r.release.Contacts[:n-1]
		return
	}
	if above.Name+above.Post+above.Organisation != "" || len(last.Phones) > 0 || last.Name == "" || reached(last) && (n > 2 || above.Email+above.Site != "") {
		return
	}
	last.Phones, last.Email, last.Site = above.Phones, last.Email+above.Email, last.Site+above.Site
	*above = last
	r.release.Contacts = r.release.Contacts[:n-1]
}

// isHeadOf reports whether somebody without a number of his own is named below those of an office as its head, «Руководитель – Анна Примерова».
func isHeadOf(office, last release.Contact) bool {
	return office.Name == "" && office.Post+office.Organisation != "" && reached(office) && last.Name != "" && !reached(last) && heads.MatchString(last.Post)
}

// heads are posts that say no more of what somebody is the head of than what kind of office it is.
var heads = regexp.MustCompile(`^(?i:руководитель|начальник|заведующ(?:ий|ая)|директор|редактор|пресс-секретарь|прэс-сакратар|прессекретар|баспасөз хатшысы|басма сөз катчысы|matbuot kotibi|press secretary|press officer|spokesperson|кіраўнік|начальнік|басшы(?:сы)?|жетекши(?:си)?|башчысы|boshlig['‘’ʻ]i|head|director|manager|chief)(?:\s(?:управления|отдела|пресс-службы|пресс-центра|службы|департамента|центра|сектора|бюро|дирекции|аддзела|упраўлення|бөлімінің|басқармасының))?$`)

// officeAbove gives the first contact, who has no name, the office that a heading names above it: «Контакты пресс-службы:» over numbers.
func (r *contactReader) officeAbove() {
	if len(r.release.Contacts) == 0 || r.headedBy == "" {
		return
	}
	if first := &r.release.Contacts[0]; first.Name+first.Post+first.Organisation == "" {
		first.Post, first.Organisation = splitPost(r.headedBy)
	}
}

// longestOffice is how long a line is at most that names a press office and nothing else, in code points.
const longestOffice = 120

// pressOffice names the office of an organisation that speaks to the press.
var pressOffice = regexp.MustCompile(`^(?i:(?:управление |отдел )?пресс-?(?:служб[аы]|центра?)|прэс-?(?:служба|цэнтр)|баспасөз қызметі|басма сөз кызматы|маалымат кызматы|пресс-хадамоти|matbuot xizmati|axborot xizmati|press (?:office|service|cent(?:er|re)))(?:\s|$)|\s(?i:баспасөз қызметі|басма сөз кызматы|матбуот хизмати|matbuot xizmati|axborot xizmati|press (?:office|service|department))$`)

// officeAlone takes the press office that signs a text in its last line, though nothing says how it is reached.
func (r *contactReader) officeAlone() {
	at := len(r.lines) - 1
	if at < 3 || len(r.release.Contacts) > 0 {
		return
	}
	last, above := r.lines[at], r.lines[at-1]
	if last.Kind != layout.Text || utf8.RuneCountInString(last.Text) > longestOffice || strings.ContainsAny(last.Text, ":;,!?") || !sentenceEnd(above.Text) || !pressOffice.MatchString(last.Text) || isSentence(last.Text) {
		return
	}
	r.contactLine(last)
	r.lines = r.lines[:at]
}

// contactsAmid reads a block of contacts that stands within the text: a line says that it is one, and an empty line parts it from the
// paragraph that goes on below.
func (r *contactReader) contactsAmid() {
	headed := r.headed()
	for i := 2; i < len(r.lines)-1; i++ {
		if i == headed && !slices.ContainsFunc(r.lines[i+1:], isRule) { // the block goes on to the end
			return
		}
		if !reachesBelow(r.lines[i+1:]) {
			continue
		}
		end := r.blockEnd(i)
		if end > 0 && end+1 == len(r.lines) && issuer.MatchString(r.lines[end].Text) { // "SOURCE Sample Foods" below all of them
			end++
		} else if end == 0 || end == len(r.lines) {
			continue
		}
		for _, l := range exploded(r.lines[i:end]) {
			r.contactLine(l)
		}
		r.lines = slices.Delete(r.lines, i, end)
		return
	}
}

// reachLines is how many lines below the one that says that contacts follow have something to reach the first by.
const reachLines = 8

// reachesBelow reports whether the next lines may say how somebody is reached. To read each line of a text as a contact's takes long.
func reachesBelow(lines []layout.Paragraph) bool {
	return slices.ContainsFunc(lines[:min(len(lines), reachLines)], func(l layout.Paragraph) bool { return mayReach(l.Text) })
}

// mayReach reports whether a line has what every way to reach somebody has.
func mayReach(text string) bool {
	return strings.ContainsAny(text, "@0123456789") || strings.Contains(text, "www.") || strings.Contains(text, "://")
}

// blockEnd returns where a block of contacts ends that line n says to be one: at an empty line, or with the text; 0 where there is none.
func (r *contactReader) blockEnd(n int) int {
	if l := r.lines[n]; l.Kind != layout.Text || len(l.Text) > longestOpening || strings.ContainsAny(l.Text, "@0123456789") || !opensBlock(contactLinesIn(l.Text)[0]) {
		return 0
	}
	end := n + 1
	for end < len(r.lines) && r.lines[end].Kind == layout.Text && (end == n+1 || !r.lines[end].Apart) && isContactLine(r.lines[end].Text, true) {
		end++
	}
	if end < len(r.lines) && !r.lines[end].Apart || !anyReachable(r.lines[n+1:end]) {
		return 0
	}
	return end
}

// opensBlock reports whether a line says that somebody to be asked follows, perhaps with his name.
func opensBlock(l contactLine) bool {
	return l.opens() && !l.reachable() && (l.who == nil || l.certain)
}
