package export

import (
	"fmt"
	"slices"

	"communique/editor/release"
	"communique/export/page"
)

// LettersMissing is the code by which an override names a letter that no face has, and that an
// issued release leaves without.
const LettersMissing = "letters-missing"

// Seen is what an override keeps of letters that no face has.
func Seen(letters []rune) []release.Accepted {
	var seen []release.Accepted
	for _, l := range letters {
		seen = append(seen, release.Accepted{Code: LettersMissing, Text: string(l)})
	}
	return seen
}

// LettersError says that a release was kept back because no face has some of its letters.
type LettersError struct{ Letters []rune }

func (e *LettersError) Error() string { return fmt.Sprintf("no face has %q", string(e.Letters)) }

// Fact names the error for the translations.
func (e *LettersError) Fact() (string, map[string]any) {
	return "export-letters", map[string]any{"Letters": page.Describe(e.Letters), "Help": page.Lacking(e.Letters)}
}

// Lacking returns the letters of a release that some forms would lack, but for those that it
// was let go without. Only the PDF lacks any, and the mail that takes it along.
func Lacking(o Office, forms []Form, r release.Release) ([]rune, error) {
	set := slices.Contains(forms, PDF) || slices.Contains(forms, Mail) && !o.Mail.WithoutPDF
	if !set {
		return nil, nil
	}
	doc, err := page.NewCompositor(o.Style).Layout(o.Organisation, nil, r)
	return held(r, doc.Missing), err
}

// held are the letters that nobody let a release leave without.
func held(r release.Release, letters []rune) []rune {
	return slices.DeleteFunc(slices.Clone(letters), func(l rune) bool {
		return r.Covers(release.Accepted{Code: LettersMissing, Text: string(l)}, 1)
	})
}

// lacking is what is wrong with a form of a job that lacks letters.
func (j Job) lacking(letters []rune) error {
	if !j.Whole {
		return nil
	}
	if letters = held(j.Release, letters); len(letters) == 0 {
		return nil
	}
	return &LettersError{letters}
}
