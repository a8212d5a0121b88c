package registers

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
)

// card is the dialog for one entry of the registers: its fields, and the six
// forms as they are proposed. What is typed over a form wins.
type card struct {
	Params
	kind  grammar.Kind
	base  register.Registers // what the card was made from
	old   register.Registers // the card as it was; without one where it is new
	given *register.Person   // whose card was asked for; nil where a text tells
	done  func(name string)
	body  *fyne.Container
	all   *fyne.Container   // why and another above body
	why   *controls.Wrapped // why the card is not kept, or what is to be looked at
	// another says that the text names somebody else than the card of that name.
	another *controls.Button
	typed   string // the post of the text, where the card did not have it
	dialog  *screen.Dialog

	first, patronymic, last *controls.Entry // of a person
	gender                  *controls.Select
	posts                   *postsForm
	name, extra             *controls.Entry // of a place or an organisation
	english, other          *controls.Entry
	forms                   *formGrid
}

// ShowCard opens the card of what a text names, as the registers have it or as the
// text tells. done hears what finds it in the registers: the name, and the post where others have
// that name.
func ShowCard(p Params, kind grammar.Kind, text string, done func(name string)) {
	showCard(p, kind, text, nil, done)
}

// showCard opens the card of what a text names; of a person that very card, where it is given.
func showCard(p Params, kind grammar.Kind, text string, person *register.Person, done func(name string)) {
	c := &card{Params: p, kind: kind, base: p.Registers(), given: person, done: done, why: screen.Wrapped("")}
	c.why.Hide()
	c.another = p.Keys.NewButton("", nil, nil)
	c.another.Hide()
	c.forms = newFormGrid(p.Base)
	c.body = container.NewVBox(c.fields(text), widget.NewSeparator(), widget.NewLabelWithStyle(c.Text("card-forms"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}), c.forms.object)
	if kind == grammar.Person {
		c.body.Add(widget.NewLabelWithStyle(c.Text("card-post-forms"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true}))
		c.body.Add(c.posts.forms.object)
	}
	c.propose()
	// What is wrong is told above what scrolls: it may be in the last of the fields.
	c.all = controls.Border(container.NewVBox(c.why, container.NewHBox(c.another)), nil, nil, nil, container.NewVScroll(container.NewPadded(c.body)))
	c.dialog = c.Dialogs.New(c.Text("card-title-"+string(kind)), c.all, c.Text("button-cancel"))
	c.dialog.Yes(c.Text("card-keep"), theme.ConfirmIcon(), c.keep)
	c.dialog.AskBeforeLoss(c.Base, func() []string { return controls.Entered(c.body) })
	at := c.firstEntry()
	if c.typed != "" {
		at = c.posts.from // the day is what the text does not tell
	}
	c.dialog.Show(fyne.NewSize(640, 660), at)
}

func (c *card) firstEntry() fyne.Focusable {
	if c.kind == grammar.Person {
		return c.first
	}
	return c.name
}

// fields are the entries above the forms.
func (c *card) fields(text string) fyne.CanvasObject {
	rows := controls.NewForm()
	add := func(label string, value string) *controls.Entry {
		entry := c.Entry(value)
		entry.OnChanged = func(string) { c.propose() }
		rows.Add(c.Text(label), entry)
		return entry
	}
	switch c.kind {
	case grammar.Person:
		p := c.personOf(text)
		c.first, c.patronymic, c.last = add("card-first", p.First), add("card-patronymic", p.Patronymic), add("card-last", p.Last)
		c.gender = c.Keys.NewSelect([]string{c.Text("gender-"), c.Text("gender-m"), c.Text("gender-f")}, func(string) { c.propose() })
		c.gender.Selected = c.Text("gender-" + string(p.Gender))
		rows.Add(c.Text("card-gender"), c.gender)
		c.posts = newPostsForm(c, p.Posts, rows)
		if c.given == nil {
			c.addOtherPost(text)
		}
		c.english = add("card-name-english", p.English)
		c.addOther("card-name-other", rows, p.Other)
		c.forms.correct(p.Forms)
	case grammar.Place:
		p, known := c.base.Place(text)
		if !known {
			p = register.Place{Name: text}
		}
		if i := slices.IndexFunc(c.base.Places, func(own register.Place) bool { return own.Name == p.Name }); i >= 0 {
			c.old.Places = c.base.Places[i : i+1]
		}
		c.name, c.extra, c.english = add("card-name", p.Name), add("card-preposition", p.Preposition), add("card-english", p.English)
		c.addOther("card-other", rows, p.Other)
		c.forms.correct(p.Forms)
	default:
		o, known := c.base.Organisation(text)
		if known {
			c.old.Organisations = []register.Organisation{o}
		} else {
			o = register.Organisation{Name: text}
		}
		c.name, c.extra, c.english = add("card-name", o.Name), add("card-abbreviation", o.Abbreviation), add("card-english", o.English)
		c.addOther("card-other", rows, o.Other)
		c.forms.correct(o.Forms)
	}
	return rows.Object()
}

// personOf is whom a text names, as the registers know them or as it tells.
func (c *card) personOf(text string) register.Person {
	known, ok := c.base.Person(text)
	if c.given != nil {
		known, ok = *c.given, true
	}
	switch {
	case text == "" && !ok: // a new card: the name that will be typed tells the gender
		return register.Person{}
	case !ok:
		return c.base.Parse(text)
	}
	c.old.People = []register.Person{known}
	return known
}

// addOtherPost adds the post of a text to those of the person known by that name, and lets it be said that it is somebody else's.
func (c *card) addOtherPost(text string) {
	people, posts := c.base.InAnotherPost(text)
	if len(people) != 1 {
		return // none, or several: then the card is that of a further one
	}
	c.typed = posts[0].Title
	c.posts.add(posts)
	c.why.SetText(c.Text("card-other-post", map[string]any{"Posts": register.PostsOf(people)}))
	c.why.Importance = widget.WarningImportance
	c.why.Show()
	c.another.SetText(c.Text("card-other-person"))
	c.another.OnTapped = func() {
		c.old = register.Registers{}
		c.posts.replace(posts)
		c.why.Hide()
		c.another.Hide()
		c.all.Refresh()
		c.Canvas.Focus(c.posts.title)
	}
	c.another.Show()
}

// addOther is for the names in languages beside Russian and English.
func (c *card) addOther(label string, rows *controls.Form, o register.Other) {
	c.other = c.Keys.NewText(2)
	c.other.SetText(o.Lines())
	c.other.SetPlaceHolder(c.Text("card-other-hint"))
	rows.Add(c.Text(label), c.other)
}

// propose shows the forms of what the fields say now.
func (c *card) propose() {
	switch c.kind {
	case grammar.Person:
		if c.english == nil {
			return // still being built
		}
		p := c.person()
		p.Forms = nil
		c.forms.propose(p.Declined(c.House()))
		c.posts.propose()
	case grammar.Place:
		if c.name == nil || c.extra == nil {
			return
		}
		d := c.House().DeclinePlace(c.name.Text)
		c.extra.SetPlaceHolder(d.Preposition)
		c.forms.propose(d)
	default:
		if c.name != nil {
			c.forms.propose(c.House().DeclineOrganisation(c.name.Text))
		}
	}
}

// person is the person that the fields describe, with what else the register
// knows of them.
func (c *card) person() register.Person {
	var p register.Person
	if len(c.old.People) > 0 {
		p = c.old.People[0]
	}
	p.First, p.Patronymic, p.Last, p.English = strings.TrimSpace(c.first.Text), strings.TrimSpace(c.patronymic.Text), strings.TrimSpace(c.last.Text), strings.TrimSpace(c.english.Text)
	p.Gender = []grammar.Gender{grammar.Unknown, grammar.Masculine, grammar.Feminine}[max(0, c.gender.SelectedIndex())]
	return p
}

// keep puts the entry into the registers.
func (c *card) keep() {
	to, name, ok := c.made()
	switch {
	case !ok:
		return
	case name == "":
		c.refuse(c.firstEntry(), c.Text("card-no-name"))
		return
	}
	if twin, ok := c.base.Twin(c.old, to); ok {
		c.askOfTwin(to, twin, name)
		return
	}
	c.put(func() register.Registers { return c.base.Changed(c.old, to) }, to, name)
}

// askOfTwin asks whether the card and the one that is there already are of the same: in its place, or beside it, it would lose what
// that tells.
func (c *card) askOfTwin(to, twin register.Registers, name string) {
	question, called := "card-twin", name
	if posts := register.PostsOf(twin.People); posts != "" {
		question, name = "card-twin-person", name+" — "+posts
	}
	c.Ask(c.Text("card-twin-title"), c.Text(question, map[string]any{"Name": name}), c.Text("card-twin-join"), 0, func() {
		c.put(func() register.Registers { return c.base.Joined(c.old, to, twin) }, to, called)
	})
}

// put changes the registers to what the one that was opened has become, with the card as it is kept.
func (c *card) put(wanted func() register.Registers, to register.Registers, name string) {
	c.dialog.Close()
	c.Change(func(now register.Registers) (register.Registers, []register.Conflict) {
		merged, conflicts := register.Merge(c.base, wanted(), now)
		if len(to.People) > 0 {
			name = c.called(merged, to.People[0])
		}
		return merged, conflicts
	}, func() { c.done(name) })
}

// called is how a text names the person, so that the registers find this one and no other.
func (c *card) called(all register.Registers, p register.Person) string {
	if c.typed != "" && slices.ContainsFunc(p.Posts, func(post register.Post) bool { return post.Title == c.typed }) {
		return c.typed + " " + p.Name()
	}
	return all.Called(p, release.DateOf(c.Now()))
}

// made is the card as the entries have it, and its name; false where one of
// them cannot be read.
func (c *card) made() (to register.Registers, name string, ok bool) {
	other, wrong := register.ParseOther(c.other.Text)
	if wrong != "" {
		c.refuse(c.other, c.Text("card-no-language", map[string]any{"Text": wrong}))
		return to, "", false
	}
	switch c.kind {
	case grammar.Person:
		p := c.person()
		p.Forms, p.Other = c.forms.corrected(), other
		if p.Posts, ok = c.posts.value(); !ok {
			return to, "", false
		}
		name, to.People = p.Name(), []register.Person{p}
	case grammar.Place:
		p, _ := c.base.Place(c.name.Text)
		p.Name, p.Preposition, p.English, p.Forms = strings.TrimSpace(c.name.Text), strings.TrimSpace(c.extra.Text), strings.TrimSpace(c.english.Text), c.forms.corrected()
		p.Other = other
		name, to.Places = p.Name, []register.Place{p}
	default:
		o, _ := c.base.Organisation(c.name.Text)
		o.Name, o.Abbreviation, o.English, o.Forms = strings.TrimSpace(c.name.Text), strings.TrimSpace(c.extra.Text), strings.TrimSpace(c.english.Text), c.forms.corrected()
		o.Other = other
		name, to.Organisations = o.Name, []register.Organisation{o}
	}
	return to, name, true
}

// refuse says why the card is not kept, with the caret where to mend it.
func (c *card) refuse(at fyne.Focusable, why string) {
	c.why.SetText(why)
	c.why.Importance = widget.DangerImportance
	c.why.Show()
	c.all.Refresh()
	c.Canvas.Focus(at)
}
