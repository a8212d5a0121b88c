package window

import (
	"communique/app/window/templates"
	"communique/editor/grammar"
)

// showTemplates opens the list of templates.
func (w *Window) showTemplates() { templates.Show(w.templatesParams()) }

// templatesParams are what the dialogs of the templates need.
func (w *Window) templatesParams() templates.Params {
	return templates.Params{
		Base: w.base, Files: w.files, House: func() grammar.House { return w.settings.House },
		Templates: w.params.Templates, Save: w.params.SaveTemplate, Drop: w.params.DropTemplate,
	}
}
