// Package lookup holds what the registers and the office's words know, ready to be asked
// at every key: names to propose, what the checks compare names with, what is misspelt.
// Making it ready takes longer than a frame and happens away from the UI goroutine.
package lookup

import (
	"context"

	"communique/app/window/background"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
)

// Params are what a Lookup needs.
type Params struct {
	// Office returns the registers of now and how the house declines names. It, Ready
	// and Trouble are called on the UI goroutine.
	Office func() (register.Registers, grammar.House)
	Today  func() release.Date
	// Speller makes what checks the spelling; an error beside it tells of words and
	// dictionaries that cannot be read. It is called away from the UI goroutine.
	Speller func(register.Registers, grammar.House) (*spelling.Checker, error)
	// Ready is told each time something else is ready; Trouble what Speller could not
	// read, nil where that is everything.
	Ready   func()
	Trouble func(error)
	// Go runs a function on a goroutine of its own, Do one on the UI goroutine.
	Go, Do func(func())
}

// Lookup is what is ready. It belongs to the UI goroutine.
type Lookup struct {
	params   Params
	making   *background.Questions
	index    *register.Index
	known    *proof.Registers
	speller  *spelling.Checker
	misspelt []proof.Source
}

// New returns a Lookup in which nothing is ready; Make begins.
func New(params Params) *Lookup {
	return &Lookup{params: params, making: background.New(params.Go, params.Do)}
}

// Make makes everything anew of the registers as they are now, and then goes on. What
// was ready is asked until then. Of two at once the newer counts, and only it goes on.
func (l *Lookup) Make(then func()) {
	registers, house := l.params.Office()
	today := l.params.Today()
	made := *l // the goroutine of Work looks at nothing else
	var trouble error
	l.making.Ask(background.Question{
		Work: func(context.Context) error {
			made.index, made.known = register.NewIndex(house, registers, today), proof.NewRegisters(registers, house)
			var speller *spelling.Checker
			if speller, trouble = made.params.Speller(registers, house); speller != nil {
				made.speller, made.misspelt = speller, speller.Sources()
			}
			return nil
		},
		Answer: func(error) {
			l.index, l.known, l.speller, l.misspelt = made.index, made.known, made.speller, made.misspelt
			l.params.Trouble(trouble)
			l.params.Ready()
			then()
		},
	})
}

// Find finds entries of a kind in the registers, "" being any; none while nothing is ready.
func (l *Lookup) Find(kind grammar.Kind, typed string, limit int) []register.Hit {
	if l.index == nil {
		return nil
	}
	if l.index.Day() != l.params.Today() {
		l.Make(func() {}) // an appointment may begin today
	}
	return l.index.Find(kind, typed, limit)
}

// Index is the registers' index; nil while nothing is ready.
func (l *Lookup) Index() *register.Index { return l.index }

// Known are the registers as the checks compare names with them; nil while nothing is ready.
func (l *Lookup) Known() *proof.Registers { return l.known }

// Misspelt are the checks of the spelling; none while nothing is ready.
func (l *Lookup) Misspelt() []proof.Source { return l.misspelt }

// Proposals are what may have been meant by a word that is misspelt, the likeliest first.
func (l *Lookup) Proposals(word string) []string {
	if l.speller == nil {
		return nil
	}
	found := l.speller.Check(word).Misspelt
	if len(found) != 1 {
		return nil
	}
	return l.speller.Suggest(found[0])
}
