package template

import (
	"slices"

	"communique/editor/grammar"
	"communique/editor/release"
)

// Part is a part of a release that a template makes.
type Part struct {
	Name  string // "headline", "subheadline", "date", "place", "lead", "boilerplate" or "block"
	Block int    // of the template's blocks, from 1; 0 for the others
}

// Follow fills the template anew where r is still as the template made it of
// the values that r keeps, in any of the house's usages: the office may have
// changed its own since. A part that somebody has edited is left alone, and
// named in edited.
func (t Template) Follow(office Office, r release.Release, values map[string]Value) (followed Filled, edited []Part, err error) {
	people := map[string]somebody{}
	old, err := t.fill(office, Values(r), people, false)
	if err != nil {
		return Filled{}, nil, err
	}
	f := follower{r: r.Clone(), before: makings{t, office, Values(r), office.House.Usages(t.Language), people, []Filled{old}}}
	now, err := t.fill(office, values, people, false)
	if err != nil {
		return Filled{}, nil, err
	}
	for _, p := range []struct {
		name string
		of   func(r *release.Release) *string
	}{
		{"headline", func(r *release.Release) *string { return &r.Headline }},
		{"subheadline", func(r *release.Release) *string { return &r.Subheadline }},
		{"place", func(r *release.Release) *string { return &r.Place }},
		{"lead", func(r *release.Release) *string { return &r.Lead }},
		{"boilerplate", func(r *release.Release) *string { return &r.Boilerplate }},
	} {
		followed := f.text(p.name, p.of, &now.Release)
		if p.name == "lead" && followed { // the dateline before it is written alike
			f.r.English = now.Release.English
		}
	}
	f.date(now.Release.Date)
	for i := range t.Blocks {
		f.block(i, now.blocks[i])
	}
	f.tags(now.Release.Tags)
	f.r.Values = now.Release.Values
	f.r.Repairs = append(slices.DeleteFunc(f.r.Repairs, isGuessed), now.Release.Repairs...)
	return Filled{f.r, now.Guesses, now.blocks}, f.edited, nil
}

// makings are what a template makes of the same values in each of the house's
// usages, the present one first, asked for in the language of whoever fills it in now, in that
// of others, and then with the placeholders that earlier versions of the program left; each is
// made when it is asked for.
type makings struct {
	template Template
	office   Office
	values   map[string]Value
	houses   []grammar.House
	people   map[string]somebody
	made     []Filled
}

// find is the first of the makings that fits; the present one where none does.
func (m *makings) find(fits func(made Filled) bool) (Filled, bool) {
	asking := []string{m.office.Language}
	if m.template.Language != "ru" && m.template.Language != "en" { // the blanks were asked for in any
		asking = []string{m.office.Language, "ru", "en"}
	}
	for i := range (len(asking) + 1) * len(m.houses) {
		if i == len(m.made) {
			office, turn := m.office, i/len(m.houses)
			office.House = m.houses[i%len(m.houses)]
			if turn < len(asking) {
				office.Language = asking[turn]
			}
			made, err := m.template.fill(office, m.values, m.people, turn == len(asking))
			if err != nil {
				break // no usage refuses values that another takes
			}
			m.made = append(m.made, made)
		}
		if fits(m.made[i]) {
			return m.made[i], true
		}
	}
	return m.made[0], false
}

// follower rewrites a release part by part.
type follower struct {
	r      release.Release
	before makings
	next   int // where in r.Blocks the template's next block would stand
	edited []Part
}

// tags puts those that the template makes now in the place of those it made
// before; tags of somebody's own stay, and one that was taken out stays out.
func (f *follower) tags(now []string) {
	old, _ := f.before.find(func(made Filled) bool {
		return !slices.ContainsFunc(made.Release.Tags, func(tag string) bool { return !slices.Contains(f.r.Tags, tag) })
	})
	made := old.Release.Tags
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

// text rewrites one text of the release, and reports whether it still was the
// template's.
func (f *follower) text(name string, of func(r *release.Release) *string, now *release.Release) bool {
	current := of(&f.r)
	made, found := f.before.find(func(made Filled) bool { return *of(&made.Release) == *current })
	switch {
	case found:
		*current = *of(now)
	case *of(&made.Release) != "" || *of(now) != "": // something of the template's
		f.edited = append(f.edited, Part{Name: name})
	}
	return found
}

// date rewrites the release's date, which is the same in every usage.
func (f *follower) date(now release.Date) {
	if f.r.Date == f.before.made[0].Release.Date && f.r.UnreadText(release.DateField) == "" {
		f.r.Date = now
		return
	}
	f.edited = append(f.edited, Part{Name: "date"})
}

// block puts block i of the template, as it is made now, where it stood as it
// was made before.
func (f *follower) block(i int, now release.Block) {
	at := -1
	made, _ := f.before.find(func(made Filled) bool {
		at = slices.IndexFunc(f.r.Blocks, func(b release.Block) bool { return sameWords(b, made.blocks[i]) })
		return at >= 0 || made.blocks[i].Text == ""
	})
	if made.blocks[i].Text == "" {
		if now.Text != "" {
			now.ID = f.r.NextID()
			f.r.Blocks = slices.Insert(f.r.Blocks, min(f.next, len(f.r.Blocks)), now)
			f.next++
		}
		return
	}
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

// isGuessed reports whether a repair tells of a form that a template put.
func isGuessed(r release.Repair) bool { return r.Code == release.FormGuessed }

// sameWords reports whether a block still is what the template made, whatever marks
// a person has put on it.
func sameWords(b, made release.Block) bool {
	return b.Kind == made.Kind && b.Text == made.Text && b.Speaker == made.Speaker && b.First == made.First
}
