package exporting

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"communique/app/library"
	"communique/app/window/background"
	"communique/app/window/files"
	"communique/editor/proof"
	"communique/export"
	"communique/export/text"
)

// translationChoice offers the releases that can follow in the PDF: those of the
// same day in another language, as soon as the library has found them.
func (p Params) translationChoice(o *order) files.Option {
	var found []translation
	none := p.Text("export-with-none")
	choice := p.Keys.NewSelect([]string{none}, nil)
	choice.SetSelected(none)
	choice.OnChanged = func(string) {
		o.translation = 0
		i := choice.SelectedIndex()
		if i < 1 {
			return
		}
		chosen, name := found[i-1], choice.Selected
		if len(chosen.against.why) > 0 {
			choice.SetSelected(none) // until somebody answers
		}
		p.askAnyway(chosen.against, chosen.entry.ID, func() {
			o.translation = chosen.entry.ID
			choice.Selected = name
			choice.Refresh()
		})
	}
	var all []translation
	p.Loading.Ask(background.Question{
		Work: func(ctx context.Context) (err error) {
			all, err = p.translations(ctx, o)
			return err
		},
		Answer: func(err error) {
			if err != nil {
				p.Fail(err)
				return
			}
			found = all
			names := []string{none}
			for _, t := range all {
				names = append(names, p.Text("language-name", map[string]any{"Language": t.entry.Language, "Headline": shortened(t.entry.Headline)}))
			}
			choice.SetOptions(names)
		},
	})
	return files.Option{Label: p.Text("export-with"), Control: choice}
}

// translation is a release that can follow another in its PDF.
type translation struct {
	entry   library.Entry
	against objections
}

// translations finds the releases of the same day in other languages.
func (p Params) translations(ctx context.Context, o *order) ([]translation, error) {
	r := o.release
	if r.Date.IsZero() {
		return nil, nil
	}
	positions, err := p.Store.Find(ctx, library.Query{}, 0)
	if err != nil {
		return nil, err
	}
	entries, err := p.Store.Entries(ctx, slices.DeleteFunc(positions, func(p library.Position) bool { return p.Day() != r.Date }))
	if err != nil {
		return nil, err
	}
	var all []translation
	for _, e := range entries {
		if e.Language == r.Language {
			continue
		}
		other, entry, err := p.Store.Get(ctx, e.ID)
		if err != nil {
			return nil, err
		}
		checks := p.Checks
		checks.Lost = export.Lost(other, o.office.Pictures)
		found, err := against(p.Words, p.Now(), other, proof.Check(other, checks)).withLetters(p.Words, []export.Form{o.form}, o.office, other)
		if err != nil {
			return nil, err
		}
		all = append(all, translation{entry, found})
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
func (p Params) textOptions(o *text.Options) []files.Option {
	width := p.Keys.NewEntry()
	width.SetPlaceHolder(p.Text("export-width-none"))
	width.OnChanged = func(digits string) { o.Width, _ = strconv.Atoi(strings.TrimSpace(digits)) }
	crlf := p.Keys.NewCheck(p.Text("export-crlf"), func(on bool) { o.CRLF = on })
	old := p.Keys.NewCheck(p.Text("export-windows-1251"), func(on bool) { o.Windows1251 = on })
	return []files.Option{{Label: p.Text("export-width"), Control: width}, {Control: crlf}, {Control: old}}
}
