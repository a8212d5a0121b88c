package layout

import (
	"cmp"
	"net/url"
	"strings"
	"unicode"
)

// Address returns where a link of a document leads, where it is one that a release may
// have: a web or a mail address. known is false for one that leads elsewhere, and true
// for none at all, for a place in the document and for a telephone, whose number is read.
// An address that leads through a service which notes the click is the one behind it.
func Address(given string) (address string, known bool) {
	given = written.Replace(strings.TrimSpace(given))
	if given == "" || strings.HasPrefix(given, "#") {
		return "", true
	}
	if strings.ContainsFunc(given, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
		return "", false
	}
	u, err := url.Parse(given)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return cmp.Or(behind(u), given), u.Host != ""
	case "mailto":
		return given, strings.Contains(u.Opaque, "@")
	case "tel":
		return "", true
	}
	return "", false
}

// written makes an address of what stands in documents for one, as browsers do: lines are broken
// in it, and names of files have spaces (URL Standard, 4.4).
var written = strings.NewReplacer("\r", "", "\n", "", "\t", "", " ", "%20")

// behind returns the address behind one of a service that mail programs and websites lead clicks
// through; it may hold who received the letter. "" where there is none.
func behind(u *url.URL) string {
	host, q := strings.ToLower(u.Hostname()), u.Query()
	var to string
	switch {
	case strings.HasSuffix(host, ".safelinks.protection.outlook.com"):
		to = q.Get("url")
	case strings.HasPrefix(host, "www.google.") && u.Path == "/url":
		to = cmp.Or(q.Get("q"), q.Get("url"))
	case (host == "l.facebook.com" || host == "l.instagram.com") && q.Has("u"):
		to = q.Get("u")
	case (host == "vk.com" || host == "m.vk.com" || host == "away.vk.com") && u.Path == "/away.php":
		to = q.Get("to")
	}
	if target, err := url.Parse(to); err != nil || target.Host == "" || target.Scheme != "http" && target.Scheme != "https" {
		return ""
	}
	return written.Replace(to)
}
