package mail

import (
	"fmt"
	"net/mail"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"communique/export/text"
)

// AddressError names an address that cannot be written to.
type AddressError struct{ Address string }

func (e *AddressError) Error() string { return fmt.Sprintf("no mail address: %q", e.Address) }

// Fact names the error for the translations.
func (e *AddressError) Fact() (string, map[string]any) {
	return "mail-address", map[string]any{"Address": e.Address}
}

// addresses writes whom a draft is from and for.
func addresses(b *strings.Builder, o Options) error {
	var from []string
	if o.From != "" {
		from = []string{o.From}
	}
	for _, list := range []struct {
		name  string
		whole []string
	}{{"From", from}, {"To", o.To}, {"Cc", o.Cc}, {"Bcc", o.Bcc}} {
		var written []string
		for _, one := range list.whole {
			a, err := parse(one)
			if err != nil {
				return err
			}
			written = append(written, format(a))
		}
		if len(written) > 0 {
			field(b, list.name, strings.Join(written, ",\r\n "))
		}
	}
	return nil
}

// longest address, and the longest of the part before the @ (RFC 5321, 4.5.3.1).
const (
	longestAddress = 254
	longestUser    = 64
)

// parse reads an address. Its domain may be in any script; what stands before the
// @ must be plain, as few servers take more.
func parse(one string) (*mail.Address, error) {
	a, err := named(text.Clean(one))
	if err != nil {
		return nil, &AddressError{one}
	}
	at := strings.LastIndexByte(a.Address, '@')
	user, domain := a.Address[:at], a.Address[at+1:]
	domain, err = idna.Lookup.ToASCII(domain)
	if err != nil || domain == "" || len(user) > longestUser || len(user)+1+len(domain) > longestAddress {
		return nil, &AddressError{one}
	}
	for _, r := range user {
		if r <= ' ' || r > '~' || strings.ContainsRune(`"(),:;<>@[\]`, r) {
			return nil, &AddressError{one}
		}
	}
	a.Address = user + "@" + domain
	a.Name = text.OneLine(a.Name)
	return a, nil
}

// named reads an address with its name. RFC 5322 takes "ИА [Проба]" for no name and
// the brackets of "Отдел (новости)" for a remark; people mean what they wrote, so
// such a name is taken as it stands, unless it may be part of another address.
func named(one string) (*mail.Address, error) {
	at := max(strings.LastIndexByte(one, '<'), 0)
	name := one[:at]
	if !strings.ContainsAny(name, "()[]:") || strings.ContainsAny(name, "<>@\"\\\n") {
		return mail.ParseAddress(one)
	}
	a, err := mail.ParseAddress(one[at:])
	if err == nil {
		a.Name = name
	}
	return a, err
}

// format writes an address into a header. A plain name is quoted, as it may hold
// a period.
func format(a *mail.Address) string {
	if a.Name == "" {
		return a.Address
	}
	name := encodedWords(a.Name)
	if name == a.Name {
		name = `"` + name + `"`
	}
	return name + "\r\n <" + a.Address + ">"
}

// ParseRecipients reads a list of addresses as people keep it: one a line, or
// parted by commas or semicolons; what follows a # between them is a remark. An address that
// comes twice is taken once. The error is an *AddressError.
func ParseRecipients(list string) ([]string, error) {
	var found []string
	known := map[string]bool{}
	list = text.Clean(list) // editors put marks nobody sees before the first
	for line := range strings.SplitSeq(list, "\n") {
		for _, one := range parts(line) {
			a, err := parse(one)
			if err != nil {
				return nil, err
			}
			key := strings.ToLower(a.Address)
			if known[key] {
				continue
			}
			known[key] = true
			found = append(found, one)
		}
	}
	return found, nil
}

// parts splits a line at commas and semicolons outside of quotes, up to a remark.
func parts(line string) []string {
	var list []string
	var b strings.Builder
	quoted, escaped, before := false, false, rune(0)
	flush := func() {
		if one := strings.TrimSpace(b.String()); one != "" {
			list = append(list, one)
		}
		b.Reset()
	}
	for _, r := range line {
		switch {
		case escaped:
			escaped = false
		case quoted && r == '\\':
			escaped = true
		case r == '"':
			quoted = !quoted
		case !quoted && r == '#' && (b.Len() == 0 || unicode.IsSpace(before)):
			flush()
			return list
		case !quoted && (r == ',' || r == ';'):
			flush()
			continue
		}
		b.WriteRune(r)
		before = r
	}
	flush()
	return list
}
