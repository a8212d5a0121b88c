package proof

import (
	"strings"
	"unicode"

	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

var (
	// phoneInText is a number of eleven digits or so as texts have it.
	phoneInText = regexp.MustCompile(`(?:\+\d|\b8)[\s\x{00a0}(\-–]{0,2}\d[\d\s\x{00a0}()\-–]{5,22}\d`)
	extension   = regexp.MustCompile(`(?i:доб|ext|вн)\.?.*$|#.*$|[,;/].*$`)              // or a second number
	mailbox     = regexp.MustCompile(`^[\p{L}\d_.+-]+@[\p{L}\d_-]+(?:\.[\p{L}\d_-]+)+$`) // also «пресса@пример.рф»
	site        = regexp.MustCompile(`^(?:https?://)?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?::\d+)?(?:/\S*)?$`)
	badScheme   = regexp.MustCompile(`(?i)\b(?:(htt?p?s?:/)(?:[^/]|$)|(htpps?:/|hhtps?:/|htp://|ht{3,}ps?:/|ttps?://|https?//|https?:\\\\|https?;//|https?\.//|www,|www\.\.)\w?|(www\.[\w-]+,[a-z]{2,4})\b|(www\.)\s|(www)\s[\w-]+\.\w|((?:https?://|www\.)[\w-]+(?:\.[\w-]+)*\.\.\w+))`)
)

// phoneForm finds phone numbers with a digit too many or too few.
func phoneForm(w *whole, out *report) {
	phonesOfContacts(w, out)
	for _, p := range w.texts {
		if p.Field != release.ContactsField && (strings.Contains(p.text, "+") || strings.Contains(p.text, "8")) {
			phonesInText(p, out)
		}
	}
}

func phonesOfContacts(w *whole, out *report) {
	for _, c := range w.release.Contacts {
		for _, phone := range c.Phones {
			if number := strings.TrimSpace(phone.Number); number != "" && !rightLength(number) {
				out.in(release.ContactsField, number).End = len([]rune(number))
			}
		}
	}
}

func phonesInText(p *passage, out *report) {
	for _, at := range phoneInText.FindAllStringIndex(p.text, -1) {
		number := p.text[at[0]:at[1]]
		before, _ := around(p.text, at[0], at[1])
		partOfMore := isLetterOrFigure(before) || before == '.' || before == ','
		if !partOfMore && writtenAsPhone(number) && !rightLength(number) {
			out.add(p, at[0], at[1])
		}
	}
}

// writtenAsPhone spares numbers that begin with 8 and count something: «8 000 000». That
// of a phone has hyphens or brackets, and after the 8 its code stands apart.
func writtenAsPhone(number string) bool {
	if number[0] != '8' {
		return true
	}
	return strings.ContainsAny(number, "-–(") && (strings.ContainsAny(number[1:3], "( ") || strings.Contains(number[1:4], "-"))
}

// lengths are how many digits a number has behind the sign of a country's numbers.
var lengths = []struct {
	code   string
	digits int
}{{"+7", 11}, {"+375", 12}, {"+996", 12}, {"+992", 12}, {"+998", 12}, {"+374", 11}, {"+1", 11}, {"+442", 12}, {"+443", 12}, {"+447", 12}, {"+33", 11}, {"+90", 12}, {"+91", 12}, {"+380", 12}, {"+373", 11}, {"+995", 12}, {"+993", 11}, {"+994", 12}}

// rightLength reports whether a number has as many digits as its country's have; of
// countries that are not known here it is asked for what the world has (ITU-T E.164).
func rightLength(number string) bool {
	number = extension.ReplaceAllString(number, "")
	digits := strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, number)
	if strings.IndexFunc(number, unicode.IsLetter) >= 0 {
		return true // it says something else
	}
	if strings.HasPrefix(number, "+") {
		return rightLengthAbroad(digits)
	}
	return rightLengthAtHome(number, digits)
}

func rightLengthAbroad(digits string) bool {
	for _, l := range lengths {
		if strings.HasPrefix("+"+digits, l.code) {
			return len(digits) == l.digits
		}
	}
	return len(digits) >= 8 && len(digits) <= 15
}

// rightLengthAtHome reports whether a number without a country's code is as long as it
// is dialled: within a town, with the code of the town, or with 8, 7 or 0 before it.
func rightLengthAtHome(number, digits string) bool {
	switch n := len(digits); n {
	case 9:
		return strings.HasPrefix(strings.TrimPrefix(number, "("), "0")
	case 10:
		return digits[0] != '8'
	case 11:
		return digits[0] == '8' || digits[0] == '7'
	default:
		return n <= 7 && n != 1
	}
}

// emailForm finds what cannot be an e-mail address.
func emailForm(w *whole, out *report) {
	for _, c := range w.release.Contacts {
		if text := strings.TrimSpace(c.Email); text != "" && (!mailbox.MatchString(alikeLatin.Replace(text)) || isHalfCyrillic(text)) {
			out.in(release.ContactsField, text).End = len([]rune(text))
		}
	}
	for _, p := range w.texts {
		if p.Field == release.ContactsField {
			continue
		}
		brokenMails(p, out)
		for i := 0; i < len(p.tokens); i++ {
			j := i
			for j < len(p.tokens) && p.tokens[j].address {
				j++
			}
			if j == i {
				continue
			}
			text := strings.TrimRight(p.text[p.tokens[i].start:p.tokens[j-1].end], ".,;:)»!?>")
			lead := len(text) - len(strings.TrimLeft(text, "(«<"))
			if p.isBadMail(i, alikeLatin.Replace(text[lead:])) || isHalfCyrillic(text[lead:]) {
				out.add(p, p.tokens[i].start+lead, p.tokens[i].start+len(text))
			}
			i = j
		}
	}
}

// isHalfCyrillic reports whether an address of mail has Cyrillic letters, and not only such as look like Latin ones,
// before a domain in Latin: «прес@example.org».
func isHalfCyrillic(text string) bool {
	name, domain, is := strings.Cut(text, "@")
	cyrillic, _ := letters(alikeLatin.Replace(name))
	return is && cyrillic > 0 && isASCII(domain) && domain != ""
}

// brokenMail is an address with a space at its @ or a comma in the place of its dot:
// «press@ council.ru», «press@council,ru», «E-mail: press council.ru».
var brokenMail = regexp.MustCompile(`(?i)[\w.+-]+(?:@[ \x{00a0}]|[ \x{00a0}]@[ \x{00a0}]?)[\w-]+\.[a-z]{2,8}\b|[\w.+-]+@[\w-]+,[a-z]{2,8}\b|(?:e-?mail|почта|почты): ([\w.+-]+[ \x{00a0}][\w-]+\.[a-z]{2,8})\b`)

// brokenMails finds the addresses that a space or a comma parts.
func brokenMails(p *passage, out *report) {
	if !strings.Contains(p.text, "@") && !strings.Contains(p.text, ": ") {
		return
	}
	for _, at := range brokenMail.FindAllStringSubmatchIndex(p.text, -1) {
		start, end := at[0], at[1]
		if at[2] >= 0 {
			start, end = at[2], at[3]
		}
		out.add(p, start, end)
	}
}

// isBadMail reports whether an address that begins at a token is meant for mail and cannot
// be one.
func (p *passage) isBadMail(i int, bare string) bool {
	at := strings.Index(bare, "@")
	if at < 0 {
		return p.asksMail(i)
	}
	if at == len(bare)-1 { // «press.council@», cut off
		return at > 0 && !p.goesOnBehind(i)
	}
	return at > 0 && !strings.Contains(bare, "://") && !strings.ContainsAny(bare, ",;:") && (!mailbox.MatchString(bare) || endsTwice(bare))
}

// goesOnBehind reports whether a space parts the address that begins at a token: brokenMails tells of it.
func (p *passage) goesOnBehind(i int) bool {
	at := brokenMail.FindStringIndex(p.text[p.tokens[i].start:])
	return at != nil && at[0] == 0
}

// endsTwice reports whether an address ends in the same domain twice: «council.ru.ru».
func endsTwice(address string) bool {
	labels := strings.Split(address, ".")
	n := len(labels)
	return n > 2 && labels[n-1] == labels[n-2]
}

// asksMail reports whether «E-mail:» or «пишите на» stands before the address at a token.
func (p *passage) asksMail(i int) bool {
	if !p.is(i-1, space) {
		return false
	}
	label := p.folded[i-2]
	switch {
	case p.piece(i-2) == ":" && i >= 3:
		label = p.folded[i-3]
	case label == "на" && p.is(i-3, space) && i >= 4:
		return p.folded[i-4] == "пишите" || namesMail.Has(p.folded[i-4])
	}
	return namesMail.Has(label)
}

// namesMail are words that an address of mail stands behind.
var namesMail = wordset.Of("e-mail email mail имейл почта почту почте почты")

// siteForm finds addresses of sites that no browser opens.
func siteForm(w *whole, out *report) {
	for _, c := range w.release.Contacts {
		if text := strings.TrimSpace(c.Site); text != "" && (!site.MatchString(text) || badScheme.MatchString(text)) {
			out.in(release.ContactsField, text).End = len([]rune(text))
		}
	}
	for _, p := range w.texts {
		if p.Field == release.ContactsField || !strings.Contains(p.text, "//") && !strings.Contains(p.text, ":/") && !strings.Contains(p.text, `:\\`) && !strings.Contains(p.text, "www") {
			continue
		}
		for _, at := range badScheme.FindAllStringSubmatchIndex(p.text, -1) {
			out.add(p, at[0], max(at[3], at[5], at[7], at[9], at[11], at[13]))
		}
	}
}
