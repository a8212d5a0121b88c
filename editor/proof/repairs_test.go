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

// TestAGuessedForm is told where it stands as words of its own, until somebody writes something else.
func TestAGuessedForm(t *testing.T) {
	for lead, want := range map[string]string{
		"Встреча с Юрием Кравцом.":                  "lead 10-23;",
		"Юрием Кравцом доволен Совет.":              "lead 0-13;",
		"Это заявления Совета.":                     "",
		"Юрий Кравец прибыл.":                       "",
		"Мюрием Кравцом, Юрием Кравцомом и другим.": "",
		"Встреча с [укажите: Юрием Кравцом].":       "",
		"": "",
	} {
		r := release.New("ru")
		r.Headline, r.Lead = "План", lead
		r.Repairs = []release.Repair{{Code: release.FormGuessed, Text: "Юрием Кравцом", Field: release.BlocksField}}
		if got := guesses(r); got != want {
			t.Errorf("%q: got %s, want %s", lead, got, want)
		}
		r.Repairs[0].Text = "я"
		if got := guesses(r); got != "" {
			t.Errorf("%q: within a word: %s", lead, got)
		}
	}
	r := release.New("ru")
	r.Headline, r.Lead = "Начальник прибыл", "Прибыл начальник."
	r.Repairs = []release.Repair{{Code: release.FormGuessed, Text: "начальник", Field: release.BlocksField}}
	if got := guesses(r); got != "headline 0-9;" {
		t.Errorf("at the beginning of a headline: %s", got)
	}
	r.Accepted = []release.Accepted{OfRepair(r.Repairs[0]).Acceptance()}
	if got := guesses(r); got != "" {
		t.Errorf("confirmed, and told: %s", got)
	}
}

// TestASurnameInEtsIsOfOneCase: «Юрием Кравцом» is the instrumental of both.
func TestASurnameInEtsIsOfOneCase(t *testing.T) {
	for text, want := range map[string]bool{
		"Встреча с Юрием Кравцом прошла.": false, "Встреча с Иваном Стрельцом прошла.": false, "Письмо Юрию Кравцу вручили.": false,
		"Встреча с Юрием Кравца прошла.": false, "Встреча с Юрием Кравцов прошла.": true,
	} {
		r := release.New("ru")
		r.Headline, r.Lead = "План", text
		found := false
		for _, f := range Check(r, Params{}) {
			found = found || f.Code == NameCase
		}
		if found != want {
			t.Errorf("%s: found %t", text, found)
		}
	}
}

// guesses are the places of those forms that nobody has confirmed.
func guesses(r release.Release) (places string) {
	for _, f := range Open(Check(r, Params{})) {
		if f.Code == release.FormGuessed && f.Level == Warns {
			places += fmt.Sprintf("%s %d-%d;", f.Field, f.Start, f.End)
		}
	}
	return places
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
