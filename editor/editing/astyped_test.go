package editing

import (
	"strings"
	"testing"

	"communique/editor/typography"
)

// What is typed is set as the key falls, and one undo gives it back: it is not set again
// there. A table of what a hand does, as in TestTyping.
func TestAsTyped(t *testing.T) {
	for name, tt := range map[string]keyTest{
		"quotation marks":                {"p |", "'\"Да\", '", "p «Да», |"},
		"within others":                  {"p |", "'\"Завод \"Ре'", "p «Завод „Ре|"},
		"a dash":                         {"p |", "'Он - да'", "p Он\u00a0— да|"},
		"two hyphens":                    {"p |", "'Он -- да'", "p Он\u00a0— да|"},
		"a short word":                   {"p |", "'в доме'", "p в\u00a0доме|"},
		"a unit":                         {"p |", "'5 км,'", "p 5\u00a0км,|"},
		"before words":                   {"p |дом", "'\"'", "p «|дом"},
		"in a second line":               {"p \"а↵|", "'\"б\"'", "p \"а↵«б»|"},
		"within bold words":              {"p *в |доме*", "'\"'", "p *в\u00a0«|доме*"},
		"a headline":                     {"! |", "'\"а\"'", "! «а»|"},
		"a quotation mark, taken back":   {"p |", "'\"' Ctrl+Z", "p \"|"},
		"and written on":                 {"p |", "'\"' Ctrl+Z 'слово и'", "p \"слово и|"},
		"and back to the start":          {"p |", "'\"' Ctrl+Z Ctrl+Z", "p |"},
		"and made again":                 {"p |", "'\"' Ctrl+Z Ctrl+Y", "p «|"},
		"a minus":                        {"p |", "'до -5'", "p до -5|"},
		"a dash, taken back":             {"p |", "'Он - ' Ctrl+Z 'да'", "p Он - да|"},
		"a short word, taken back":       {"p |", "'в д' Ctrl+Z 'оме,'", "p в доме,|"},
		"inches":                         {"p |", "'17\" '", "p 17\" |"},
		"a hyphen within a word":         {"p |", "'кто-то '", "p кто-то |"},
		"elsewhere nothing is set":       {"p \"а\" - в доме|", "'м'", "p \"а\" - в домем|"},
		"not what takes a selection":     {"p [слово|", "'\"'", "p «|"},
		"a list is still a list":         {"p |", "'- а'", "- а|"},
		"an item":                        {"- |", "'в доме'", "- в\u00a0доме|"},
		"what is set is one step of two": {"p |", "'два \"б\"' Ctrl+Z", "p два «б\"|"},
	} {
		t.Run(name, func(t *testing.T) {
			h := take(t, tt.before)
			h.SetTypesetter(typography.Typesetter{}.Typed)
			h.press(t, tt.keys)
			if got := drawing(h.Editor); got != plainDrawing(tt.after) {
				t.Errorf("%s: got %s, want %s", tt.keys, got, plainDrawing(tt.after))
			}
			for h.Undo() {
			}
			if got := stripped(drawing(h.Editor)); got != stripped(plainDrawing(tt.before)) {
				t.Errorf("undone to %s", got)
			}
		})
	}
}

// What stands behind the caret tells what a sign is: a mark before a word that is there opens.
func TestAsTypedBeforeWords(t *testing.T) {
	h := take(t, "p завод |")
	h.PasteText("Проба")
	at := h.selection.Caret
	at.Offset -= 5
	h.Select(at, at)
	h.SetTypesetter(func(before, after string) []typography.Edit {
		if before != "завод \"" || after != "Проба" {
			t.Errorf("asked about %q and %q", before, after)
		}
		return nil
	})
	h.Type("\"")
}

// A text that is pasted, and one that nobody may change, stay as they are.
func TestAsTypedOnlyWhatIsTyped(t *testing.T) {
	h := take(t, "p |")
	h.SetTypesetter(typography.Typesetter{}.Typed)
	h.PasteText(`"Да" - в доме`)
	h.Type(`"Нет" `)
	if got := drawing(h.Editor); got != plainDrawing(`p "Да" - в доме"Нет" |`) {
		t.Errorf("got %s", got)
	}
	h.SetReadOnly(true)
	h.Type(`"`)
	if got := drawing(h.Editor); got != plainDrawing(`p "Да" - в доме"Нет" |`) {
		t.Errorf("read only: %s", got)
	}
}

// How deep in quotations a mark stands at the end of a very long line is not known there.
func TestAsTypedInALongLine(t *testing.T) {
	for length, want := range map[int]string{longestTyped - 2: "«", longestTyped + 1: `"`} {
		h := take(t, "p |")
		h.PasteText(strings.Repeat("а", length))
		h.SetTypesetter(typography.Typesetter{}.Typed)
		h.Type(" ")
		h.Type(`"`)
		if got := drawing(h.Editor); !strings.HasSuffix(got, want+"|") {
			t.Errorf("behind %d letters %q", length, got[len(got)-9:])
		}
	}
}

// BenchmarkAsTyped types a letter behind a space in a line of 3 KB, with and without
// setting it.
func BenchmarkAsTyped(b *testing.B) {
	for name, set := range map[string]func(before, after string) []typography.Edit{"as it is": nil, "set": typography.Typesetter{}.Typed} {
		b.Run(name, func(b *testing.B) {
			h := take(b, "p "+strings.Repeat("слова в строке ", 110)+"|")
			h.SetTypesetter(set)
			for b.Loop() {
				h.Type("а")
				h.Backspace()
			}
		})
	}
}
