package importing

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"communique/app/archive"
	"communique/app/window/screen"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/export/file"
)

// report is the table of what became of each file.
type report struct {
	Params
	got    Result
	shown  archive.Report // as far as the filter lets it
	chosen int
	list   *controls.List
	whole  *controls.Wrapped // the row that is selected, in full
	dialog *screen.Dialog
	opens  *controls.Button
}

// ShowReport says of each file that was imported what became of it, in a table; those that a
// person has to look at come first, and the one that is selected is told whole.
func ShowReport(p Params, got Result) {
	r := &report{Params: p, got: got, shown: got.Report.Of(""), whole: screen.Wrapped("")}
	r.list = p.Keys.NewList(func() int { return len(r.shown) }, newRow, func(i widget.ListItemID, o fyne.CanvasObject) { r.fill(r.shown[i], o) })
	r.list.SetName(p.Text("import-report-title"))
	r.list.OnSelected = r.choose
	head := newRow().(*fyne.Container)
	for i, name := range []string{"import-file", "import-outcome", "import-details"} {
		label := head.Objects[i].(*widget.Label)
		label.TextStyle.Bold = true
		label.SetText(p.Text(name))
	}
	above := container.NewVBox(screen.Wrapped(r.sum()), r.filter(), head)
	r.dialog = p.Dialogs.New(p.Text("import-report-title"), controls.Border(above, r.whole, nil, nil, r.list), p.Text("button-close"))
	r.buttons()
	if len(r.shown) > 0 {
		r.list.Select(0)
	}
	r.dialog.Show(fyne.NewSize(900, 560), r.list)
}

// newRow is a row of the table: a file, what became of it, and why.
func newRow() fyne.CanvasObject {
	cell := func() fyne.CanvasObject {
		l := widget.NewLabel("")
		l.Truncation = fyne.TextTruncateEllipsis
		return l
	}
	return container.New(columns{}, cell(), cell(), cell())
}

// columns parts the width among a file's name, its outcome and the details.
type columns struct{}

// MinSize is as high as a row is, and as narrow as the table may be.
func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout puts the columns beside each other.
func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for i, share := range []float32{0.36, 0.24, 0.4} {
		o, width := objects[i], size.Width*share
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width
	}
}

func (r *report) fill(f archive.File, o fyne.CanvasObject) {
	importance := widget.MediumImportance
	switch f.Status {
	case archive.Failed, archive.Left:
		importance = widget.DangerImportance
	case archive.Partly, archive.Differs:
		importance = widget.WarningImportance
	case archive.Passed, archive.Skipped, archive.Known:
		importance = widget.LowImportance
	}
	for i, text := range []string{filepath.Base(f.Path), f.Outcome(r.Words), f.Details(r.Words)} {
		label := o.(*fyne.Container).Objects[i].(*widget.Label)
		label.Importance = importance
		label.SetText(text)
	}
}

// filter lets a person see only the files of one outcome.
func (r *report) filter() fyne.CanvasObject {
	options, statuses := []string{fmt.Sprintf("%s – %d", r.Text("import-all"), len(r.got.Report))}, []archive.Status{""}
	for _, status := range archive.Statuses() {
		if n := r.got.Report.Files(status); n > 0 {
			options, statuses = append(options, fmt.Sprintf("%s – %d", r.Text("import-"+string(status)), n)), append(statuses, status)
		}
	}
	choice := r.Keys.NewSelect(options, nil)
	choice.SetSelectedIndex(0)
	choice.SetName(r.Text("import-show"))
	choice.OnChanged = func(string) {
		r.shown = r.got.Report.Of(statuses[choice.SelectedIndex()])
		r.list.UnselectAll()
		r.list.Refresh()
		r.list.ScrollToTop()
		r.list.Select(0)
	}
	return controls.Border(nil, nil, widget.NewLabel(r.Text("import-show")), nil, choice)
}

// choose tells a file whole.
func (r *report) choose(i widget.ListItemID) {
	r.chosen = i
	f := r.shown[i]
	text := f.Path + " — " + f.Outcome(r.Words)
	if details := f.Details(r.Words); details != "" {
		text += ". " + details
	}
	r.whole.SetText(text)
	if r.opens.Disable(); f.First != 0 {
		r.opens.Enable()
	}
}

// buttons adds what can be done with the files.
func (r *report) buttons() {
	r.dialog.Button(r.Text("import-save"), nil, func() {
		r.Files.Save(r.Text("import-save"), r.Text("import-table")+".csv", func(path string, replace bool) error {
			if replace {
				return file.Replace(path, r.got.Report.CSV(r.Words))
			}
			return file.Create(path, r.got.Report.CSV(r.Words))
		})
	})
	if len(r.got.Report.Offered()) > 0 {
		r.dialog.Button(r.Text("import-illustrate"), nil, func() {
			r.dialog.Close()
			r.illustrate(r.got)
		})
	}
	if differing := r.got.Report.Differing(); len(differing) > 0 {
		for _, as := range archive.Bringings() {
			r.dialog.Button(r.Text("import-as-"+string(as)), nil, func() {
				r.dialog.Close()
				r.bring(differing, as)
			})
		}
	}
	add := r.dialog.Button
	if slices.ContainsFunc(r.got.Report, func(f archive.File) bool { return f.First != 0 }) {
		add = r.dialog.Yes // Enter in the table opens the file's release, and does not leave it
	}
	r.opens = add(r.Text("import-open"), nil, func() {
		f := r.shown[r.chosen]
		r.dialog.Close()
		if f.Trashed > 0 {
			r.offerRestoring(f.First)
			return
		}
		r.Open(f.First)
	})
	r.opens.Disable()
	r.dialog.OnNo(func() {
		r.dialog.Close()
		r.openOnly(r.got)
	})
}

// illustrate puts pictures behind the texts of the releases that they lie beside, and shows the
// report again with what became of them.
func (p Params) illustrate(got Result) {
	var trouble []error
	p.Work(func(ctx context.Context) error {
		for i, f := range got.Report {
			if f.Status != archive.Offered {
				continue
			}
			if err := p.Illustrate(ctx, f); err != nil {
				trouble = append(trouble, err)
				got.Report[i].Err = err
			} else {
				got.Report[i].Status = archive.Added
			}
		}
		return nil
	}, func() {
		p.Reload()
		if added := got.Report.Files(archive.Added); added > 0 {
			p.Tell(translations.Text("import-illustrated", map[string]any{"Count": added}), false)
		}
		ShowReport(p, got)
		if len(trouble) > 0 {
			p.Fail(trouble...)
		}
	})
}

// sum counts the files of an import, and says what ended it.
func (r *report) sum() string {
	text := r.got.Report.Sum(r.Words)
	if differing := len(r.got.Report.Differing()); differing > 0 {
		text += " " + r.Text("import-differing-count", map[string]any{"Count": differing})
	}
	if r.got.Err != nil {
		text += "\n" + r.Words.Error(r.got.Err)
	}
	return text
}
