package grammar

import (
	"runtime"
	"strings"
	"testing"
)

// TestLongPhrases: what a phrase needs grows with its length, whatever is said over and over
// in it, and not with its square. Counted is what is allocated, which no busy machine changes.
func TestLongPhrases(t *testing.T) {
	allocated := func(phrase string) uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		ParseDates(phrase)
		ParseTimes(phrase)
		house.headline(phrase)
		for _, kind := range []Kind{Person, Post, Place, Organisation, Phrase} {
			house.Decline(kind, Unknown, phrase)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	for part := range strings.SplitSeq("12 государств – членов |город |Новый город |два соглашения и |ход подготовки и |2 часа 30 минут |две целых пять |две с половиной |«Проба» (|Министр обороны |Иван Пробный, |и. о. министра |Москва, |Армения и |село и |тысяча двести |уулу |9, |9, 10 и |10-30 |10:00 – |с 9 по |минус ", "|") {
		short, long := strings.Repeat(part, 100), strings.Repeat(part, 800)
		allocated(short) // reads the tables
		few, many := allocated(short), allocated(long)
		if many > 40*few { // the square is 64 times; the copying of lists makes up to 35
			t.Errorf("%q: %d bytes for 100, %d for 800", part, few, many)
		}
	}
}
