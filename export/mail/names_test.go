package mail

import (
	"fmt"
	"maps"
	"mime"
	"slices"
	"testing"

	"communique/editor/regexp"
	"communique/editor/release"
)

var (
	nameOfType      = regexp.MustCompile(`(?s)\r\n name="([^"]*)"`)
	nameOfTheOldest = regexp.MustCompile(`\r\n filename="([^"]*)"`)
)

// TestNamesInEveryScript: whatever script a file's name has, programs that know RFC 2231 read
// it, and those that know RFC 2047; the oldest see Latin letters, in which two names of a
// letter are still told apart.
func TestNamesInEveryScript(t *testing.T) {
	for script, names := range map[string][2]string{
		"Cyrillic": {"Встреча министров в Озёрске.pdf", "Встреча министров в Озёрске и на полях сессии.pdf"},
		"Armenian": {"Նախագահի հանդիպումը.pdf", "Նախագահի այցը.pdf"},
		"Georgian": {"პრეზიდენტის შეხვედრა.pdf", "პრეზიდენტის ვიზიტი.pdf"},
		"Arabic":   {"لقاء الرئيس.pdf", "زيارة الرئيس.pdf"},
		"Chinese":  {"外交部长会见代表团.pdf", "外交部长访问.pdf"},
		"emoji":    {"🎉 отчёт.pdf", "🎉 итоги.pdf"},
	} {
		var o Options
		for i, name := range names {
			o.Attachments = append(o.Attachments, Attachment{name, "application/pdf", fmt.Append(nil, "%PDF", i)})
		}
		data := render(t, release.Release{Language: "ru", Headline: "Да"}, o)
		m := newPython(t).read(t, data)
		if len(m.Attachments) != 2 || m.Attachments[0][0] != names[0] || m.Attachments[1][0] != names[1] || len(m.Defects) > 0 {
			t.Errorf("%s: %q, defects %q", script, m.Attachments, m.Defects)
		}
		checkLines(t, data)
		latin := map[string]bool{}
		for i, found := range nameOfType.FindAllSubmatch(data, -1) {
			if got, err := new(mime.WordDecoder).DecodeHeader(string(found[1])); err != nil || got != names[i] {
				t.Errorf("%s: read as %q, %v", script, got, err)
			}
		}
		for _, found := range nameOfTheOldest.FindAllSubmatch(data, -1) {
			latin[string(found[1])] = true
		}
		if len(latin) != 2 || latin["file.pdf"] {
			t.Errorf("%s: in Latin letters %q", script, slices.Sorted(maps.Keys(latin)))
		}
	}
}
