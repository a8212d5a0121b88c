package proof

import (
	"communique/editor/grammar"
	"communique/editor/register"
)

// Registers are an office's registers, made ready for the checks. They never change.
type Registers struct {
	cards register.Registers
	house grammar.House
}

// NewRegisters makes registers ready.
func NewRegisters(cards register.Registers, house grammar.House) *Registers {
	return &Registers{cards: cards, house: house}
}
