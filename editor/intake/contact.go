package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

var (
	// phone is a line that begins with a number, or with a word for what answers there.
	phone = regexp.MustCompile(`^(?:(?i:тел\.? ?[/-] ?факс|тел\.?|телефоны?|телефакс|моб\.?|факс|phones?|phone/fax|tel\.?|fax|mobile)\s*:?\s*)?` + number.String())
	email = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`)
	// mailLine is a mail address with nothing but its name before it.
	mailLine = regexp.MustCompile(`^(?:(?i:e-?mail|эл\.? ?почта|почта)\s*:?\s*)?(` + email.String() + `)[.,;]?$`)
	site     = regexp.MustCompile(`^(?:https?://|www\.)\S+$`)
	named    = regexp.MustCompile(`^(?i:contact|media contact|контакты?|контакт для прессы|пресс-служба)\s*:\s*(.+)$`)
)

// footer takes the contact block off the end: what stands under a rule, or a
// line that says it is the contact.
func (r *reader) footer() {
	for i := len(r.lines) - 1; i >= 0; i-- {
		if isRule(r.lines[i].text) {
			r.ruled(i)
			return
		}
	}
	r.namedContact()
}

// ruled reads the block under the rule at line i. A line that is no contact
// stays in the body.
func (r *reader) ruled(i int) {
	block := r.lines[i+1:]
	if len(block) == 0 || len(block) > 24 || !anyReachable(block) {
		return
	}
	kept := r.lines[:i:i]
	for n, l := range block {
		if !isContactLine(l.text, n == 0) {
			kept = append(kept, l)
			continue
		}
		r.contactLine(l.text)
	}
	r.lines = kept
}

func anyReachable(lines []line) bool {
	for _, l := range lines {
		if phone.MatchString(l.text) || email.MatchString(l.text) {
			return true
		}
	}
	return false
}

// isContactLine reports whether a line is part of a contact block: a phone, a
// mail address, a site, or a name and post without the end of a sentence.
func isContactLine(text string, first bool) bool {
	if phone.MatchString(text) || email.MatchString(text) || site.MatchString(text) {
		return true
	}
	short := utf8.RuneCountInString(text) <= 160 && !sentenceEnd(text)
	_, name := splitName(text)
	return short && (first || name != "")
}

func (r *reader) contactLine(text string) {
	if phone.MatchString(text) && !email.MatchString(text) {
		r.contact(false).Phones = append(r.contact(false).Phones, ReadPhoneList(text)...)
		return
	}
	if phones, rest := ReadPhones(text); len(phones) > 0 && r.contact(false).Email == "" {
		if m := mailLine.FindStringSubmatch(rest); m != nil {
			r.contact(false).Phones = append(r.contact(false).Phones, phones...)
			r.contact(false).Email = m[1]
			return
		}
	}
	if m := mailLine.FindStringSubmatch(text); m != nil {
		r.contact(false).Email = m[1]
		return
	}
	if site.MatchString(text) {
		r.contact(false).Site = text
		return
	}
	c := r.contact(true)
	office, name := splitName(text)
	c.Name = name
	c.Post, c.Organisation = splitPost(office)
}

// contact returns the contact that a line belongs to. A name or a post begins
// a new one, except in an empty block.
func (r *reader) contact(begins bool) *release.Contact {
	n := len(r.release.Contacts)
	if n == 0 || begins && (r.release.Contacts[n-1].Name != "" || r.release.Contacts[n-1].Post != "" || len(r.release.Contacts[n-1].Phones) > 0) {
		r.release.Contacts = append(r.release.Contacts, release.Contact{})
		n++
	}
	return &r.release.Contacts[n-1]
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
		m := named.FindStringSubmatch(r.lines[i].text)
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
