package proof

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

// Scope is what a check has to see: after a key only what depends on it is checked.
type Scope string

// The scopes. What is found in one text is kept as long as the text stays.
const (
	OfText    Scope = "block"
	OfRelease Scope = "release"
	// WithRegisters is a check of the release that needs the office's registers.
	WithRegisters Scope = "registers"
)

// Rule is one check of the table.
type Rule struct {
	Code  string
	Level Level
	Scope Scope
	text  func(*passage, *report) // of OfText
	whole func(*whole, *report)   // of the others
}

// Rules is the table of the checks, in the order in which they run.
func Rules() []Rule {
	return []Rule{
		{FieldUnread, Blocks, OfRelease, nil, unread},
		{HeadlineMissing, Blocks, OfRelease, nil, headlineMissing},
		{LeadMissing, Blocks, OfRelease, nil, leadMissing},
		{ContactMissing, Warns, OfRelease, nil, contactMissing},
		{PictureMissing, Blocks, OfRelease, nil, pictures},
		{PlaceholderLeft, Blocks, OfText, placeholders, nil},
		{LetterUnread, Blocks, OfText, unreadLetters, nil},
		{DateGlued, Blocks, OfText, gluedDates, nil},
		{QuotesUnbalanced, Warns, OfRelease, nil, unbalanced},
		{TextCutOff, Warns, OfRelease, nil, cutOff},
		{Leftover, Blocks, OfRelease, nil, leftovers},
	}
}
