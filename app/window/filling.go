package window

import (
	"communique/app/window/filling"
	"communique/app/window/registers"
	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// newFromTemplate begins a release with a template.
func (w *Window) newFromTemplate() {
	if !w.isWritable() {
		return
	}
	set, err := w.params.Templates()
	if err != nil {
		w.fail(err)
		return
	}
	filling.New(w.fillingParams(), set, w.startNew)
}

// showFields shows the fields of the template that the release came from.
func (w *Window) showFields() {
	doc := w.writable()
	if doc == nil {
		return
	}
	r := doc.session.Release()
	set, err := w.params.Templates()
	if err != nil {
		w.fail(err)
		return
	}
	t, err := set.Find(r.Template, r.Language)
	if r.Template == "" || err != nil {
		w.tell(translations.Text("fields-no-template"), true)
		return
	}
	filling.Change(w.fillingParams(), t, filling.Draft{
		Release: func() release.Release { return doc.session.Release() },
		Replace: func(r release.Release) {
			if w.doc != doc || doc.reading {
				w.tell(translations.Text("fields-not-applied"), true)
				return
			}
			doc.session.Replace(r)
		},
	})
}

// fillingParams are what a template is filled with.
func (w *Window) fillingParams() filling.Params {
	return filling.Params{
		Base: w.base, Now: w.params.Now, Organisation: w.settings.Organisation.Name, Office: w.templateOffice, Find: w.lookup.Find,
		ShowCard: func(kind grammar.Kind, text string, done func(name string)) {
			registers.ShowCard(w.registersParams(), kind, text, done)
		},
		Named: w.namedAtHand,
		Learn: func(cards register.Registers) {
			w.changeRegisters(func(now register.Registers) (register.Registers, []register.Conflict) { return now.Add(cards), nil }, func() {})
		},
		Propose: w.notice.Propose,
	}
}
