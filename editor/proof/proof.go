// Package proof checks a release before it leaves the office. A check returns
// facts, each with its place in the text; the sentences stand in the
// translations.
package proof

import (
	"cmp"
	"slices"

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
)

// Finding is one thing a check found.
type Finding struct {
	Code  string
	Level Level
	// Field is the release's field in its TOML name: "headline", "lead",
	// "blocks", "contacts", "repairs".
	Field string
	// Block is the index in Blocks, or -1 in the other fields.
	Block int
	// Start and End are code points in the text of that field or block.
	Start, End int
	// Text is the piece in question; empty where something is missing.
	Text string
}

// Fact names the finding for the translations.
func (f Finding) Fact() (string, map[string]any) {
	name := "finding-" + f.Code
	if f.Code == DateGlued && f.Level == Notes {
		name += "-repaired"
	}
	return name, map[string]any{"Text": f.Text}
}

// passage is a text of the release with its place.
type passage struct {
	field string
	block int
	kind  release.BlockKind
	text  string
}

// Check runs every check and returns the findings in the order of the page.
func Check(r release.Release) []Finding {
	texts := passages(r)
	findings := missing(r)
	findings = append(findings, repairs(r)...)
	for _, p := range texts {
		findings = append(findings, placeholders(p)...)
		findings = append(findings, gluedDates(p)...)
	}
	findings = append(findings, unbalanced(texts)...)
	findings = append(findings, cutOff(texts)...)
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a.Block, b.Block), cmp.Compare(a.Start, b.Start))
	})
	return findings
}

var order = []string{"repairs", "headline", "subheadline", "date", "place", "lead", "blocks", "boilerplate", "contacts"}

func rank(f Finding) int { return slices.Index(order, f.Field) }

func passages(r release.Release) []passage {
	texts := []passage{
		{"headline", -1, release.Subheading, r.Headline},
		{"subheadline", -1, release.Subheading, r.Subheadline},
		{"place", -1, release.Subheading, r.Place},
		{"lead", -1, release.Paragraph, r.Lead},
	}
	for i, b := range r.Blocks {
		texts = append(texts, passage{"blocks", i, b.Kind, b.Text})
	}
	return append(texts, passage{"boilerplate", -1, release.Subheading, r.Boilerplate})
}
