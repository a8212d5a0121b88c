package editing

import (
	"testing"
	"time"

	"communique/editor/draft"
	"communique/editor/release"
)

// TestPlainTextKeepsLevels: a list that was copied, and is put back as its words alone, has its levels
// again, below the level of the item that it is put into; elsewhere a tab is a space.
func TestPlainTextKeepsLevels(t *testing.T) {
	for name, c := range map[string]struct {
		kind release.BlockKind
		into string
		text string
		want string
	}{
		"into an item":          {release.List, "а", "раз\n\tдва\n\t\tтри\nсто", "араз\n\tдва\n\t\tтри\nсто"},
		"into one of a level":   {release.List, "а\n\tб", "раз\n\tдва\nсто", "а\n\tбраз\n\t\tдва\n\tсто"},
		"all of them stand in":  {release.List, "а", "\tраз\r\n\t\tдва\r\n\tсто", "араз\n\tдва\nсто"},
		"a tab within":          {release.List, "а", "раз\tдва\n\tсто\tдва", "араз два\n\tсто два"},
		"one line":              {release.List, "а", "\tраз", "а раз"},
		"empty lines":           {release.List, "а", "раз\n\n\tдва\n", "араз\n\tдва\n"},
		"a break within":        {release.List, "а", "раз\v\tдва\nсто", "араз\n\tдва\nсто"},
		"into a paragraph":      {release.Paragraph, "а", "\tраз\tдва", "а раз два"},
		"Windows' line feeds":   {release.List, "а", "раз\r\n\tдва", "араз\n\tдва"},
		"out again":             {release.List, "а\n\tб", "раз\nдва", "а\n\tбраз\n\tдва"},
		"further than the last": {release.List, "а", "\t\tраз\n\tдва", "араз\nдва"},
	} {
		t.Run(name, func(t *testing.T) {
			r := release.New("ru")
			r.Lead, r.Blocks = "Лид", []release.Block{{ID: 1, Kind: c.kind, Text: c.into}}
			e := New(draft.NewSession(r, time.Now))
			e.Move(DocumentEnd, false)
			e.PasteText(c.text)
			if got := e.session.Release().Blocks[0].Text; got != c.want {
				t.Errorf("%q, not %q", got, c.want)
			}
		})
	}
}
