package intake

import (
	"strings"
	"testing"

	"communique/editor/intake/newsroom"
)

// TestMailbox: each letter of a mailbox is a release by itself, and what cannot be read of it is told.
func TestMailbox(t *testing.T) {
	letter := func(headline, more string) string {
		return "From press@council.example Wed Sep 11 10:00:00 2024\nFrom: press@council.example\nSubject: " + headline + "\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n" +
			headline + "\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета.\n\n" + more + "\n\n"
	}
	first, second := letter("Совет принял план дорог", ">From этого дня план действует."), letter("Палата одобрила бюджет", "From здесь не начинается письмо: слов много.")
	for name, tt := range map[string]struct {
		data   string
		want   []string
		unread int
	}{
		"two letters":        {first + second, []string{"Совет принял план дорог", "Палата одобрила бюджет"}, 0},
		"with line feeds":    {strings.ReplaceAll(first+second, "\n", "\r\n"), []string{"Совет принял план дорог", "Палата одобрила бюджет"}, 0},
		"one of them broken": {first + "From a@b.example Wed Sep 11 10:00:00 2024\nFrom: a@b.example\nSubject: а\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n\nа\n", 501) + "\n\n" + second, []string{"Совет принял план дорог", "Палата одобрила бюджет"}, 1},
		"one letter":         {first, []string{"Совет принял план дорог"}, 0},
		"a line as any else": {strings.Replace(first, ">From этого", "\nFrom Совета", 1), []string{"Совет принял план дорог"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := Read(Source{Data: []byte(tt.data)})
			if err != nil || len(found.Releases) != len(tt.want) {
				t.Fatalf("%d releases, %v", len(found.Releases), err)
			}
			for i, r := range found.Releases {
				if r.Headline != tt.want[i] || r.Date.String() != "2024-09-11" {
					t.Errorf("%d: %q, %s", i, r.Headline, r.Date)
				}
			}
			unread := 0
			for _, repair := range found.Releases[0].Repairs {
				if repair.Code == "lost-attachments" {
					unread = repair.Count
				}
			}
			if unread != tt.unread {
				t.Errorf("%d unread", unread)
			}
			if strings.Contains(tt.data, ">From") && strings.Contains(written(found.Releases[0]), ">From этого") {
				t.Errorf("the escaped line: %s", written(found.Releases[0]))
			}
		})
	}
	if _, err := Read(Source{Data: []byte(strings.Repeat(first, newsroom.MostItems+1))}); err == nil {
		t.Error("more letters than any feed has items were read")
	}
}
