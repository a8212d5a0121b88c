package window

import (
	"errors"
	"reflect"

	"communique/app/settings"
	"communique/app/window/shared"
	"communique/assets/translations"
	"communique/editor/register"
)

// share gets the settings and the registers ready to be changed by others too.
func (w *Window) share() {
	w.sharedSettings = shared.NewValue(&w.settings, func(known, wanted, stored settings.Settings) settings.Settings {
		merged, _ := settings.Merge(known, wanted, stored)
		return merged
	})
	w.sharedRegisters = shared.NewValue(&w.registers, func(known, wanted, stored register.Registers) register.Registers {
		merged, _ := register.Merge(known, wanted, stored)
		return merged
	})
	w.writes = shared.NewWrites(w.params.Go)
}

// keepSettings writes the settings, after what is being written already;
// trouble is told.
func (w *Window) keepSettings() {
	known, wanted := w.sharedSettings.Begin()
	w.writes.Do(func() {
		stored, err := w.params.SaveSettings(known, wanted)
		var conflict *settings.ConflictError
		w.params.Do(func() {
			switch {
			case errors.As(err, &conflict):
				w.fail(err)
			case err != nil:
				w.sharedSettings.Failed(known)
				w.told.settings.Replace(w.tell(translations.Text("settings-not-saved", map[string]any{"Why": translations.Error(err)}), true))
				return
			}
			w.told.settings.Withdraw()
			w.sharedSettings.Written(wanted, stored)
			w.settingsChanged(wanted)
		})
	})
}

// settingsChanged shows what others have changed of the settings.
func (w *Window) settingsChanged(before settings.Settings) {
	if reflect.DeepEqual(before, w.settings) {
		return
	}
	w.usageChanged(before)
	w.readOffice()
}

// usageChanged has what the registers know made anew where names have other forms now.
func (w *Window) usageChanged(before settings.Settings) {
	if before.House != w.settings.House {
		w.lookup.Make(func() {})
	}
}

// keepRegisters puts changed registers in the place of the old, and goes on
// when they can be searched; trouble is told, and a card that somebody else
// has changed too is asked about.
func (w *Window) keepRegisters(r register.Registers, then func()) {
	w.registers = r
	known, wanted := w.sharedRegisters.Begin()
	w.writes.Do(func() {
		stored, conflicts, err := w.params.SaveRegisters(known, wanted)
		w.params.Do(func() {
			if err != nil {
				w.sharedRegisters.Failed(known)
				w.told.registers.Replace(w.tell(translations.Text("registers-not-saved", map[string]any{"Why": translations.Error(err)}), true))
			} else {
				w.told.registers.Withdraw()
				w.sharedRegisters.Written(wanted, stored)
				w.askConflicts(conflicts, then)
			}
			w.lookup.Make(then)
		})
	})
}

// askConflicts asks about each card that was changed here and elsewhere; until
// then it is as the others wrote it.
func (w *Window) askConflicts(conflicts []register.Conflict, then func()) {
	for _, c := range conflicts {
		name := "registers-conflict"
		if c.Mine.Count() == 0 {
			name = "registers-conflict-removed"
		}
		w.base.AskLate(w.text("registers-conflict-title"), w.text(name, map[string]any{"Name": c.Name}), w.text(name+"-mine"), func() {
			w.keepRegisters(w.registers.Settle(c), then)
		}, func() {})
	}
}

// lookAgain reads what others have written to the settings, registers and words since
// this window looked last.
func (w *Window) lookAgain() {
	if w.writes.Full() {
		return // there is enough to do
	}
	w.writes.Do(func() {
		stored, registers, ok := w.params.Reread()
		reworded := w.params.RereadWords != nil && w.params.RereadWords()
		if !ok && !reworded {
			return
		}
		w.params.Do(func() {
			before := w.settings
			if ok && w.sharedSettings.Read(stored) {
				w.settingsChanged(before)
			}
			if ok && w.sharedRegisters.Read(registers) || reworded {
				w.lookup.Make(func() {})
			}
		})
	})
}
