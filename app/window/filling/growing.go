package filling

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"communique/app/window/background"
	"communique/editor/grammar"
	"communique/editor/release"
	"communique/editor/template"
)

// made is what the values make of the template.
type made struct {
	filled template.Filled
	edited []template.Part
	err    error
}

// grow has the text shown as the values make it now.
func (f *form) grow() {
	making, now := f.making(), made{}
	f.ask(f.growing, func() { now.filled, now.edited, now.err = making() }, func() { f.show(now) })
}

// ask does work away from the UI goroutine, since a page that is pasted into a field takes more than a
// frame, and shows what came of it, unless more was asked meanwhile. What all fields ask is done in turn.
func (f *form) ask(of *background.Questions, work, show func()) {
	of.Ask(background.Question{
		Work: func(ctx context.Context) error {
			f.one.Lock()
			defer f.one.Unlock()
			if ctx.Err() == nil {
				work()
			}
			return nil
		},
		Answer: func(error) { show() },
	})
}

// show shows the text, what of it is a guess, and what follows the fields no more.
func (f *form) show(now made) {
	f.guesses.Hide()
	if now.err != nil {
		f.preview.SetText(f.Words.Error(now.err))
		return
	}
	f.preview.Set(now.filled.Release)
	f.tellEdited(now.edited)
	var guesses []string // each form once, whatever it is a form of
	for _, g := range now.filled.Guesses {
		if form := f.Text("new-guess-form", map[string]any{"Form": shortened(g.Form)}); !slices.Contains(guesses, form) {
			guesses = append(guesses, form)
		}
	}
	if len(guesses) > 0 {
		f.guesses.SetText(f.Text("new-guesses", map[string]any{"Forms": strings.Join(guesses, ", ")}))
		f.guesses.Show()
	}
}

// making returns what fills the template with the values of now, anew or in the draft that follows it, on any goroutine.
func (f *form) making() func() (template.Filled, []template.Part, error) {
	office, t, values := f.Office(), f.template, maps.Clone(f.values)
	if f.follows != nil {
		followed := *f.follows
		return func() (template.Filled, []template.Part, error) { return t.Follow(office, followed, values) }
	}
	return func() (template.Filled, []template.Part, error) {
		if f.piece != nil {
			filled, err := f.piece.fill(office, values)
			return filled, nil, err
		}
		filled, err := t.Fill(office, values)
		return filled, nil, err
	}
}

// fill returns the snippet as a release of nothing else.
func (p Piece) fill(office template.Office, values map[string]template.Value) (template.Filled, error) {
	filled, err := p.Snippet.Fill(office.House, values, office.Registers, p.Language, p.Day)
	r := release.New(p.Language)
	r.Blocks = release.Numbered(filled.Blocks)
	return template.Filled{Release: r, Guesses: filled.Guesses}, err
}

// tellEdited names the parts of the draft that follow the fields no more.
func (f *form) tellEdited(parts []template.Part) {
	var names []string
	for _, p := range parts {
		name := f.Text("follow-" + p.Name)
		if p.Block > 0 {
			name += " " + strconv.Itoa(p.Block)
		}
		names = append(names, name)
	}
	f.edited.Hidden = len(names) == 0
	f.edited.SetText(f.Text("fields-edited", map[string]any{"Parts": strings.Join(names, ", ")}))
}

// inText is how a text has what is typed into a field, and whether that is certain.
type inText struct {
	form string
	sure bool
}

// inText has shown how the text has what is typed into a field in some cases, corrections aside.
func (f *form) inText(of *background.Questions, field template.Field, cases []grammar.Case, show func([]inText)) {
	office, t, typed := f.Office(), f.template, maps.Clone(f.values)
	typed[field.Name] = template.Value{Text: typed[field.Name].Text}
	all := make([]inText, len(cases))
	f.ask(of, func() {
		for i, c := range cases {
			all[i].form, all[i].sure = t.InText(office, typed, field.Name, c)
		}
	}, func() { show(all) })
}
