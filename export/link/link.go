// Package link makes addresses a click may lead to out of what people write
// into contacts. Only the schemes tel, mailto, http and https ever come out,
// always as ASCII that is legal in a URI (RFC 3986); whatever does not make
// such an address makes no link, which is the empty string.
package link

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"

	"communique/editor/regexp"
)

// number is the first number of a text with the separators people see between
// digits. Words end it: the digits of an extension ("доб. 12") are no part.
var number = regexp.MustCompile(`\+?[\p{Zs}(]*[0-9][0-9\p{Zs}\p{Pd}().]*`)

// Tel returns the tel: address (RFC 3966) of the first number in text: its
// digits, and the plus sign where one leads. Fewer than three digits are no
// number.
func Tel(text string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number.FindString(text))
	if len(strings.TrimPrefix(digits, "+")) < 3 {
		return ""
	}
	return "tel:" + digits
}

// Mail returns the mailto: address (RFC 6068) of one mail address, its host in
// punycode.
func Mail(address string) string {
	user, domain, _ := strings.Cut(strings.TrimSpace(address), "@")
	domain, ok := ascii(domain)
	if !ok || user == "" || strings.ContainsAny(user, " <>\"") {
		return ""
	}
	return "mailto:" + url.PathEscape(user) + "@" + domain
}

// Site returns the web address of what people write, with or without its
// scheme, the host in punycode. Schemes that are not the web's make no link,
// nor does an address with a user in it, which would lead elsewhere than it
// seems to.
func Site(site string) string {
	site = strings.TrimSpace(site)
	if strings.ContainsAny(site, " <>\"") {
		return ""
	}
	if !strings.Contains(site, "://") {
		site = "https://" + site
	}
	u, err := url.Parse(site)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	host, ok := ascii(u.Hostname())
	if !ok {
		return ""
	}
	if port := u.Port(); port != "" {
		host += ":" + port
	}
	u.Host, u.RawQuery = host, query(u.RawQuery)
	return u.String()
}

// plain is a host that needs no punycode. IDNA knows no underscore, the web does.
var plain = regexp.MustCompile(`^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?$`)

// ascii returns a host's name as DNS has it, or false where it is none.
func ascii(host string) (string, bool) {
	if name, err := idna.Lookup.ToASCII(host); err == nil && name != "" {
		return name, true
	}
	return host, plain.MatchString(host)
}

// illegal is what RFC 3986 has no place for in a query, among it a percent
// sign that begins no pair of hexadecimal digits.
var illegal = regexp.MustCompile(`%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~!$&'()*+,;=:@/?]`)

// query escapes what is illegal and leaves alone what is escaped already.
func query(raw string) string {
	return illegal.ReplaceAllStringFunc(raw, func(s string) string {
		if len(s) == 3 && s[0] == '%' {
			return s
		}
		return strings.ReplaceAll(url.QueryEscape(s), "+", "%20")
	})
}
