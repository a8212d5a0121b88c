package window

import (
	"fyne.io/fyne/v2"

	"communique/app/settings"
	"communique/app/window/preferences"
	"communique/editor/controls"
)

// preferencesParams are what the settings are shown with.
func (w *Window) preferencesParams() preferences.Params {
	return preferences.Params{Base: w.base, Files: w.files, Styles: w.params.Styles, Style: w.params.Style}
}

// showSettings lets a person change the settings; what others write meanwhile stays.
func (w *Window) showSettings() {
	w.keepTyped()
	before := w.settings
	w.setting = true
	preferences.Show(w.preferencesParams(), before, func(wanted settings.Settings) {
		w.settings, _ = settings.Merge(before, wanted, w.settings)
		w.keepSettings()
		w.usageChanged(before)
		w.rebuild()
	}).OnClosed(func() { w.setting = false })
}

// welcomePage is what is shown the first time.
func (w *Window) welcomePage() fyne.CanvasObject {
	page, first, typed := preferences.Welcome(w.preferencesParams(), w.settings.Organisation, w.begin, w.welcomed)
	w.welcome, w.answers = first, typed
	return page
}

// begin takes what was answered on the welcome page.
func (w *Window) begin(o settings.Organisation, c settings.Contact) {
	w.introduce(o, c)
	w.welcomed()
}

// beginByKey does so with what stands there, if the keyboard is there with Ctrl held. It reports
// whether it was.
func (w *Window) beginByKey() bool {
	focused, has := w.win.Canvas().Focused().(fyne.CanvasObject)
	if w.answers == nil || !has || w.keys.Held()&control == 0 || !controls.Seen(w.middle, focused) {
		return false
	}
	w.begin(w.answers())
	return true
}

// introduce takes what a person says of the office.
func (w *Window) introduce(o settings.Organisation, c settings.Contact) {
	w.settings.Organisation = o
	if !c.IsBlank() {
		w.settings.Contacts = []settings.Contact{c}
	}
}

// keepTyped takes what was typed into the welcome page by who goes on without saying that it is done.
func (w *Window) keepTyped() {
	if w.answers == nil {
		return
	}
	o, c := w.answers()
	if o == (settings.Organisation{}) && c.IsBlank() {
		return
	}
	w.introduce(o, c)
	w.settings.Welcomed = true
	w.keepSettings()
	w.readOffice()
}

func (w *Window) welcomed() {
	w.settings.Welcomed = true
	w.keepSettings()
	w.readOffice()
	w.showMiddle()
}
