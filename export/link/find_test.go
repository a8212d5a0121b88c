package link

import (
	"strings"
	"testing"
)

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, found string }{
		{"Смотрите https://council.example/a_b?c=1, там всё.", "https://council.example/a_b?c=1→https://council.example/a_b?c=1"},
		{"(https://council.example/wiki_(a)).", "https://council.example/wiki_(a)→https://council.example/wiki_(a)"},
		{"[https://council.example/a], {https://council.example/b}: {c}", "https://council.example/a→https://council.example/a|https://council.example/b→https://council.example/b"},
		{"https://council.example/{a}[b]’‘*…", "https://council.example/{a}[b]→https://council.example/%7Ba%7D%5Bb%5D"},
		{"«www.council.example»", "www.council.example→https://www.council.example"},
		{"Www.council.example", "Www.council.example→https://www.council.example"},
		{"WWW.COUNCIL.EXAMPLE", "WWW.COUNCIL.EXAMPLE→https://www.council.example"},
		{"HTTPS://Council.Example!", "HTTPS://Council.Example→https://council.example"},
		{"сайт https://совет.example/новости.", "https://совет.example/новости→https://xn--b1agzli.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"},
		{"пишите на press@council.example; или a.b+c@xn--b1agzli.xn--p1ai", "press@council.example→mailto:press@council.example|a.b+c@xn--b1agzli.xn--p1ai→mailto:a.b+c@xn--b1agzli.xn--p1ai"},
		{"Почта: press@совет.рф.", "press@совет.рф→mailto:press@xn--b1agzli.xn--p1ai"},
		{"https://a.example,https://b.example", "https://a.example,https://b.example→"},
		{"и т.д. и т.п., 11.09.2024, council.example, @council, a@b, www.a", ""},
		{"http://", ""},
		{"https://...", ""},
		{"xhttps://a.example", ""},
		{"a@b.example1", ""},
		{"a@b.example@c.example", ""},
		{"https://user@evil.example", ""},
		{"http://javascript:alert(1)", ""},
		{"\xffhttps://a.example\xff", "https://a.example→https://a.example"},
	} {
		var got []string
		letters := []rune(c.text)
		for _, f := range Find(c.text) {
			got = append(got, string(letters[f.Start:f.End])+"→"+f.Address)
		}
		if want := c.found; strings.Join(got, "|") != want && !strings.HasSuffix(want, "→") {
			t.Errorf("%q: got %q, want %q", c.text, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	for given, want := range map[string]string{
		"https://council.example/a": "https://council.example/a", "council.example": "https://council.example", " press@council.example ": "mailto:press@council.example",
		"mailto:press@council.example?subject=Да нет": "mailto:press@council.example?subject=%D0%94%D0%B0%20%D0%BD%D0%B5%D1%82", "MAILTO:a%2Bb@c.example": "mailto:a+b@c.example",
		"tel:+7-000-000-00-01": "tel:+70000000001", "javascript:alert(1)": "", "data:text/html,x": "", "file:///etc/passwd": "", "ftp://a.example": "", "": "", "#a": "", "/a": "",
		"vbscript:x": "", "press@council.example?subject=x": "", "press@council.example#a": "", "press@council.example/a": "", "press@council.example:80": "", "mailto:": "", "https://a@b.example": "",
		"mailto:?subject=x": "", "mailto:нет адреса?subject=x": "", "mailto:press@council.example?": "mailto:press@council.example?", "mailto:%zz@council.example": "mailto:%25zz@council.example",
	} {
		if got := Address(given); got != want {
			t.Errorf("%q: got %q, want %q", given, got, want)
		}
	}
}

func TestSays(t *testing.T) {
	for _, c := range []struct {
		words, address string
		want           bool
	}{
		{"council.example", "https://council.example/", true},
		{"http://council.example", "https://council.example", true},
		{"совет.example", "https://xn--b1agzli.example", true},
		{"press@council.example", "mailto:press@council.example", true},
		{"+7 (000) 000-00-01", "tel:+70000000001", true},
		{"+7 (000) 000-00-02", "tel:+70000000001", false},
		{"позвоните нам", "tel:+70000000001", false},
		{"112", "https://council.example", false},
		{"на сайте", "https://council.example", false},
		{"council.example", "https://council.example/news", false},
		{"", "https://council.example", false},
	} {
		if got := Says(c.words, c.address); got != c.want {
			t.Errorf("%q, %q: got %v", c.words, c.address, got)
		}
	}
}

// FuzzFind: what is found is in the text, in order, and leads to nothing but the web
// and the mail.
func FuzzFind(f *testing.F) {
	f.Add("https://a.example, (www.b.example/c)) d@e.example\xff")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, found := range Find(text) {
			if found.Start < end || found.End <= found.Start || found.End > len([]rune(text)) {
				t.Fatalf("%+v in %q", found, text)
			}
			end = found.End
			if words := string([]rune(text)[found.Start:found.End]); !Says(words, found.Address) {
				t.Fatalf("%q leads to %q", words, found.Address)
			}
			if !promised.MatchString(found.Address) {
				t.Fatalf("%q", found.Address)
			}
		}
		if got := Address(text); got != "" && !promised.MatchString(got) {
			t.Fatalf("%q gave %q", text, got)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("В ходе встречи стороны обсудили вопросы дальнейшего развития сотрудничества. ", 20) + "https://council.example"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text)
	}
}
