package editing

import (
	"testing"

	"communique/editor/release"
)

// TestLevels puts items deeper and out, with Tab, Enter and Backspace.
func TestLevels(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"deeper":                                 {"- а\n- б|в", "Tab", "- а\n-- б|в"},
		"the first item stays":                   {"- а|\n- б", "Tab", "- а|\n- б"},
		"no level is left out":                   {"- а\n- |б", "Tab Tab Tab", "- а\n-- |б"},
		"under each other":                       {"- а\n-- б\n-- |в", "Tab", "- а\n-- б\n--- |в"},
		"four levels at most":                    {"- а\n-- б\n--- в\n---- г\n---- |д", "Tab", "- а\n-- б\n--- в\n---- г\n---- |д"},
		"several together":                       {"- а\n- б[б\n- в\n- г|г\n- д", "Tab", "- а\n-- б[б\n-- в\n-- г|г\n- д"},
		"several of several levels":              {"- а\n- [б\n-- в|\n- г", "Tab", "- а\n-- [б\n--- в|\n- г"},
		"as far as there are levels":             {"- а\n-- б\n--- в\n--- [г\n---- д|", "Tab", "- а\n-- б\n--- в\n---- [г\n---- д|"},
		"the item at whose beginning the end is": {"- а\n- [б\n- |в", "Tab", "- а\n-- [б\n- |в"},
		"in two lists":                           {"- а\n- [б\np в\n- г\n- д|", "Tab", "- а\n-- [б\np в\n- г\n- д|"},
		"all of a list stay":                     {"- [а\n- б|", "Tab", "- [а\n- б|"},
		"out":                                    {"- а\n-- б|в\n- г", "Shift+Tab", "- а\n- б|в\n- г"},
		"out to a paragraph":                     {"- а\n-- |б", "Shift+Tab Shift+Tab", "- а\np |б"},
		"several out":                            {"- а\n-- [б\n--- в|\n- г", "Shift+Tab", "- а\n- [б\n-- в|\n- г"},
		"what was below comes out too":           {"- а\n-- |б\n--- в", "Shift+Tab", "- а\n- |б\n-- в"},
		"undone at once":                         {"- а\n- [б\n- в|", "Tab Ctrl+Z", "- а\n- [б\n- в|"},
		"undone and redone":                      {"- а\n- [б\n- в|", "Tab Ctrl+Z Ctrl+Y", "- а\n-- [б\n-- в|"},
		"numbers begin again":                    {"1. а\n2. |б\n3. в\n4. г", "Tab", "1. а\n1.. |б\n2. в\n3. г"},
		"Enter stays on the level":               {"- а\n-- б|\n- в", "Enter 'г'", "- а\n-- б\n-- г|\n- в"},
		"Enter within an item":                   {"- а\n-- б|в", "Enter", "- а\n-- б\n-- |в"},
		"Enter before an item":                   {"- а\n-- |б", "Enter", "- а\n-- \n-- |б"},
		"Shift+Enter":                            {"- а\n-- б|в", "Shift+Enter", "- а\n-- б\n-- |в"},
		"Enter on an empty item goes out":        {"- а\n-- б\n-- |", "Enter", "- а\n-- б\n- |"},
		"and out of the list":                    {"- а\n-- б\n--- |", "Enter Enter Enter 'в'", "- а\n-- б\np в|"},
		"Backspace goes out":                     {"- а\n-- б\n--- |в", "Backspace Backspace", "- а\n-- б\n- |в"},
		"and out of the list, and on":            {"- а\n-- |б", "Backspace Backspace Backspace", "- а|б"},
		"Backspace within an item":               {"- а\n-- б|в", "Backspace", "- а\n-- |в"},
		"Ctrl+Backspace stops at the item":       {"- а\n-- б |в", "Ctrl+Backspace", "- а\n-- |в"},
		"Delete joins the next item":             {"- а|\n-- б\n--- в", "Delete", "- а|б\n-- в"},
		"Delete in an empty item":                {"- а\n- |\n-- б", "Delete", "- а\n-- |б"},
		"left over the edge":                     {"- а\n-- |б", "Left", "- а|\n-- б"},
		"right over the edge":                    {"- а|\n-- б", "Right", "- а\n-- |б"},
		"by words, left":                         {"- а\n-- б в|", "Ctrl+Left Ctrl+Left Ctrl+Left", "- а|\n-- б в"},
		"by words, right":                        {"- |а\n-- б в", "Ctrl+Right Ctrl+Right", "- а\n-- |б в"},
		"by paragraphs, up":                      {"- а\n-- б\n-- |в", "Ctrl+Up Ctrl+Up", "- |а\n-- б\n-- в"},
		"by paragraphs, down":                    {"- |а\n-- б\n-- в", "Ctrl+Down Ctrl+Down", "- а\n-- б\n-- |в"},
		"a selection within items":               {"- а[б\n-- в|г", "Delete", "- а|г"},
		"whole items":                            {"- а\n-- [б\n--- |в", "Delete", "- а\n-- |в"},
		"from the beginning of an item":          {"- а\n-- [б\n- в|г", "Delete", "- а\n- |г"},
		"the text of an item":                    {"- а\n-- [б|", "'в'", "- а\n-- в|"},
		"out of the list to a field":             {"- [а\n-- б\n@ в|г", "'д'", "- д|\n@ г"},
		"from a paragraph into a sublist":        {"p а[б\n- в\n-- г|д\n-- е", "Delete", "p а|д\n- е"},
		"from a paragraph's beginning":           {"p [б\n- в\n-- г|д\n-- е", "Delete", "- |д\n- е"},
	})
}

// TestSublistsOfAnotherSort have numbers under bullets, or bullets under numbers.
func TestSublistsOfAnotherSort(t *testing.T) {
	for name, c := range map[string]struct {
		before   string
		numbered bool
		after    string
	}{
		"numbers under bullets":    {"- а\n-- |б\n-- в", true, "- а\n1.. |б\n2.. в"},
		"bullets under numbers":    {"1. а\n1.. |б\n2.. в", false, "1. а\n-- |б\n-- в"},
		"and back":                 {"1. а\n-- [б\n-- в|", true, "1. а\n1.. [б\n2.. в|"},
		"of the whole list":        {"- [а\n-- б|", true, "1. [а\n1.. б|"},
		"with the caret above":     {"- а|\n-- б", true, "1. а|\n1.. б"},
		"as it is":                 {"- а\n-- |б", false, "- а\n-- |б"},
		"numbers for the whole":    {"1. [а\n-- б\n2. в|", true, "1. [а\n1.. б\n2. в|"},
		"bullets for the whole":    {"- [а\n1.. б\n- в|", false, "- [а\n-- б\n- в|"},
		"numbers for two lists":    {"1. [а\n-- б\np в\n7. г\n-- д|", true, "1. [а\n1.. б\n2. в\n3. г\n1.. д|"},
		"numbers from the middle":  {"3. а\n4. [б\n-- в|\n5. г", true, "3. а\n4. [б\n1.. в|\n5. г"},
		"numbered above bullets":   {"1. а|\n-- б", true, "1. а|\n-- б"},
		"with a paragraph besides": {"- а\n-- [б\np в|", true, "1. а\n1.. [б\n2. в|"},
	} {
		t.Run(name, func(t *testing.T) {
			h := take(t, c.before)
			h.SetKind(release.List, c.numbered)
			if got := drawing(h.Editor); plainDrawing(got) != plainDrawing(c.after) {
				t.Errorf("got\n%s\nwant\n%s", got, c.after)
			}
		})
	}
}

// TestListsWithSublistsCloseUp: an item without sublists goes into a list whose sublists are of
// either sort, and takes on theirs where they come behind it.
func TestListsWithSublistsCloseUp(t *testing.T) {
	for name, c := range map[string]struct {
		before   string
		numbered bool
		after    string
	}{
		"between lists":              {"1. а\n-- б\np в|\n2. г\n-- д", true, "1. а\n-- б\n2. в|\n3. г\n-- д"},
		"before one":                 {"p а|\n1. б\n-- в", true, "1. а|\n2. б\n-- в"},
		"behind one":                 {"- а\n1.. б\np в|", false, "- а\n1.. б\n- в|"},
		"between lists of two sorts": {"- а\n-- б\np в|\n- г\n1.. д", false, "- а\n-- б\n~\n- в|\n- г\n1.. д"},
	} {
		t.Run(name, func(t *testing.T) {
			h := take(t, c.before)
			h.SetKind(release.List, c.numbered)
			if got := drawing(h.Editor); got != plainDrawing(c.after) {
				t.Errorf("got\n%s\nwant\n%s", got, c.after)
			}
			h.Undo()
			if got := drawing(h.Editor); got != plainDrawing(c.before) {
				t.Errorf("undone to\n%s", got)
			}
		})
	}
	runKeys(t, map[string]keyTest{
		"joined by Delete":     {"- а[\np б\n- |в\n1.. г", "Delete", "- а|в\n1.. г"},
		"a paragraph and back": {"1. а\n-- б\n2. |в\n3. г\n-- д", "Shift+Tab Ctrl+Z", "1. а\n-- б\n2. |в\n3. г\n-- д"},
	})
}

// TestPastingLevels: items stand to each other as they did where they were copied.
func TestPastingLevels(t *testing.T) {
	runKeys(t, map[string]keyTest{
		"items deeper":              {"- [а\n-- б|\n- в\n-- г", "Ctrl+C Ctrl+End Enter Ctrl+V", "- а\n-- б\n- в\n-- г\n-- а\n--- б|"},
		"items out":                 {"- а\n-- [б\n--- в|\n- г", "Ctrl+C Ctrl+End Enter Ctrl+V", "- а\n-- б\n--- в\n- г\n- б\n-- в|"},
		"into a paragraph":          {"- а\n-- [б\n--- в|\np г", "Ctrl+X Ctrl+End Enter Ctrl+V", "- а\n-- \np г\n- б\n-- в|"},
		"numbers of a sublist":      {"1. а\n1.. б\n2.. [в\n3.. г|\np д", "Ctrl+C Ctrl+End Enter Ctrl+V", "1. а\n1.. б\n2.. в\n3.. г\np д\n2. в\n3. г|"},
		"bullets under numbers":     {"1. а\n-- [б\n-- в|\np д", "Ctrl+C Ctrl+End Enter Ctrl+V", "1. а\n-- б\n-- в\np д\n- б\n- в|"},
		"from within an item":       {"- а\n-- б[в\n-- г|\np д", "Ctrl+C Ctrl+End Enter Ctrl+V", "- а\n-- бв\n-- г\np д\n- в\n- г|"},
		"text of several lines":     {"p а[б\np в|\n- г\n-- д", "Ctrl+C Ctrl+End Ctrl+V", "p аб\np в\n- г\n-- дб\n-- в|"},
		"a list into a headline":    {"! а\n- [б\n-- в|", "Ctrl+C Ctrl+Home Ctrl+V", "! б в|а\n- б\n-- в"},
		"blocks between items":      {"p а[б\n# в\np г|д\n- е\n-- ж\n-- з", "Ctrl+C Ctrl+End Ctrl+Up Ctrl+Up Ctrl+V", "p аб\n# в\np гд\n- е\n-- б\n# в\n- г|ж\n- з"},
		"blocks within an item":     {"# [в\n# г|\n- е\n-- жи\n-- з", "Ctrl+C Ctrl+End Ctrl+Up Left Left Ctrl+V", "# в\n# г\n- е\n-- ж\n# в\n# г|\n- и\n- з"},
		"and an undo takes it back": {"# [в\n# г|\n- е\n-- жи\n-- з", "Ctrl+C Ctrl+End Ctrl+Up Left Left Ctrl+V Ctrl+Z", "# в\n# г\n- е\n-- ж|и\n-- з"},
	})
}

// TestCanIndent tells menus what there is to do.
func TestCanIndent(t *testing.T) {
	for drawing, want := range map[string][2]bool{
		"- а|\n- б": {}, "- а\n- б|": {true, false}, "- а\n-- б|": {false, true}, "- а\n-- б\n-- в|": {true, true}, "p а|": {}, "t а|": {},
	} {
		h := take(t, drawing)
		if got := [2]bool{h.CanIndent(false), h.CanIndent(true)}; got != want {
			t.Errorf("%q: %v", drawing, got)
		}
	}
}
