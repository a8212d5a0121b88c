package template

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// Part is a part of a release that a template makes.
type Part struct {
	Name  string // "headline", "subheadline", "date", "place", "lead", "boilerplate" or "block"
	Block int    // of the template's blocks, from 1; 0 for the others
}

// Follow fills the template anew where r is still as the template made it of
// the values that r keeps. A part that somebody has edited is left alone, and
// named in edited.
func (t Template) Follow(house grammar.House, r release.Release, values map[string]Value, known register.Registers) (followed Filled, edited []Part, err error) {
	old, err := t.Fill(house, Values(r), known)
	if err != nil {
		return Filled{}, nil, err
	}
	now, err := t.Fill(house, values, known)
	if err != nil {
		return Filled{}, nil, err
	}
	f := follower{r: r.Clone()}
	for _, p := range []struct {
		name      string
		current   *string
		made, now string
	}{
		{"headline", &f.r.Headline, old.Release.Headline, now.Release.Headline},
		{"subheadline", &f.r.Subheadline, old.Release.Subheadline, now.Release.Subheadline},
		{"place", &f.r.Place, old.Release.Place, now.Release.Place},
		{"lead", &f.r.Lead, old.Release.Lead, now.Release.Lead},
		{"boilerplate", &f.r.Boilerplate, old.Release.Boilerplate, now.Release.Boilerplate},
	} {
		f.text(p.name, p.current, p.made, p.now)
	}
	if f.r.Date == old.Release.Date && f.r.UnreadText(release.DateField) == "" {
		f.r.Date = now.Release.Date
	} else {
		f.edited = append(f.edited, Part{Name: "date"})
	}
	for i := range t.Blocks {
		f.block(i, old.blocks[i], now.blocks[i])
	}
	f.tags(old.Release.Tags, now.Release.Tags)
	f.r.Values = now.Release.Values
	return Filled{f.r, now.Guesses, now.blocks}, f.edited, nil
}

// follower rewrites a release part by part.
type follower struct {
	r      release.Release
	next   int // where in r.Blocks the template's next block would stand
	edited []Part
}

// tags puts those that the template makes now in the place of those it made
// before; tags of somebody's own stay, and one that was taken out stays out.
func (f *follower) tags(made, now []string) {
	for i, tag := range made {
		at := slices.Index(f.r.Tags, tag)
		switch {
		case at < 0 || i < len(now) && now[i] == tag:
		case i < len(now):
			f.r.Tags[at] = now[i]
		default:
			f.r.Tags = slices.Delete(f.r.Tags, at, at+1)
		}
	}
	for i := len(made); i < len(now); i++ {
		f.r.Tags = append(f.r.Tags, now[i])
	}
}

func (f *follower) text(name string, current *string, made, now string) {
	if made == "" && now == "" {
		return // nothing of the template's
	}
	if *current != made {
		f.edited = append(f.edited, Part{Name: name})
		return
	}
	*current = now
}

// block puts block i of the template, as it is made now, where it stood as it
// was made before.
func (f *follower) block(i int, made, now release.Block) {
	if made.Text == "" {
		if now.Text != "" {
			now.ID = f.r.NextID()
			f.r.Blocks = slices.Insert(f.r.Blocks, min(f.next, len(f.r.Blocks)), now)
			f.next++
		}
		return
	}
	at := slices.IndexFunc(f.r.Blocks, func(b release.Block) bool { return sameWords(b, made) })
	switch {
	case at < 0:
		f.edited = append(f.edited, Part{Name: "block", Block: i + 1})
		f.next++
	case now.Text == "":
		f.r.Blocks = slices.Delete(f.r.Blocks, at, at+1)
		f.next = at
	default:
		now.ID = f.r.Blocks[at].ID
		f.r.Blocks[at] = now
		f.next = at + 1
	}
}

// sameWords reports whether a block still is what the template made, whatever marks
// a person has put on it.
func sameWords(b, made release.Block) bool {
	return b.Kind == made.Kind && b.Text == made.Text && b.Speaker == made.Speaker && b.First == made.First
}
