package window

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/drafting"
	"communique/app/window/inspector"
	"communique/app/window/look"
	"communique/assets/translations"
	"communique/editor/draft"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/surface"
	"communique/export/picture"
	"communique/export/text"
)

// newPane makes the pane in which a release is written.
func (w *Window) newPane() *drafting.Pane {
	p := drafting.New(drafting.Params{
		Base: w.base, Paper: func() color.Color { return w.colour(look.Paper) },
		ContactLines: func(c release.Contact, language string) []string {
			return text.ContactLines(c, translations.Printed(language))
		},
		Picture: w.loadPicture, Covered: w.notice.Covers, SystemFaces: true, Copy: w.copyPiece, Paste: w.paste, MakeSnippet: w.makeSnippet,
		AcceptEverywhere: w.acceptEverywhere, AddWord: w.addWord, Proposals: w.lookup.Proposals,
		Search: w.search.Object(), Inspect: w.inspect, Uncover: w.uncover, Choose: func(name release.Field, value string) { w.inspector.Choose(name, value) },
		Zone:      time.Local, //nolint:gosmopolitan // the computer stands in the office
		Places:    func(typed string, limit int) []register.Hit { return w.lookup.Find(grammar.Place, typed, limit) },
		OnChanged: w.changed, OnMoved: func() { w.places.KeepSoon() }, OnLeave: w.left, OnTextSize: w.keepTextSize, OnTab: w.tellTab, Typed: w.typed,
		PopUp: func(menu *fyne.Menu, at fyne.Position, of fyne.CanvasObject) {
			w.keys.PopUp(func() { widget.ShowPopUpMenuAtRelativePosition(menu, w.win.Canvas(), at, of) })
		},
	})
	p.SetType(w.textSize(), w.settings.Window.Sans)
	return p
}

// newInspector makes what shows the rest of the release.
func (w *Window) newInspector() *inspector.Inspector {
	return inspector.New(inspector.Params{
		Words: w.words, Keys: w.keys, Tab: inspector.TabNamed(w.settings.Window.Tab), Contacts: w.contacts, Focus: w.win.Canvas().Focus, Focused: w.win.Canvas().Focused,
		Undo: func() { w.pane.Undo() }, Redo: func() { w.pane.Redo() }, GoTo: func(at release.Position) { w.pane.GoTo(at) },
		Check: w.check, Mend: w.mend, OnLeave: w.left, OnTab: func() { w.dialogs.Settle(); w.showTicks() },
		Zone:      time.Local, //nolint:gosmopolitan // the computer stands in the office
		OnBlocked: w.blocked, WithdrawEverywhere: w.withdrawEverywhere,
		Page: w.preview.Pages(), Text: w.preview.Text(),
	})
}

// goTo leads to a place of the release, wherever it is shown.
func (w *Window) goTo(at release.Position) {
	if !w.inspector.Has(at.Field) || !w.inspect(at.Field) {
		w.pane.GoTo(at)
	}
}

// inspect shows a field that is no text, and moves the keyboard there.
func (w *Window) inspect(name release.Field) bool {
	w.showInspector(true)
	return w.inspector.GoTo(name)
}

// changed hears of each change of the draft. The draft is saved a moment after the first
// change, also while the typing goes on; its pages follow, and it is checked when the
// typing pauses.
func (w *Window) changed(c draft.Change, stepping bool) {
	w.doc.changes++
	w.inspector.Heard(c, stepping)
	if stepping && !w.inspector.Has(c.Field) {
		w.pane.FocusText()
	}
	w.showTitle()
	w.search.Changed()
	if doc := w.doc; !doc.saveDue {
		doc.saveDue = true
		w.after(delayOf(w.preview.Last().Characters), func() {
			doc.saveDue = false
			w.saveDocument(doc)
		})
	}
	w.places.KeepSoon()
	w.follower.Changed()
	w.showSaved()
}

// delayOf is how long a draft of so many characters, when they were counted last, waits to be saved.
func delayOf(characters int) time.Duration {
	if characters > longDraft {
		return longDelay
	}
	return saveDelay
}

func (w *Window) colour(name fyne.ThemeColorName) color.Color {
	return w.theme.Color(name, w.params.App.Settings().ThemeVariant())
}

// textColours are what the text is drawn with in the theme of now.
func (w *Window) textColours() surface.Colours {
	c := w.colour
	return surface.Colours{
		Ink: c(theme.ColorNameForeground), Soft: c(look.Soft), Accent: c(theme.ColorNamePrimary), Line: c(look.Line), Edge: c(theme.ColorNameInputBorder),
		Selection: c(look.Chosen), Hit: c(look.Hit), Current: c(look.CurrentHit),
		Blocks: c(theme.ColorNameError), Warns: c(theme.ColorNameWarning), Notes: c(theme.ColorNameInputBorder),
	}
}

// loadPicture makes a picture of the library ready for the screen.
func (w *Window) loadPicture(hash string, width, height int, done func(image.Image)) {
	w.params.Go(func() {
		shown := w.pictureOf(hash)
		w.params.Do(func() { done(shown) })
	})
}

func (w *Window) pictureOf(hash string) image.Image {
	file, err := w.params.Store.Picture(context.Background(), hash)
	if err != nil {
		return nil // the place of the picture says so
	}
	ready, err := picture.Prepare(file, picture.Screen)
	if err != nil {
		return nil
	}
	shown, _, err := image.Decode(bytes.NewReader(ready.Data))
	if err != nil {
		return nil
	}
	return shown
}

// textSize is the size of the text that a person chose.
func (w *Window) textSize() float32 {
	if size := float32(w.settings.Window.TextSize); size >= surface.SmallestText && size <= surface.LargestText {
		return size
	}
	return surface.UsualText
}

// setTextSize shows the text larger or smaller, as far as it goes.
func (w *Window) setTextSize(size float32) {
	w.keepTextSize(min(max(size, surface.SmallestText), surface.LargestText))
	w.pane.SetType(w.textSize(), w.settings.Window.Sans)
}

// switchSerifs sets the text without serifs, or with them again.
func (w *Window) switchSerifs() {
	w.settings.Window.Sans = !w.settings.Window.Sans
	w.keepSettings()
	w.pane.SetType(w.textSize(), w.settings.Window.Sans)
	w.showTicks()
}

// keepTextSize keeps the size that a person chose, when the wheel has come to rest.
func (w *Window) keepTextSize(size float32) {
	w.settings.Window.TextSize = float64(size)
	w.textTimer.After(saveDelay, w.keepSettings)
}
