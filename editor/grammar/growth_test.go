package grammar

import (
	"strings"
	"testing"

	"communique/editor/growthtest"
)

// TestLongPhrases: what a phrase needs grows with its length, whatever is said over and over
// in it, and not with its square. Counted is what is allocated, which no busy machine changes.
func TestLongPhrases(t *testing.T) {
	for part := range strings.SplitSeq("12 государств – членов |город |Новый город |два соглашения и |ход подготовки и |2 часа 30 минут |две целых пять |две с половиной |«Проба» (|Министр обороны |Иван Пробный, |и. о. министра |Москва, |Армения и |село и |тысяча двести |уулу |9, |9, 10 и |10-30 |10:00 – |с 9 по |минус ", "|") {
		short, long := strings.Repeat(part, 100), strings.Repeat(part, 800)
		allocated(short) // reads the tables
		few, many := allocated(short), allocated(long)
		if many > 40*few+growthtest.Pooled { // the square is 64 times; the copying of lists makes up to 35
			t.Errorf("%q: %d bytes for 100, %d for 800", part, few, many)
		}
	}
}

// TestManyRemarks: brackets behind a name, or behind none, do not double the work each.
func TestManyRemarks(t *testing.T) {
	for _, named := range []string{"Иван Пробный", "министр Иван Пробный", "Иван Пробный (Образцов)", "проба"} {
		phrase := func(times int) string { return named + strings.Repeat(" (МИД)", times) }
		allocated(phrase(8)) // reads the tables
		if few, many := allocated(phrase(8)), allocated(phrase(16)); many > 8*few+growthtest.Pooled {
			t.Errorf("%s: %d bytes for 8, %d for 16", named, few, many)
		}
	}
}

// allocated is how many bytes it takes to read a phrase in every way.
func allocated(phrase string) uint64 {
	return growthtest.Allocated(func() {
		ParseDates(phrase)
		ParseTimes(phrase)
		house.headline(phrase)
		for _, kind := range []Kind{Person, Post, Place, Organisation, Phrase} {
			house.Decline(kind, Unknown, phrase)
		}
	})
}
