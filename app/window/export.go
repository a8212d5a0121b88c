package window

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2/widget"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/files"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/moment"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/export"
	"communique/export/file"
	"communique/export/text"
)

var errSlowDisk = &slowDiskError{}

type slowDiskError struct{}

func (*slowDiskError) Error() string { return "the disk does not answer" }

// Fact names the error for the translations.
func (*slowDiskError) Fact() (string, map[string]any) { return "slow-disk", nil }

// exportAs returns the command that writes the draft in a form.
func (w *Window) exportAs(f export.Form) func() {
	return func() { w.export(f) }
}

// export asks where to, after naming what the checks would stop.
func (w *Window) export(f export.Form) {
	if w.doc == nil {
		w.tell(w.text("nothing-open"), false)
		return
	}
	w.save()
	r := w.doc.session.Release()
	w.wholeIn(f, func(office export.Office) {
		w.warn(r, func() { w.order(&exportOrder{form: f, release: r, office: office}) })
	})
}

// order asks for what a form leaves open, and where to write it.
func (w *Window) order(o *exportOrder) {
	switch o.form {
	case export.Text:
		w.exportTo(o, w.textOptions(&o.office.Text)...)
	case export.PDF:
		w.exportTo(o, w.translationChoice(o)).OnClosed(w.base.Loading.Drop)
	default:
		w.exportTo(o)
	}
}

// exportOrder is an export that is being asked for.
type exportOrder struct {
	form        export.Form
	release     release.Release
	office      export.Office
	translation int64 // the release that follows in the PDF; 0 for none
}

// exportTo writes a release where the person says.
func (w *Window) exportTo(o *exportOrder, extra ...files.Option) *screen.Dialog {
	return w.files.Save(w.text("export-"+string(o.form)+"-title"), file.Name(o.release)+o.form.Ending(), func(path string, replace bool) error {
		var translations []release.Release
		if o.translation != 0 {
			r, _, err := w.params.Store.Get(context.Background(), o.translation)
			if err != nil {
				return err
			}
			translations = append(translations, r)
		}
		printed, err := export.NewPress(o.office).Print(o.form, o.release, translations...)
		if err != nil {
			return err
		}
		return export.Write(path, printed.Data, replace)
	}, extra...)
}

// translationChoice offers the releases that can follow in the PDF: those of the
// same day in another language, as soon as the library has found them.
func (w *Window) translationChoice(o *exportOrder) files.Option {
	var found []translation
	none := w.text("export-with-none")
	choice := w.keys.NewSelect([]string{none}, nil)
	choice.SetSelected(none)
	choice.OnChanged = func(string) {
		o.translation = 0
		i := choice.SelectedIndex()
		if i < 1 {
			return
		}
		warnings := warnings(w.words, w.params.Now(), found[i-1].release)
		if len(warnings) == 0 {
			o.translation = found[i-1].entry.ID
			return
		}
		name := choice.Selected
		choice.SetSelected(none)
		w.askAnyway(warnings, func() {
			o.translation = found[i-1].entry.ID
			choice.Selected = name
			choice.Refresh()
		})
	}
	var all []translation
	w.base.Loading.Ask(background.Question{
		Work: func(ctx context.Context) (err error) {
			all, err = w.translations(ctx, o.release)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				w.fail(err)
				return
			}
			found = all
			names := []string{none}
			for _, t := range all {
				names = append(names, w.text("language-name", map[string]any{"Language": t.entry.Language, "Headline": shortened(t.entry.Headline)}))
			}
			choice.SetOptions(names)
		},
	})
	return files.Option{Label: w.text("export-with"), Control: choice}
}

// translation is a release that can follow another in its PDF.
type translation struct {
	entry   library.Entry
	release release.Release
}

// translations finds the releases of the same day in other languages.
func (w *Window) translations(ctx context.Context, r release.Release) ([]translation, error) {
	if r.Date.IsZero() {
		return nil, nil
	}
	positions, err := w.params.Store.Find(ctx, library.Query{}, 0)
	if err != nil {
		return nil, err
	}
	entries, err := w.params.Store.Entries(ctx, slices.DeleteFunc(positions, func(p library.Position) bool { return p.Day() != r.Date }))
	if err != nil {
		return nil, err
	}
	var all []translation
	for _, e := range entries {
		if e.Language == r.Language {
			continue
		}
		other, entry, err := w.params.Store.Get(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, translation{entry, other})
	}
	return all, nil
}

// shortened is a headline that a menu has room for.
func shortened(headline string) string {
	const most = 50
	if letters := []rune(headline); len(letters) > most {
		return string(letters[:most]) + "…"
	}
	return headline
}

// textOptions offers the older forms of plain text.
func (w *Window) textOptions(o *text.Options) []files.Option {
	width := w.keys.NewEntry()
	width.SetPlaceHolder(w.text("export-width-none"))
	width.OnChanged = func(digits string) { o.Width, _ = strconv.Atoi(strings.TrimSpace(digits)) }
	crlf := w.keys.NewCheck(w.text("export-crlf"), func(on bool) { o.CRLF = on })
	old := w.keys.NewCheck(w.text("export-windows-1251"), func(on bool) { o.Windows1251 = on })
	return []files.Option{{Label: w.text("export-width"), Control: width}, {Control: crlf}, {Control: old}}
}

// warn lets a person think again where a check blocks issue or the embargo runs.
func (w *Window) warn(r release.Release, goOn func()) {
	w.askAnyway(warnings(w.words, w.params.Now(), r), goOn)
}

// askAnyway goes on at once where nothing warns.
func (w *Window) askAnyway(warnings []string, goOn func()) {
	if len(warnings) == 0 {
		goOn()
		return
	}
	w.base.Ask(w.text("export-warning"), strings.Join(warnings, "\n"), w.text("export-anyway"), widget.WarningImportance, goOn)
}

// warnings say why a release should stay in the office: how many findings block it,
// what of a date or an embargo cannot be read, until when the embargo runs.
func warnings(words *translations.Words, now time.Time, r release.Release) []string {
	var warnings []string
	blocking := proof.Blocking(proof.Check(r))
	if len(blocking) > 0 {
		warnings = append(warnings, words.Plural("export-blocked", len(blocking)))
	}
	for _, f := range blocking {
		if f.Code == proof.FieldUnread {
			name, args := f.Fact()
			warnings = append(warnings, words.Text(name, args))
		}
	}
	if !r.Embargo.IsZero() && now.Before(r.Embargo.At) {
		warnings = append(warnings, words.Text("export-embargo", map[string]any{"Until": moment.FormatEmbargo(r.Embargo)}))
	}
	return warnings
}
