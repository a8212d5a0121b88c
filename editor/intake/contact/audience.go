package contact

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/intake/repair"
	"communique/editor/regexp"
	"communique/editor/release"
)

// audience says in a line of its own for whom the person below is there: "Media:", "Investor relations:". It is what he is where he has no post of his own.
var audience = regexp.MustCompile(`^(?i:(?:for )?(?:the )?(?:media|press|investors?|analysts?|shareholders?|journalists?|editors|broadcasters?|general|public|trade|customers?|industry)(?: (?:and|&) \p{L}+)?(?: relations| media| press)?)\s*:?$`)

// forWhom keeps such a line until the contact has a post.
func (r *Reader) forWhom(l Line, at layout.Place) {
	if len(l.Who) == 1 && !l.Reachable() && audience.MatchString(l.text) {
		r.audience = layout.Paragraph{Text: l.text, At: at}
	}
}

// fromSource keeps a line that says who issues a text, "SOURCE: Northwind Energy", above contacts. Their own organisation, an agency's, takes its place,
// and the line goes aside.
func (r *Reader) fromSource(l Line, at layout.Place) {
	if r.last() == nil && issues.MatchString(l.text) {
		r.source = layout.Paragraph{Text: l.text, At: at}
	}
}

// issues begins such a line.
var issues = regexp.MustCompile(`^(?:SOURCE\b|(?i:source|источник)\s*:)`)

// instead reports whether a post takes the place of the words that say for whom the contact is there; these go aside.
func (r *Reader) instead(c *release.Contact, w Called) bool {
	if w.office && r.source.Text != "" && c.Organisation != "" && strings.HasSuffix(r.source.Text, c.Organisation) {
		r.Aside(repair.AsideContact, r.source)
		c.Organisation, r.source = "", layout.Paragraph{}
	}
	is := !w.office && r.audience.Text != "" && c.Name != "" && c.Post == strings.TrimRight(r.audience.Text, " :")
	if is {
		r.Aside(repair.AsideContact, r.audience)
		c.Post, r.audience = w.Post, layout.Paragraph{}
	}
	return is
}

// ofParty says that the people below are of one of those who issue a text together: "For Northwind Energy:", «Со стороны фонда «Река»:».
var ofParty = regexp.MustCompile(`^(?:For (?:the )?([\p{Lu}].{2,80}?)|(?:От|Со стороны|От имени) ([\p{L}«][^:@\d]{2,80}?))\s*:$`)

// forParty keeps whose the contacts below are.
func (r *Reader) forParty(l Line) {
	if m := ofParty.FindStringSubmatch(l.text); m != nil && !l.Reachable() {
		r.parties = append(r.parties, party{from: len(r.Release.Contacts), name: m[1] + m[2]})
	}
}

// party is one of those who issue a text together, with the number of the first of its contacts.
type party struct {
	from int
	name string
}

// partiesBelow gives each contact that names no organisation the one that a line above it names.
func (r *Reader) partiesBelow() {
	all := r.Release.Contacts
	for i, p := range r.parties {
		end := len(all)
		if i+1 < len(r.parties) {
			end = min(end, r.parties[i+1].from)
		}
		for at := p.from; at < end; at++ {
			if all[at].Organisation == "" && all[at].Name != "" {
				all[at].Organisation = p.name
			}
		}
	}
}

// labelBefore is what a form says of somebody behind it, where a tab stood between them: «Контактное лицо Анна Примерова».
var labelBefore = regexp.MustCompile(`^(?i:контактное лицо|контакт|ф\.?\s?и\.?\s?о\.?|имя|contact(?: person| name)?|(?:media|press) contact|name)\s+(\p{Lu})`)

// labelIn returns how a text begins that is such a label; "" where nobody is named behind it.
func labelIn(text string) string {
	m := labelBefore.FindStringSubmatchIndex(text)
	if m == nil {
		return ""
	}
	if c, known := calledBy(between.Split(text[m[2]:], 2)[0]); !known || c.Name == "" {
		return ""
	}
	return text[:m[2]]
}

var (
	// networks says that addresses on social networks follow, and material where pictures lie, or where one registers: neither is anybody's site.
	networks = regexp.MustCompile(`^(?i:(?:подписывайтесь|следите|присоединяйтесь|читайте нас|смотрите нас)(?:\s\p{L}[\p{L}-]*){1,6}|(?:мы |найдите нас |следите за нами |подписывайтесь(?: на нас)? |наши |присоединяйтесь )?(?:в |на )?(?:социальн\S+ сет\S+|соцсет\S+|мессенджер\S*)|(?:follow|find) us(?: on)?(?: social media)?|social(?: media| networks?)?|connect with us)\s*:\s*`)
	material = regexp.MustCompile(`^(?i:(?:скачать |ссылка на )?(?:фото|видео|изображени|иллюстраци|пресс-кит|пресс-пакет|медиакит|логотип|запись|трансляци|регистраци|аккредитаци|заявк|билет|программ|accreditation|tickets?|programme|анкета|форма|презентаци|(?:high[- ]res\S*\s)?(?:photo|image|picture|video|footage|logo|b-roll)|(?:press|media) kit|download|registration|register|livestream)[^:@\d]{0,60}:)\s+(?:https?://|www\.)\S+$`)
)
