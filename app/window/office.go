package window

import (
	"context"

	"communique/app/settings"
	"communique/app/window/background"
	"communique/export"
)

// readOffice reads again what the forms take from the office: its profile, the
// house style and the logo. Until the answer comes the pages show what was read
// before.
func (w *Window) readOffice() {
	work, take := w.askOffice()
	w.offices.Ask(background.Question{Work: work, Answer: func(error) {
		take()
		w.checkAgain()
	}})
}

// askOffice returns the reading of what the forms take from the office, away from
// the UI goroutine, and the taking over of what was read. What is wrong with it is
// told over the pages too, which are set without it meanwhile.
func (w *Window) askOffice() (work func(context.Context) error, take func()) {
	asked := w.settings
	var office export.Office
	var troubles settings.Troubles
	work = func(context.Context) error {
		office, troubles = w.params.Office(asked)
		return nil
	}
	return work, func() {
		w.office, w.troubles = &office, troubles
		trouble := ""
		switch {
		case troubles.Letterhead != nil:
			trouble = w.text("letterhead-broken") + "\n" + firstLines(w.words.Error(troubles.Letterhead), fewLines)
		case troubles.Look != nil:
			trouble = w.text("look-doubtful") + "\n" + firstLines(w.words.Error(troubles.Look), fewLines)
		}
		w.preview.Trouble(trouble)
	}
}

// whole goes on where releases can leave the office as they should: at once, since
// the person may be typing ahead what comes then. Where they cannot, or nothing is
// read yet, the office's files are read again, which may have been mended
// meanwhile, and a dialog tells what is still wrong.
func (w *Window) whole(why func(settings.Troubles) error, goOn func(export.Office)) {
	if w.office != nil && why(w.troubles) == nil {
		goOn(*w.office)
		return
	}
	work, take := w.askOffice()
	w.base.Load(work, func() {
		take()
		if err := why(w.troubles); err != nil {
			w.showTrouble(err, w.text("trouble-settings"), w.showSettings)
			return
		}
		goOn(*w.office)
	})
}

// wholeIn does so for one form.
func (w *Window) wholeIn(form export.Form, goOn func(export.Office)) {
	w.whole(func(t settings.Troubles) error { return t.With(form) }, goOn)
}

// wholePackage does so for all that the office packs.
func (w *Window) wholePackage(goOn func(office export.Office, forms []export.Form)) {
	forms := w.settings.PackageForms()
	w.whole(func(t settings.Troubles) error { return t.Packing(forms) }, func(office export.Office) { goOn(office, forms) })
}
