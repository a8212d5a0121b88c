package window

import (
	"communique/app/window/registers"
	"communique/editor/grammar"
	"communique/editor/register"
)

// showRegisters opens the registers as they are now.
func (w *Window) showRegisters() {
	w.lookAgain()
	w.listAgain = registers.Show(w.registersParams())
}

// registersParams are what the dialogs of the registers need.
func (w *Window) registersParams() registers.Params {
	return registers.Params{
		Base: w.base, Files: w.files, Now: w.params.Now,
		House: func() grammar.House { return w.settings.House }, Registers: func() register.Registers { return w.registers },
		Find: w.lookup.Find, Change: w.changeRegisters, Propose: w.notice.Propose,
	}
}
