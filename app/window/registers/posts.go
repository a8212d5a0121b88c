package registers

import (
	"slices"
	"strings"

	"communique/editor/controls"
	"communique/editor/grammar"
	"communique/editor/moment"
	"communique/editor/register"
	"communique/editor/release"
)

// postsForm edits the posts of a person, one at a time: those held at once and
// those of other times.
type postsForm struct {
	card               *card
	posts              []register.Post // as they are typed; the last may be empty
	at                 int             // the one in the entries
	choice             *controls.Select
	title, from, until *controls.Entry // the post and its term of office
	english, other     *controls.Entry
	beside             *controls.Check
	forms              *formGrid
	loading            bool
}

func newPostsForm(c *card, posts []register.Post, rows *controls.Form) *postsForm {
	f := &postsForm{card: c, posts: slices.Clone(posts), forms: newFormGrid(c.Base)}
	f.choice = c.Keys.NewSelect(nil, func(string) { f.choose(f.choice.SelectedIndex()) })
	rows.Add(c.Text("card-posts"), f.choice)
	add := func(label string) *controls.Entry {
		entry := c.Keys.NewEntry()
		entry.OnChanged = func(string) {
			if !f.loading {
				f.propose()
			}
		}
		rows.Add(c.Text(label), entry)
		return entry
	}
	f.title, f.from, f.until = add("card-post"), add("card-from"), add("card-until")
	f.beside = c.Keys.NewCheck(c.Text("card-beside"), nil)
	rows.Add("", f.beside)
	f.english = add("card-post-english")
	f.other = c.Keys.NewText(2)
	f.other.SetPlaceHolder(c.Text("card-other-hint"))
	rows.Add(c.Text("card-post-other"), f.other)
	today := release.DateOf(c.Now())
	f.at = max(0, slices.IndexFunc(posts, func(post register.Post) bool {
		held, ok := register.Person{Posts: posts}.PostOn(today)
		return ok && post.Title == held.Title && post.From == held.From
	}))
	f.offer()
	f.load()
	return f
}

// add adds further posts, the first of which comes into the entries.
func (f *postsForm) add(posts []register.Post) {
	at := len(f.posts)
	f.posts = append(f.posts, posts...)
	f.open(at)
}

// replace puts other posts in the place of all.
func (f *postsForm) replace(posts []register.Post) {
	f.posts = slices.Clone(posts)
	f.open(0)
	f.propose()
}

func (f *postsForm) open(at int) {
	f.at = at
	f.offer()
	f.load()
}

// offer lists the posts, and a new one.
func (f *postsForm) offer() {
	var names []string
	for _, post := range f.posts {
		name := post.Title
		if !post.From.IsZero() {
			name += " (" + moment.FormatDate(post.From) + ")"
		}
		names = append(names, name)
	}
	names = append(names, f.card.Text("card-post-new"))
	f.loading = true
	f.choice.SetOptions(names)
	f.choice.SetSelectedIndex(min(f.at, len(names)-1))
	f.loading = false
}

// choose puts another post into the entries; the one that is there stays as it
// was typed, or keeps the entries where it cannot be read.
func (f *postsForm) choose(at int) {
	if f.loading || at < 0 || at == f.at {
		return
	}
	if f.store() {
		f.at = min(at, len(f.posts))
	}
	f.offer()
	f.load()
	f.propose()
}

// load fills the entries from the post.
func (f *postsForm) load() {
	var post register.Post
	if f.at < len(f.posts) {
		post = f.posts[f.at]
	}
	f.loading = true
	f.title.SetText(post.Title)
	f.from.SetText(moment.FormatDate(post.From))
	f.until.SetText(moment.FormatDate(post.Until))
	f.beside.SetChecked(post.Beside)
	f.english.SetText(post.English)
	f.other.SetText(post.Other.Lines())
	f.forms.correct(post.Forms)
	f.loading = false
}

// propose shows the forms of the post in the entries.
func (f *postsForm) propose() {
	f.forms.propose(f.card.House().DeclinePost(f.title.Text))
}

// store takes the post out of the entries; where one cannot be read, the caret
// goes there. A post without a title is none.
func (f *postsForm) store() bool {
	post, ok := f.term()
	if !ok {
		return false
	}
	switch {
	case post.Title == "" && f.at < len(f.posts):
		f.posts = slices.Delete(f.posts, f.at, f.at+1)
	case post.Title == "":
	case f.at < len(f.posts):
		f.posts[f.at] = post
	default:
		f.posts = append(f.posts, post)
	}
	return true
}

// value is all posts, or false where the one in the entries cannot be read.
func (f *postsForm) value() ([]register.Post, bool) {
	if !f.store() {
		return nil, false
	}
	if len(f.posts) == 0 {
		return nil, true
	}
	return f.posts, true
}

// term is the post with its days; where a day is none, the caret goes there.
func (f *postsForm) term() (register.Post, bool) {
	c := f.card
	post := register.Post{Title: strings.TrimSpace(f.title.Text), English: strings.TrimSpace(f.english.Text), Beside: f.beside.Checked, Forms: f.forms.corrected()}
	for _, end := range []struct {
		entry *controls.Entry
		day   *release.Date
	}{{f.from, &post.From}, {f.until, &post.Until}} {
		text := strings.TrimSpace(end.entry.Text)
		if text == "" {
			continue
		}
		d, ok := grammar.ParseDate(text)
		switch {
		case !ok:
			c.refuse(end.entry, c.Text("card-no-day", map[string]any{"Text": text}))
			return post, false
		case end.day == &post.Until && d.Compare(post.From) < 0:
			c.refuse(end.entry, c.Text("card-ends-early"))
			return post, false
		}
		*end.day = d
	}
	var wrong string
	if post.Other, wrong = register.ParseOther(f.other.Text); wrong != "" {
		c.refuse(f.other, c.Text("card-no-language", map[string]any{"Text": wrong}))
		return post, false
	}
	return post, true
}
