package link

import (
	"net/url"
	"regexp"
	"strings"
	"testing"
)

func TestTel(t *testing.T) {
	tests := map[string]struct{ text, want string }{
		"as it is":            {"+7-000-000-00-01", "tel:+70000000001"},
		"brackets and spaces": {"8 (000)\u00a0000\u201100 01", "tel:80000000001"},
		"bracket after plus":  {"+ (7) 000 00 01", "tel:+70000001"},
		"word before":         {"тел.: +7 000 00 01", "tel:+70000001"},
		"extension":           {"+7 000 000-00-01 доб. 12", "tel:+70000000001"},
		"two numbers":         {"+7 000 00-01, +7 000 00-02", "tel:+70000001"},
		"two endings":         {"000-00-01/02", "tel:0000001"},
		"too short":           {"+12", ""},
		"short":               {"112", "tel:112"},
		"short, with a plus":  {"+112", "tel:+112"},
		"no number":           {"по запросу", ""},
		"nothing":             {"", ""},
		"script":              {"javascript:alert(1)", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Tel(tt.text); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestMail(t *testing.T) {
	tests := map[string]struct{ address, want string }{
		"plain":         {" press@council.example ", "mailto:press@council.example"},
		"Cyrillic host": {"пресса@совет.example", "mailto:%D0%BF%D1%80%D0%B5%D1%81%D1%81%D0%B0@xn--b1agzli.example"},
		"underscore":    {"a@press_office.example", "mailto:a@press_office.example"},
		"end of a tag":  {"a>@c.example", ""},
		"space within":  {"a b@c.example", ""},
		"quotes":        {"\"a\"@c.example", ""},
		"headers":       {"a@b.example?bcc=c@d.example", ""},
		"escaped":       {"a?bcc=c@d.example", "mailto:a%3Fbcc=c@d.example"},
		"two":           {"a@b.example,c@d.example", ""},
		"markup":        {"a@b\" onclick", ""},
		"a tag":         {"<b>@c.example", ""},
		"no host":       {"press@", ""},
		"no user":       {"@council.example", ""},
		"nothing":       {"", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Mail(tt.address); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestSite(t *testing.T) {
	tests := map[string]struct{ site, want string }{
		"no scheme":       {"council.example", "https://council.example"},
		"Cyrillic":        {"совет.example/новости", "https://xn--b1agzli.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"},
		"old scheme":      {"HTTP://council.example/a", "http://council.example/a"},
		"spaces around":   {" council.example\n", "https://council.example"},
		"colon in a path": {"council.example/a:/b", "https://council.example/a:/b"},
		"fragment":        {"https://council.example/a#ы", "https://council.example/a#%D1%8B"},
		"dash in a query": {"council.example/?q=—", "https://council.example/?q=%E2%80%94"},
		"space escaped":   {"council.example/?q=\u00a0x", "https://council.example/?q=%C2%A0x"},
		"old underscore":  {"http://a_b.Example.YZ_/", "http://a_b.Example.YZ_/"},
		"port":            {"совет.example:8080", "https://xn--b1agzli.example:8080"},
		"underscore":      {"press_office.example", "https://press_office.example"},
		"query":           {"council.example/?q=да&p=%D0%B0&z=5%&b=[\\]", "https://council.example/?q=%D0%B4%D0%B0&p=%D0%B0&z=5%25&b=%5B%5C%5D"},
		"script":          {"javascript:alert(1)", ""},
		"script in full":  {"javascript://council.example/%0aalert(1)", ""},
		"data":            {"data:text/html,x", ""},
		"file":            {"file:///etc/passwd", ""},
		"user in address": {"https://council.example@other.example", ""},
		"markup":          {"a.example/\"><img", ""},
		"end of a tag":    {"a.example/>", ""},
		"space":           {"два слова", ""},
		"control":         {"a.example\x00", ""},
		"no host":         {"https://", ""},
		"nothing":         {"", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if got := Site(tt.site); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// promised is what every link is made of.
var promised = regexp.MustCompile(`^((tel|mailto):|https?://)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+$`)

// FuzzLinks holds every link to the schemes and the characters promised.
func FuzzLinks(f *testing.F) {
	for _, seed := range []string{"+7 000", "press@совет.example", "https://a.example:1/ы?ы=%#ы", "javascript:x", "a@b@c", "[::1]", "%zz"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, got := range []string{Tel(text), Mail(text), Site(text)} {
			if got == "" {
				continue
			}
			if _, err := url.Parse(got); err != nil || !promised.MatchString(got) || strings.Count(got, "#") > 1 {
				t.Errorf("%q gave %q, %v", text, got, err)
			}
		}
	})
}
