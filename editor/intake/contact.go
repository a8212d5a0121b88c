package intake

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/layout"
	"communique/editor/release"
)

var (
	// phone is a line that begins with a number, or with a word for what answers there.
	phone = regexp.MustCompile(`^(?:(?i:тел\.? ?[/-] ?факс|тел\.?|телефоны?|телефакс|моб\.?|факс|phones?|phone/fax|tel\.?|fax|mobile)\s*:?\s*)?` + number.String())
	email = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`)
	// site is a web address with nothing but its name before it.
	site = regexp.MustCompile(`^(?:(?i:сайт|веб-сайт|телеграм|web|website|telegram)\s*:\s*)?((?:https?://|www\.)\S+?|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?:/\S*?)?)[.,;]?$`)
	// postcode begins an address, not a number: «101000, г. Москва».
	postcode = regexp.MustCompile(`^\d{6},\s*\p{L}`)
	named    = regexp.MustCompile(`^(?i:contact|media contact|контакты?|контакт для прессы|пресс-служба)\s*:\s*(.+)$`)
)

// footer takes the contact block off the end: what the document marks as one, what stands
// under a rule, or a line that says it is the contact.
func (r *reader) footer() {
	if r.marked() {
		return
	}
	for i := len(r.lines) - 1; i >= 0; i-- {
		if isRule(r.lines[i]) {
			r.ruled(i)
			return
		}
	}
	r.namedContact()
}

// marked reads the paragraphs that the document marks as contacts, and takes the rule
// above them.
func (r *reader) marked() bool {
	is := func(p layout.Paragraph) bool { return p.Kind == layout.Contact }
	first := slices.IndexFunc(r.lines, is)
	if first < 0 {
		return false
	}
	for _, l := range exploded(r.lines) {
		if !is(l) {
			continue
		}
		if l.Begins {
			r.begin()
		}
		r.contactLine(l)
	}
	if first > 0 && r.lines[first-1].Kind == layout.Rule {
		first--
		r.lines = slices.Delete(r.lines, first, first+1)
	}
	r.lines = slices.DeleteFunc(r.lines, is)
	r.release.Contacts = slices.DeleteFunc(r.release.Contacts, func(c release.Contact) bool {
		return c.Name == "" && c.Post == "" && c.Organisation == "" && len(c.Phones) == 0 && c.Email == "" && c.Site == ""
	})
	return true
}

// ruled reads the block under the rule at line i. A line that is no contact
// stays in the body.
func (r *reader) ruled(i int) {
	block := r.lines[i+1:]
	if len(block) == 0 || len(block) > 24 || !anyReachable(exploded(block)) {
		return
	}
	kept := r.lines[:i:i]
	for n, p := range block {
		lines := exploded([]layout.Paragraph{p})
		if !allContact(lines, n == 0) {
			kept = append(kept, p)
			continue
		}
		for _, l := range lines {
			r.contactLine(l)
		}
	}
	r.lines = kept
}

// allContact reports whether each line of a paragraph is part of a contact block.
func allContact(lines []layout.Paragraph, first bool) bool {
	for n, l := range lines {
		if l.Kind != layout.Text && l.Kind != layout.Contact || !isContactLine(l.Text, first && n == 0) {
			return false
		}
	}
	return true
}

func anyReachable(lines []layout.Paragraph) bool {
	for _, l := range lines {
		if isPhone(l.Text) || email.MatchString(l.Text) {
			return true
		}
	}
	return false
}

func isPhone(text string) bool { return phone.MatchString(text) && !postcode.MatchString(text) }

// isContactLine reports whether a line is part of a contact block: a phone, a
// mail address, a site, or a name and post without the end of a sentence.
func isContactLine(text string, first bool) bool {
	if isPhone(text) || email.MatchString(text) || site.MatchString(text) {
		return true
	}
	short := utf8.RuneCountInString(text) <= 160 && !sentenceEnd(text)
	_, name := splitName(text)
	return short && !postcode.MatchString(text) && (first || name != "")
}

// contactLine reads a line of a contact block. Where its words lead to an address, that is
// how the contact is reached, too.
func (r *reader) contactLine(l layout.Paragraph) {
	linked := len(l.Marks) == 1 && l.Marks[0].Style == release.Link && l.Marks[0].End-l.Marks[0].Start == utf8.RuneCountInString(l.Text)
	if !linked || isPhone(l.Text) || email.MatchString(l.Text) || site.MatchString(l.Text) {
		r.contactWords(l.Text)
	}
	for _, m := range l.Marks {
		address, mail := strings.CutPrefix(m.Address, "mailto:")
		switch {
		case m.Style != release.Link:
		case mail:
			address, _, _ = strings.Cut(address, "?")
			r.mail(address)
		case !site.MatchString(l.Text): // otherwise the words themselves are the address
			r.web(address)
		}
	}
}

// mail gives the contact a mail address. A second one begins another contact, for each has
// one; web does the same for a site.
func (r *reader) mail(address string) {
	if c := r.contact(false); c.Email != "" && !strings.EqualFold(c.Email, address) {
		r.begin()
	}
	r.contact(false).Email = address
}

func (r *reader) web(address string) {
	if c := r.contact(false); c.Site != "" && c.Site != address {
		r.begin()
	}
	r.contact(false).Site = address
}

func (r *reader) contactWords(text string) {
	if isPhone(text) && !email.MatchString(text) {
		r.contact(false).Phones = append(r.contact(false).Phones, ReadPhoneList(text)...)
		return
	}
	phones, rest := ReadPhones(text)
	if addresses := mailsOnly(rest); len(addresses) > 0 {
		r.mail(addresses[0])
		r.contact(false).Phones = append(r.contact(false).Phones, phones...)
		for _, address := range addresses[1:] {
			r.mail(address)
		}
		return
	}
	if m := site.FindStringSubmatch(text); m != nil {
		r.web(m[1])
		return
	}
	r.who(text)
}

// mailsOnly returns the mail addresses of a text that holds nothing else but their names.
func mailsOnly(text string) []string {
	if rest, _ := withoutMail(text); strings.Trim(rest, edge) != "" {
		return nil
	}
	return email.FindAllString(text, -1)
}

// contact returns the contact that a line belongs to. A name or a post begins
// a new one, except in an empty block.
func (r *reader) contact(begins bool) *release.Contact {
	n := len(r.release.Contacts)
	if n == 0 || begins && said(r.release.Contacts[n-1]) {
		n = r.begin()
	}
	return &r.release.Contacts[n-1]
}

// begin adds a contact and returns how many there are.
func (r *reader) begin() int {
	r.release.Contacts = append(r.release.Contacts, release.Contact{})
	return len(r.release.Contacts)
}

// said reports whether a contact says who is asked.
func said(c release.Contact) bool { return c.Name != "" || c.Post != "" || len(c.Phones) > 0 }

// who takes a line with a name, a post, or both. One with the name alone goes on from one
// with the post alone.
func (r *reader) who(text string) {
	office, name := splitName(text)
	post, organisation := splitPost(office)
	if n := len(r.release.Contacts); n > 0 && office == "" && name != "" {
		if c := &r.release.Contacts[n-1]; c.Name == "" && c.Post != "" && len(c.Phones) == 0 && c.Email == "" && c.Site == "" {
			c.Name = name
			return
		}
	}
	c := r.contact(true)
	c.Name, c.Post, c.Organisation = name, post, organisation
}

// splitName takes a person's name off the end of a line: two capitalised
// words, three with a patronymic.
func splitName(text string) (office, name string) {
	words := strings.Fields(text)
	n := 0
	for n < len(words) && n < 3 && isNameWord(words[len(words)-1-n]) {
		n++
	}
	if n == 3 && !patronymic(words[len(words)-2]) && !patronymic(words[len(words)-1]) {
		n = 2
	}
	if n < 2 {
		return text, ""
	}
	cut := len(words) - n
	return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
}

func isNameWord(word string) bool {
	letters := []rune(word)
	if len(letters) < 2 || !unicode.IsUpper(letters[0]) {
		return false
	}
	for i, r := range letters[1:] {
		hyphen := r == '-' || i > 0 && letters[i] == '-'
		if !hyphen && !unicode.IsLower(r) && r != '.' {
			return false
		}
	}
	return true
}

func patronymic(word string) bool {
	for _, ending := range []string{"вич", "вна", "ична", "инична", "ьич"} {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	return false
}

// splitPost parts a post from the organisation after it: the organisation
// begins with the first capital after the first word.
func splitPost(text string) (post, organisation string) {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		if first, _ := utf8.DecodeRuneInString(strings.TrimLeft(words[i], "«\"(")); unicode.IsUpper(first) {
			return strings.Join(words[:i], " "), strings.Join(words[i:], " ")
		}
	}
	return text, ""
}

// namedContact reads a last line such as "Contact: Ann Example, 000/000-0000;
// Bob Sample, 000/000-0001." It is taken only where all of it is understood.
func (r *reader) namedContact() {
	for i := len(r.lines) - 1; i > 0 && i >= len(r.lines)-4; i-- {
		m := named.FindStringSubmatch(r.lines[i].Text)
		if m == nil {
			continue
		}
		contacts, ok := contactsIn(m[1])
		if !ok {
			return
		}
		r.release.Contacts = contacts
		r.lines = append(r.lines[:i:i], r.lines[i+1:]...)
		return
	}
}

// contactsIn reads names with their numbers, parted by semicolons.
func contactsIn(text string) (contacts []release.Contact, ok bool) {
	for entry := range strings.SplitSeq(strings.TrimSuffix(text, "."), ";") {
		name, number, ok := strings.Cut(strings.TrimSpace(entry), ", ")
		if !ok || !isName(name) || !phone.MatchString(number) {
			return nil, false
		}
		contacts = append(contacts, release.Contact{
			Name: name, Phones: ReadPhoneList(number),
		})
	}
	return contacts, true
}

func isName(text string) bool {
	words := strings.Fields(text)
	for _, w := range words {
		if !isNameWord(w) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4
}
