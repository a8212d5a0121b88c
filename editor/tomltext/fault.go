package tomltext

import (
	"fmt"
	"strings"
)

// Reason says why a piece of a file could not be read.
type Reason string

// The reasons.
const (
	NoTOML    Reason = "syntax"   // it is no TOML
	NoUTF8    Reason = "encoding" // its bytes are no UTF-8
	Twice     Reason = "twice"    // what it gives was given before
	Unknown   Reason = "unknown"  // nobody knows the key
	NoText    Reason = "text"     // the value should be a text
	NoNumber  Reason = "number"   // … a number
	NoWhole   Reason = "whole"    // … a whole number
	NoTruth   Reason = "truth"    // … true or false
	NoList    Reason = "list"     // … a list
	NoTable   Reason = "table"    // … a table
	Misfit    Reason = "value"    // the value is none of those it can be
	NoAddress Reason = "address"  // a list of addresses holds what is none, which Fits tells
	Unnamed   Reason = "unnamed"  // a card that has no name
	TooMany   Reason = "many"     // the file holds more than any that is meant
	KeptAside Reason = "kept"     // it was put aside before, in a note of the file
)

// Fault is a piece of a file that could not be read, while the rest could.
type Fault struct {
	Line int    // of its beginning, from 1
	Key  string // "contacts.phones.kind", as far as that can be made out
	Text string // the piece as it stands in the file
	// Whole is what is left out because of it, where that is more than Text: a
	// phone, for a kind there is not.
	Whole string
	Why   Reason
	Fits  string // what would fit, where that can be listed
	// Within is what of Text does not fit, where that is known: a message names its line.
	Within string
	// Mended says that the piece was taken over all the same: only one thing can
	// be meant by it, or it is told where it is used. Nothing of it is lost.
	Mended bool
	// givenUp says that nothing may be wrong with the piece: the file contradicts itself all over.
	givenUp bool
}

func (f Fault) Error() string {
	return fmt.Sprintf("line %d: %s: %s: %q", f.Line+f.above(), f.Key, f.Why, f.head())
}

// Fact names the fault for the translations.
func (f Fault) Fact() (string, map[string]any) {
	return "toml-fault-" + string(f.Why), map[string]any{"Line": f.Line + f.above(), "Key": f.Key, "Text": f.head(), "Fits": f.Fits}
}

// shown is how much of a piece a message quotes, in letters.
const shown = 80

// above counts the lines of the piece above what does not fit.
func (f Fault) above() int {
	at := strings.Index(f.Text, f.Within)
	if at < 0 || f.Within == "" {
		return 0
	}
	return strings.Count(f.Text[:at], "\n")
}

// head is the line of the piece that does not fit, else its first, as a message quotes it.
func (f Fault) head() string {
	lines := strings.Split(f.Text, "\n")
	first, more := lines[f.above()], f.above() == 0 && len(lines) > 1
	letters := []rune(strings.TrimSpace(first))
	if len(letters) > shown {
		letters, more = letters[:shown], true
	}
	if more {
		return string(letters) + " …"
	}
	return string(letters)
}

// Same reports whether two faults are of the same piece, whether it stands in
// its place or was put aside by Keep.
func (f Fault) Same(g Fault) bool { return f.note() == g.note() }

// Errors returns faults as errors, one for each.
func Errors(faults []Fault) []error {
	all := make([]error, len(faults))
	for i, f := range faults {
		all[i] = f
	}
	return all
}
