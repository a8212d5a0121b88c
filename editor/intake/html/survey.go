package html

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"communique/editor/regexp"
)

// extent is a piece of a page, by the numbers of its tags and letters: from one up to another.
type extent struct{ from, to int }

// box is an element of a page that holds others, and what is said in it.
type box struct {
	extent
	atom   atom.Atom
	above  int // the box that it stands in
	zone   bool
	titled bool // a headline of the first level stands in it
	amount
	before amount // what is said before it
}

// amount is how much is said: all words, those that are links, and those of sentences.
type amount struct{ words, linked, prose int }

func (a *amount) add(b amount) {
	a.words, a.linked, a.prose = a.words+b.words, a.linked+b.linked, a.prose+b.prose
}

// less is what of an amount is not in another.
func (a amount) less(b amount) amount {
	return amount{a.words - b.words, a.linked - b.linked, a.prose - b.prose}
}

// The measures of a page: how many words a sentence has; how many of links stand around a text, at least, on the page of a site;
// how many boxes are told apart; how many words of sentences stand outside of an article that is none, at least; how many a link has that nobody has ended.
const (
	sentence     = 8
	fewestLinked = 20
	maxBoxes     = 50_000
	manyWords    = 60
	longestLink  = 60
)

// surveyor goes through a page once to see where its text is.
type surveyor struct {
	z     *html.Tokenizer
	at    int // of the tag or the letters
	boxes []box
	open  []int // of the boxes
	names map[atom.Atom]int
	link  int    // how many words may still be of the link that is open
	mute  string // the element whose letters are no words; "" for none
	run   run
	said  amount
	title string // of the window, in one line
	heads []head
}

// run is what stands between two blocks.
type run struct {
	from    int
	amount  amount
	text    strings.Builder
	heading bool
}

// head is a line that may be the headline.
type head struct {
	extent
	first bool // it is a heading of the first level
	opens bool // the title of the page begins with it
	said  amount
}

// survey goes through a page and returns where its text is: in its article, or else in its main part, or its body, as far as
// that is not menus; nowhere and everywhere where nothing says it.
func survey(p Params, xml bool) (plan, error) {
	s := &surveyor{z: html.NewTokenizer(strings.NewReader(p.Text)), names: map[atom.Atom]int{}}
	s.z.AllowCDATA(xml)
	s.boxes = []box{{}}
	s.open = []int{0}
	for tags := 0; ; s.at++ {
		switch kind := s.z.Next(); kind {
		case html.ErrorToken:
			s.flush()
			for len(s.open) > 0 {
				s.pop()
			}
			return s.plan(p.Fragment), nil
		case html.TextToken:
			s.letters()
		case html.StartTagToken, html.SelfClosingTagToken:
			if tags++; tags > maxTags {
				return plan{}, ErrTooLarge
			}
			s.start(kind)
		case html.EndTagToken:
			name, _ := s.z.TagName()
			s.end(string(name))
		}
	}
}

func (s *surveyor) letters() {
	text := s.z.Text()
	switch {
	case s.mute == "title" && s.title == "":
		s.title = inLine(string(text[:min(len(text), mostAround)]))
	case s.mute == "":
		s.count(text)
	}
}

// count adds the words of a text to what is said here.
func (s *surveyor) count(text []byte) {
	n := wordsIn(text)
	if n == 0 {
		return
	}
	if s.run.amount.words == 0 {
		s.run.from = s.at
	}
	s.run.amount.words += n
	linked := min(n, s.link)
	s.run.amount.linked += linked
	s.link -= linked
	if s.run.text.Len() < mostAround {
		s.run.text.Write(text)
	}
}

// wordsIn counts the words of a text; in writings without spaces two letters are taken for one.
func wordsIn(text []byte) int {
	unspaced := 0
	for _, r := range string(text) {
		if r >= '\u3040' && r <= '\u9fff' { // Japanese and Chinese
			unspaced++
		}
	}
	return len(bytes.Fields(text)) + unspaced/2
}

// start opens an element, where it is one that matters here.
func (s *surveyor) start(kind html.TokenType) {
	name, _ := s.z.TagName()
	a := atom.Lookup(name)
	if kind == html.StartTagToken && s.mute == "" && muted(a) {
		s.mute = string(name)
	}
	if a == atom.A {
		s.link = longestLink
	}
	if !isBlock(a) {
		return
	}
	s.flush()
	s.run.heading = a == atom.H1
	if s.run.heading {
		s.boxes[s.open[len(s.open)-1]].titled = true
	}
	if boxed(a) && kind == html.StartTagToken && len(s.boxes) < maxBoxes && len(s.open) < maxOpen {
		s.push(a)
	}
}

// push opens a box.
func (s *surveyor) push(a atom.Atom) {
	t := html.Token{Type: html.StartTagToken, DataAtom: a, Data: a.String()}
	for more := true; more; {
		var key, value []byte
		switch key, value, more = s.z.TagAttr(); string(key) {
		case "class", "id", "role", "hidden", "style":
			t.Attr = append(t.Attr, html.Attribute{Key: string(key), Val: string(value)})
		}
	}
	above := s.open[len(s.open)-1]
	b := box{extent: extent{from: s.at}, atom: a, above: above, before: s.said}
	b.zone = s.boxes[above].zone || a == atom.Nav || a == atom.Aside || a == atom.Footer || isHidden(t) || isUnseen(t, styleOf(t)) || ofSite(t) || ofOthers(t)
	s.boxes = append(s.boxes, b)
	s.open = append(s.open, len(s.boxes)-1)
	s.names[a]++
}

// end closes an element.
func (s *surveyor) end(name string) {
	a := atom.Lookup([]byte(name))
	switch {
	case s.mute == name:
		s.mute = ""
	case a == atom.A:
		s.link = 0
	}
	if !isBlock(a) {
		return
	}
	s.flush()
	if s.names[a] == 0 {
		return
	}
	for i := len(s.open) - 1; i > 0; i-- {
		found := s.boxes[s.open[i]].atom
		if found == a {
			for len(s.open) > i {
				s.pop()
			}
			return
		}
		if bounds(found) && !ofTable(a) {
			return
		}
	}
}

// pop closes the innermost box; what is said in it is said in the one around it.
func (s *surveyor) pop() {
	i := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	b := &s.boxes[i]
	b.to = s.at
	s.names[b.atom]--
	if i > 0 {
		above := &s.boxes[b.above]
		above.add(b.amount)
		above.titled = above.titled || b.titled
	}
}

// flush ends what stands between two blocks.
func (s *surveyor) flush() {
	if s.run.amount.words == 0 {
		return
	}
	n, here := s.run.amount, &s.boxes[s.open[len(s.open)-1]]
	if own := n.words - n.linked; own >= sentence && own > n.linked && !here.zone {
		n.prose = own
	}
	if line := inLine(s.run.text.String()); !here.zone && (s.run.heading || len(strings.Fields(line)) > 2 && strings.Contains(s.title, line)) {
		s.heads = append(s.heads, head{extent{s.run.from, s.at}, s.run.heading, strings.HasPrefix(s.title, line), s.said})
	}
	here.add(n)
	s.said.add(n)
	s.run = run{}
}

// inLine is a text in one line.
func inLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// boxed tells the elements that hold a whole text on pages.
func boxed(a atom.Atom) bool {
	switch a {
	case atom.Body, atom.Article, atom.Main, atom.Div, atom.Section, atom.Td, atom.Th, atom.Table, atom.Form, atom.Center, atom.Ul, atom.Ol,
		atom.Nav, atom.Aside, atom.Footer, atom.Header, atom.Fieldset, atom.Dl:
		return true
	}
	return false
}

// muted tells the elements whose letters are no words of the page.
func muted(a atom.Atom) bool {
	switch a {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript, atom.Svg, atom.Select, atom.Textarea, atom.Button, atom.Iframe:
		return true
	}
	return false
}

// ofOthers reports whether an element holds what readers wrote below a text.
func ofOthers(t html.Token) bool {
	return remarked.MatchString(attribute(t, "class")) || remarked.MatchString(attribute(t, "id"))
}

var remarked = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:comments?|disqus)(?:[\s_-]|$)`)
