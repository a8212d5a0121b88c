package searching

import (
	"context"

	"communique/app/window/background"
	"communique/assets/translations"
	"communique/editor/find"
)

// replacement is what is put in the place of hits: in their capitals, unless capitals
// were searched for.
func (b *Bar) replacement() find.Replacement {
	return find.Replacement{Words: b.with.Text, LikeCase: !b.matchCase.Checked}
}

// replaceOne replaces the hit that is shown, and goes on to the next. Of a hit in some
// form of the words a person sees first what would be put.
func (b *Bar) replaceOne() {
	if b.at < 0 || b.at >= len(b.hits) {
		b.step(1)
		return
	}
	one := b.hits[b.at]
	b.propose(func(hit find.Hit) bool { return hit == one })
}

// replaceAll replaces every hit, those too that are still being searched for.
func (b *Bar) replaceAll() { b.propose(func(find.Hit) bool { return true }) }

// propose finds, away from the UI goroutine, what would be put in the place of the hits
// that are wanted. As they were typed the words are put at once: there is nothing to
// decide.
func (b *Bar) propose(wanted func(find.Hit) bool) {
	r, ok := b.params.Text.Release()
	if !ok || b.params.Text.ReadOnly() || b.query.IsEmpty() {
		return
	}
	query, with, forms, house := b.query, b.replacement(), b.forms.Checked, b.params.House()
	var changes []find.Change
	b.replaces.Ask(background.Question{
		Work: func(context.Context) error {
			proposed := query.Plain(r.Passages(), with)
			if forms {
				proposed = query.InForm(r.Passages(), house, with)
			}
			for _, c := range proposed {
				if wanted(c.Hit) {
					changes = append(changes, c)
				}
			}
			return nil
		},
		Answer: func(error) {
			switch {
			case len(changes) == 0:
				b.params.Tell(translations.Text("find-none"), false)
			case forms:
				b.params.showProposals(b.params.Base.Text("find-replace-all"), r, changes, nil, b.apply)
			default:
				b.apply(changes)
			}
		},
	})
}

// apply makes changes, as one step, and says how many there were.
func (b *Bar) apply(changes []find.Change) {
	b.goesOn = len(changes) == 1
	b.params.apply(changes)
	b.goesOn = false
}

func (p Params) apply(changes []find.Change) {
	if len(changes) == 0 {
		return
	}
	if err := p.Text.Replace(changes); err != nil {
		p.Tell(translations.Text("find-changed"), true) // somebody has written there meanwhile
		return
	}
	p.Tell(translations.Plural("find-replaced", len(changes)), false)
}
