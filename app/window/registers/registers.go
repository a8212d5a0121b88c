// Package registers shows the office's people, places and organisations, and the
// card of each.
package registers

import (
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
	"communique/export"
)

// Params are what the registers need.
type Params struct {
	screen.Base
	Files Files
	Now   func() time.Time
	House func() grammar.House
	// Registers are what the office has now; Find finds entries of a kind in them by
	// any form of what was typed.
	Registers func() register.Registers
	Find      func(kind grammar.Kind, typed string, limit int) []register.Hit
	// Change changes them, as they are then, away from the UI goroutine, and goes on when they can be searched. Cards that were
	// changed elsewhere too are asked about.
	Change func(change Changing, then func())
	// Propose tells something with a button for what may be done next.
	Propose func(text, name translations.Sentence, way func()) screen.Told
}

// Changing returns registers as they are to be, with the cards about which somebody has to be asked.
type Changing = func(now register.Registers) (register.Registers, []register.Conflict)

// Files is what the registers need to be read from files and written to them.
type Files interface {
	ChooseFile(r files.Request, chosen func(path string))
	Save(title, name string, write files.Write, options ...files.Option) *screen.Dialog
}

// list is the dialog with the people, places and organisations of the office, and
// the places the program knows.
type list struct {
	Params
	kind   grammar.Kind
	search *controls.Entry
	rows   *controls.List
	hits   []register.Hit
	chosen int
	dialog *screen.Dialog
	ofOne  []*controls.Button // what is done with the one that is chosen
	told   *controls.Wrapped  // why nothing is listed, or not all
}

// registerNames are the registers with their files' names.
var registerNames = []struct {
	kind grammar.Kind
	name string
}{
	{grammar.Person, register.People}, {grammar.Place, register.Places}, {grammar.Organisation, register.Organisations},
}

// mostEntries is how many entries the dialog lists; typing finds the others.
const mostEntries = 500

// Show opens the registers, and returns what lists them anew when they can be searched
// as others have changed them; nothing once they are closed.
func Show(p Params) (again func()) {
	l := &list{Params: p, kind: grammar.Person, search: p.Keys.NewEntry(), told: screen.Wrapped("")}
	l.rows = l.Keys.NewList(func() int { return len(l.hits) }, func() fyne.CanvasObject {
		label := widget.NewLabel("")
		label.Truncation = fyne.TextTruncateEllipsis
		return label
	}, l.update)
	l.rows.OnSelected = func(i widget.ListItemID) { l.chosen = i }
	l.rows.SetName(l.Text("registers-title"))
	l.search.SetPlaceHolder(l.Text("registers-search"))
	l.search.OnChanged = func(string) { l.look() }
	l.search.OnKey = func(key fyne.KeyName) bool {
		if key == fyne.KeyDown {
			l.Canvas.Focus(l.rows)
		}
		return key == fyne.KeyDown
	}
	var names []string
	for _, k := range registerNames {
		names = append(names, l.Text("registers-"+k.name))
	}
	kinds := l.Keys.NewSelect(names, nil)
	kinds.SetName(l.Text("registers-kind"))
	kinds.SetSelectedIndex(0)
	kinds.OnChanged = func(string) {
		l.kind = registerNames[kinds.SelectedIndex()].kind
		l.look()
	}
	button := func(name string, icon fyne.Resource, do func()) *controls.Button {
		return l.Keys.NewButton(l.Text(name), icon, do)
	}
	remove := button("registers-remove", theme.DeleteIcon(), l.remove)
	actions := container.NewVBox(
		button("registers-new", theme.ContentAddIcon(), func() { ShowCard(l.Params, l.kind, "", l.lookAt) }),
		remove,
		widget.NewSeparator(),
		button("registers-import", theme.FolderOpenIcon(), l.importFile), button("registers-export", theme.DocumentSaveIcon(), l.exportFile),
	)
	l.dialog = l.Dialogs.New(l.Text("registers-title"), controls.Border(container.NewVBox(kinds, l.search), l.told, nil, actions, l.rows), l.Text("button-close"))
	l.ofOne = []*controls.Button{remove, l.dialog.Yes(l.Text("registers-open"), theme.DocumentCreateIcon(), l.open)}
	l.dialog.Show(fyne.NewSize(760, 560), l.search)
	l.look()
	open := true
	l.dialog.OnClosed(func() { open = false })
	return func() {
		if open {
			l.again()
		}
	}
}

// again lists them anew, with the one chosen that was.
func (l *list) again() {
	hit, _ := l.current()
	l.lookAt(hit.Text())
}

func (l *list) update(i widget.ListItemID, o fyne.CanvasObject) {
	text := l.hits[i].Name
	if post := l.postOf(l.hits[i]); post != "" {
		text += " — " + post
	}
	o.(*widget.Label).SetText(text)
}

// postOf is the post that tells somebody from others: the one of today, or else of another time.
func (l *list) postOf(hit register.Hit) string {
	if hit.Post != "" || hit.Card == nil || len(hit.Card.Posts) == 0 {
		return hit.Post
	}
	post := hit.Card.Posts[len(hit.Card.Posts)-1]
	day, name := post.From, "registers-post-from"
	if day.Compare(release.DateOf(l.Now())) <= 0 {
		day, name = post.Until, "registers-post-until"
	}
	return l.Text(name, map[string]any{"Post": post.Title, "Day": moment.FormatDate(day)})
}

// look lists what is in the register by any form of what was typed.
func (l *list) look() {
	l.hits = l.Find(l.kind, l.search.Text, mostEntries)
	l.rows.UnselectAll()
	l.chosen = -1
	l.rows.Refresh()
	if len(l.hits) > 0 {
		l.rows.Select(0)
	}
	for _, b := range l.ofOne {
		b.SetEnabled(len(l.hits) > 0)
	}
	l.tellCount()
	l.Dialogs.Settle() // one of them may have had the keyboard
}

// lookAt lists them anew and chooses the one of that name.
func (l *list) lookAt(name string) {
	l.look()
	is := func(hit register.Hit) bool { return hit.Text() == name }
	if !slices.ContainsFunc(l.hits, is) { // others have the name by now, or no more
		is = func(hit register.Hit) bool { return hit.Name == name }
	}
	if i := slices.IndexFunc(l.hits, is); i >= 0 {
		l.rows.Select(i)
	}
}

// tellCount says why the list is empty, or that it does not show all; nothing while what is in the registers cannot be
// searched yet.
func (l *list) tellCount() {
	text, all := "", l.Registers()
	switch {
	case len(l.hits) == mostEntries:
		text = l.Text("registers-first", map[string]any{"Count": mostEntries})
	case len(l.hits) > 0:
	case l.kind == grammar.Person && len(all.People) == 0, l.kind == grammar.Organisation && len(all.Organisations) == 0:
		text = l.Text("registers-empty")
	case len(l.Find(l.kind, "", 1)) > 0:
		text = l.Text("registers-none-found")
	}
	l.told.SetText(text)
	l.told.Hidden = text == ""
}

// current is the entry that is chosen.
func (l *list) current() (hit register.Hit, ok bool) {
	if l.chosen < 0 || l.chosen >= len(l.hits) {
		return hit, false
	}
	return l.hits[l.chosen], true
}

func (l *list) open() {
	if hit, ok := l.current(); ok {
		showCard(l.Params, l.kind, hit.Text(), hit.Card, l.lookAt)
	}
}

// remove takes an entry out of the register, after asking. What the program knows itself is no card, which is said.
func (l *list) remove() {
	hit, ok := l.current()
	switch {
	case !ok:
		return
	case without(l.Registers(), l.kind, hit).Count() == l.Registers().Count():
		l.told.SetText(l.Text("registers-shipped", map[string]any{"Name": hit.Text()}))
		l.told.Show()
		return
	}
	at := l.chosen
	l.Ask(l.Text("registers-remove"), l.Text("registers-remove-question", map[string]any{"Name": l.called(hit)}), l.Text("registers-remove"), widget.DangerImportance, func() {
		l.Change(func(now register.Registers) (register.Registers, []register.Conflict) {
			return without(now, l.kind, hit), nil
		}, func() {
			l.look()
			l.rows.Select(min(at, len(l.hits)-1))
		})
	})
}

// without are registers without an entry: of several people of one name without that very card.
func without(all register.Registers, kind grammar.Kind, hit register.Hit) register.Registers {
	if hit.Card != nil {
		return all.WithoutCard(*hit.Card)
	}
	return all.Without(kind, hit.Name, hit.Post)
}

// called is what is chosen, told from others of its name.
func (l *list) called(hit register.Hit) string {
	if post := l.postOf(hit); hit.Shared && hit.Post == "" && post != "" {
		return hit.Name + ", " + post
	}
	return hit.Text()
}

// name is the file name of the register that is shown.
func (l *list) name() string {
	for _, k := range registerNames {
		if k.kind == l.kind {
			return k.name
		}
	}
	return register.People
}

// exportFile writes the register as a table, or as TOML where the name says so.
func (l *list) exportFile() {
	all, name := l.Registers(), l.name()
	l.Files.Save(l.Text("registers-export"), name+".csv", func(path string, replace bool) error {
		data, err := all.Write(name, filepath.Ext(path))
		if err != nil {
			return err
		}
		return export.Write(path, data, replace)
	})
}
