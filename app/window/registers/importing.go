package registers

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/libreoffice"
	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/register"
	"communique/editor/release"
	"communique/export/file"
)

// importFile adds the entries of a file with a table, or of a register.
func (l *list) importFile() {
	l.Files.ChooseFile(files.Request{For: settings.ForRegisters, Title: l.Text("registers-import"), Kind: "chooser-registers", Endings: register.Endings()}, func(path string) {
		var t Taken
		name, known, house, day := l.name(), l.Registers(), l.House(), release.DateOf(l.Now())
		l.Work(func(context.Context) error {
			more, skipped, err := readRegister(name, path)
			t = Take(known, more, skipped, house, day)
			return err
		}, func() { Preview(l.Params, t, l.look) })
	})
}

// Taken is what was read, beside what the office has.
type Taken struct {
	cards   register.Registers
	told    []error // what was not read as it stands, and what the cards replace
	hits    []register.Hit
	guesses int
}

// Take compares what was read with what the office has, away from the UI goroutine: of many cards that takes longer than a frame.
func Take(known, more register.Registers, skipped []error, house grammar.House, day release.Date) Taken {
	t := Taken{cards: more, told: append(slices.Clone(skipped), known.Replaced(more)...), hits: known.Complete(more).Preview(house, day)}
	for _, hit := range t.hits {
		if hit.Guess {
			t.guesses++
		}
	}
	return t
}

// Preview shows how entries that were read will be declined, guesses first, and adds
// them when a person has looked; what was not read is told. It goes on when they can
// be searched.
func Preview(p Params, t Taken, then func()) {
	if t.cards.Count() == 0 {
		p.add(t, then)
		return
	}
	hits := t.hits
	list := p.Keys.NewList(func() int { return len(hits) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		label, d := o.(*widget.Label), hits[i].Full()
		label.Importance = widget.MediumImportance
		text := d.Forms[grammar.Nominative] + ": " + d.Forms[grammar.Genitive] + " · " + d.Forms[grammar.Dative] + " · " + d.Forms[grammar.Instrumental]
		if hits[i].Guess {
			label.Importance = widget.WarningImportance
			text = p.Text("new-guess") + " " + text
		}
		label.SetText(text)
	})
	whole := screen.Wrapped("")
	list.OnSelected = func(i widget.ListItemID) { whole.SetText(allForms(hits[i].Full())) }
	list.SetName(p.Text("registers-preview"))
	head := screen.Wrapped(strings.Join(append([]string{p.Text("registers-preview-count", map[string]any{"Count": t.cards.Count(), "Guesses": t.guesses})}, p.firstOf(t.told)...), "\n"))
	d := p.Dialogs.New(p.Text("registers-preview"), controls.Border(head, whole, nil, nil, list), p.Text("button-cancel"))
	d.Yes(p.Text("registers-take-in"), theme.ConfirmIcon(), func() {
		d.Close()
		p.add(t, then)
	})
	list.Select(0)
	d.Show(fyne.NewSize(760, 520), list)
}

// mostTold is how much of what was not read as it stands, and of what it replaces, is told before it is taken in.
const mostTold = 3

// firstOf is the first of what is told of a table, before it is too late to mend that first.
func (p Params) firstOf(told []error) []string {
	var lines []string
	for _, err := range told[:min(len(told), mostTold)] {
		lines = append(lines, p.Words.Error(err))
	}
	if more := len(told) - len(lines); more > 0 {
		lines = append(lines, p.Text("registers-preview-more", map[string]any{"Count": more}))
	}
	return lines
}

// allForms are the six forms of a phrase, one after the other.
func allForms(d grammar.Declension) string {
	var all []string
	for _, c := range grammar.Cases() {
		all = append(all, d.Forms[c])
	}
	return strings.Join(all, " · ")
}

// add adds what was read, with a way back, and tells what was not, or what it replaces.
func (p Params) add(t Taken, then func()) {
	var before, after register.Registers
	p.Change(func(now register.Registers) (register.Registers, []register.Conflict) {
		before, after = now, now.With(now.Complete(t.cards))
		return after, nil
	}, then)
	told := translations.Text("command-register-imported", map[string]any{"Count": t.cards.Count(), "Skipped": register.SkippedLines(t.told)})
	if t.cards.Count() == 0 {
		p.Tell(told, len(t.told) > 0)
	} else {
		p.Propose(told, translations.Text("registers-take-back"), func() { p.takeBack(&before, &after, then) })
	}
	if len(t.told) > 0 {
		p.Fail(errors.Join(t.told...))
	}
}

// takeBack undoes what a table did to the registers, which are read in turn behind it; what was changed since stays, and is asked about where the
// table had changed it too.
func (p Params) takeBack(before, after *register.Registers, then func()) {
	count := 0
	p.Change(func(now register.Registers) (register.Registers, []register.Conflict) {
		back, conflicts := register.Merge(*after, *before, now)
		changes := back.Since(now)
		count = changes.Added + changes.Changed + changes.Gone.Count()
		return back, conflicts
	}, func() {
		p.Tell(translations.Text("registers-taken-back", map[string]any{"Count": count}), false)
		then()
	})
}

func readRegister(name, path string) (more register.Registers, skipped []error, err error) {
	var data []byte
	if err := file.Retry(func() (err error) { data, err = intake.ReadFile(path); return err }); err != nil {
		return register.Registers{}, nil, err
	}
	var office libreoffice.Converter
	defer func() { _ = office.Close() }() // what is left lies in the system's own folder
	return register.Read(name, filepath.Ext(path), data, func(data []byte) (string, error) {
		return intake.Source{Data: data, Convert: office.Convert}.Table()
	})
}
