package proof

import (
	"strings"
	"unicode/utf8"

	"communique/editor/release"
)

// repairs tells what intake did, each where its words stand in the release.
func repairs(r release.Release) []Finding {
	var found []Finding
	from := map[release.Repair]int{}
	for _, repair := range r.Repairs {
		f := OfRepair(repair)
		f.place(r, from)
		found = append(found, f)
	}
	return found
}

// place finds the words of a repair, those that stand there now or else those of before, in the texts
// of its field. Of words that were repaired several times each is another one; from counts them.
func (f *Finding) place(r release.Release, from map[release.Repair]int) {
	words := strings.TrimSuffix(f.Repaired.Put, "…")
	if words == "" {
		words = strings.TrimSuffix(f.Text, "…")
	}
	if words == "" || f.Repaired.Field == "" {
		return
	}
	same := release.Repair{Code: f.Code, Text: words, Field: f.Repaired.Field}
	skip := from[same]
	from[same]++
	for p := range r.Passages() {
		if p.Field != f.Repaired.Field && (f.Repaired.Field != release.BlocksField || !p.Published()) {
			continue
		}
		for at := 0; ; {
			i := strings.Index(p.Text[at:], words)
			if i < 0 {
				break
			}
			if at += i; skip == 0 {
				f.TextID, f.Index, f.Start = p.TextID, p.Index, utf8.RuneCountInString(p.Text[:at])
				f.End = f.Start + utf8.RuneCountInString(words)
				return
			}
			skip--
			at += len(words)
		}
	}
	if !isText(f.Repaired.Field) {
		f.Field = f.Repaired.Field
	}
}

// isText reports whether a field is words that have places.
func isText(field release.Field) bool {
	switch field {
	case release.HeadlineField, release.SubheadlineField, release.LeadField, release.BlocksField, release.BoilerplateField, release.NotesField:
		return true
	}
	return false
}
