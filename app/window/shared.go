package window

import (
	"errors"
	"reflect"

	"communique/app/settings"
	"communique/editor/register"
)

// shared is what other windows and the command line write too: the settings,
// the registers. It belongs to the UI goroutine.
type shared[T any] struct {
	now     *T // as this window has it, and changes it
	known   T  // what of that is on the disk, or on its way there
	pending int
	merge   func(known, wanted, stored T) T
}

// begin takes what is to be written, and what it was made from.
func (s *shared[T]) begin() (known, wanted T) {
	known, wanted = s.known, *s.now
	s.known = wanted
	s.pending++
	return known, wanted
}

// written takes in what the disk has after a write, with what others had
// written; what was changed here meanwhile stays.
func (s *shared[T]) written(wanted, stored T) {
	s.pending--
	*s.now = s.merge(wanted, *s.now, stored)
	s.known = s.merge(wanted, s.known, stored)
}

// failed has the next write try again what this one could not.
func (s *shared[T]) failed(known T) {
	s.pending--
	s.known = known
}

// read takes in what others have written, and reports whether that is anything
// new. While something is on its way to the disk it waits for the next time.
func (s *shared[T]) read(stored T) bool {
	if s.pending > 0 || reflect.DeepEqual(s.known, stored) {
		return false
	}
	*s.now = s.merge(s.known, *s.now, stored)
	s.known = stored
	return true
}

// share gets the settings and the registers ready to be changed by others too.
func (w *Window) share() {
	w.sharedSettings = shared[settings.Settings]{now: &w.settings, known: w.settings, merge: func(known, wanted, stored settings.Settings) settings.Settings {
		merged, _ := settings.Merge(known, wanted, stored)
		return merged
	}}
	w.sharedRegisters = shared[register.Registers]{now: &w.registers, known: w.registers, merge: func(known, wanted, stored register.Registers) register.Registers {
		merged, _ := register.Merge(known, wanted, stored)
		return merged
	}}
	w.writes = make(chan func(), 256)
	w.params.Go(func() {
		for write := range w.writes {
			write()
		}
	})
}

// keepSettings writes the settings, after what is being written already;
// trouble is told.
func (w *Window) keepSettings() {
	known, wanted := w.sharedSettings.begin()
	w.writes <- func() {
		stored, err := w.params.SaveSettings(known, wanted)
		var conflict *settings.ConflictError
		w.params.Do(func() {
			switch {
			case errors.As(err, &conflict):
				w.fail(err)
			case err != nil:
				w.sharedSettings.failed(known)
				w.tell(w.text("settings-not-saved", map[string]any{"Why": w.words.Error(err)}), true)
				return
			}
			w.sharedSettings.written(wanted, stored)
			w.settingsChanged(wanted)
		})
	}
}

// settingsChanged shows what others have changed of the settings.
func (w *Window) settingsChanged(before settings.Settings) {
	if reflect.DeepEqual(before, w.settings) {
		return
	}
	if before.House != w.settings.House {
		w.reindex(func() {}) // names have other forms now
	}
	w.readOffice()
}

// keepRegisters puts changed registers in the place of the old, and goes on
// when they can be searched; trouble is told, and a card that somebody else
// has changed too is asked about.
func (w *Window) keepRegisters(r register.Registers, then func()) {
	w.registers = r
	known, wanted := w.sharedRegisters.begin()
	w.writes <- func() {
		stored, conflicts, err := w.params.SaveRegisters(known, wanted)
		w.params.Do(func() {
			if err != nil {
				w.sharedRegisters.failed(known)
				w.tell(w.text("registers-not-saved", map[string]any{"Why": w.words.Error(err)}), true)
			} else {
				w.sharedRegisters.written(wanted, stored)
				w.askConflicts(conflicts, then)
			}
			w.reindex(then)
		})
	}
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

// lookAgain reads what others have written to the settings and registers since
// this window looked last.
func (w *Window) lookAgain() {
	if len(w.writes) == cap(w.writes) {
		return // there is enough to do
	}
	w.writes <- func() {
		stored, registers, ok := w.params.Reread()
		if !ok {
			return
		}
		w.params.Do(func() {
			before := w.settings
			if w.sharedSettings.read(stored) {
				w.settingsChanged(before)
			}
			if w.sharedRegisters.read(registers) {
				w.reindex(func() {})
			}
		})
	}
}

// whenWritten returns a channel that is closed when all is written that was to
// be until now.
func (w *Window) whenWritten() <-chan struct{} {
	done := make(chan struct{})
	w.writes <- func() { close(done) }
	return done
}
