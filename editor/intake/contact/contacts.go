package contact

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/intake/officename"
	"communique/editor/intake/repair"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/release"
)

// Take adds what a line says to the contacts. What has no field there goes to the notes, but
// for the word "contact" before one.
func (r *Reader) Take(l Line, at layout.Place) {
	above := l.above
	if l.Who == nil && !l.Reachable() || l.saysMore() {
		above = l.Heading + above
	}
	if c, found := officeIn(l.Heading); found && l.Who == nil && !l.Reachable() && len(r.Release.Contacts) == 0 {
		r.headedBy = c.Post
	}
	if above = strings.TrimSpace(above); above != "" && !l.party {
		r.Aside(repair.AsideContact, layout.Paragraph{Text: above, At: at})
	}
	if l.beside != "" {
		r.Aside(repair.AsideContact, layout.Paragraph{Text: l.beside, At: at})
	}
	r.forWhom(l, at)
	r.forParty(l)
	r.besideDesk(&l)
	if !l.Certain && (l.Who != nil || l.Reachable()) {
		r.Tell(repair.ContactGuessed, release.ContactsField, layout.Paragraph{Text: l.text, At: at})
	}
	if r.isOnDuty(l) {
		r.begin()
	}
	r.fromSource(l, at)
	r.named(l.Who)
	r.reach(l)
}

// isOnDuty reports whether a line tells who answers when the contact above does not: an officer on duty without a name, with numbers of their own.
func (r *Reader) isOnDuty(l Line) bool {
	above := r.last()
	return above != nil && Reached(*above) && len(l.Who) == 1 && l.Who[0].Name == "" && l.Reachable() && onDuty.MatchString(l.Who[0].Post)
}

// named adds whom a line names.
func (r *Reader) named(who []Called) {
	persons := 0
	for i, c := range who {
		if i+1 < len(who) && r.another(c, who[i+1]) {
			r.begin()
		}
		if !c.person && r.houseOf(c, len(who) == 1) {
			c = Called{Post: c.Name, office: true, house: true}
		}
		if c.Name != "" {
			persons++
		}
		r.who(c)
	}
	if who != nil {
		r.alike = persons
	}
}

// another reports whether a post is that of the person behind it, and not one more of the one above: «Заместитель – Глеб Сомов» below somebody
// with his post.
func (r *Reader) another(post, behind Called) bool {
	above := r.last()
	return post.Name == "" && behind.Name != "" && behind.Post == "" && above != nil && above.Name != "" && above.Post != ""
}

// reachedAlike are the last contacts that a line names together, above one number; the last one alone where it names no others.
func (r *Reader) reachedAlike() []release.Contact {
	r.reachedBy()
	n := len(r.Release.Contacts)
	return r.Release.Contacts[n-max(1, min(r.alike, n)):]
}

// besideDesk parts a desk with a number of its own from the contact above that nobody reaches yet, «Телефон доверия: …»; in brackets
// below a name it says what answers at the person's number, «+7 … (приёмная)».
func (r *Reader) besideDesk(l *Line) {
	above, desk := r.last(), l.Desk()
	switch {
	case desk != "" && above != nil && switchboard.MatchString(desk):
		l.Who, l.reach = nil, l.reach+" ("+desk+")"
	case desk == "" || above == nil || above.Name == "" && above.Post == "" || Reached(*above):
	case above.Name != "" && strings.HasSuffix(l.text, ")"):
		l.Who, l.reach = nil, l.reach+" ("+desk+")"
	default:
		r.begin()
	}
}

// switchboard answers for somebody, or a desk, that stands above.
var switchboard = regexp.MustCompile(`^(?i:switchboard|коммутатор)$`)

// onDuty is whoever answers when those named above do not, at a number of his own.
var onDuty = regexp.MustCompile(`(?i:\bduty\b|out[- ]of[- ]hours|after[- ]hours|дежурн)`)

// reach adds how somebody is reached.
func (r *Reader) reach(l Line) {
	if l.Reachable() {
		r.again = ""
	}
	var phones []release.PhoneNumber
	if l.reach != "" {
		phones = ReadPhoneList(l.reach)
	}
	for i, address := range l.mails {
		r.mail(address)
		if i == 0 {
			r.phones(phones)
		}
	}
	if len(l.mails) == 0 {
		r.phones(phones)
	}
	for _, address := range l.sites {
		r.web(address)
	}
}

// saysMore reports whether the heading of a line says more than that a contact for the press follows, and more than becomes its
// office: «Контакт в Бишкеке», «Контактное лицо по вопросам аккредитации».
func (l Line) saysMore() bool {
	if c, found := officeIn(l.Heading); found && slices.ContainsFunc(l.Who, func(w Called) bool { return w.Post == c.Post }) {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(l.Heading, func(r rune) bool { return r != '-' && wording.NoWord(r) }), func(word string) bool {
		return strings.Trim(word, "-") != "" && !saysContact.MatchString(word)
	})
}

// saysContact are the words by which a heading says that a contact for the press follows.
var saysContact = regexp.MustCompile(`^(?i:(?:медиа-?|пресс-?)?контакт\p{L}*|кантакт\p{L}*|kontakt\p{L}*|contacts?|лиц\p{L}*|асоб\p{L}*|информаци\p{L}*|данны\p{L}*|тел|телефон\p{L}*|для|по|и|справок|сми|смі|змі|прессы|прессе|прэсы|преси|журналист\p{L}*|представител\p{L}*|` +
	`исп|исполнитель|ответственн\p{L}*|press|presse|media|company|office|relations|information|details|persons?|us|enquiries|inquiries|queries|for|the|of|to|rsvp|байланыш|үчүн|байланыс|үшін|aloqa|uchun|барои|тамос)$`)

// houseOf reports whether what looks like a name is rather the organisation of the person above: "Northwind Energy". Beside
// others in a line it begins with no first name.
func (r *Reader) houseOf(c Called, alone bool) bool {
	above := r.last()
	return (alone || c.Name != "" && !givenNames.Has(strings.ToLower(strings.Fields(c.Name)[0]))) && above != nil && c.Name != "" && c.Post == "" && !wording.InCyrillic(c.Name) && above.Name != "" && above.Organisation == "" && !Reached(*above) &&
		(above.Post != "" || !givenNames.Has(strings.ToLower(strings.Fields(c.Name)[0])) && !strings.Contains(c.Name, "."))
}

// Who adds a person, a post or an office: to the contact above as long as nothing says how
// that is reached and it lacks what is said here, or is of the same name; otherwise to a new one.
func (r *Reader) who(w Called) {
	c := r.last()
	if c != nil && isOfRank(c, w) {
		c.Name = w.Post + " " + w.Name
		return
	}
	again := r.again
	if r.again = ""; c != nil && Reached(*c) && w.Name == "" && saidAlready(c, w) {
		r.again = w.Post
	}
	if c == nil || !saidAlready(c, w) && !belated(c, w) && (Reached(*c) || r.isAnother(c, w)) {
		r.begin()
		r.last().Organisation = again
	}
	c = r.last()
	if w.Name != "" {
		r.name(c, w)
	}
	if w.Post != "" {
		r.post(c, w)
	}
}

// isAnother reports whether somebody is named who is not the contact above: that has a name, or a post of its own.
func (r *Reader) isAnother(c *release.Contact, w Called) bool {
	return w.Name != "" && (c.Name != "" || w.Post != "" && c.Post != "" && !r.office)
}

// Name gives a contact its name. An organisation that stands alone over it is that of its person.
func (r *Reader) name(c *release.Contact, w Called) {
	if above := strings.TrimSpace(c.Post + " " + c.Organisation); c.Name == "" && w.Post == "" && r.office && c.Post != "" && isHouseBefore(above) {
		c.Post, c.Organisation = "", above
	}
	c.Name = w.Name
}

// rank stands before the name of somebody whose post is said above: «Пресс-секретарь штаба», «майор Руслан Пробный».
var rank = regexp.MustCompile(`^(?i:(?:(?:младший|старший|гвардии|капитан|генерал|вице|контр)[ -])*(?:рядовой|сержант|старшина|прапорщик|мичман|лейтенант|капитан(?: \d ранга| (?:первого|второго|третьего) ранга)?|майор|подполковник|полковник|адмирал|генерал)(?: (?:внутренней службы|полиции|милиции|юстиции|медицинской службы|запаса|в отставке))?|` +
	`к\.\s?\p{L}+\.\s?н\.|д\.\s?\p{L}+\.\s?н\.|господин|госпожа|г-н|г-жа)$`)

// isOfRank reports whether somebody with a rank has the post that is said above.
func isOfRank(c *release.Contact, w Called) bool {
	return c.Post != "" && c.Name == "" && w.Name != "" && !Reached(*c) && rank.MatchString(w.Post)
}

// saidAlready reports whether a contact has a name, «тел. …, Анна Пробная» below her post, or an organisation: "SOURCE Sample Foods" below its
// press secretary.
func saidAlready(c *release.Contact, w Called) bool {
	return w.Name != "" && w.Name == c.Name || w.Name == "" && w.house && w.Post == c.Organisation
}

// belated reports whether a post belongs to the person above though she is reached already: it stands below her number. So
// does what a form says of her organisation.
func belated(c *release.Contact, w Called) bool {
	if w.tagged && w.Name == "" && c.Name != "" && (w.office && c.Organisation == "" || !w.office && c.Post == "") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(w.Post)
	return w.Name == "" && !w.office && unicode.IsLower(first) && c.Name != "" && c.Post == ""
}

// Post adds a post or an office. Below an office a post is that of somebody in it.
func (r *Reader) post(c *release.Contact, w Called) {
	switch {
	case r.instead(c, w):
	case c.Name != "" && c.Post == "" && c.Organisation == "" && w.IsPart():
		c.Post = w.Post
	case r.isWhose(c, w):
		part, house := splitPost(w.Post)
		if c.Name == "" || c.Post != "" || house == "" || !pressOffice.MatchString(part) {
			part, house = "", w.Post
		}
		c.Post, c.Organisation = c.Post+part, withOrganisation(c.Organisation, house)
	case !w.office && c.Post != "" && !r.office:
		post, house := splitFurther(w.Post)
		c.Post, c.Organisation = listed(c.Post, post), withOrganisation(c.Organisation, house)
	default:
		above := strings.TrimSpace(c.Post + " " + c.Organisation)
		c.Post, c.Organisation = splitPost(w.Post)
		c.Organisation = listed(c.Organisation, above)
		r.office = w.office
	}
}

// isWhose reports whether an office is the organisation of somebody who is named, or has a post, already.
func (r *Reader) isWhose(c *release.Contact, w Called) bool {
	within := c.Name == "" && r.office && partOf.MatchString(w.Post) // «Сектор информации» below «Аппарат …»
	return w.house || w.office && !within && (c.Name != "" || c.Post != "") || w.Name != "" && isHouseBefore(w.Post)
}

// splitFurther is splitPost of a post behind another, as far as the organisation is named with a capital: «сооснователь студии «Контур»» is one.
func splitFurther(text string) (post, organisation string) {
	post, organisation = splitPost(text)
	if first, _ := utf8.DecodeRuneInString(organisation); !unicode.IsUpper(first) {
		return text, ""
	}
	return post, organisation
}

// isHouseBefore reports whether what stands before a name is whose he is, and no post: «Министерство культуры Пётр Пробный».
func isHouseBefore(words string) bool {
	switch {
	case isHouseElsewhere(words):
		return true
	case wording.InCyrillic(words):
		return IsHouse(words) || strings.HasPrefix(words, "Секретариат ") || housesOf.Has(strings.ToLower(strings.Fields(words)[0]))
	}
	return IsHouse(words) && (officename.IsEnglishHouse(words) || officename.CompanyName.MatchString(words))
}

// withOrganisation adds an organisation to those of a contact; one that is said once more is there already.
func withOrganisation(all, more string) string {
	if all == more {
		return all
	}
	return listed(all, more)
}

// IsPart reports whether somebody is of a part of an organisation that has no name: «PR-отдел», «пресс-служба завода».
func (w Called) IsPart() bool {
	if w.office && partInEnglish.MatchString(w.Post) {
		return true
	}
	return w.office && partOf.MatchString(w.Post) && (!strings.Contains(w.Post, " ") || strings.ToLower(w.Post) == w.Post)
}

// partInEnglish is the name of a part of whatever organisation: "Press Office".
var partInEnglish = regexp.MustCompile(`^(?i:(?:press|media|news|communications?|public relations|pr|marketing|media relations|public affairs)\s(?:office|team|desk|department|unit|section|service|centre|center))$`)

// partOf begins the name of a part of an office above it.
var partOf = regexp.MustCompile(`^(?i:(?:\p{L}+(?:ый|ий|ой|ая|ое)\s)?(?:(?:PR-|медиа-?)?отдел|сектор|управление|департамент|служба|пресс-служба|пресс-центр|приёмная)(?:\s|$))`)

// listed adds words to a list of them.
func listed(all, words string) string {
	if all == "" || words == "" {
		return all + words
	}
	return all + ", " + words
}

// mail gives the contact a mail address. A second one is that of the second of two who are named together, and begins another contact
// otherwise, for each has one; web does the same for a site.
func (r *Reader) mail(address string) {
	if c := r.reachedBy(); c.Email != "" && !strings.EqualFold(c.Email, address) {
		if r.alike < 2 {
			r.begin()
		}
		r.alike = 1
		r.reachedBy().Email = address
		return
	}
	alike := r.reachedAlike()
	for i := range alike {
		alike[i].Email = address
	}
}

func (r *Reader) web(address string) {
	if c := r.reachedBy(); c.Site != "" && c.Site != address {
		r.begin()
	}
	alike := r.reachedAlike()
	for i := range alike {
		alike[i].Site = address
	}
}

func (r *Reader) phones(phones []release.PhoneNumber) {
	if len(phones) == 0 {
		return
	}
	alike := r.reachedAlike()
	for i := range alike {
		alike[i].Phones = append(alike[i].Phones, phones...)
	}
}

// last is the contact read last, nil where there is none.
func (r *Reader) last() *release.Contact {
	if n := len(r.Release.Contacts); n > 0 {
		return &r.Release.Contacts[n-1]
	}
	return nil
}

// reachedBy is the contact that an address or a number belongs to.
func (r *Reader) reachedBy() *release.Contact {
	if r.last() == nil {
		r.begin()
	}
	return r.last()
}

// begin adds a contact.
func (r *Reader) begin() {
	r.Release.Contacts = append(r.Release.Contacts, release.Contact{})
	r.office, r.alike = false, 1
}

// Reached reports whether a contact says how it is reached.
func Reached(c release.Contact) bool { return len(c.Phones) > 0 || c.Email != "" || c.Site != "" }

// Named is a contact as a text names it, perhaps with a post and an organisation.
func Named(text string) release.Contact {
	r := &Reader{}
	r.begin()
	who, _ := whoIn(text)
	for _, c := range who {
		r.who(c)
	}
	if who == nil {
		r.last().Name = text
	}
	return *r.last()
}
