package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// take adds what a line says to the contacts. What has no field there goes to the notes, but
// for the word "contact" before one.
func (r *contactReader) take(l contactLine, at layout.Place) {
	above := l.above
	if l.who == nil && !l.reachable() || l.saysMore() {
		above = l.heading + above
	}
	if c, found := officeIn(l.heading); found && l.who == nil && !l.reachable() && len(r.release.Contacts) == 0 {
		r.headedBy = c.post
	}
	if above = strings.TrimSpace(above); above != "" && !l.party {
		r.aside(asideContact, layout.Paragraph{Text: above, At: at})
	}
	if l.beside != "" {
		r.aside(asideContact, layout.Paragraph{Text: l.beside, At: at})
	}
	r.forWhom(l, at)
	r.forParty(l)
	r.besideDesk(&l)
	if !l.certain && (l.who != nil || l.reachable()) {
		r.tell(contactGuessed, release.ContactsField, layout.Paragraph{Text: l.text, At: at})
	}
	if r.isOnDuty(l) {
		r.begin()
	}
	r.fromSource(l, at)
	r.named(l.who)
	r.reach(l)
}

// isOnDuty reports whether a line tells who answers when the contact above does not: an officer on duty without a name, with numbers of their own.
func (r *contactReader) isOnDuty(l contactLine) bool {
	above := r.last()
	return above != nil && reached(*above) && len(l.who) == 1 && l.who[0].name == "" && l.reachable() && onDuty.MatchString(l.who[0].post)
}

// named adds whom a line names.
func (r *contactReader) named(who []called) {
	persons := 0
	for i, c := range who {
		if i+1 < len(who) && r.another(c, who[i+1]) {
			r.begin()
		}
		if !c.person && r.houseOf(c, len(who) == 1) {
			c = called{post: c.name, office: true, house: true}
		}
		if c.name != "" {
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
func (r *contactReader) another(post, behind called) bool {
	above := r.last()
	return post.name == "" && behind.name != "" && behind.post == "" && above != nil && above.Name != "" && above.Post != ""
}

// reachedAlike are the last contacts that a line names together, above one number; the last one alone where it names no others.
func (r *contactReader) reachedAlike() []release.Contact {
	r.reachedBy()
	n := len(r.release.Contacts)
	return r.release.Contacts[n-max(1, min(r.alike, n)):]
}

// besideDesk parts a desk with a number of its own from the contact above that nobody reaches yet, «Телефон доверия: …»; in brackets
// below a name it says what answers at the person's number, «+7 … (приёмная)».
func (r *contactReader) besideDesk(l *contactLine) {
	above, desk := r.last(), l.desk()
	switch {
	case desk != "" && above != nil && above.Name != "" && reached(*above) && switchboard.MatchString(desk):
		l.who, l.reach = nil, l.reach+" ("+desk+")"
	case desk == "" || above == nil || above.Name == "" && above.Post == "" || reached(*above):
	case above.Name != "" && strings.HasSuffix(l.text, ")"):
		l.who, l.reach = nil, l.reach+" ("+desk+")"
	default:
		r.begin()
	}
}

// switchboard answers for somebody whose own number stands above.
var switchboard = regexp.MustCompile(`^(?i:switchboard|коммутатор)$`)

// onDuty is whoever answers when those named above do not, at a number of his own.
var onDuty = regexp.MustCompile(`(?i:\bduty\b|out[- ]of[- ]hours|after[- ]hours|дежурн)`)

// reach adds how somebody is reached.
func (r *contactReader) reach(l contactLine) {
	if l.reachable() {
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
func (l contactLine) saysMore() bool {
	if c, found := officeIn(l.heading); found && slices.ContainsFunc(l.who, func(w called) bool { return w.post == c.post }) {
		return false
	}
	return slices.ContainsFunc(strings.FieldsFunc(l.heading, func(r rune) bool { return r != '-' && noWord(r) }), func(word string) bool {
		return strings.Trim(word, "-") != "" && !saysContact.MatchString(word)
	})
}

// saysContact are the words by which a heading says that a contact for the press follows.
var saysContact = regexp.MustCompile(`^(?i:(?:медиа-?|пресс-?)?контакт\p{L}*|кантакт\p{L}*|kontakt\p{L}*|contacts?|лиц\p{L}*|асоб\p{L}*|информаци\p{L}*|данны\p{L}*|тел|телефон\p{L}*|для|по|и|справок|сми|смі|змі|прессы|прессе|прэсы|преси|журналист\p{L}*|представител\p{L}*|` +
	`исп|исполнитель|ответственн\p{L}*|press|presse|media|company|office|relations|information|details|persons?|us|enquiries|inquiries|queries|for|the|of|to|rsvp|байланыш|үчүн|байланыс|үшін|aloqa|uchun|барои|тамос)$`)

// houseOf reports whether what looks like a name is rather the organisation of the person above: "Northwind Energy". Beside
// others in a line it begins with no first name.
func (r *contactReader) houseOf(c called, alone bool) bool {
	above := r.last()
	return (alone || c.name != "" && !givenNames.Has(strings.ToLower(strings.Fields(c.name)[0]))) && above != nil && c.name != "" && c.post == "" && !inCyrillic(c.name) && above.Name != "" && above.Organisation == "" && !reached(*above) &&
		(above.Post != "" || !givenNames.Has(strings.ToLower(strings.Fields(c.name)[0])) && !strings.Contains(c.name, "."))
}

// who adds a person, a post or an office: to the contact above as long as nothing says how
// that is reached and it lacks what is said here, or is of the same name; otherwise to a new one.
func (r *contactReader) who(w called) {
	c := r.last()
	if c != nil && isOfRank(c, w) {
		c.Name = w.post + " " + w.name
		return
	}
	again := r.again
	if r.again = ""; c != nil && reached(*c) && w.name == "" && saidAlready(c, w) {
		r.again = w.post
	}
	if c == nil || !saidAlready(c, w) && !belated(c, w) && (reached(*c) || r.isAnother(c, w)) {
		r.begin()
		r.last().Organisation = again
	}
	c = r.last()
	if w.name != "" {
		r.name(c, w)
	}
	if w.post != "" {
		r.post(c, w)
	}
}

// isAnother reports whether somebody is named who is not the contact above: that has a name, or a post of its own.
func (r *contactReader) isAnother(c *release.Contact, w called) bool {
	return w.name != "" && (c.Name != "" || w.post != "" && c.Post != "" && !r.office)
}

// name gives a contact its name. An organisation that stands alone over it is that of its person.
func (r *contactReader) name(c *release.Contact, w called) {
	if above := strings.TrimSpace(c.Post + " " + c.Organisation); c.Name == "" && w.post == "" && r.office && c.Post != "" && isHouseBefore(above) {
		c.Post, c.Organisation = "", above
	}
	c.Name = w.name
}

// rank stands before the name of somebody whose post is said above: «Пресс-секретарь штаба», «майор Руслан Пробный».
var rank = regexp.MustCompile(`^(?i:(?:(?:младший|старший|гвардии|капитан|генерал|вице|контр)[ -])*(?:рядовой|сержант|старшина|прапорщик|мичман|лейтенант|капитан(?: \d ранга| (?:первого|второго|третьего) ранга)?|майор|подполковник|полковник|адмирал|генерал)(?: (?:внутренней службы|полиции|милиции|юстиции|медицинской службы|запаса|в отставке))?|` +
	`к\.\s?\p{L}+\.\s?н\.|д\.\s?\p{L}+\.\s?н\.|господин|госпожа|г-н|г-жа)$`)

// isOfRank reports whether somebody with a rank has the post that is said above.
func isOfRank(c *release.Contact, w called) bool {
	return c.Post != "" && c.Name == "" && w.name != "" && !reached(*c) && rank.MatchString(w.post)
}

// saidAlready reports whether a contact has a name, «тел. …, Анна Пробная» below her post, or an organisation: "SOURCE Sample Foods" below its
// press secretary.
func saidAlready(c *release.Contact, w called) bool {
	return w.name != "" && w.name == c.Name || w.name == "" && w.house && w.post == c.Organisation
}

// belated reports whether a post belongs to the person above though she is reached already: it stands below her number. So
// does what a form says of her organisation.
func belated(c *release.Contact, w called) bool {
	if w.tagged && w.name == "" && c.Name != "" && (w.office && c.Organisation == "" || !w.office && c.Post == "") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(w.post)
	return w.name == "" && !w.office && unicode.IsLower(first) && c.Name != "" && c.Post == ""
}

// post adds a post or an office. Below an office a post is that of somebody in it.
func (r *contactReader) post(c *release.Contact, w called) {
	switch {
	case r.instead(c, w):
	case c.Name != "" && c.Post == "" && c.Organisation == "" && w.isPart():
		c.Post = w.post
	case r.isWhose(c, w):
		part, house := splitPost(w.post)
		if c.Name == "" || c.Post != "" || house == "" || !pressOffice.MatchString(part) {
			part, house = "", w.post
		}
		c.Post, c.Organisation = c.Post+part, withOrganisation(c.Organisation, house)
	case !w.office && c.Post != "" && !r.office:
		post, house := splitFurther(w.post)
		c.Post, c.Organisation = listed(c.Post, post), withOrganisation(c.Organisation, house)
	default:
		above := strings.TrimSpace(c.Post + " " + c.Organisation)
		c.Post, c.Organisation = splitPost(w.post)
		c.Organisation = listed(c.Organisation, above)
		r.office = w.office
	}
}

// isWhose reports whether an office is the organisation of somebody who is named, or has a post, already.
func (r *contactReader) isWhose(c *release.Contact, w called) bool {
	within := c.Name == "" && r.office && partOf.MatchString(w.post) // «Сектор информации» below «Аппарат …»
	return w.house || w.office && !within && (c.Name != "" || c.Post != "") || w.name != "" && isHouseBefore(w.post)
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
	case inCyrillic(words):
		return isHouse(words) || strings.HasPrefix(words, "Секретариат ") || housesOf.Has(strings.ToLower(strings.Fields(words)[0]))
	}
	return isHouse(words) && (isEnglishHouse(words) || companyName.MatchString(words))
}

// withOrganisation adds an organisation to those of a contact; one that is said once more is there already.
func withOrganisation(all, more string) string {
	if all == more {
		return all
	}
	return listed(all, more)
}

// isPart reports whether somebody is of a part of an organisation that has no name: «PR-отдел», «пресс-служба завода».
func (w called) isPart() bool {
	if w.office && partInEnglish.MatchString(w.post) {
		return true
	}
	return w.office && partOf.MatchString(w.post) && (!strings.Contains(w.post, " ") || strings.ToLower(w.post) == w.post)
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
func (r *contactReader) mail(address string) {
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

func (r *contactReader) web(address string) {
	if c := r.reachedBy(); c.Site != "" && c.Site != address {
		r.begin()
	}
	alike := r.reachedAlike()
	for i := range alike {
		alike[i].Site = address
	}
}

func (r *contactReader) phones(phones []release.PhoneNumber) {
	if len(phones) == 0 {
		return
	}
	alike := r.reachedAlike()
	for i := range alike {
		alike[i].Phones = append(alike[i].Phones, phones...)
	}
}

// last is the contact read last, nil where there is none.
func (r *contactReader) last() *release.Contact {
	if n := len(r.release.Contacts); n > 0 {
		return &r.release.Contacts[n-1]
	}
	return nil
}

// reachedBy is the contact that an address or a number belongs to.
func (r *contactReader) reachedBy() *release.Contact {
	if r.last() == nil {
		r.begin()
	}
	return r.last()
}

// begin adds a contact.
func (r *contactReader) begin() {
	r.release.Contacts = append(r.release.Contacts, release.Contact{})
	r.office, r.alike = false, 1
}

// reached reports whether a contact says how it is reached.
func reached(c release.Contact) bool { return len(c.Phones) > 0 || c.Email != "" || c.Site != "" }

// contactNamed is a contact as a text names it, perhaps with a post and an organisation.
func contactNamed(text string) release.Contact {
	r := &contactReader{}
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
