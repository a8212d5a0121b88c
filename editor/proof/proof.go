// Package proof checks a release before it leaves the office. A check returns
// facts, each with its place in the text; the sentences stand in the
// translations.
package proof

import (
	"cmp"
	"errors"
	"slices"

	"communique/editor/moment"
	"communique/editor/release"
)

// Level says how much a finding matters.
type Level string

// The levels: what keeps a release from being issued, what a person should
// look at, and what is only told.
const (
	Blocks Level = "block"
	Warns  Level = "warning"
	Notes  Level = "note"
)

// The codes of findings. Scripts rely on them.
const (
	HeadlineMissing  = "headline-missing"
	LeadMissing      = "lead-missing"
	ContactMissing   = "contact-missing"
	PlaceholderLeft  = "placeholder-left"
	DateGlued        = "date-glued"
	QuotesUnbalanced = "quotes-unbalanced"
	TextCutOff       = "text-cut-off"
	Leftover         = "leftover"
	FieldUnread      = "field-unread"
)

// Finding is one thing a check found.
type Finding struct {
	Code  string
	Level Level
	// Field is the release's field in its TOML name: "headline", "lead",
	// "blocks", "contacts", "repairs", "date", "embargo"; "speaker" is that of the block.
	Field string
	// Block is the index in Blocks, or -1 in the other fields.
	Block int
	// Start and End are code points in the text of that field or block; in
	// contacts and tags, in the one value that Text is of.
	Start, End int
	// Text is the piece in question; empty where something is missing.
	Text string
}

// Fact names the finding for the translations. Of a field that cannot be read it says
// what is missing.
func (f Finding) Fact() (string, map[string]any) {
	var unread *moment.Error
	if f.Code == FieldUnread && errors.As(moment.Problem(f.Field, f.Text), &unread) {
		name, args := unread.Fact()
		return "finding-" + name, args
	}
	name := "finding-" + f.Code
	if f.Code == DateGlued && f.Level == Notes {
		name += "-repaired"
	}
	text := f.Text
	if f.Code == Leftover && f.Field == release.DateField {
		var day release.Date
		if day.UnmarshalText([]byte(text)) == nil {
			text = moment.FormatDate(day) // as the field shows it
		}
	}
	return name, map[string]any{"Text": text}
}

// Check runs every check and returns the findings in the order of the page,
// what intake repaired first. Its time is linear in the length of the text.
func Check(r release.Release) []Finding {
	texts := passages(r)
	findings := append(append(repairs(r), unread(r)...), missing(r)...)
	for _, p := range texts {
		findings = append(findings, placeholders(p)...)
		findings = append(findings, gluedDates(p)...)
	}
	findings = append(findings, unbalanced(texts)...)
	findings = append(findings, cutOff(texts)...)
	findings = append(findings, leftovers(r, texts)...)
	slices.SortStableFunc(findings, inPageOrder)
	return findings
}

// Blocking returns those findings that keep a release from being issued.
func Blocking(findings []Finding) []Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool { return f.Level != Blocks })
}

func inPageOrder(a, b Finding) int {
	if a.Block >= 0 && b.Block >= 0 && a.Block != b.Block {
		return cmp.Compare(a.Block, b.Block)
	}
	return cmp.Or(cmp.Compare(onPage(a.Field), onPage(b.Field)), cmp.Compare(a.Start, b.Start))
}

var fieldsDown = []string{
	"repairs", "embargo", "headline", "subheadline", "date", "place", "lead", "blocks", "speaker", "boilerplate", "tags", "contacts",
}

// onPage tells how far down the page a field stands.
func onPage(field string) int { return slices.Index(fieldsDown, field) }

// passage is a text of the release with its place.
type passage struct {
	field string
	block int
	kind  release.BlockKind
	text  string
}

// runsOn reports whether p belongs to the running text, in which a quotation
// may go on from one paragraph to the next.
func (p passage) runsOn() bool {
	return (p.field == "lead" || p.field == "blocks") && p.kind != release.Subheading
}

// finding returns a finding of length code points at start in p.
func (p passage) finding(code string, level Level, start, length int, text string) Finding {
	return Finding{Code: code, Level: level, Field: p.field, Block: p.block, Start: start, End: start + length, Text: text}
}

// passages lists every text of r that is published, contacts included: a
// placeholder left in a phone number is sent out like any other.
func passages(r release.Release) []passage {
	one := func(field, text string) passage { return passage{field, -1, release.Paragraph, text} }
	texts := []passage{
		one("headline", r.Headline), one("subheadline", r.Subheadline), one("place", r.Place), one("lead", r.Lead),
	}
	for i, b := range r.Blocks {
		texts = append(texts, passage{"blocks", i, b.Kind, b.Text}, passage{"speaker", i, b.Kind, b.Speaker})
	}
	texts = append(texts, one("boilerplate", r.Boilerplate))
	for _, tag := range r.Tags {
		texts = append(texts, one("tags", tag))
	}
	for _, c := range r.Contacts {
		for _, text := range []string{c.Post, c.Organisation, c.Name, c.Email, c.Site} {
			texts = append(texts, one("contacts", text))
		}
		for _, phone := range c.Phones {
			texts = append(texts, one("contacts", phone.Number))
		}
	}
	return texts
}
