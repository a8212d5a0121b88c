package grammar

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"communique/editor/release"
)

// Whatever is typed, there are six forms, and the nominative is what was typed.
func FuzzDecline(f *testing.F) {
	for _, tt := range declensions {
		f.Add(string(tt.kind), string(tt.gender), tt.phrase)
	}
	f.Add("person", "x", "ь ъ -- «\x00 а\u0301 Ў.ў-")
	f.Fuzz(func(t *testing.T, kind, gender, phrase string) {
		d := house.Decline(Kind(kind), Gender(gender), phrase)
		if len(d.Forms) != 6 || d.Forms[Nominative] != phrase {
			t.Errorf("%q: %d forms, %q", phrase, len(d.Forms), d.Forms[Nominative])
		}
		for c, form := range d.Forms {
			if utf8.ValidString(phrase) && !utf8.ValidString(form) {
				t.Errorf("%s of %q is no text: %q", c, phrase, form)
			}
		}
	})
}

// Whatever is typed as a topic comes back as a text, and in the nominative as it was.
func FuzzInCase(f *testing.F) {
	for _, seed := range []string{"подготовка к сессии и ход учений", "два, три и", "«", "и", "более 5", "1-й", "оба министра, связанные с", "а также", ", , и -ся", "30-летие"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, phrase string) {
		if form, sure := house.InCase(phrase, Nominative); form != phrase || !sure {
			t.Errorf("%q: %q", phrase, form)
		}
		for _, c := range Cases()[1:] {
			if form, _ := house.InCase(phrase, c); utf8.ValidString(phrase) && !utf8.ValidString(form) {
				t.Errorf("%s of %q is no text: %q", c, phrase, form)
			}
		}
		Agreement(phrase)
	})
}

// A date written in words reads back as itself, and a range of one day is that day.
func FuzzDates(f *testing.F) {
	f.Add(2024, 9, 11, 2024, 10, 2)
	f.Add(1, 2, 29, 9999, 12, 31)
	f.Fuzz(func(t *testing.T, y1, m1, d1, y2, m2, d2 int) {
		from, ok := release.NewDate(y1, time.Month(m1), d1)
		until, ok2 := release.NewDate(y2, time.Month(m2), d2)
		if !ok || !ok2 || y1 < 1000 || y1 > 9999 {
			return
		}
		if again, ok := ParseDate(DateText(from, Nominative)); !ok || again != from {
			t.Errorf("%v reads back as %v", from, again)
		}
		if from.Compare(until) < 0 && y2 <= 9999 {
			for _, text := range []string{DateRange(from, until), FromTo(from, until), release.EnglishUN.Dates(from, until)} {
				if a, b, ok := ParseDates(text); !ok || a != from || b != until {
					t.Errorf("%q reads back as %v, %v", text, a, b)
				}
			}
		}
		if DateRange(from, from) != DateText(from, Nominative) {
			t.Errorf("%v: a range of one day is %q", from, DateRange(from, from))
		}
		if DateRange(from, until) == "" || OnWeekday(from) == "" {
			t.Errorf("%v to %v has no words", from, until)
		}
	})
}

// Every number up to the trillions has words, and none of them is empty.
func FuzzNumeral(f *testing.F) {
	f.Add(2005, "prep", "m", true)
	f.Add(-1, "gen", "f", false)
	f.Add(2102, "pRep", "0", true)
	f.Add(1_000_000_000_001, "ins", "n", false)
	f.Fuzz(func(t *testing.T, n int, c, g string, animate bool) {
		text := Numeral(n, Case(c), Gender(g), animate)
		if n < -999_999_999_999_999 || n > 999_999_999_999_999 {
			return
		}
		if text == "" || text != strings.Join(strings.Fields(text), " ") {
			t.Errorf("%d in %s: %q", n, c, text)
		}
	})
}

// A preposition that has its form keeps it, and any text may stand behind it.
func FuzzPrepositionBefore(f *testing.F) {
	f.Add("с", "Станиславом")
	f.Add("Об", "2-м отделе")
	f.Add("во", "«ВС» 100–летию \xff")
	f.Fuzz(func(t *testing.T, preposition, next string) {
		once := PrepositionBefore(preposition, next)
		if again := PrepositionBefore(once, next); again != once {
			t.Errorf("%q before %q: %q, then %q", preposition, next, once, again)
		}
	})
}

// Whatever is typed for days is none, or days in their order, and in words of dates.
func FuzzParseDates(f *testing.F) {
	f.Add("с 30 сентября по 2 октября 2024 года")
	f.Add("11–12.09.2024")
	f.Add("2026-жылдын 11-сентябрында")
	f.Fuzz(func(t *testing.T, text string) {
		from, until, ok := ParseDates(text)
		if ok && (from.IsZero() || from.Compare(until) > 0) {
			t.Errorf("%q is %v to %v", text, from, until)
		}
		if stray := strayWord(text); ok && stray != "" {
			t.Errorf("%q is %v to %v, and %q is no word of a date", text, from, until, stray)
		}
	})
}

// A phrase is parted into what it was, whatever it is, and all of a name is kept.
func FuzzSplitPost(f *testing.F) {
	for _, line := range headlines(f, "headlines") {
		f.Add(strings.Replace(line, " | ", " ", 1))
	}
	for _, line := range headlines(f, "world") {
		f.Add(line)
	}
	f.Add("имени имени И. и. о. бен бен II аль- -аль ХХ Ъ, «» Абдель")
	f.Fuzz(func(t *testing.T, phrase string) {
		post, name := SplitPost(phrase, nil)
		if got, want := strings.Join(strings.Fields(post+" "+name), " "), strings.Join(strings.Fields(phrase), " "); got != want {
			t.Errorf("%q: %q and %q", phrase, post, name)
		}
		first, father, last := NameParts(name)
		if got := len(strings.Fields(first)) + len(strings.Fields(father)) + len(strings.Fields(last)); got != len(strings.Fields(name)) {
			t.Errorf("%q: %q, %q, %q", name, first, father, last)
		}
		house.headline(phrase)
	})
}
