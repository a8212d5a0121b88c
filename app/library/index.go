package library

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
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

// indexOf gives the words of a release, and the fingerprint of what it says. Every
// passage is searched, the headline in a column of its own, and so are the fields that
// are no running text; who speaks is asked for apart besides.
func indexOf(r release.Release) (indexed, int64) {
	var body, text, speakers []string
	for p := range r.Passages() {
		switch {
		case p.Field == release.HeadlineField: // it weighs more
		case inBody(p):
			body = append(body, p.Text)
		default:
			text = append(text, p.Text)
		}
		if p.Part == release.SpeakerPart {
			speakers = append(speakers, p.Text)
		}
	}
	for _, q := range inlineQuotes(r) {
		speakers = append(speakers, q.attribution)
	}
	text = append(text, r.Place, r.Number)
	text = append(text, r.Tags...)
	for _, c := range r.Contacts {
		text = append(text, c.Name, c.Post, c.Organisation, c.Email)
	}
	headline, said := folded(r.Headline), folded(body...)
	return indexed{
		headline: headline, text: said + folded(text...), speakers: folded(speakers...), place: folded(r.Place), tags: folded(r.Tags...),
		facets: strings.Join([]string{
			facetAll, facet(facetStatus, string(r.Status)), facet(facetKind, string(r.Kind)),
			facet(facetTemplate, r.Template), facet(facetLanguage, r.Language),
		}, " "),
	}, fingerprint(headline + said)
}

// inBody reports whether a passage is what the release itself tells below its headline:
// the lead, and the words of a block. By these a release is known again, so what counts
// among them never changes.
func inBody(p release.Passage) bool {
	return p.Part == release.Words && (p.Field == release.LeadField || p.Field == release.BlocksField)
}

func folded(texts ...string) string {
	var b strings.Builder
	size := 0
	for _, text := range texts {
		size += len(text) + 1
	}
	b.Grow(size)
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
func reindex(ctx context.Context, tx *transaction, old, now Position, in indexed) error {
	if err := unindex(ctx, tx, old); err != nil {
		return err
	}
	tx.say(in.headline)
	tx.say(in.text)
	_, err := tx.exec(ctx, `INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		int64(now), in.headline, in.text, in.speakers, in.place, in.tags, in.facets)
	return err
}

// unindex takes a release out of the index: what lies in the trash is not found.
func unindex(ctx context.Context, tx *transaction, at Position) error {
	if at == 0 {
		return nil
	}
	_, err := tx.ExecContext(ctx, `DELETE FROM words WHERE rowid = ?`, int64(at))
	return err
}

// say notes folded words for the vocabulary.
func (tx *transaction) say(folded string) {
	if tx.said == nil {
		tx.said = map[string]struct{}{}
	}
	for word := range strings.FieldsSeq(folded) {
		tx.said[word] = struct{}{}
	}
}

// learn adds what a transaction has indexed to the vocabulary, which knows how
// words begin; at once for all its releases, since most words are in many.
func learn(ctx context.Context, tx *transaction) error {
	if len(tx.said) == 0 {
		return nil
	}
	// In the table's own order each is found beside the one before.
	list, err := json.Marshal(slices.Sorted(maps.Keys(tx.said)))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT OR IGNORE INTO vocabulary SELECT value FROM json_each(?)`, string(list))
	return err
}
