package wordset

import (
	"strings"
	"sync/atomic"
)

// Inflected is what is known of words in all their forms. The forms of words that begin alike are made when a word that
// begins so is first asked for: a text has words of some beginnings, and to decline some thousand words takes longer than
// to read the text. Once all are added it is for any number of goroutines.
type Inflected[V any] struct {
	added [beginnings][]declinable[V]
	made  [beginnings]atomic.Pointer[Table[V]]
}

// declinable is a name, and what puts its forms into a table.
type declinable[V any] struct {
	name  string
	forms func(into map[string]V, name string)
}

// Add adds the forms of a name, those that begin as word does. Of a table's names those added first come first.
func (t *Inflected[V]) Add(word, name string, forms func(into map[string]V, name string)) {
	at := beginning(word)
	t.added[at] = append(t.added[at], declinable[V]{name, forms})
	if stem, ok := strings.CutSuffix(word, "й"); ok { // чуй, чуем: no consonant but the first stood before that of the ending
		if ending := beginning(stem + "ем"); ending != at {
			t.added[ending] = append(t.added[ending], declinable[V]{name, forms})
		}
	}
}

// Of is what is known of a word, the zero value for one of which nothing is.
func (t *Inflected[V]) Of(word string) (value V) {
	at := beginning(word)
	table := t.made[at].Load()
	if table == nil {
		words := map[string]V{}
		for _, d := range t.added[at] {
			d.forms(words, d.name)
		}
		table = TableOf(words)
		t.made[at].Store(table)
	}
	return table.Of(word)
}

// beginnings is how many groups there are of words that begin alike, and some others.
const beginnings = 1 << 10

// beginning is the group of a word in small letters, by its first letter and the first Cyrillic consonant behind that. A
// Russian word keeps both in all its cases; vowels, й and ь come and go: лев, льва, заём, займа. It is asked for every
// word of a text, and goes by the bytes of UTF-8: Cyrillic letters have two, the first 0xD0 or 0xD1.
func beginning(word string) int {
	if len(word) < 2 {
		return 0
	}
	var consonant int
	for i := 2; i+1 < len(word) && word[i]|1 == 0xD1; i += 2 {
		if at := letter(word[i], word[i+1]); fleeting[at/64]>>(at%64)&1 == 0 {
			consonant = at
			break
		}
	}
	return (letter(word[0], word[1])*37 + consonant) % beginnings
}

// letter tells the Cyrillic letters of two bytes apart, below 128.
func letter(first, second byte) int { return int(first&1)<<6 | int(second&63) }

// fleeting has a bit for each letter that may come and go.
var fleeting = func() (bits [2]uint64) {
	const letters = "аеёийоуъыьэюя"
	for i := 0; i < len(letters); i += 2 {
		at := letter(letters[i], letters[i+1])
		bits[at/64] |= 1 << (at % 64)
	}
	return bits
}()
