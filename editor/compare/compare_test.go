package compare

import (
	"strings"
	"testing"

	"communique/editor/release"
)

// show writes pieces with [-old-] and {+new+}.
func show(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Kind {
		case Removed:
			b.WriteString("[-" + p.Text + "-]")
		case Added:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestTexts(t *testing.T) {
	for name, tt := range map[string]struct {
		old, now, want string
		counts         Counts
	}{
		"nothing":      {"Стороны обсудили план.", "Стороны обсудили план.", "Стороны обсудили план.", Counts{}},
		"a word":       {"Стороны обсудили план.", "Стороны приняли план.", "Стороны [-обсудили-]{+приняли+} план.", Counts{Words: 1}},
		"a name":       {"Принял Ивана Пробного в Пробном.", "Принял Петра Образцова в Пробном.", "Принял [-Ивана Пробного-]{+Петра Образцова+} в Пробном.", Counts{Names: 1}},
		"a date":       {"Встреча 11 сентября прошла.", "Встреча 12 октября прошла.", "Встреча [-11 сентября-]{+12 октября+} прошла.", Counts{Dates: 1}},
		"a number":     {"Подписали 3 соглашения.", "Подписали 5 соглашений.", "Подписали [-3 соглашения-]{+5 соглашений+}.", Counts{Words: 1, Numbers: 1}},
		"a paragraph":  {"Один.\n\nДва.", "Один.\n\nПолтора.\n\nДва.", "Один.\n\n{+Полтора.\n\n+}Два.", Counts{Words: 1}},
		"from nothing": {"", "Два слова", "{+Два слова+}", Counts{Words: 2}},
		"to nothing":   {"Два слова", "", "[-Два слова-]", Counts{Words: 2}},
	} {
		t.Run(name, func(t *testing.T) {
			pieces := Texts(tt.old, tt.now)
			if got := show(pieces); got != tt.want {
				t.Errorf("got %s", got)
			}
			var c Counts
			c.add(pieces)
			if c != tt.counts {
				t.Errorf("counted %+v", c)
			}
		})
	}
}

func TestReleases(t *testing.T) {
	old := release.New("ru")
	old.Headline, old.Lead = "Встреча в Пробном", "Состоялась встреча."
	now := old.Clone()
	now.Place, now.Status = "Бишкек", release.Approved
	now.Blocks = []release.Block{{Kind: release.Quotation, Text: "Слова", Speaker: "Иван Пробный"}}
	parts, counts := Releases(old, now)
	var changed []string
	for _, p := range parts {
		if p.Changed() {
			changed = append(changed, p.Field)
		}
	}
	if strings.Join(changed, " ") != "status place text" || counts.IsZero() {
		t.Errorf("changed %v, %+v", changed, counts)
	}
	if _, counts := Releases(now, now); !counts.IsZero() {
		t.Errorf("the same differs: %+v", counts)
	}
}

func FuzzTexts(f *testing.F) {
	f.Add("Стороны обсудили план.", "Стороны приняли план!")
	f.Add("\xff\x00", "а\u0301")
	f.Fuzz(func(t *testing.T, old, now string) {
		var before, after strings.Builder
		pieces := Texts(old, now)
		for _, p := range pieces {
			if p.Kind != Added {
				before.WriteString(p.Text)
			}
			if p.Kind != Removed {
				after.WriteString(p.Text)
			}
		}
		if before.String() != old || after.String() != now {
			t.Errorf("%q, %q make %q, %q", old, now, before.String(), after.String())
		}
		var c Counts
		c.add(pieces)
		if c.Words < 0 || c.Names < 0 || c.Dates < 0 || c.Numbers < 0 {
			t.Errorf("%q, %q: %+v", old, now, c)
		}
	})
}

func BenchmarkTexts(b *testing.B) {
	old := strings.Repeat("Стороны обсудили план работы на следующий год и условились о встрече. ", 80)
	now := strings.Replace(old, "обсудили", "приняли", 5)
	for range b.N {
		Texts(old, now)
	}
}
