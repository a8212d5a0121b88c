package command

import (
	"strings"
	"testing"

	"communique/editor/snippet"
)

// TestLevelsOfASnippet: a list in a file of text keeps its levels, whether they are written before
// the marks of its items or behind them, and whatever ends its lines; and so does the text in which a
// snippet is shown, read again.
func TestLevelsOfASnippet(t *testing.T) {
	const want = "раз\n\tдва\n\t\tтри\nчетыре"
	o := newOffice(t)
	stored := func(title string) snippet.Snippet {
		t.Helper()
		set, faults := snippet.Decode([]byte(o.must("snippets", "show", title)))
		if len(set) != 1 || len(faults) > 0 {
			t.Fatalf("%s: %v, %v", title, set, faults)
		}
		return set[0]
	}
	for title, text := range map[string]string{
		"tabs before":       "- раз\n\t- два\n\t\t- три\n- четыре\n",
		"two spaces before": "- раз\n  - два\n    - три\n- четыре\n",
		"tabs behind":       "- раз\n- \tдва\n- \t\tтри\n- четыре\n",
		"of Windows":        "- раз\r\n\t- два\r\n- \t\tтри\r\n- четыре\r\n",
		"numbers before":    "#1 раз\n\t#1 два\n\t\t#1 три\n#2 четыре\n",
		"numbers behind":    "#1 раз\n#1 \tдва\n#1 \t\tтри\n#2 четыре\n",
		"behind a lead":     "Слова:\n\n\t- раз\n\t\t- два\n\t\t\t- три\n\t- четыре\n",
	} {
		o.must("snippets", "add", title, o.write(title+".txt", text))
		one := stored(title)
		list := one.Blocks[len(one.Blocks)-1]
		if list.Text != want || (list.First > 0) != strings.HasPrefix(title, "numbers") {
			t.Errorf("%s: %+v", title, one.Blocks)
		}
		again := title + " again"
		o.must("snippets", "add", again, o.write(again+".txt", one.Words()))
		if got := stored(again).Words(); got != one.Words() {
			t.Errorf("%s: %q became %q", title, one.Words(), got)
		}
	}
}
