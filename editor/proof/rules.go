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

	BracketsUnbalanced      = "brackets-unbalanced"
	WordTwice               = "word-twice"
	SpaceTwice              = "space-twice"
	SpaceBeforeSign         = "space-before-sign"
	SpaceMissing            = "space-missing"
	SignTwice               = "sign-twice"
	SmallLetter             = "small-letter"
	CapitalWithin           = "capital-within"
	AlphabetsMixed          = "alphabets-mixed"
	AddressMixed            = "address-mixed"
	LetterInvisible         = "letter-invisible"
	LetterDecomposed        = "letter-decomposed"
	HTMLLeft                = "html-left"
	HeadlineStop            = "headline-stop"
	HeadlineCapitals        = "headline-capitals"
	HeadlineLong            = "headline-long"
	HeadlineIsLead          = "headline-is-lead"
	ParagraphTwice          = "paragraph-twice"
	CaseAfterPreposition    = "case-after-preposition"
	PrepositionSpelling     = "preposition-spelling"
	PrepositionForm         = "preposition-form"
	VerbInfinitive          = "verb-infinitive"
	NameCase                = "name-case"
	TitleCase               = "title-case"
	NumberNoun              = "number-noun"
	VerbGender              = "verb-gender"
	OutOfOffice             = "out-of-office"
	NameDiffers             = "name-differs"
	CountryTwoNames         = "country-two-names"
	AbbreviationUnexplained = "abbreviation-unexplained"
	YoMixed                 = "yo-mixed"
	ArticleForm             = "article-form"
	WeekdayWrong            = "weekday-wrong"
	DayImpossible           = "day-impossible"
	YearUnlikely            = "year-unlikely"
	DateDiffers             = "date-differs"
	DateRelative            = "date-relative"
	DateMissing             = "date-missing"
	PlaceMissing            = "place-missing"
	DatelineTwice           = "dateline-twice"
	EmbargoPast             = "embargo-past"
	EmbargoUnset            = "embargo-unset"
	PhoneForm               = "phone-form"
	EmailForm               = "email-form"
	SiteForm                = "site-form"
	QuotesEmpty             = "quotes-empty"
	QuotesStraight          = "quotes-straight"
	QuotesForeign           = "quotes-foreign"
	QuotesNested            = "quotes-nested"
	HyphenForDash           = "hyphen-for-dash"
	RangeHyphen             = "range-hyphen"
	NumberSign              = "number-sign"
	PercentMixed            = "percent-mixed"
	UnitGlued               = "unit-glued"
	EnglishMixed            = "english-mixed"
	IllSet                  = "ill-set"
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
	whole func(*whole, *report)   // of the others, and where the text before matters too
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
		{BracketsUnbalanced, Warns, OfRelease, nil, bracketsUnbalanced},
		{WordTwice, Warns, OfText, wordTwice, nil},
		{SpaceTwice, Warns, OfText, spaceTwice, nil},
		{SpaceBeforeSign, Warns, OfText, spaceBeforeSign, nil},
		{SpaceMissing, Warns, OfText, spaceMissing, nil},
		{SignTwice, Warns, OfText, signTwice, nil},
		{SmallLetter, Warns, OfText, smallLetter, smallOpening},
		{CapitalWithin, Warns, OfText, capitalWithin, nil},
		{AlphabetsMixed, Warns, OfText, alphabetsMixed, nil},
		{AddressMixed, Warns, OfText, addressMixed, nil},
		{LetterInvisible, Warns, OfText, letterInvisible, nil},
		{LetterDecomposed, Warns, OfText, letterDecomposed, nil},
		{HTMLLeft, Warns, OfText, htmlLeft, nil},
		{HeadlineStop, Warns, OfText, headlineStop, nil},
		{HeadlineCapitals, Warns, OfText, headlineCapitals, nil},
		{HeadlineLong, Hints, OfText, headlineLong, nil},
		{HeadlineIsLead, Warns, OfRelease, nil, headlineIsLead},
		{ParagraphTwice, Warns, OfRelease, nil, paragraphTwice},
		{CaseAfterPreposition, Warns, OfText, caseAfterPreposition, nil},
		{PrepositionSpelling, Warns, OfText, prepositionSpelling, nil},
		{PrepositionForm, Warns, OfText, prepositionForm, nil},
		{VerbInfinitive, Warns, OfText, verbInfinitive, nil},
		{NameCase, Warns, OfText, nameCase, nil},
		{TitleCase, Warns, OfText, titleCase, nil},
		{NumberNoun, Warns, OfText, numberNoun, nil},
		{VerbGender, Warns, OfText, verbGender, nil},
		{OutOfOffice, Warns, WithRegisters, nil, outOfOffice},
		{NameDiffers, Warns, OfRelease, nil, nameDiffers},
		{CountryTwoNames, Warns, OfRelease, nil, countryTwoNames},
		{AbbreviationUnexplained, Hints, OfRelease, nil, abbreviationUnexplained},
		{YoMixed, Hints, OfRelease, nil, yoMixed},
		{ArticleForm, Warns, OfText, articleForm, nil},
		{WeekdayWrong, Warns, OfRelease, nil, weekdayWrong},
		{DayImpossible, Blocks, OfText, dayImpossible, nil},
		{YearUnlikely, Warns, OfText, yearUnlikely, nil},
		{DateDiffers, Warns, OfRelease, nil, dateDiffers},
		{DateRelative, Hints, OfRelease, nil, dateRelative},
		{DateMissing, Warns, OfRelease, nil, dateMissing},
		{PlaceMissing, Hints, OfRelease, nil, placeMissing},
		{DatelineTwice, Hints, OfRelease, nil, datelineTwice},
		{EmbargoPast, Warns, OfRelease, nil, embargoPast},
		{EmbargoUnset, Warns, OfRelease, nil, embargoUnset},
		{PhoneForm, Warns, OfRelease, nil, phoneForm},
		{EmailForm, Warns, OfRelease, nil, emailForm},
		{SiteForm, Warns, OfRelease, nil, siteForm},
		{QuotesEmpty, Warns, OfText, quotesEmpty, nil},
		{QuotesStraight, Hints, OfText, quotesStraight, nil},
		{QuotesForeign, Hints, OfText, quotesForeign, nil},
		{QuotesNested, Hints, OfText, quotesNested, nil},
		{HyphenForDash, Hints, OfText, hyphenForDash, nil},
		{RangeHyphen, Hints, OfText, rangeHyphen, nil},
		{NumberSign, Hints, OfText, numberSign, nil},
		{PercentMixed, Hints, OfRelease, nil, percentMixed},
		{UnitGlued, Hints, OfText, unitGlued, nil},
		{EnglishMixed, Hints, OfRelease, nil, englishMixed},
		{IllSet, Hints, OfText, illSet, nil},
		{TextCutOff, Warns, OfRelease, nil, cutOff},
		{Leftover, Blocks, OfRelease, nil, leftovers},
	}
}
