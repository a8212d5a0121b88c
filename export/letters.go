package export

import (
	"fmt"
	"slices"

	"communique/editor/release"
	"communique/export/page"
)

// LettersMissing is what an override names where an issued release leaves although no face
// has some of its letters, as it names the codes of findings.
const LettersMissing = "letters-missing"

// LettersError says that a release was kept back because no face has some of its letters.
type LettersError struct{ Letters []rune }

func (e *LettersError) Error() string { return fmt.Sprintf("no face has %q", string(e.Letters)) }

// Fact names the error for the translations.
func (e *LettersError) Fact() (string, map[string]any) {
	return "export-letters", map[string]any{"Letters": page.Describe(e.Letters)}
}

// Lacking returns the letters of a release that some forms would lack, but for one that was
// let go without them. Only the PDF lacks any, and the mail that takes it along.
func Lacking(o Office, forms []Form, r release.Release) ([]rune, error) {
	set := slices.Contains(forms, PDF) || slices.Contains(forms, Mail) && !o.Mail.WithoutPDF
	if !set || letGo(r) {
		return nil, nil
	}
	doc, err := page.NewCompositor(o.Style).Layout(o.Organisation, nil, r)
	return doc.Missing, err
}

// letGo reports whether somebody let a release leave without some of its letters.
func letGo(r release.Release) bool {
	return slices.ContainsFunc(r.Overrides, func(o release.Override) bool { return slices.Contains(o.Codes, LettersMissing) })
}

// lacking is what is wrong with a form of a job that lacks letters.
func (j Job) lacking(letters []rune) error {
	if !j.Whole || len(letters) == 0 || letGo(j.Release) {
		return nil
	}
	return &LettersError{letters}
}
