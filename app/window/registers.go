package window

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/settings"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/register"
	"communique/editor/release"
	"communique/export"
)

// registersDialog lists the people, places and organisations of the office,
// and the places the program knows.
type registersDialog struct {
	window *Window
	kind   grammar.Kind
	search *controls.Entry
	list   *controls.List
	hits   []register.Hit
	chosen int
	dialog *screen.Dialog
}

// registerKinds are the registers with their files' names.
var registerKinds = []struct {
	kind grammar.Kind
	name string
}{
	{grammar.Person, register.People}, {grammar.Place, register.Places}, {grammar.Organisation, register.Organisations},
}

// mostEntries is how many entries the dialog lists; typing finds the others.
const mostEntries = 500

// showRegisters opens the registers.
func (w *Window) showRegisters() {
	w.lookAgain()
	r := &registersDialog{window: w, kind: grammar.Person, search: w.keys.NewEntry()}
	r.list = w.keys.NewList(func() int { return len(r.hits) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, r.update)
	r.list.OnSelected = func(i widget.ListItemID) { r.chosen = i }
	r.list.SetName(w.text("registers-title"))
	r.search.PlaceHolder = w.text("registers-search")
	r.search.OnChanged = func(string) { r.look() }
	r.search.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyDown {
			w.win.Canvas().Focus(r.list)
		}
		return key == fyne.KeyDown
	}
	var names []string
	for _, k := range registerKinds {
		names = append(names, w.text("registers-"+k.name))
	}
	kinds := w.keys.NewSelect(names, nil)
	kinds.SetName(w.text("registers-kind"))
	kinds.SetSelectedIndex(0)
	kinds.OnChanged = func(string) {
		r.kind = registerKinds[kinds.SelectedIndex()].kind
		r.look()
	}
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return w.keys.NewButton(w.text(name), icon, do)
	}
	actions := container.NewVBox(
		button("registers-new", theme.ContentAddIcon(), func() { w.showCard(r.kind, "", func(string) { r.look() }) }),
		button("registers-remove", theme.DeleteIcon(), r.remove),
		widget.NewSeparator(),
		button("registers-import", theme.FolderOpenIcon(), r.bringIn), button("registers-export", theme.DocumentSaveIcon(), r.writeOut),
	)
	r.dialog = w.dialogs.New(w.text("registers-title"), controls.Border(container.NewVBox(kinds, r.search), nil, nil, actions, r.list), w.text("button-close"))
	r.dialog.Yes(w.text("registers-open"), theme.DocumentCreateIcon(), r.open)
	r.dialog.Show(fyne.NewSize(760, 560), r.search)
	r.look()
}

func (r *registersDialog) update(i widget.ListItemID, o fyne.CanvasObject) {
	text := r.hits[i].Name
	if r.hits[i].Post != "" {
		text += " — " + r.hits[i].Post
	}
	o.(*widget.Label).SetText(text)
}

// look lists what is in the register by any form of what was typed.
func (r *registersDialog) look() {
	r.hits = r.window.suggestions(r.kind)(r.search.Text, mostEntries)
	r.list.UnselectAll()
	r.chosen = -1
	r.list.Refresh()
	if len(r.hits) > 0 {
		r.list.Select(0)
	}
}

// current is the entry that is chosen.
func (r *registersDialog) current() (hit register.Hit, ok bool) {
	if r.chosen < 0 || r.chosen >= len(r.hits) {
		return hit, false
	}
	return r.hits[r.chosen], true
}

func (r *registersDialog) open() {
	if hit, ok := r.current(); ok {
		r.window.showCard(r.kind, hit.Text(), func(string) { r.look() })
	}
}

// remove takes an entry out of the register, after asking; a place the program
// knows stays.
func (r *registersDialog) remove() {
	w := r.window
	hit, ok := r.current()
	if !ok {
		return
	}
	w.base.Ask(w.text("registers-remove"), w.text("registers-remove-question", map[string]any{"Name": hit.Text()}), w.text("registers-remove"), widget.DangerImportance, func() {
		w.keepRegisters(w.registers.Without(r.kind, hit.Name, hit.Post), r.look)
	})
}

func (r *registersDialog) register() string {
	for _, k := range registerKinds {
		if k.kind == r.kind {
			return k.name
		}
	}
	return register.People
}

// bringIn adds the entries of a CSV or TOML file.
func (r *registersDialog) bringIn() {
	w := r.window
	w.files.ChooseFile(files.Request{For: settings.ForRegisters, Title: w.text("registers-import"), Kind: "chooser-registers", Endings: register.Endings()}, func(path string) {
		var more register.Registers
		var skipped []error
		name := r.register()
		w.base.Work(func(context.Context) (err error) {
			more, skipped, err = readRegister(name, path)
			return err
		}, func() { r.broughtIn(more, skipped) })
	})
}

// broughtIn shows how what was read will be declined, guesses first, and adds it
// when a person has looked; what was not read is told.
func (r *registersDialog) broughtIn(more register.Registers, skipped []error) {
	w := r.window
	if more.Count() == 0 {
		r.takeIn(more, skipped)
		return
	}
	hits := more.Preview(w.settings.House, release.DateOf(w.params.Now()))
	guesses := 0
	for _, hit := range hits {
		if hit.Guess {
			guesses++
		}
	}
	list := w.keys.NewList(func() int { return len(hits) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, func(i widget.ListItemID, o fyne.CanvasObject) {
		label, d := o.(*widget.Label), hits[i].Full()
		label.Importance = widget.MediumImportance
		text := d.Forms[grammar.Nominative] + ": " + d.Forms[grammar.Genitive] + " · " + d.Forms[grammar.Dative] + " · " + d.Forms[grammar.Instrumental]
		if hits[i].Guess {
			label.Importance = widget.WarningImportance
			text = w.text("new-guess") + " " + text
		}
		label.SetText(text)
	})
	whole := screen.Wrapped("")
	list.OnSelected = func(i widget.ListItemID) { whole.SetText(allForms(hits[i].Full())) }
	list.SetName(w.text("registers-preview"))
	head := screen.Wrapped(w.text("registers-preview-count", map[string]any{"Count": len(hits), "Guesses": guesses}))
	d := w.dialogs.New(w.text("registers-preview"), controls.Border(head, whole, nil, nil, list), w.text("button-cancel"))
	d.Yes(w.text("registers-take-in"), theme.ConfirmIcon(), func() {
		d.Close()
		r.takeIn(more, skipped)
	})
	list.Select(0)
	d.Show(fyne.NewSize(760, 520), list)
}

// allForms are the six forms of a phrase, one after the other.
func allForms(d grammar.Declension) string {
	var all []string
	for _, c := range grammar.Cases() {
		all = append(all, d.Forms[c])
	}
	return strings.Join(all, " · ")
}

// takeIn adds what was read, and tells what was not.
func (r *registersDialog) takeIn(more register.Registers, skipped []error) {
	w := r.window
	w.keepRegisters(w.registers.With(more), r.look)
	w.tell(w.text("command-register-imported", map[string]any{"Count": more.Count(), "Skipped": len(skipped)}), len(skipped) > 0)
	if len(skipped) > 0 {
		w.fail(errors.Join(skipped...))
	}
}

func readRegister(name, path string) (more register.Registers, skipped []error, err error) {
	data, err := intake.ReadFile(path)
	if err != nil {
		return register.Registers{}, nil, err
	}
	return register.Read(name, filepath.Ext(path), data)
}

// writeOut writes the register as a table, or as TOML where the name says so.
func (r *registersDialog) writeOut() {
	w := r.window
	w.files.Save(w.text("registers-export"), r.register()+".csv", func(path string, replace bool) error {
		data, err := w.registers.Write(r.register(), filepath.Ext(path))
		if err != nil {
			return err
		}
		return export.Write(path, data, replace)
	})
}
