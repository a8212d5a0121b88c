package proof

import (
	"slices"
	"strings"
	"unicode/utf8"

	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/words"
)

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

// checkOffice checks the name that begins at i, if one does, against the post before or
// behind it: somebody of the registers may have another post, and somebody unknown stand in
// the place of who has this one.
func (r *Registers) checkOffice(p *passage, i int, day release.Date, out *report) {
	n, ok := p.namedAt(i)
	if !ok {
		if p.language == "en" {
			r.checkEnglishOffice(p, i, day, out)
		}
		return
	}
	named := r.whoIs(n)
	title, holders, start := r.postBefore(p, n.start)
	end := n.end
	if start < 0 {
		start = n.start
		title, holders, end = r.postBehind(p, n.end)
	}
	switch {
	case end < 0:
		if named >= 0 && !r.checkShortPost(p, n, named, day, out) {
			r.checkOtherPost(p, n, named, day, out)
		}
		return
	case !hasGenerality(title) || p.isFormer(start):
		return
	}
	right, differs := r.rightHolder(holders, title, day)
	if named >= 0 {
		right, differs = rightPost(r.people[named], title, day)
	}
	if differs {
		out.add(p, p.tokens[start].start, p.tokens[end].end).Other = right
	}
}

// isFormer reports whether the word before a post says that it is not held today.
func (p *passage) isFormer(start int) bool {
	before := ""
	if start > 1 && p.is(start-1, space) {
		before = p.folded[start-2]
	}
	return slices.ContainsFunc([]string{"бывш", "экс", "прежн", "тогдашн", "будущ", "первый", "первого"}, func(b string) bool { return strings.HasPrefix(before, b) })
}

// postBehind is the longest post of the registers that begins behind a name and a comma,
// with all who have or had it, and its last token; -1 for none.
func (r *Registers) postBehind(p *passage, name int) (title string, holders []int, end int) {
	first := name + 3
	if p.piece(name+1) != "," || !p.is(name+2, space) || !p.is(first, word) {
		return "", nil, -1
	}
	end = -1
	for _, form := range r.posts[p.folded[first]] {
		if len(form.words) < 2 || !p.says(first, form.words) {
			continue
		}
		if last := first + 2*len(form.words) - 2; last >= end {
			if title != form.title {
				title, holders, end = form.title, nil, last
			}
			holders = append(holders, form.holder)
		}
	}
	return title, holders, end
}

// says reports whether the words at i are those of a post.
func (p *passage) says(i int, words []string) bool {
	for n, w := range words {
		at := i + 2*n
		if at >= len(p.tokens) || p.folded[at] != w || n > 0 && !p.is(at-1, space) {
			return false
		}
	}
	return true
}

// checkShortPost compares a post that leaves out what it is of («министр обороны») with
// those that somebody of the registers has and had, and reports whether it found one.
func (r *Registers) checkShortPost(p *passage, n named, holder int, day release.Date, out *report) bool {
	const longest = 6 // words
	said := []string{}
	for i := n.start; len(said) < longest && p.is(i-1, space) && p.is(i-2, word); {
		i -= 2
		said = append([]string{p.folded[i]}, said...)
		if len(said) < 2 || p.isFormer(i) {
			continue
		}
		had, has := false, false
		for _, form := range r.posts[said[0]] {
			if form.holder == holder && len(form.words) > len(said) && slices.Equal(form.words[:len(said)], said) {
				had, has = true, has || holds(r.people[holder], form.title, day)
			}
		}
		if had && !has {
			right, _ := r.people[holder].PostOn(day)
			out.add(p, p.tokens[i].start, p.tokens[n.end].end).Other = strings.TrimSpace(right.Title + " " + r.people[holder].Name())
			return true
		}
	}
	return false
}

// checkOtherPost finds a post that the registers do not have, before or behind the name of somebody who
// has one of the same sort: a «Министр транспорта» is no «Министр энергетики». What is of another sort
// somebody may be besides.
func (r *Registers) checkOtherPost(p *passage, n named, holder int, day release.Date, out *report) {
	start, end, head := n.start, n.end, -1
	if post := p.postBefore(n.start); post.start >= 0 && !post.acting {
		start, head = post.start, post.head
	} else if p.piece(n.end+1) == "," && p.is(n.end+2, space) {
		head = n.end + 3
		end = head + 2
	}
	if head < 0 || !p.wordFollows(head) || head+2 == n.start || p.isFormer(head) {
		return
	}
	other := ""
	for _, form := range r.posts[p.folded[head]] {
		if form.holder != holder || len(form.words) < 2 || !holds(r.people[holder], form.title, day) {
			continue
		}
		if form.words[1] == p.folded[head+2] {
			return
		}
		other = form.title
	}
	if other != "" {
		out.add(p, p.tokens[start].start, p.tokens[end].end).Other = other + " " + r.people[holder].Name()
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

// named is somebody's name in a text.
type named struct {
	start, end int    // tokens
	surname    string // folded
	given      string // folded: a first name, or its first letter
}

// namedAt is the name that begins at i: a first name or initials with a surname behind
// them, or a surname with initials behind it.
func (p *passage) namedAt(i int) (named, bool) {
	if last := p.nameEnds(i); last >= 0 {
		return named{i, last, p.folded[last], p.folded[i]}, true
	}
	if p.isInitial(i) && !p.isInitial(p.skipSpace(i-1)-1) {
		last := p.behindInitials(i)
		if p.isSurname(last) {
			return named{i, last, p.folded[last], p.folded[i]}, true
		}
		return named{}, false
	}
	if initial := i + 2; p.isSurname(i) && p.is(i+1, space) && p.isInitial(initial) {
		last := initial + 1
		if second := p.skipSpaceBehind(last + 1); p.isInitial(second) {
			last = second + 1
		}
		return named{i, last, p.folded[i], p.folded[initial]}, true
	}
	return named{}, false
}

// isInitial reports whether a capital with its stop stands at i.
func (p *passage) isInitial(i int) bool {
	text := p.piece(i)
	return p.is(i, word) && utf8.RuneCountInString(text) == 1 && startsUpper(text) && isCyrillic(text) && p.piece(i+1) == "."
}

// behindInitials is the token behind one or two initials that begin at i.
func (p *passage) behindInitials(i int) int {
	next := p.skipSpaceBehind(i + 2)
	if p.isInitial(next) {
		next = p.skipSpaceBehind(next + 2)
	}
	return next
}

// skipSpaceBehind is i, or the next token where a space stands there.
func (p *passage) skipSpaceBehind(i int) int {
	if p.is(i, space) {
		return i + 1
	}
	return i
}

// skipSpace is i, or the token before where a space stands there.
func (p *passage) skipSpace(i int) int {
	if p.is(i, space) {
		return i - 1
	}
	return i
}

// isSurname reports whether a word beside initials may be a surname.
func (p *passage) isSurname(i int) bool {
	const shortest = 3 // letters
	text := p.piece(i)
	return p.is(i, word) && startsUpper(text) && isTitle(text) && isCyrillic(text) && utf8.RuneCountInString(text) >= shortest
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
func (r *Registers) whoIs(n named) int {
	for _, i := range r.surnames[n.surname] {
		name := words.Fold(r.people[i].First)
		if name == n.given || strings.HasPrefix(n.given, strings.TrimRight(name, "аяйьи")) || utf8.RuneCountInString(n.given) == 1 && strings.HasPrefix(name, n.given) {
			return i
		}
	}
	return -1
}
