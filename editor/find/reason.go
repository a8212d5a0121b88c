package find

// Reason is why what a Change puts is a guess, or Sure.
type Reason string

// The reasons.
const (
	Sure Reason = ""
	// UnknownCase is a form of several cases, of which nothing around it tells one.
	UnknownCase Reason = "case"
	// GuessedForm is a form of the new words that the grammar is not sure of.
	GuessedForm Reason = "form"
	// NoSuchForm is a form of the old words in which the new ones cannot be put.
	NoSuchForm Reason = "none"
	// NoCounterpart is a way to write the old name that the new one has none for: a
	// patronymic, an abbreviation.
	NoCounterpart Reason = "counterpart"
	// SomebodyElse is a name beside which other names stand, or words of the other gender.
	SomebodyElse Reason = "other"
	// Somewhere is a surname that is a place's name there: «в Королёве», «из города Пушкина».
	Somewhere Reason = "place"
)

// Reasons lists the reasons, Sure left out.
func Reasons() []Reason {
	return []Reason{UnknownCase, GuessedForm, NoSuchForm, NoCounterpart, SomebodyElse, Somewhere}
}

// Fact names the reason for the translations.
func (r Reason) Fact() (string, map[string]any) { return "find-guess-" + string(r), nil }
