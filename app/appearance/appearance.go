// Package appearance tells what a person has asked of the whole system: more contrast,
// and nothing that moves.
package appearance

// Wishes are a person's; the zero ones are those of a system that says nothing.
type Wishes struct {
	Contrast bool   // as much of it as there is
	Ground   string // of high contrast: "light", "dark"; "" where the system does not say
	Still    bool   // nothing moves that need not
}
