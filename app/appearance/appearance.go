// Package appearance tells what a person has asked of the whole system: more contrast,
// and nothing that moves.
package appearance

// Preferences are a person's; the zero ones are those of a system that says nothing.
type Preferences struct {
	HighContrast  bool   // as much of it as there is
	Scheme        string // of high contrast: "light", "dark"; "" where the system does not say
	ReducedMotion bool   // nothing moves that need not
}
