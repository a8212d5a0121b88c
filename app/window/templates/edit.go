package templates

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/template"
)

// Edit shows a template as its file has it, beside the text it makes of sample
// values. What is not right is told with its line. stored hears that it was kept.
func Edit(p Params, t template.Template, stored func()) {
	data, err := t.Encode()
	if err != nil {
		p.Fail(err)
		return
	}
	source := p.Keys.NewText(3)
	source.Wrapping, source.TextStyle.Monospace = fyne.TextWrapOff, true
	source.SetName(t.Title)
	preview, fault := p.NewProse(), screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	editing := p.Dialogs.New(t.Title, container.NewHSplit(source, controls.Border(fault, nil, nil, nil, preview)), p.Text("button-cancel"))
	keep := editing.Yes(p.Text("card-keep"), theme.ConfirmIcon(), func() {
		parsed, err := template.Parse([]byte(source.Text))
		if err == nil {
			err = p.Save(parsed)
		}
		if err != nil {
			p.Fail(err)
			return
		}
		editing.Close()
		stored()
	})
	source.OnChanged = func(typed string) {
		made, err := sample(p.House(), typed)
		fault.Hidden = err == nil
		if err != nil {
			fault.SetText(p.Words.Error(err))
			keep.Disable()
			return
		}
		preview.Set(made)
		keep.Enable()
	}
	source.SetText(string(data))
	editing.AskBeforeLoss(p.Base, func() []string { return []string{source.Text} })
	editing.Show(p.Canvas.Size(), source)
}

// sample is what a template's file makes of sample values, in the words of the house.
func sample(house grammar.House, source string) (release.Release, error) {
	t, err := template.Parse([]byte(source))
	if err != nil {
		return release.Release{}, err
	}
	filled, err := t.Fill(template.Office{House: house}, t.Sample())
	return filled.Release, err
}
