package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/export/link"
)

// footer is the contacts, the first under the rule, which is no longer than a line
// may be.
func footer(r release.Release, words translations.Wording, width int) []part {
	list := contacts(r, words)
	if len(list) == 0 {
		return nil
	}
	rule := Rule
	if width > 0 {
		rule = rule[:min(width, len(rule))]
	}
	list[0] = append(paragraph{{text: rule}}, list[0]...)
	return parts(list)
}

func contacts(r release.Release, words translations.Wording) []paragraph {
	var list []paragraph
	for _, c := range r.Contacts {
		if p := plain(strings.Join(ContactLines(c, words), "\n")); len(p) > 0 {
			list = append(list, p)
		}
	}
	return list
}

// Linked is a line of a contact, and where a click on it leads.
type Linked struct {
	Text string
	// Link is a tel:, mailto:, http: or https: address, or empty.
	Link string
}

// LinkedLines returns a contact as the footer shows it: Who in one line, then the ReachLines.
func LinkedLines(c release.Contact, words translations.Wording) []Linked {
	return append(appendLinked(nil, Who(c), ""), ReachLines(c, words)...)
}

// Posting returns post and organisation in one line. A Russian organisation stands behind the post in its case
// («Пресс-секретарь Совета»); in Latin letters a comma parts the two ("Press Secretary, Trade Council"), but for words
// that join them ("of the Trade Council").
func Posting(c release.Contact) string { return joined(c, c.Post, c.Organisation) }

// Who returns post, organisation and name in one line.
func Who(c release.Contact) string { return joined(c, c.Post, c.Organisation, c.Name) }

func joined(c release.Contact, texts ...string) string {
	joint := " "
	if isLatin(c.Post) && isLatin(c.Organisation) {
		joint = ", "
	}
	var there []string
	for _, text := range texts {
		if text = OneLine(text); text != "" {
			there = append(there, text)
		}
	}
	return strings.Join(there, joint)
}

// isLatin reports whether a text begins with a capital letter of the Latin script.
func isLatin(text string) bool {
	first, _ := utf8.DecodeRuneInString(OneLine(text))
	return unicode.IsUpper(first) && unicode.Is(unicode.Latin, first)
}

// ReachLines returns how a contact is reached: one phone a line, then mail and site.
func ReachLines(c release.Contact, words translations.Wording) []Linked {
	var lines []Linked
	for _, p := range c.Phones {
		lines = appendLinked(lines, OneLine(PhoneLine(p, words)), link.Tel(OneLine(p.Number)))
	}
	mail, site := OneLine(c.Email), OneLine(c.Site)
	lines = appendLinked(lines, mail, link.Mail(mail))
	return appendLinked(lines, site, link.Site(site))
}

func appendLinked(lines []Linked, content, address string) []Linked {
	if content != "" {
		lines = append(lines, Linked{content, address})
	}
	return lines
}

// ContactLines returns the words of LinkedLines.
func ContactLines(c release.Contact, words translations.Wording) []string {
	var lines []string
	for _, l := range LinkedLines(c, words) {
		lines = append(lines, l.Text)
	}
	return lines
}

// phoneKinds name what answers at a number; of any other nothing is said.
var phoneKinds = map[release.PhoneKind]string{
	release.Mobile:   "printed-mobile",
	release.Fax:      "printed-fax",
	release.PhoneFax: "printed-phone-fax",
}

// PhoneLine returns a number with what answers there.
func PhoneLine(p release.PhoneNumber, words translations.Wording) string {
	if name, named := phoneKinds[p.Kind]; named {
		return p.Number + " (" + words.Text(name) + ")"
	}
	return p.Number
}
