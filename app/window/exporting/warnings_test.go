package exporting

import (
	"strings"
	"testing"
	"time"

	"communique/assets/translations"
	"communique/editor/proof"
	"communique/editor/release"
)

// TestWarnings: what a person is told before a release leaves by export, printing or
// the clipboard, and when nothing stands in the way.
func TestWarnings(t *testing.T) {
	words, err := translations.New("ru")
	if err != nil {
		t.Fatal(err)
	}
	whole := release.New("ru")
	whole.Status, whole.Headline, whole.Lead = release.Issued, "Встреча в Пробном завершена", "11 сентября 2024 года в Пробном завершилась встреча."
	whole.Date = release.Date{Year: 2024, Month: time.September, Day: 11}
	embargo, err := release.NewEmbargo(whole.Date, 12, 0, "Asia/Bishkek")
	if err != nil {
		t.Fatal(err)
	}
	at := func(minutes int) time.Time { return embargo.At.Add(time.Duration(minutes) * time.Minute) }
	for name, tt := range map[string]struct {
		change func(r *release.Release)
		now    time.Time
		want   []string // a piece of each warning
	}{
		"nothing":          {func(*release.Release) {}, at(0), nil},
		"under embargo":    {func(r *release.Release) { r.Embargo = embargo }, at(-1), []string{"11.09.2024 12:00 Asia/Bishkek"}},
		"the embargo ends": {func(r *release.Release) { r.Embargo = embargo }, at(0), nil},
		"it is over":       {func(r *release.Release) { r.Embargo = embargo }, at(1), nil},
		"an unread embargo": {func(r *release.Release) {
			r.Unread = []release.Unread{{Field: release.EmbargoField, Text: "завтра"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "завтра"}},
		"an unread date": {func(r *release.Release) {
			r.Date, r.Unread = release.Date{}, []release.Unread{{Field: release.DateField, Text: "вчера"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "вчера"}},
		"a lost picture": {func(r *release.Release) {
			r.Blocks = []release.Block{{ID: 1, Kind: release.Picture, Picture: strings.Repeat("a", 64), Text: "Участники встречи"}}
		}, at(0), []string{words.Plural("export-blocked", 1), "«Участники встречи»"}},
		"a blank left":       {func(r *release.Release) { r.Lead += " ___" }, at(0), []string{words.Plural("export-blocked", 1)}},
		"embargo and blanks": {func(r *release.Release) { r.Embargo = embargo; r.Lead += " ___" }, at(-1), []string{words.Plural("export-blocked", 1), "11.09.2024 12:00"}},
	} {
		t.Run(name, func(t *testing.T) {
			r := whole.Clone()
			tt.change(&r)
			got := warnings(words, tt.now, r, proof.Params{Lost: []string{strings.Repeat("a", 64)}})
			if len(got) != len(tt.want) {
				t.Fatalf("got %q", got)
			}
			for i, piece := range tt.want {
				if !strings.Contains(got[i], piece) {
					t.Errorf("%q does not say %q", got[i], piece)
				}
			}
		})
	}
}
