package release

import "iter"

// Field names a field of a release by its TOML name.
type Field string

// The fields. Whoever adds one to Release names it here and in Fields; a test compares
// the two.
const (
	UUIDField        Field = "uuid"
	LanguageField    Field = "language"
	KindField        Field = "kind"
	StatusField      Field = "status"
	NumberField      Field = "number"
	TemplateField    Field = "template"
	HeadlineField    Field = "headline"
	SubheadlineField Field = "subheadline"
	DateField        Field = "date"
	EnglishField     Field = "english"
	PlaceField       Field = "place"
	EmbargoField     Field = "embargo"
	TagsField        Field = "tags"
	LeadField        Field = "lead"
	BoilerplateField Field = "boilerplate"
	NotesField       Field = "notes"
	OnePageField     Field = "one_page"
	BlocksField      Field = "blocks"
	ContactsField    Field = "contacts"
	RepairsField     Field = "repairs"
	LeftoversField   Field = "leftovers"
	ValuesField      Field = "values"
	UnreadField      Field = "unread"
	AcceptedField    Field = "accepted"
	OverridesField   Field = "overrides"
)

// Fields lists every field, in the order of a file.
func Fields() []Field {
	return []Field{
		UUIDField, LanguageField, KindField, StatusField, NumberField, TemplateField, HeadlineField, SubheadlineField, DateField, EnglishField, PlaceField,
		EmbargoField, TagsField, LeadField, BoilerplateField, NotesField, OnePageField, BlocksField, ContactsField, RepairsField, LeftoversField, ValuesField, UnreadField,
		AcceptedField, OverridesField,
	}
}

// Part names one of the texts of a block.
type Part string

// The parts. A block's own words have no name.
const (
	Words           Part = ""
	SpeakerPart     Part = "speaker"
	AuthorPart      Part = "author"
	AlternativePart Part = "alternative"
)

// TextID names one of the texts of a release: a field's, or that of a part of a block,
// where Field is BlocksField.
type TextID struct {
	Field Field
	Block BlockID
	Part  Part
}

// Position is a place in a release: a number of code points from the start of one
// of its texts.
type Position struct {
	TextID
	Offset int
}

// Passage is one of a release's texts with the marks on it.
type Passage struct {
	TextID
	Kind  BlockKind // of the block; "" outside the body
	Index int       // of the block in Blocks; -1 outside the body
	Text  string
	Marks []Mark
}

// Published reports whether the text is for readers, not for the office.
func (p Passage) Published() bool { return p.Field != NotesField }

// textOf returns a field's text, and its marks where it can have any; nil for
// what is no text a release says.
func (r *Release) textOf(f Field) (text *string, marks *[]Mark) {
	switch f {
	case HeadlineField:
		return &r.Headline, nil
	case SubheadlineField:
		return &r.Subheadline, nil
	case LeadField:
		return &r.Lead, &r.LeadMarks
	case BoilerplateField:
		return &r.Boilerplate, &r.BoilerplateMarks
	case NotesField:
		return &r.Notes, nil
	default:
		return nil, nil
	}
}

// PartText returns the text of a part of the block, nil where its kind has no such
// part.
func (b *Block) PartText(p Part) *string {
	switch {
	case p == Words && b.Kind != Rule:
		return &b.Text
	case p == SpeakerPart && b.Kind == Quotation:
		return &b.Speaker
	case p == AuthorPart && b.Kind == Picture:
		return &b.Author
	case p == AlternativePart && b.Kind == Picture:
		return &b.Alternative
	default:
		return nil
	}
}

// Parts lists the parts in the order in which they are read.
func Parts() []Part { return []Part{Words, SpeakerPart, AuthorPart, AlternativePart} }

// Passages goes through every text of r that says something, empty ones too, in the
// order of the page: the one walk for whoever looks at all the words of a release.
func (r Release) Passages() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		field := func(f Field) bool {
			text, marks := r.textOf(f)
			p := Passage{TextID: TextID{Field: f}, Index: -1, Text: *text}
			if marks != nil {
				p.Marks = *marks
			}
			return yield(p)
		}
		if !field(HeadlineField) || !field(SubheadlineField) || !field(LeadField) {
			return
		}
		for i := range r.Blocks {
			if !r.Blocks[i].passages(i, yield) {
				return
			}
		}
		_ = field(BoilerplateField) && field(NotesField)
	}
}

func (b Block) passages(index int, yield func(Passage) bool) bool {
	for _, part := range Parts() {
		text := b.PartText(part)
		if text == nil {
			continue
		}
		p := Passage{TextID: TextID{BlocksField, b.ID, part}, Kind: b.Kind, Index: index, Text: *text}
		if part == Words {
			p.Marks = b.Marks
		}
		if !yield(p) {
			return false
		}
	}
	return true
}
