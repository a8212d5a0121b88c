package proof

import (
	"slices"
	"strings"

	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/words"
	"communique/editor/wordset"
)

// addEnglish takes down what the English text calls somebody, and the posts.
func (r *Registers) addEnglish(person register.Person, i int) {
	if names := strings.Fields(words.Fold(nameIn(person))); len(names) > 1 && !isCyrillic(names[0]) {
		last := names[len(names)-1]
		r.english[last] = append(r.english[last], i)
		r.surnameStems = append(r.surnameStems, surnameStem{last, last, firstLetters(names[0])})
		for _, name := range names {
			r.known[name] = true
		}
	}
	for _, post := range person.Posts {
		if title := post.English; title != "" {
			folded := strings.Fields(words.Fold(title))
			r.posts[folded[0]] = append(r.posts[folded[0]], postForm{folded, title, i})
		}
	}
}

// nameIn and titleIn are how English texts call somebody and a post.
func nameIn(person register.Person) string {
	if person.English != "" {
		return person.English
	}
	return person.Name()
}

func titleIn(post register.Post) string {
	if post.English == "" && !isCyrillic(post.Title) {
		return post.Title
	}
	return post.English
}

// checkEnglishOffice checks the post that ends before the name at i, or before a comma and the name,
// or stands behind the name and a comma, as checkOffice does in Russian.
func (r *Registers) checkEnglishOffice(p *passage, i int, day release.Date, out *report) {
	last := p.englishName(i)
	if last < 0 || !p.is(i-1, space) && i > 0 {
		return
	}
	before := i - 2
	if p.piece(before) == "," {
		before--
	}
	title, holders, start := r.postEnding(p, before)
	end := last
	if start < 0 {
		title, holders, end = r.postBehind(p, last)
		start = i
	}
	if end < 0 {
		r.checkOtherPostInEnglish(p, i, last, day, out)
		return
	}
	if !hasGenerality(title) || isFormerIn(p, start) {
		return
	}
	right := r.rightHolderInEnglish(holders, p.folded[last], title, day)
	if named := r.namedInEnglish(p, i, last); named >= 0 {
		right = rightPostInEnglish(r.people[named], title, day)
	}
	if right != "" {
		out.add(p, p.tokens[start].start, p.tokens[end].end).Other = right
	}
}

// checkOtherPostInEnglish finds a post that the registers do not have, as checkOtherPost does: an "Energy
// Minister" is no "Transport Minister".
func (r *Registers) checkOtherPostInEnglish(p *passage, i, last int, day release.Date, out *report) {
	named := r.namedInEnglish(p, i, last)
	if named < 0 {
		return
	}
	start, end := p.englishPost(i, last)
	said := p.folded[start:i]
	if start == i {
		said = p.folded[last+1 : end+1]
	}
	if isFormerIn(p, start) {
		return
	}
	for _, post := range r.people[named].Posts {
		title := titleIn(post)
		if title != "" && holdsInEnglish(r.people[named], title, day) && isOtherPost(strings.Fields(words.Fold(title)), said) {
			out.add(p, p.tokens[start].start, p.tokens[end].end).Other = title + " " + nameIn(r.people[named])
			return
		}
	}
}

// englishPost is where a name begins and ends with the post before it or, behind a comma, after it.
func (p *passage) englishPost(first, last int) (start, end int) {
	start, end = first, last
	for p.is(start-1, space) && p.saysPost(start-2) {
		start -= 2
	}
	for start < first && joinsPost.Has(p.folded[start]) {
		start += 2
	}
	if start == first && p.piece(last+1) == "," && p.is(last+2, space) && p.saysPost(last+3) {
		for end = last + 3; p.is(end+1, space) && p.saysPost(end+2); end += 2 {
		}
	}
	return start, end
}

// saysPost reports whether a word may be one of a post's: it has a capital, or joins those.
func (p *passage) saysPost(i int) bool {
	return p.is(i, word) && (startsUpper(p.piece(i)) || joinsPost.Has(p.piece(i)))
}

// joinsPost are the small words of posts.
var joinsPost = wordset.Of("of for the and")

// isOtherPost reports whether what is said is of the sort of a post, and of nothing that it is of.
func isOtherPost(title, said []string) bool {
	head := len(title) - 1
	if of := slices.IndexFunc(title, joinsPost.Has); of > 0 {
		head = of - 1
	}
	other := false
	for _, word := range said {
		switch {
		case word == "" || joinsPost.Has(word) || word == title[head]:
		case slices.Contains(title, word):
			return false
		default:
			other = true
		}
	}
	return other && len(title) > 1 && slices.Contains(said, title[head])
}

// rightPostInEnglish is somebody's name with the post they have on a day; "" where that is the one
// the text gives them.
func rightPostInEnglish(person register.Person, title string, day release.Date) string {
	if holdsInEnglish(person, title, day) {
		return ""
	}
	right := nameIn(person)
	if post, ok := person.PostOn(day); ok && titleIn(post) != "" {
		right = titleIn(post) + " " + right
	}
	return right
}

// rightHolderInEnglish is a post with the name of who has it on a day; "" where nobody does, and
// where one of its holders has the surname, whose first name may be written in several ways.
func (r *Registers) rightHolderInEnglish(holders []int, surname, title string, day release.Date) (right string) {
	for _, h := range holders {
		switch {
		case slices.Contains(r.english[surname], h):
			return ""
		case holdsInEnglish(r.people[h], title, day):
			right = title + " " + nameIn(r.people[h])
		}
	}
	return right
}

// englishName is the last token of two or three words with capitals that begin at i, and of which
// none begins a post; -1 for no such words, and within them.
func (p *passage) englishName(i int) int {
	isName := func(j int) bool {
		return p.is(j, word) && startsUpper(p.piece(j)) && isTitle(p.piece(j)) && isASCII(p.piece(j)[:1])
	}
	last := i
	for isName(last) && p.is(last+1, space) && isName(last+2) && last < i+4 {
		last += 2
	}
	if last == i {
		return -1
	}
	return last
}

// namedInEnglish is whom of the registers a name means; -1 for nobody.
func (r *Registers) namedInEnglish(p *passage, first, last int) int {
	for _, i := range r.english[p.folded[last]] {
		if given := strings.Fields(words.Fold(nameIn(r.people[i]))); given[0] == p.folded[first] {
			return i
		}
	}
	return -1
}

// isFormerIn reports whether the word before a post says that it is not held today.
func isFormerIn(p *passage, start int) bool {
	if start < 2 || !p.is(start-1, space) {
		return false
	}
	switch p.folded[start-2] {
	case "former", "then", "ex", "late", "acting", "deputy", "first", "future", "incoming", "outgoing":
		return true
	}
	return false
}

// holdsInEnglish reports whether somebody has a post on a day, by its English title.
func holdsInEnglish(person register.Person, title string, day release.Date) bool {
	for _, post := range person.Posts {
		if words.Fold(titleIn(post)) == words.Fold(title) && (post.From.IsZero() || post.From.Compare(day) <= 0) && (post.Until.IsZero() || post.Until.Compare(day) >= 0) {
			return true
		}
	}
	return false
}
