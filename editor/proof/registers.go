package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/words"
)

// Registers are an office's registers, made ready for the checks. They never change.
type Registers struct {
	people []register.Person
	// surnames are the people by each folded form of their surnames; known are all the
	// folded words of names, in all their forms.
	surnames map[string][]int
	known    map[string]bool
	// posts are the folded forms of posts by their first words, the longest first.
	posts map[string][]postForm
	// abbreviations are those of organisations, folded.
	abbreviations map[string]bool
	// surnameStems are the surnames without their endings; organisations are
	// the names of organisations in each of their cases, by their first and second words.
	surnameStems  []surnameStem
	organisations map[string][]organisationForm
}

// surnameStem is a surname with its stem.
type surnameStem struct{ stem, name string }

// organisationForm is an organisation's name in one of its cases.
type organisationForm struct {
	words []string // folded
	name  string
}

// postForm is a post in one of its cases.
type postForm struct {
	words  []string // folded
	title  string
	holder int // of people
}

// NewRegisters makes registers ready.
func NewRegisters(cards register.Registers, house grammar.House) *Registers {
	r := &Registers{people: cards.People, surnames: map[string][]int{}, known: map[string]bool{}, posts: map[string][]postForm{}, abbreviations: map[string]bool{}, organisations: map[string][]organisationForm{}}
	for i, person := range cards.People {
		for _, form := range person.Declined(house).Forms {
			names := strings.Fields(words.Fold(form))
			for _, name := range names {
				r.known[name] = true
			}
			if len(names) > 1 {
				if last := names[len(names)-1]; !slices.Contains(r.surnames[last], i) {
					r.surnames[last] = append(r.surnames[last], i)
				}
			}
		}
		if surname := words.Fold(person.Last); surname != "" {
			r.surnameStems = append(r.surnameStems, surnameStem{stemOfName(surname), surname})
		}
		for _, post := range person.Posts {
			for _, form := range post.Declined(house).Forms {
				folded := strings.Fields(words.Fold(form))
				if len(folded) > 0 {
					r.posts[folded[0]] = append(r.posts[folded[0]], postForm{folded, post.Title, i})
				}
			}
		}
	}
	for first := range r.posts {
		slices.SortStableFunc(r.posts[first], func(a, b postForm) int { return len(b.words) - len(a.words) })
	}
	for _, o := range cards.Organisations {
		r.addOrganisation(o, house)
		if o.Abbreviation != "" {
			r.abbreviations[words.Fold(o.Abbreviation)] = true
		}
	}
	return r
}

// addOrganisation takes down the forms of an organisation's name.
func (r *Registers) addOrganisation(o register.Organisation, house grammar.House) {
	for _, form := range o.Declined(house).Forms {
		if folded := strings.Fields(words.Fold(form)); len(folded) > 1 {
			for _, key := range folded[:2] {
				r.organisations[key] = append(r.organisations[key], organisationForm{folded, o.Name})
			}
		}
	}
}

// postBefore is the longest post of the registers that ends right before the token at i,
// with all who have or had it.
func (r *Registers) postBefore(p *passage, i int) (title string, holders []int, start int) {
	const longest = 16 // words of a post
	folded := []string{}
	start = -1
	for n := 0; n < longest && p.is(i-1, space) && p.is(i-2, word); n++ {
		i -= 2
		folded = append([]string{words.Fold(p.piece(i))}, folded...)
		for _, form := range r.posts[folded[0]] {
			if slices.Equal(form.words, folded) {
				if title != form.title && len(form.words) == len(folded) && start != i {
					title, holders, start = form.title, nil, i
				}
				if !slices.Contains(holders, form.holder) {
					holders = append(holders, form.holder)
				}
			}
		}
	}
	return title, holders, start
}

// outOfOffice finds a post of the registers before the name of somebody who does not have
// it on the day of the release.
func outOfOffice(w *whole, out *report) {
	day := w.release.Date
	if day.IsZero() {
		return
	}
	for _, p := range w.texts {
		if !p.body() {
			continue
		}
		for i := range p.tokens {
			if p.is(i, word) && startsUpper(p.piece(i)) {
				w.params.Registers.checkOffice(p, i, day, out)
			}
		}
	}
}

// checkOffice checks the name that begins at i, if one does, against the post before it:
// somebody of the registers may have another post, and somebody unknown stand in the place
// of who has this one.
func (r *Registers) checkOffice(p *passage, i int, day release.Date, out *report) {
	last := p.nameEnds(i)
	if last < 0 {
		return
	}
	title, holders, start := r.postBefore(p, i)
	if start < 0 || !hasGenerality(title) {
		return
	}
	right, differs := r.rightHolder(holders, title, day)
	if named := r.whoIs(p, i, last); named >= 0 {
		right, differs = rightPost(r.people[named], title, day)
	}
	if differs {
		out.add(p, p.tokens[start].start, p.tokens[last].end).Other = right
	}
}

// rightPost is somebody's name with the post they have on a day; false where that is the
// one the text gives them.
func rightPost(person register.Person, title string, day release.Date) (string, bool) {
	if holds(person, title, day) {
		return "", false
	}
	if post, ok := person.PostOn(day); ok {
		return post.Title + " " + person.Name(), true
	}
	return person.Name(), true
}

// rightHolder is a post with the name of who has it on a day; false where nobody does.
func (r *Registers) rightHolder(holders []int, title string, day release.Date) (string, bool) {
	for _, h := range holders {
		if holds(r.people[h], title, day) {
			return title + " " + r.people[h].Name(), true
		}
	}
	return "", false
}

// hasGenerality reports whether a post names what it is of: a bare «Министр» is many
// people's.
func hasGenerality(title string) bool { return strings.Contains(strings.TrimSpace(title), " ") }

func holds(person register.Person, title string, day release.Date) bool {
	for _, post := range person.Posts {
		if words.Fold(post.Title) == words.Fold(title) && (post.From.IsZero() || post.From.Compare(day) <= 0) && (post.Until.IsZero() || post.Until.Compare(day) >= 0) {
			return true
		}
	}
	return false
}

// nameEnds is the last token of a name that begins at i: a first name, or an initial,
// with what follows in capitals; -1 where none begins there.
func (p *passage) nameEnds(i int) int {
	if firstNameStands(p.piece(i)) == nil || p.is(i-1, space) && p.is(i-2, word) && firstNameStands(p.piece(i-2)) != nil {
		return -1
	}
	last := -1
	for j := i; p.is(j+1, space) && p.is(j+2, word) && startsUpper(p.piece(j+2)) && isTitle(p.piece(j+2)) && j < i+4; j += 2 {
		last = j + 2
	}
	return last
}

// whoIs is whom of the registers a name in a text means; -1 for nobody.
func (r *Registers) whoIs(p *passage, first, last int) int {
	surname := words.Fold(p.piece(last))
	for _, i := range r.surnames[surname] {
		given := words.Fold(p.piece(first))
		if name := words.Fold(r.people[i].First); name == given || strings.HasPrefix(given, strings.TrimRight(name, "аяйьи")) {
			return i
		}
	}
	return -1
}
