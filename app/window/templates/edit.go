package templates

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/grammar"
	"communique/editor/template"
	"communique/export/text"
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
	preview, fault := screen.Wrapped(""), screen.Wrapped("")
	fault.Importance = widget.DangerImportance
	editing := p.Dialogs.New(t.Title, container.NewHSplit(source, container.NewVScroll(container.NewVBox(fault, preview))), p.Text("button-cancel"))
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
		preview.SetText(made)
		keep.Enable()
	}
	source.SetText(string(data))
	editing.AskBeforeLoss(p.Base, func() []string { return []string{source.Text} })
	editing.Show(p.Canvas.Size(), source)
}

// sample is the text that a template's file makes of sample values, in the
// words of the house.
func sample(house grammar.House, source string) (string, error) {
	t, err := template.Parse([]byte(source))
	if err != nil {
		return "", err
	}
	filled, err := t.Fill(template.Office{House: house}, t.Sample())
	return text.Website(filled.Release), err
}
