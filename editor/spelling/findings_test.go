package spelling

import (
	"fmt"
	"strings"
	"testing"

	"communique/editor/document"
	"communique/editor/proof"
	"communique/editor/release"
)

// What is misspelt is a finding beside the others: a warning, for a name a hint; what was
// typed in the wrong layout is mended, and is no finding after that.
func TestFindings(t *testing.T) {
	r := release.Release{Language: "ru", Headline: "Агенство ghbdtn", Lead: "Встретились Абырвалгов и министр.", Blocks: release.Numbered([]release.Block{{Kind: release.Paragraph, Text: "Всё верно, сотрудничесво тоже."}})}
	p := proof.Params{More: New(Params{}).Sources()}
	tell := func() string {
		var all []string
		for _, f := range proof.Check(r, p) {
			if f.Code == MisspeltCode || f.Code == UnknownCode {
				all = append(all, fmt.Sprintf("%s %s %s %d %d %s %s %s", f.Code, f.Level, f.Field, f.Start, f.End, f.Text, f.Put, f.Other))
			}
		}
		return strings.Join(all, "\n")
	}
	want := "misspelt warning headline 0 8 Агенство  Агентство\n" +
		"misspelt warning headline 9 15 ghbdtn привет \n" +
		"name-unknown hint lead 12 22 Абырвалгов  \n" +
		"misspelt warning blocks 11 24 сотрудничесво  сотрудничество"
	if got := tell(); got != want {
		t.Fatalf("got\n%s\nwant\n%s", got, want)
	}
	for _, f := range proof.Check(r, p) {
		d := document.New(r)
		if ops, ok := f.Repair(d); ok && f.Code == MisspeltCode {
			if err := d.Apply(ops); err != nil {
				t.Fatal(err)
			}
			d.Write(&r)
		}
	}
	if r.Headline != "Агенство привет" || strings.Contains(tell(), "ghbdtn") {
		t.Errorf("mended to %q: %s", r.Headline, tell())
	}
}

// No name is said to be two words, as «Орда баев» would be.
func TestFindingsProposeNoNameOfTwoWords(t *testing.T) {
	c := New(Params{})
	names := 0
	for _, source := range c.Sources() {
		const text = "Выступили Ордабаев, Тасмагамбетов, Зайнетдинов и Кулубаев."
		for _, s := range source.Find("ru", text) {
			if names++; strings.Contains(s.Other, " ") {
				t.Errorf("%s: %s", text[s.Start:s.End], s.Other)
			}
		}
	}
	if names < 3 {
		t.Errorf("only %d of the names are unknown", names)
	}
}

// TestAnEnglishNameBesideItsMisprint: a name that English has as a word is the right one of two behind one first name.
// With another first name, or none, it is somebody else.
func TestAnEnglishNameBesideItsMisprint(t *testing.T) {
	p := proof.Params{More: New(Params{}).Sources()}
	for lead, want := range map[string]string{
		"Violinist Cordelia Fairweather played. Fans of Cordelia Fairwether cheered.":    "Fairwether ≠ Fairweather",
		"Fans of Cordelia Fairwether cheered. Violinist Cordelia Fairweather bowed.":     "Fairwether ≠ Fairweather",
		"Violinist Cordelia Fairweather played. Fans of Ottilie Fairwether cheered.":     "",
		"Fans of Cordelia Fairwether met Cordelia Colours and Cordelia Colors.":          "",
		"Engineer Robert Tchaikovsky spoke first. Later Tchaikovski answered questions.": "Tchaikovski ≠ Tchaikovsky",
		"The works of Tchaikovsky were played. Later Tchaikovski answered questions.":    "",
		"Fans of Cordelia Fairwether cheered. Guests met Cordelia Fairwethar there.":     "Fairwethar ≠ Fairwether",
		"The prize went to Marguerite Delacroy; later Margerite Delacroy spoke.":         "Margerite ≠ Marguerite",
		"Fans of Margerite Delacroy and of Marguerite Delacroy met Marguerite Delacroy.": "Margerite ≠ Marguerite",
		"The house was opened by Theodora Wickenham. The guests thanked Ms Wickenhan.":   "Wickenhan ≠ Wickenham",
		"The guests thanked Ms Wickenhan. It was opened by Theodora Wickenham.":          "Wickenham ≠ Wickenhan",
		"The guests thanked Wickenhan. It was opened by Theodora Wickenham.":             "",
		"The prize went to Marina Delacroy; later Martina Delacroy spoke.":               "",
		"Visitors met Askar Zhumabekov on Friday. Then Zhumabekow took the floor.":       "Zhumabekow ≠ Zhumabekov",
		"Sirozhiddin Oshurov spoke on Friday. The floor went to Ashurov later.":          "Ashurov ≠ Oshurov",
		"Sirozhiddin Oshurov spoke on Friday. The floor went to Wasim Ashurov later.":    "",
		"Visitors met Askar Zhumabekov on Friday. Then Zhumabekot took the floor.":       "",
		"A Fairweather sailed. Fans of Cordelia Fairwether cheered.":                     "",
		"Cellist Marguerite Zashdown played. Guests met Marguerite Zashdowne there.":     "Zashdowne ≠ Zashdown",
		"Cellist Marguerite Zashdown played. Guests met Ottilie Zashdowne there.":        "",
		"Cellist Marguerite Zashdown played. Guests met Marguerite Zashdowns there.":     "",
	} {
		var all []string
		for _, f := range proof.Check(release.Release{Language: "en", Headline: "A concert was given", Lead: lead}, p) {
			if f.Code == proof.NameDiffers {
				all = append(all, f.Text+" ≠ "+f.Other)
			}
		}
		if got := strings.Join(all, ", "); got != want {
			t.Errorf("%s: %q, want %q", lead, got, want)
		}
	}
}
