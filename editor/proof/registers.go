package proof

import (
	"slices"
	"strings"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/words"
)

// Registers are an office's registers, made ready for the checks. They never change.
type Registers struct {
	people []register.Person
	// surnames are the people by each folded form of their surnames; known are all the
	// folded words of names, in all their forms.
	surnames map[string][]int
	known    map[string]bool
	// declined are whole names in all their forms, folded, as the cards have them.
	declined map[string]bool
	// english are the people by the last of their names in English, folded.
	english map[string][]int
	// posts are the folded forms of posts by their first words, the longest first.
	posts map[string][]postForm
	// abbreviations are those of organisations, folded.
	abbreviations map[string]bool
	// surnameStems are the surnames without their endings; organisations are
	// the names of organisations in each of their cases, by their first and second words.
	surnameStems  []surnameStem
	organisations map[string][]organisationForm
}

// surnameStem is a surname with its stem, and how the first name begins.
type surnameStem struct{ stem, name, given string }

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
	r := &Registers{people: cards.People, surnames: map[string][]int{}, english: map[string][]int{}, known: map[string]bool{}, declined: map[string]bool{}, posts: map[string][]postForm{}, abbreviations: map[string]bool{}, organisations: map[string][]organisationForm{}}
	for i, person := range cards.People {
		for _, form := range formsInEveryUsage(person, house) {
			names := strings.Fields(words.Fold(form))
			r.declined[strings.Join(names, " ")] = true
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
			r.surnameStems = append(r.surnameStems, surnameStem{stemOfName(surname), surname, firstLetters(words.Fold(person.First))})
		}
		r.addEnglish(person, i)
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

// formsInEveryUsage are the forms of a person's name by the house's usage and by the others: texts of before, and of others, may follow
// those, and are neither misspelt nor somebody else's.
func formsInEveryUsage(person register.Person, house grammar.House) (all []string) {
	d := person.Declined(house)
	for _, form := range d.Forms {
		all = append(all, form)
	}
	if !d.ByHouse {
		return all
	}
	for _, house.WomenInL = range grammar.UsagesOfWomenInL() {
		for _, house.Zoda = range grammar.UsagesOfZoda() {
			for _, form := range person.Declined(house).Forms {
				if !slices.Contains(all, form) {
					all = append(all, form)
				}
			}
		}
	}
	return all
}

// vouches reports whether a card has a name in the very form that a check takes for two cases: rules know neither whose sex the
// name does not tell nor what a person corrected.
func (r *Registers) vouches(f Finding) bool {
	return r != nil && f.Code == NameCase && r.declined[strings.Join(strings.Fields(words.Fold(f.Text)), " ")]
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
	if !p.is(i-1, space) {
		return "", nil, -1
	}
	return r.postEnding(p, i-2)
}

// postEnding is the longest post of the registers that ends with the word at last.
func (r *Registers) postEnding(p *passage, last int) (title string, holders []int, start int) {
	const longest = 16 // words of a post
	folded := []string{}
	start = -1
	for i := last; len(folded) < longest && p.is(i, word); i -= 2 {
		folded = append([]string{p.folded[i]}, folded...)
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
		if !p.is(i-1, space) {
			break
		}
	}
	return title, holders, start
}
