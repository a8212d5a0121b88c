package proof

import (
	"fmt"
	"testing"

	"communique/editor/release"
)

// TestWhereARepairStands: its words are found where they are now, each of several in turn; what is nowhere, or
// no text, has only its field.
func TestWhereARepairStands(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead, r.Notes = "План дорог", "Принят план дорог.", "план: Пресс-релиз № 5"
	r.Blocks = []release.Block{{ID: 7, Kind: release.Paragraph, Text: "Это план дорог, и план мостов."}}
	for name, tt := range map[string]struct {
		repairs []release.Repair
		want    string
	}{
		"in the notes":        {[]release.Repair{{Code: "a", Text: "Пресс-релиз № 5", Field: release.NotesField}}, "notes 0 6-21;"},
		"never in others":     {[]release.Repair{{Code: "a", Text: "Пресс-релиз № 5", Field: release.BlocksField}}, "repairs 0 0-0;"},
		"what stands there":   {[]release.Repair{{Code: "a", Text: "пл-ан", Put: "план", Field: release.BlocksField}}, "lead 0 7-11;"},
		"each in turn":        {[]release.Repair{{Code: "a", Text: "план", Field: release.BlocksField}, {Code: "a", Text: "план", Field: release.BlocksField, Line: 2}, {Code: "a", Text: "план", Field: release.BlocksField, Line: 3}, {Code: "a", Text: "план", Field: release.BlocksField, Line: 4}}, "lead 0 7-11;blocks 7 4-8;blocks 7 18-22;repairs 0 0-0;"},
		"another kind":        {[]release.Repair{{Code: "a", Text: "план", Field: release.BlocksField}, {Code: "b", Text: "план", Field: release.BlocksField}}, "lead 0 7-11;lead 0 7-11;"},
		"in the headline":     {[]release.Repair{{Code: "a", Text: "План", Field: release.HeadlineField}}, "headline 0 0-4;"},
		"how it begins":       {[]release.Repair{{Code: "a", Text: "Это план…", Field: release.BlocksField}}, "blocks 7 0-8;"},
		"gone":                {[]release.Repair{{Code: "a", Text: "Тоннель", Field: release.NotesField}}, "repairs 0 0-0;"},
		"nowhere":             {[]release.Repair{{Code: "a", Text: "план"}}, "repairs 0 0-0;"},
		"a field of no words": {[]release.Repair{{Code: "a", Text: "план", Field: release.DateField}}, "date 0 0-0;"},
		"no words":            {[]release.Repair{{Code: "a", Field: release.NotesField}}, "repairs 0 0-0;"},
	} {
		r.Repairs = tt.repairs
		got := ""
		for _, f := range repairs(r) {
			got += fmt.Sprintf("%s %d %d-%d;", f.Field, f.Block, f.Start, f.End)
		}
		if got != tt.want {
			t.Errorf("%s: got %s, want %s", name, got, tt.want)
		}
	}
}

// What was confirmed stays so when its words are moved to another text.
func TestAConfirmedRepairStays(t *testing.T) {
	r := release.New("ru")
	r.Headline, r.Lead, r.Notes = "План", "План.", "Пресс-релиз № 5"
	r.Repairs = []release.Repair{{Code: "aside-letterhead", Text: "Пресс-релиз № 5", Field: release.NotesField}}
	f := repairs(r)[0]
	r.Accepted = []release.Accepted{f.Acceptance()}
	for _, notes := range []string{r.Notes, "", "После: Пресс-релиз № 5"} {
		r.Notes = notes
		for _, f := range Check(r, Params{}) {
			if f.IsRepair() && !f.Accepted {
				t.Errorf("with notes %q it is asked again", notes)
			}
		}
	}
}
