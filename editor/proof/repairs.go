package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// repairs tells what intake did and what a template guessed, each where its words stand in the release. A
// guess that somebody has written otherwise is none any more.
func repairs(r release.Release) []Finding {
	var found []Finding
	from := map[release.Repair]int{}
	for _, repair := range r.Repairs {
		f := OfRepair(repair)
		f.place(r, from)
		if f.Code == release.FormGuessed && f.Field == release.RepairsField {
			continue
		}
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
	find := strings.Index
	if f.Code == release.FormGuessed {
		find = indexForm
	}
	same := release.Repair{Code: f.Code, Text: words, Field: f.Repaired.Field}
	skip := from[same]
	from[same]++
	for p := range r.Passages() {
		if p.Field != f.Repaired.Field && (f.Repaired.Field != release.BlocksField || !p.Published()) {
			continue
		}
		for at := 0; ; {
			i := find(p.Text[at:], words)
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

// indexForm is where a form stands in a text as words of its own, with a capital letter at the beginning of a
// sentence; -1 for nowhere.
func indexForm(text, form string) int {
	first, size := utf8.DecodeRuneInString(form)
	rest := form[size:]
	for at := 0; at <= len(text); {
		i := strings.Index(text[at:], rest)
		if i < 0 {
			break
		}
		at += i
		before, size := utf8.DecodeLastRuneInString(text[:at])
		outside, _ := utf8.DecodeLastRuneInString(text[:at-size])
		behind, _ := utf8.DecodeRuneInString(text[at+len(rest):])
		if (before == first || before == unicode.ToUpper(first)) && !unicode.IsLetter(outside) && !unicode.IsLetter(behind) {
			return at - size
		}
		at += max(1, len(rest))
	}
	return -1
}

// isText reports whether a field is words that have places.
func isText(field release.Field) bool {
	switch field {
	case release.HeadlineField, release.SubheadlineField, release.LeadField, release.BlocksField, release.BoilerplateField, release.NotesField:
		return true
	}
	return false
}
