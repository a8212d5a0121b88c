package library

import (
	"strings"

	"communique/editor/release"
	"communique/editor/words"
)

// Words are what is searched of a release: folded words, each followed by a space, a
// string for each place that a query can ask. Text is all but the headline.
type Words struct {
	Headline, Text, Speakers, Place, Tags string
}

// WordsOf gives the words of a release, and the fingerprint of what it says, 0 where its
// words are too few to know it by. Every passage is searched, the headline apart, and so
// are the fields that are no running text; who speaks is asked for apart besides.
func WordsOf(r release.Release) (Words, int64) {
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
	return Words{
		Headline: headline, Text: said + folded(text...), Speakers: folded(speakers...), Place: folded(r.Place), Tags: folded(r.Tags...),
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
