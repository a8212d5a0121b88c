package release

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"communique/assets/languages"
)

// MaxLevel is the deepest level of a list; its first is 0. A line that has more tabs stands
// on this one.
const MaxLevel = 3

// MaxNumber is the highest number that a List may begin with: nine digits, with which a count
// of its items ends in no computer.
const MaxNumber = 999_999_999

// Item is an item of a List.
type Item struct {
	Line // without the tabs
	// Level is how deep it stands below the list's own items, from 0.
	Level int
	// Number counts the items of its list, or sublist; 0 is one with a bullet.
	Number int
	// Start is how many code points of the list's text are before its words, and Tabs how
	// many of them are those that say its level.
	Start, Tabs int
	depth       int // among the levels of its sort
}

// Items returns the items of a List. Those that stand deeper than the one before are a
// sublist of that, however many tabs more they have, so that no level is left out, and the
// first item always has level 0.
func (b Block) Items() []Item { return b.ItemsAs(func(*Item) bool { return true }) }

// ItemsAs is Items without those for which keep is false, which neither count nor have
// sublists; keep may set the Line.
func (b Block) ItemsAs(keep func(*Item) bool) []Item {
	lines := Lines(b.Text, b.Marks)
	all := make([]Item, 0, len(lines))
	var count levels
	start := 0
	for _, line := range lines {
		tabs := Tabs(line.Text)
		item := Item{Line: unindented(line, tabs), Start: start + tabs, Tabs: tabs}
		start += utf8.RuneCountInString(line.Text) + 1
		if keep(&item) {
			count.next(&item, b)
			all = append(all, item)
		}
	}
	return all
}

// Tabs is how many tabs a line of a List begins with: how deep it stands.
func Tabs(line string) int { return len(line) - len(strings.TrimLeft(line, "\t")) }

func unindented(line Line, tabs int) Line {
	if tabs == 0 {
		return line
	}
	line.Text, line.Marks = Piece(line.Text, line.Marks, tabs, utf8.RuneCountInString(line.Text))
	return line
}

// levels are the lists that are open at an item, each within the one before.
type levels []struct{ tabs, items int }

// next gives an item its level and its number in a List.
func (l *levels) next(item *Item, b Block) {
	open := *l
	for len(open) > 1 && open[len(open)-2].tabs >= item.Tabs {
		open = open[:len(open)-1]
	}
	if n := len(open); n == 0 || n <= MaxLevel && open[n-1].tabs < item.Tabs {
		open = append(open, struct{ tabs, items int }{tabs: item.Tabs})
	}
	top := &open[len(open)-1]
	top.items++
	top.tabs = min(top.tabs, item.Tabs)
	*l = open
	item.Level = len(open) - 1
	item.depth = item.Level
	if numbered := b.First > 0; item.Level == 0 && numbered {
		item.Number = b.First + top.items - 1
	} else if numbered != (b.Mixed && item.Level > 0) {
		item.Number = top.items
	}
	if b.Mixed && item.Level > 0 {
		item.depth = item.Level - 1
		if item.Number > 0 {
			item.depth += 2 // under bullets numbers begin with brackets
		}
	}
}

// Sign is what stands before an item, without the space behind it. Numbers are those of
// Russian official texts, «1.», «а)», «1)» and letters again, in languages that are not
// written in Cyrillic with Latin letters; without numbers a dash and a bullet take turns,
// which tell a level from that around it.
func (i Item) Sign(language string) string {
	switch {
	case i.Number == 0 && i.depth%2 == 0:
		return "–"
	case i.Number == 0:
		return "•"
	case i.depth == 0:
		return strconv.Itoa(i.Number) + "."
	case i.depth%2 == 0:
		return strconv.Itoa(i.Number) + ")"
	case languages.Cyrillic(language):
		return Letters(i.Number, CyrillicLetters, mostLetters) + ")"
	default:
		return Letters(i.Number, LatinLetters, mostLetters) + ")"
	}
}

// Lettered reports whether the item's Sign counts by letters.
func (i Item) Lettered() bool { return i.Number > 0 && i.depth%2 == 1 }

// Bracketed reports whether a bracket stands behind the number of the item's Sign.
func (i Item) Bracketed() bool { return i.Number > 0 && i.depth > 0 }

// The letters that items are counted by. The Russian ones are those of federal acts and of
// word processors: without ё, й, ъ and ь.
const (
	CyrillicLetters = "абвгдежзиклмнопрстуфхцчшщыэюя"
	LatinLetters    = "abcdefghijklmnopqrstuvwxyz"
)

// Letters writes a number with letters; behind the last come double ones and triple ones, as
// in word processors. A number below 1, and one that would take a letter more than most times,
// is in digits.
func Letters(n int, letters string, most int) string {
	all := []rune(letters)
	if n < 1 || (n-1)/len(all) >= most {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(all[(n-1)%len(all)]), 1+(n-1)/len(all))
}

// mostLetters is how often a letter stands in an item's sign at most: more would fill the line.
const mostLetters = 3
