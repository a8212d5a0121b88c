package library

import (
	"context"
	"database/sql"
	"strings"
	"unicode"

	"communique/editor/release"
	"communique/editor/words"
)

// indexed is what the index of words holds of a release: folded words, parted
// by spaces, a string for each column of the index.
type indexed struct {
	headline, text, speakers, place, tags, facets string
}

// Facets are words of our own in a column of the index, so that a filter costs
// what a word costs. Each release has facetAll.
const (
	facetAll      = "all"
	facetStatus   = "status"
	facetKind     = "kind"
	facetTemplate = "template"
	facetLanguage = "language"
)

func indexOf(r release.Release) indexed {
	text := append([]string{r.Subheadline, r.Lead}, blockTexts(r)...)
	speakers := make([]string, 0, len(r.Blocks))
	for _, b := range r.Blocks {
		text = append(text, b.Speaker)
		speakers = append(speakers, b.Speaker)
	}
	for _, q := range inlineQuotes(r) {
		speakers = append(speakers, q.attribution)
	}
	text = append(text, r.Boilerplate, r.Place, r.Number, r.Notes)
	text = append(text, r.Tags...)
	for _, c := range r.Contacts {
		text = append(text, c.Name, c.Post, c.Organisation, c.Email)
	}
	return indexed{
		headline: folded(r.Headline), text: folded(text...), speakers: folded(speakers...), place: folded(r.Place), tags: folded(r.Tags...),
		facets: strings.Join([]string{
			facetAll, facet(facetStatus, string(r.Status)), facet(facetKind, string(r.Kind)),
			facet(facetTemplate, r.Template), facet(facetLanguage, r.Language),
		}, " "),
	}
}

func folded(texts ...string) string {
	var b strings.Builder
	for _, text := range texts {
		for w := range words.In(text) {
			b.WriteString(w.Folded)
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// facet is one word whatever the value is: the index parts words at all but
// letters and digits.
func facet(name, value string) string {
	return name + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, value)
}

// reindex puts what the index holds at old in the place of now.
func reindex(ctx context.Context, tx *sql.Tx, old, now Position, in indexed) error {
	if err := unindex(ctx, tx, old); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		int64(now), in.headline, in.text, in.speakers, in.place, in.tags, in.facets)
	return err
}

// unindex takes a release out of the index: what lies in the trash is not found.
func unindex(ctx context.Context, tx *sql.Tx, at Position) error {
	if at == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM words WHERE rowid = ?`, int64(at))
	return err
}
