package spelling

import (
	"strings"
	"sync"
	"unicode/utf8"

	"communique/editor/proof"
)

// The codes of the findings. Scripts rely on them.
const (
	MisspeltCode = "misspelt"
	UnknownCode  = "name-unknown"
)

// Sources are the checks of spelling for the table of checks: words that are misspelt, and
// names that nobody knows, each with the likeliest proposal. Only what was typed with the
// wrong keyboard layout has exactly one right repair.
func (c *Checker) Sources() []proof.Source {
	last := &lastReport{checker: c}
	find := func(names bool) func(language, text string) []proof.Spot {
		return func(language, text string) []proof.Spot {
			var spots []proof.Spot
			for _, m := range last.of(language, text) {
				if m.Name == names {
					spots = append(spots, c.spot(m))
				}
			}
			return spots
		}
	}
	return []proof.Source{
		{Code: MisspeltCode, Level: proof.Warns, Find: find(false)},
		{Code: UnknownCode, Level: proof.Hints, Find: find(true)},
	}
}

func (c *Checker) spot(m Misspelling) proof.Spot {
	s := proof.Spot{Start: m.Start, End: m.End}
	if m.more == nil {
		if other := c.otherLayout(m.word); other != "" {
			s.Put, s.Mends = c.house.Spell("", other), true
			return s
		}
	}
	if utf8.RuneCountInString(m.word) < shortestLikely {
		return s
	}
	for _, proposed := range c.Suggest(m) {
		if m.Name && strings.Contains(proposed, " ") {
			continue // «Орда баев» for Ордабаев
		}
		s.Other = proposed
		break
	}
	return s
}

// shortestLikely is how long a word is of which the first proposal is told unasked: near
// shorter ones lies anything.
const shortestLikely = 5

// lastReport keeps what was found in the text that was checked last: both sources are
// asked for each.
type lastReport struct {
	checker  *Checker
	mutex    sync.Mutex
	language string
	text     string
	found    []Misspelling
}

func (l *lastReport) of(language, text string) []Misspelling {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.text != text || l.language != language {
		l.language, l.text, l.found = language, text, l.checker.CheckIn(language, text).Misspelt
	}
	return l.found
}
