package layout

import (
	"slices"
	"unicode"

	"communique/editor/release"
)

// WhollyBold reports whether every letter of a text is marked bold.
func WhollyBold(text string, marks []release.Mark) bool { return wholly(text, marks, release.Bold) }

// WhollyItalic reports whether every letter of a text is marked italic.
func WhollyItalic(text string, marks []release.Mark) bool { return wholly(text, marks, release.Italic) }

func wholly(text string, marks []release.Mark, style release.Style) bool {
	marks = slices.DeleteFunc(slices.Clone(marks), func(m release.Mark) bool { return m.Style != style })
	said := false
	at := -1
	for _, r := range text {
		at++
		for len(marks) > 0 && marks[0].End <= at {
			marks = marks[1:]
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if said = true; len(marks) == 0 || at < marks[0].Start {
				return false
			}
		}
	}
	return said
}

// Without returns the marks that are not of a style.
func Without(marks []release.Mark, style release.Style) []release.Mark {
	var rest []release.Mark
	for _, m := range marks {
		if m.Style != style {
			rest = append(rest, m)
		}
	}
	return rest
}
