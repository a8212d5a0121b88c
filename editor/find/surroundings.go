package find

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/release"
)

// Surroundings are the words around a hit, by which a person knows one from another: of its
// text alone, in one line, with … where more of it stands beyond them.
type Surroundings struct{ Left, Right string }

// Around returns what surrounds each of the changes, up to so many letters on either side.
// Changes that are in none of the passages have none.
func Around(passages iter.Seq[release.Passage], changes []Change, most int) []Surroundings {
	all := make([]Surroundings, len(changes))
	byText := map[release.TextID][]int{}
	for i, c := range changes {
		byText[c.Text] = append(byText[c.Text], i)
	}
	for p := range passages {
		w := window{text: p.Text}
		for _, i := range byText[p.TextID] {
			before, behind := w.text[:w.to(changes[i].Start)], w.text[w.to(changes[i].End):]
			all[i] = Surroundings{Left: lastOf(before, most), Right: firstOf(behind, most)}
		}
	}
	return all
}

// lastOf is the end of a text, from where a word begins.
func lastOf(text string, most int) string {
	at := len(text)
	for range most {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	if at == 0 {
		return oneLine(text)
	}
	end := text[at:]
	if i := strings.IndexFunc(end, unicode.IsSpace); i >= 0 {
		end = strings.TrimLeftFunc(end[i:], unicode.IsSpace)
	}
	return "…" + oneLine(end)
}

// firstOf is the beginning of a text, up to where a word ends.
func firstOf(text string, most int) string {
	w := window{text: text}
	beginning := w.piece(0, most)
	if len(beginning) == len(text) {
		return oneLine(text)
	}
	if i := strings.LastIndexFunc(beginning, unicode.IsSpace); i >= 0 {
		beginning = strings.TrimRightFunc(beginning[:i], unicode.IsSpace)
	}
	return oneLine(beginning) + "…"
}

// oneLine puts spaces where lines end.
func oneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }
