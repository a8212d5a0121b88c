package contact

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"communique/editor/intake/wording"
)

// An entry is what a line says of one contact. Which segments make one is the reading with the best score: it is found segment by
// segment, for each of the states that an entry may be in, so that a line is read in a time that grows with its length.

// entryState is what an entry has so far.
type entryState struct {
	names   int  // 0, 1, or 2 for more
	post    bool // or an office
	reached bool
	behind  bool // who it is stands behind how he is reached
}

// choice is the best reading of a line up to a segment that leaves an entry in a state.
type choice struct {
	score  float64
	before entryState
	begins bool // the segment begins an entry
}

// What speaks for a reading, and against it. They are weighed against each other, and mean nothing by themselves.
const (
	newEntry        = -1    // an entry more
	reachedWho      = 2     // somebody, and behind him how he is reached
	namedFirst      = 1     // a name before how it is reached
	namedBehind     = 1.5   // a number, and behind it whose it is
	postBehind      = 0.5   // a number, and behind it what answers
	anotherName     = -4    // a name where one is reached already
	anotherPost     = -1.5  // a post where one is reached already
	furtherWay      = -0.25 // a way to reach somebody behind a name that stands behind one
	opensWithin     = -2    // words that open a contact within one that is reached
	nobodyReached   = -1    // ways to reach nobody, beside others
	unreachedPerson = -1.5
	behindApart     = -2 // a name in brackets or with a dash behind a way that is another's
)

// add is the state of an entry with one more segment, and what speaks for it.
func (s entryState) add(g segment) (entryState, float64) {
	switch {
	case g.way != nil:
		return s.addWay()
	case g.who == nil:
		if s.reached && (s.names > 0 || s.post) && (g.heading != "" || g.above != "") {
			return s, opensWithin
		}
		return s, 0
	case g.who.Name != "":
		return s.addName(g)
	default:
		return s.addPost(g.who.office)
	}
}

func (s entryState) addWay() (entryState, float64) {
	score := 0.0
	switch {
	case s.behind:
		score = furtherWay
	case !s.reached && (s.names > 0 || s.post):
		score = reachedWho
	}
	s.reached = true
	return s, score
}

func (s entryState) addName(g segment) (entryState, float64) {
	score := 0.0
	switch {
	case s.reached && s.names > 0:
		score = anotherName
	case s.reached && s.post:
		s.behind = true
	case s.reached:
		score, s.behind = namedBehind, true
	case g.behind:
	case s.names == 0:
		score = namedFirst
	}
	s.names, s.post = min(s.names+1, 2), s.post || g.who.Post != ""
	return s, score
}

// addPost adds a post or an office.
func (s entryState) addPost(office bool) (entryState, float64) {
	score := 0.0
	switch {
	case s.behind && s.post && s.names == 0:
		score = anotherPost
	case !s.reached || s.behind:
	case s.names > 0 && !s.post && !office:
	case s.names == 0 && !s.post:
		score, s.behind = postBehind, true
	default:
		score = anotherPost
	}
	s.post = true
	return s, score
}

// end is what speaks against an entry that ends in a state.
func (s entryState) end() float64 {
	switch {
	case !s.reached && (s.names > 0 || s.post):
		return unreachedPerson
	case s.reached && s.names == 0 && !s.post:
		return nobodyReached
	}
	return 0
}

// beginsOf returns the places at which entries begin in the best reading of segments, the first one aside.
func beginsOf(segments []segment) (begins []int) {
	steps := make([]map[entryState]choice, len(segments))
	for i, g := range segments {
		steps[i] = map[entryState]choice{}
		better := func(s entryState, c choice) {
			if best, there := steps[i][s]; !there || c.score > best.score {
				steps[i][s] = c
			}
		}
		if i == 0 {
			s, score := entryState{}.add(g)
			better(s, choice{score: score, begins: true})
			continue
		}
		for _, before := range statesOf(steps[i-1]) {
			so := steps[i-1][before].score
			s, score := before.add(g)
			better(s, choice{so + score, before, false})
			if g.beside == "" {
				s, score = entryState{}.add(g)
				if g.behind && g.who != nil {
					score += behindApart
				}
				better(s, choice{so + before.end() + newEntry + score, before, true})
			}
		}
	}
	var state entryState
	best := 0.0
	for i, s := range statesOf(steps[len(steps)-1]) {
		if score := steps[len(steps)-1][s].score + s.end(); i == 0 || score > best {
			state, best = s, score
		}
	}
	for i := len(segments) - 1; i > 0; i-- {
		c := steps[i][state]
		if c.begins {
			begins = append(begins, i)
		}
		state = c.before
	}
	slices.Reverse(begins)
	return begins
}

// statesOf are the states of a step in one order, so that a line is read alike each time.
func statesOf(step map[entryState]choice) []entryState {
	var all []entryState
	for names := range 3 {
		for bits := range 8 {
			s := entryState{names, bits&1 != 0, bits&2 != 0, bits&4 != 0}
			if _, there := step[s]; there {
				all = append(all, s)
			}
		}
	}
	return all
}

// onlyAsks reports whether segments say on what somebody is asked, and name nobody: a sentence that does stays in the text.
func onlyAsks(segments []segment) bool {
	return slices.ContainsFunc(segments, func(g segment) bool { return g.above != "" }) && !slices.ContainsFunc(segments, func(g segment) bool { return g.who != nil })
}

// nameAlone takes a word alone with a capital of which nothing is known for a name, beside how somebody is reached in a line that says that
// he is to be asked: «Байланыш: Уран (0700 …)».
func nameAlone(segments []segment) {
	named := slices.ContainsFunc(segments, func(g segment) bool { return g.who != nil && g.who.Name != "" })
	if named || !slices.ContainsFunc(segments, func(g segment) bool { return g.way != nil }) {
		return
	}
	for _, g := range segments {
		if c := g.who; c != nil && c.Name == "" && isNameWord(c.Post) && !understands(c.Post) {
			c.Name, c.Post, c.office, c.house = c.Post, "", false, false
		}
	}
}

// weigh tells a person from an organisation of two words by an address of mail beside them: zelie@voila.example is of Zélie Martin, of the
// Agence Voilà.
func weigh(segments []segment) {
	var local, domain strings.Builder
	for _, g := range segments {
		if g.way != nil && g.way.kind == byMail {
			before, behind, _ := strings.Cut(plainLetters(g.way.address), "@")
			local.WriteString(before + " ")
			domain.WriteString(behind + " ")
		}
	}
	var houses []int
	persons := 0
	for i, g := range segments {
		if g.who == nil || g.who.Name == "" || g.who.person {
			continue
		}
		persons++
		if words := strings.Fields(plainLetters(g.who.Name)); !wording.InCyrillic(g.who.Name) && g.who.Post == "" && holdsOne(domain.String(), words) && !holdsOne(local.String(), words) {
			houses = append(houses, i)
		}
	}
	if len(houses) == persons {
		return
	}
	for _, i := range houses {
		segments[i].who = &Called{Post: segments[i].who.Name, office: true, house: true}
	}
}

// holdsOne reports whether a text holds one of some words, which are no initials.
func holdsOne(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return len(word) > 2 && strings.Contains(text, word) })
}

// plainLetters writes a text in small letters without what stands above and below them.
func plainLetters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.ToLower(text)))
}

// entries reads what is left of a line when what opens it and what stands beside is taken off.
func (l Line) entries(text string) []Line {
	segments, known, ok := segmentsOf(text)
	if !ok {
		return []Line{{}}
	}
	if wording.SentenceEnd(l.text) && onlyAsks(segments) {
		return []Line{{}}
	}
	if len(segments) == 0 {
		return []Line{l}
	}
	weigh(segments)
	var lines []Line
	from := 0
	for _, to := range append(beginsOf(segments), len(segments)) {
		one := Line{text: l.text, Certain: known}
		if from == 0 {
			one = l
			one.Certain = known
		}
		if l.Opens() {
			nameAlone(segments[from:to])
		}
		one.take(text, segments[from:to])
		lines, from = append(lines, one), to
	}
	lines[0].complete(known)
	return lines
}

// complete adds to the first entry of a line the office that its heading names, and tells whether it is understood: a name known for one, beside
// how he is reached in a line that opens a contact, makes certain what stands beside it.
func (l *Line) complete(known bool) {
	if c, found := officeIn(l.Heading); found && l.Who == nil && l.Reachable() {
		l.Who = []Called{c}
	}
	named := slices.ContainsFunc(l.Who, func(c Called) bool { return c.known && c.Name != "" && c.Post == "" })
	l.Certain = known || named && (l.Opens() && l.Reachable() || l.Heading != "" && !wording.SentenceEnd(l.text))
}

// Take adds segments of a text to a line.
func (l *Line) take(text string, segments []segment) {
	var numbers []string
	first := -1 // where numbers begin that stand beside each other
	for i, g := range segments {
		l.Heading, l.above = l.Heading+g.heading, l.above+g.above
		if g.beside != "" {
			l.add(g.beside)
		}
		if g.who != nil {
			l.Who = append(l.Who, *g.who)
		}
		switch {
		case g.way == nil:
		case g.way.kind == byMail:
			l.mails = append(l.mails, g.way.address)
		case g.way.kind == bySite:
			l.sites = append(l.sites, g.way.address)
		case i > 0 && first >= 0 && segments[i-1].way != nil && segments[i-1].way.kind == byPhone:
			numbers[len(numbers)-1] = text[first:g.way.to]
		default:
			first = g.way.from
			numbers = append(numbers, text[first:g.way.to])
		}
	}
	l.reach = strings.Join(numbers, "\n")
}
