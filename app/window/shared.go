package window

import (
	"errors"
	"reflect"
	"strings"

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
				w.findChanges(wanted, stored)
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
// this window looked last. While the settings are open it waits: what others wrote to
// them meanwhile is told when they are saved.
func (w *Window) lookAgain() {
	if w.writes.Full() || w.setting {
		return
	}
	newSettings, newRegisters := w.sharedSettings.News(), w.sharedRegisters.News()
	w.writes.Do(func() {
		stored, cards, ok, unread := w.params.Reread()
		reworded := w.params.RereadWords != nil && w.params.RereadWords()
		resettled, recarded := ok && newSettings(stored), ok && newRegisters(cards)
		if !ok && !reworded {
			return
		}
		w.params.Do(func() {
			if ok {
				w.tellUnread(unread)
			}
			if before := w.settings; resettled && w.sharedSettings.Read(stored) {
				w.settingsChanged(before)
			}
			before := w.registers
			recarded = recarded && w.sharedRegisters.Read(cards)
			if recarded {
				w.findChanges(before, w.registers)
			}
			if recarded || reworded {
				w.lookup.Make(func() {})
			}
		})
	})
}

// findChanges finds, away from the UI goroutine, what others did to the registers, and tells it.
func (w *Window) findChanges(before, now register.Registers) {
	w.params.Go(func() {
		changes := now.Since(before)
		w.params.Do(func() { w.tellChanges(changes) })
	})
}

// mostGone is how many cards are named that are no more.
const mostGone = 3

// tellChanges tells what others did to the registers. Cards that are gone can be brought
// back, also those of the times before that was told last, until it was seen and put away.
func (w *Window) tellChanges(changes register.Changes) {
	if changes.Added+changes.Changed+changes.Gone.Count() == 0 {
		return
	}
	if !w.told.gone.Withdraw() {
		w.gone = register.Registers{}
	}
	w.gone = w.registers.Lacking(w.gone.With(changes.Gone))
	names := w.gone.CardNames()
	facts := map[string]any{"What": translations.Sentence(func(words *translations.Words) string {
		return words.Plurals("changed-nothing", translations.Counted{Name: "registers-changed-new", Count: changes.Added},
			translations.Counted{Name: "registers-changed-other", Count: changes.Changed}, translations.Counted{Name: "registers-changed-gone", Count: len(names)})
	})}
	if len(names) == 0 {
		w.tell(translations.Text("registers-changed", facts), false)
		return
	}
	facts["Names"] = strings.Join(names[:min(len(names), mostGone)], ", ")
	if len(names) > mostGone {
		facts["Names"] = facts["Names"].(string) + ", …"
	}
	w.told.gone = w.notice.Propose(translations.Text("registers-changed-names", facts), translations.Text("registers-bring-back"), func() {
		back := w.registers.Lacking(w.gone)
		w.keepRegisters(w.registers.With(back), func() { w.tell(translations.Plural("registers-brought-back", back.Count()), false) })
	})
	if w.told.unread.Withdraw() {
		w.tellUnread(w.unread) // in front: it may be why cards are gone
	}
}

// tellUnread tells, where others wrote lines that cannot be read, how to see which; and no more
// when they are put right.
func (w *Window) tellUnread(unread error) {
	w.unread = unread
	w.told.unread.Withdraw()
	if unread == nil {
		return
	}
	w.told.unread = w.notice.Offer(translations.Text("settings-unread-since"), translations.Text("settings-unread-show"), func() { w.showUnread(unread) })
}
