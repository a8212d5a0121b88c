// Package link makes the addresses behind what people write as phone numbers,
// e-mail addresses and sites.
package link

import (
	"net/url"
	"strings"

	"golang.org/x/net/idna"
)

// Tel makes the address of a phone number: RFC 3966 takes its digits and
// the plus sign. An empty link is made of what is no number.
func Tel(number string) string {
	digits := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, number)
	if len(digits) < 3 {
		return ""
	}
	return "tel:" + digits
}

// Mail makes the address of a mailbox, its domain in ASCII; empty for what is no
// mailbox.
func Mail(address string) string {
	user, host, ok := strings.Cut(strings.TrimSpace(address), "@")
	if !ok || user == "" || host == "" || strings.ContainsAny(address, " <>\"") {
		return ""
	}
	return "mailto:" + url.PathEscape(user) + "@" + ascii(host)
}

// Site makes a web address in ASCII of what people write, with or without
// its scheme. Schemes that are not the web's make no link.
func Site(site string) string {
	site = strings.TrimSpace(site)
	if site == "" || strings.ContainsAny(site, " <>\"") {
		return ""
	}
	if !strings.Contains(site, "://") {
		site = "https://" + site
	}
	u, err := url.Parse(site)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	u.Host = ascii(u.Host)
	return u.String()
}

func ascii(host string) string {
	if plain, err := idna.Lookup.ToASCII(host); err == nil {
		return plain
	}
	return url.PathEscape(host)
}
