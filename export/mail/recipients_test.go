package mail

import (
	"bytes"
	"errors"
	"net/mail"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

func TestAddresses(t *testing.T) {
	ofLength := func(user, all int) string { // in parts as long as a domain's may be
		domain := strings.Repeat("b", 63) + "." + strings.Repeat("c", 63) + "." + strings.Repeat("d", 63) + "." + strings.Repeat("e", 63)
		return strings.Repeat("a", user) + "@" + domain[:all-user-1]
	}
	for _, c := range []struct{ address, bad string }{
		{"a@b.example", ""},
		{"Имя <a@пример.рф>", ""},
		{`"Пробный, Иван" <a@b.example>`, ""},
		{"нет адреса", "нет адреса"},
		{"имя@b.example", "имя@b.example"},
		{"a@b.example\r\nBcc: c@d.example", "a@b.example\r\nBcc: c@d.example"},
		{"a@b.example\r\nBcc: <c@d.example>", "a@b.example\r\nBcc: <c@d.example>"},
		{"(a@b.example) <c@d.example>, <e@f.example>", "(a@b.example) <c@d.example>, <e@f.example>"},
		{ofLength(64, 80), ""},
		{ofLength(65, 80), ofLength(65, 80)},
		{ofLength(60, 254), ""},
		{ofLength(60, 255), ofLength(60, 255)},
		{"", ""},
	} {
		_, err := Render(release.Release{}, office, Options{From: c.address})
		var address *AddressError
		if errors.As(err, &address) != (c.bad != "") || address != nil && address.Address != c.bad {
			t.Errorf("%q: got %v", c.address, err)
		}
	}
}

// TestNamesOfRecipients reads names back with another parser, which is strict.
func TestNamesOfRecipients(t *testing.T) {
	reader := newPython(t)
	names := map[string]string{ // as written, and as shown
		"Dr. Smith": "Dr. Smith", "Desk": "Desk", "Пробный И. П.": "Пробный И. П.",
		"ИА [Проба]": "ИА [Проба]", "Отдел (новости)": "Отдел (новости)", "Info: desk": "Info: desk",
		`"Пробный, \"Иван\""`: `Пробный, "Иван"`, "=?utf-8?B?0JTQsA0KQmNjOiBh?=": "Да Bcc: a",
	}
	for written, shown := range names {
		data := render(t, release.Release{}, Options{To: []string{written + " <a@b.example>"}})
		m := reader.read(t, data)
		if !slices.Equal(m.To, [][2]string{{shown, "a@b.example"}}) || len(m.Defects) > 0 {
			t.Errorf("%q: got %q, defects %q", written, m.To, m.Defects)
		}
		checkLines(t, data)
	}
	if data := render(t, release.Release{}, Options{To: []string{"Dr. Smith <a@b.example>"}}); !bytes.Contains(data, []byte(`"Dr. Smith"`)) {
		t.Errorf("a period stands in a name without quotes: %s", data) // RFC 5322, 4.1
	}
}

// TestLongName reads with the standard library, as Python puts spaces between
// the encoded words of a name (against RFC 2047, 6.2).
func TestLongName(t *testing.T) {
	name := strings.TrimSpace(strings.Repeat("Информационное агентство ", 30))
	data := render(t, release.Release{}, Options{To: []string{name + " <a@b.example>"}})
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	to, err := m.Header.AddressList("To")
	if err != nil || len(to) != 1 || to[0].Name != name {
		t.Errorf("got %v, %v", to, err)
	}
	checkLines(t, data)
}

func TestParseRecipients(t *testing.T) {
	const a, c = "a@b.example", "c@d.example"
	for _, test := range []struct {
		name, list string
		want       []string
	}{
		{"nothing", " \r\n# никого\n;,;", nil},
		{"one a line", "a@b.example\r\nc@d.example\r\n", []string{a, c}},
		{"old line ends", "a@b.example\rc@d.example", []string{a, c}},
		{"commas and semicolons", "a@b.example; c@d.example,", []string{a, c}},
		{"a name with a comma", "\"Пробный, Пётр\" <a@b.example>, c@d.example", []string{`"Пробный, Пётр" <a@b.example>`, c}},
		{"remarks", "# редакции\na@b.example # главный\nc@d.example\t#второй, e@f.example", []string{a, c}},
		{"no remark", "a#1@b.example", []string{"a#1@b.example"}},
		{"a mark before the text", "\ufeff# редакции\na@b.example", []string{a}},
		{"letters nobody sees", "\u200ba@b.example\u00a0\nc@\u00add.example", []string{a, c}},
		{"one twice", "Иван <a@b.example>, A@B.example", []string{"Иван <a@b.example>"}},
		{"one twice, and another", "a@b.example, A@b.example, c@d.example", []string{a, c}},
		{"one twice, in punycode", "a@пример.рф\na@xn--e1afmkfd.xn--p1ai", []string{"a@пример.рф"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseRecipients(test.list)
			if err != nil || !slices.Equal(got, test.want) {
				t.Errorf("got %q, %v", got, err)
			}
		})
	}
}

// TestQuotes: what stands in quotes parts nothing, and a sign behind a backslash ends
// no quotes.
func TestQuotes(t *testing.T) {
	for line, want := range map[string][]string{
		`a, b`: {"a", "b"}, `"a, b", c`: {`"a, b"`, "c"}, `"a\", b", c`: {`"a\", b"`, "c"}, `"a\\", b`: {`"a\\"`, "b"}, `a\", b`: {`a\", b`},
		`"a # b" # c`: {`"a # b"`}, `"a;b";c`: {`"a;b"`, "c"}, `"a`: {`"a`}, `a#b, c`: {"a#b", "c"}, `#a`: nil, `a, #b`: {"a"}, `a,#b`: {"a"}, "": nil, ` , ;`: nil,
	} {
		if got := parts(line); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}

func TestParseRecipientsNamesTheBrokenOne(t *testing.T) {
	got, err := ParseRecipients("a@b.example\nИван a@b.example\nc@d.example")
	var address *AddressError
	if got != nil || !errors.As(err, &address) || address.Address != "Иван a@b.example" {
		t.Errorf("got %q, %v", got, err)
	}
	if name, args := address.Fact(); name != "mail-address" || args["Address"] != "Иван a@b.example" || address.Error() != `no mail address: "Иван a@b.example"` {
		t.Errorf("got %s, %v, %v", name, args, address)
	}
}

func FuzzParseRecipients(f *testing.F) {
	f.Add("Иван <a@b.example>, \"x, y\" <c@d.example>; # да\n")
	f.Add("\ufeffИА [Проба] <a@b.example>\rОтдел (новости) <c@d.example>\t#")
	f.Fuzz(func(t *testing.T, list string) {
		found, err := ParseRecipients(list)
		if err != nil {
			return
		}
		again, err := ParseRecipients(strings.Join(found, "\n"))
		if err != nil || !slices.Equal(found, again) {
			t.Fatalf("%q became %q, %v", found, again, err)
		}
		if _, err := Render(release.Release{}, office, Options{To: found}); err != nil {
			t.Fatal(err)
		}
	})
}
