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
	w.cards = shared.NewKept(w.registers, func(known, wanted, stored register.Registers) register.Registers {
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

// changeRegisters changes the registers away from the UI goroutine, in turn with what is written and read, and goes on
// when they can be searched. Trouble is told, and a card that somebody else has changed too is asked about.
func (w *Window) changeRegisters(change func(now register.Registers) (register.Registers, []register.Conflict), then func()) {
	w.writes.Do(func() {
		var conflicts []register.Conflict
		now := w.cards.Change(func(now register.Registers) (changed register.Registers) {
			changed, conflicts = change(now)
			return changed
		})
		w.params.Do(func() { w.registers = now })
		stored, err := w.cards.Save(func(known, wanted register.Registers) (register.Registers, error) {
			stored, more, err := w.params.SaveRegisters(known, wanted)
			conflicts = append(conflicts, more...)
			return stored, err
		})
		changes := stored.Since(now)
		w.params.Do(func() {
			w.registers = stored
			if err != nil {
				w.told.registers.Replace(w.tell(translations.Text("registers-not-saved", map[string]any{"Why": translations.Error(err)}), true))
			} else {
				w.told.registers.Withdraw()
				w.tellChanges(changes)
			}
			w.askConflicts(conflicts, then)
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
			w.changeRegisters(func(now register.Registers) (register.Registers, []register.Conflict) { return now.Settle(c), nil }, then)
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
	newSettings := w.sharedSettings.News()
	w.writes.Do(func() {
		stored, cards, ok, unread := w.params.Reread()
		reworded := w.params.RereadWords != nil && w.params.RereadWords()
		if !ok && !reworded {
			return
		}
		var changes register.Changes
		now, resettled, recarded := register.Registers{}, false, false
		if ok {
			resettled = newSettings(stored)
			before := w.cards.Now()
			if now, recarded = w.cards.Read(cards); recarded {
				changes = now.Since(before)
			}
		}
		w.params.Do(func() {
			if ok {
				w.tellUnread(unread)
			}
			if before := w.settings; resettled && w.sharedSettings.Read(stored) {
				w.settingsChanged(before)
			}
			if recarded {
				w.registers = now
				w.tellChanges(changes)
			}
			if recarded || reworded {
				w.lookup.Make(func() {})
			}
		})
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
		gone, count := w.gone, 0
		w.changeRegisters(func(now register.Registers) (register.Registers, []register.Conflict) {
			back := now.Lacking(gone)
			count = back.Count()
			return now.With(back), nil
		}, func() { w.tell(translations.Plural("registers-brought-back", count), false) })
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
