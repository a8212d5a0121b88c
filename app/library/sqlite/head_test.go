package sqlite

import (
	"strings"
	"testing"

	"communique/app/library/librarytest"
	"communique/editor/release"
)

// nasty are texts that a line of TOML could be taken for, or that it writes in its own way.
var nasty = []string{
	"", " ", `"`, `\`, `\"`, "a\nb", "\n[blocks]", "\n[[blocks]]\npicture = \"x\"", "headline = \"x\"", "a = b", "\t\r\n\b\f\x00\x1f\x7f", "\u0085\u2028\ufeff",
	`C:\users\u0041`, "'''", `"""`, "# нет", "🦊 É ё", "]", "\n", strings.Repeat("д", 300),
}

func nastily(n int) release.Release {
	word := func(k int) string { return nasty[(n*7+k*3+n/len(nasty))%len(nasty)] }
	r := release.New("ru")
	r.Headline, r.Subheadline, r.Lead, r.Place, r.Number, r.Notes = word(0), word(1), word(2), word(3), word(4), word(5)
	r.Tags = []string{word(6), word(7)}
	r.Date = release.Date{Year: 2024, Month: 9, Day: 1 + n%28}
	if n%3 == 0 {
		_ = r.Embargo.UnmarshalText([]byte("2024-09-11T12:00:00+06:00[Asia/Bishkek]"))
	}
	for k, kind := range release.BlockKinds() {
		b := release.Block{Kind: kind, Text: word(k)}
		switch kind {
		case release.Picture:
			b.Picture, b.Author = strings.Repeat(string("0123456789abcdef"[n%16]), 64), word(k+1)
		case release.Rule:
			b.Text = ""
		case release.Quotation:
			b.Speaker = word(k + 1)
		}
		r.Blocks = append(r.Blocks, b)
	}
	r.Contacts = []release.Contact{{Name: word(1), Email: word(2)}}
	r.Values = []release.Value{{Field: word(3), Text: "\npicture = \"" + word(4)}}
	return r
}

// TestAGlanceSeesWhatParseReads compares what a glance at a stored text shows of it with what
// the whole text says.
func TestAGlanceSeesWhatParseReads(t *testing.T) {
	l := &Library{layout: len(migrations)}
	var all []release.Release
	for n := range 20 * len(nasty) {
		all = append(all, nastily(n))
	}
	for r := range librarytest.Releases(50) {
		all = append(all, r)
	}
	glances := 0
	for _, r := range all {
		text, err := r.Encode()
		if err != nil {
			t.Fatal(err)
		}
		whole, err := release.Parse(text)
		if err != nil {
			continue // it is not stored
		}
		seen, err := listedOf(text)
		if err != nil || l.listingOf(seen) != l.listingOf(whole) {
			t.Errorf("%s\nis seen as %q, %v\nnot %q", text, l.listingOf(seen), err, l.listingOf(whole))
		}
		if _, ok := glance(text); ok {
			glances++
		}
	}
	if glances != len(all) {
		t.Errorf("of %d texts %d are taken in at a glance", len(all), glances)
	}
}

// What is not laid out as Encode does is read whole.
func TestWhatNoGlanceSees(t *testing.T) {
	for _, text := range []string{
		"headline = 'одни'\n", "headline = \"\"\"много\nстрок\"\"\"\n", "headline=\"без пробелов\"\n", "headline = \"не закрыто\n", "date = \"никогда\"\n",
		"embargo = \"скоро\"\n", "embargo = 5\n", "date = 2024-09-11\n", "[[blocks]]\npicture = 'x'\n", "\n[[blocks]]\npicture = 'x'\n",
	} {
		if r, ok := glance([]byte(text)); ok && text != "[[blocks]]\npicture = 'x'\n" {
			t.Errorf("%q is seen as %+v", text, r)
		}
	}
}
