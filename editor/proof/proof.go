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
	LetterUnread     = "letter-unread"
	DateGlued        = "date-glued"
	QuotesUnbalanced = "quotes-unbalanced"
	TextCutOff       = "text-cut-off"
	Leftover         = "leftover"
	FieldUnread      = "field-unread"
	PictureMissing   = "picture-missing"
)

// Finding is one thing a check found.
type Finding struct {
	Code  string
	Level Level
	// TextID names the text; of contacts, repairs, tags, the date, the embargo it
	// names the field.
	release.TextID
	// Index is that of the block in Blocks, -1 outside the body.
	Index int
	// Start and End are code points in the text; in contacts and tags, in the one
	// value that Text is of.
	Start, End int
	// Text is the piece in question; empty where something is missing.
	Text string
}

// Position is where the finding begins.
func (f Finding) Position() release.Position {
	return release.Position{TextID: f.TextID, Offset: f.Start}
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
	switch {
	case f.Code == DateGlued && f.Level == Notes:
		name += "-repaired"
	case f.Code == PictureMissing && f.Text == "":
		name += "-unnamed"
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
// what intake repaired first. Its time is linear in the length of the text. The release
// does not say whether the files of its pictures are there: lost are the hashes of those
// that whoever keeps them has not, or cannot read.
func Check(r release.Release, lost []string) []Finding {
	texts := passages(r)
	findings := slices.Concat(repairs(r), unread(r), missing(r), pictures(r, lost))
	for _, p := range texts {
		findings = append(findings, placeholders(p)...)
		findings = append(findings, unreadLetters(p)...)
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
	if a.Index >= 0 && b.Index >= 0 && a.Index != b.Index {
		return cmp.Compare(a.Index, b.Index)
	}
	return cmp.Or(
		cmp.Compare(slices.Index(fieldsDown, a.Field), slices.Index(fieldsDown, b.Field)),
		cmp.Compare(slices.Index(release.Parts(), a.Part), slices.Index(release.Parts(), b.Part)),
		cmp.Compare(a.Start, b.Start),
	)
}

// fieldsDown are the fields in the order of the page.
var fieldsDown = []release.Field{
	release.RepairsField, release.EmbargoField, release.HeadlineField, release.SubheadlineField, release.DateField, release.PlaceField, release.LeadField,
	release.BlocksField, release.BoilerplateField, release.TagsField, release.ContactsField,
}

// passage is a text of the release with its place.
type passage struct {
	release.TextID
	index int
	kind  release.BlockKind
	text  string
}

// runsOn reports whether p belongs to the running text, in which a quotation
// may go on from one paragraph to the next.
func (p passage) runsOn() bool {
	switch p.kind {
	case release.Subheading, release.Table, release.Picture:
		return false
	}
	return (p.Field == release.LeadField || p.Field == release.BlocksField) && p.Part == release.Words
}

// finding returns a finding of length code points at start in p.
func (p passage) finding(code string, level Level, start, length int, text string) Finding {
	return Finding{Code: code, Level: level, TextID: p.TextID, Index: p.index, Start: start, End: start + length, Text: text}
}

// in is a finding in a field that is no text, or lacks one.
func in(field release.Field, code string, level Level, text string) Finding {
	return Finding{Code: code, Level: level, TextID: release.TextID{Field: field}, Index: -1, Text: text}
}

// passages lists every text of r that is published, contacts included: a
// placeholder left in a phone number is sent out like any other.
func passages(r release.Release) []passage {
	one := func(field release.Field, text string) passage {
		return passage{release.TextID{Field: field}, -1, release.Paragraph, text}
	}
	var texts []passage
	for p := range r.Passages() {
		if p.Field == release.LeadField {
			texts = append(texts, one(release.PlaceField, r.Place)) // it stands in the dateline
		}
		if p.Published() {
			texts = append(texts, passage{p.TextID, p.Index, p.Kind, p.Text})
		}
	}
	for _, tag := range r.Tags {
		texts = append(texts, one(release.TagsField, tag))
	}
	for _, c := range r.Contacts {
		for _, text := range []string{c.Post, c.Organisation, c.Name, c.Email, c.Site} {
			texts = append(texts, one(release.ContactsField, text))
		}
		for _, phone := range c.Phones {
			texts = append(texts, one(release.ContactsField, phone.Number))
		}
	}
	return texts
}
