package pdf

import (
	"strings"

	"communique/editor/intake/pdf/objects"
)

// matrix is a transformation of the plane.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times does m, and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// state is how letters are shown (9.3).
type state struct {
	matrix           matrix
	font             *font
	size             float64
	letters, words   float64 // space added to each
	scale            float64
	leading, rise    float64
	mode             int
	text, lineMatrix matrix
}

// marked is a stretch of a page's contents with a meaning (14.6).
type marked struct {
	number   int // -1 for none
	artifact bool
	hidden   bool
	actual   *string // what its letters say, until the first of them said it
	replaced bool    // what its letters say was said
}

// painter follows the operators of a page, or of a form on it.
type painter struct {
	*reader
	page      *page
	resources objects.Dict
	state     state
	saved     []state
	marks     []marked
	depth     int
	asked     map[objects.Name]*font
}

// paint follows the operators of contents. ErrTooLarge says that there are more than any page has.
func (s *painter) paint(data []byte) error {
	l := objects.NewLexer(data)
	var before []any
	for o, more := l.Next(); more; o, more = l.Next() {
		word, is := o.(objects.Keyword)
		if !is {
			if len(before) < 64 {
				before = append(before, o)
			}
			continue
		}
		if s.shown++; s.shown > maxOperators || s.codes >= maxCodes || s.runs > maxRuns || s.all > maxLetters {
			return objects.ErrTooLarge
		}
		if word == "ID" {
			l.SkipImage()
			s.page.pictures++
		}
		if err := s.do(string(word), before); err != nil {
			return err
		}
		before = before[:0]
	}
	if l.TooMany() {
		return objects.ErrTooLarge
	}
	return nil
}

func numbers(before []any, n int) (all [6]float64, ok bool) {
	if len(before) < n {
		return all, false
	}
	for i, o := range before[len(before)-n:] {
		v, is := o.(float64)
		if !is {
			return all, false
		}
		all[i] = v
	}
	return all, true
}

// do follows one operator.
func (s *painter) do(word string, before []any) error {
	switch word {
	case "q":
		if len(s.saved) < maxSaved {
			s.saved = append(s.saved, s.state)
		}
	case "Q":
		if n := len(s.saved); n > 0 {
			s.state, s.saved = s.saved[n-1], s.saved[:n-1]
		}
	case "cm":
		if v, ok := numbers(before, 6); ok {
			s.state.matrix = matrix(v).times(s.state.matrix)
		}
	case "BMC", "BDC":
		s.begin(before)
	case "EMC":
		s.end()
	case "Do":
		if name, is := last(before).(objects.Name); is {
			return s.object(s.file.Dict(s.resources["XObject"])[name])
		}
	default:
		s.doText(word, before)
	}
	return nil
}

func last(before []any) any {
	if len(before) == 0 {
		return nil
	}
	return before[len(before)-1]
}

// add adds a run with what the marks around it say.
func (s *painter) add(one run) {
	for i := range s.marks {
		m := &s.marks[i]
		if m.hidden {
			s.page.hidden++
			return
		}
		one.artifact = one.artifact || m.artifact
		if m.number >= 0 {
			one.mark = m.number
		}
		switch {
		case m.replaced:
			one.text = ""
		case m.actual != nil:
			one.text, m.replaced = *m.actual, true
		}
	}
	if one.away {
		if !one.artifact && strings.TrimSpace(one.text) != "" {
			s.page.hidden++
		}
		return
	}
	for _, letter := range one.text {
		if s.all++; string(letter) == unnamed {
			s.unread++
		}
	}
	s.runs++
	s.page.runs = append(s.page.runs, one)
}

// begin opens a stretch with a meaning.
func (s *painter) begin(before []any) {
	m := marked{number: -1}
	tag, properties := objects.Name(""), any(nil)
	for _, o := range before {
		if name, is := o.(objects.Name); is && tag == "" {
			tag = name
			continue
		}
		properties = o
	}
	if name, is := properties.(objects.Name); is {
		properties = s.file.Dict(s.resources["Properties"])[name]
	}
	ref, _ := properties.(objects.Ref)
	d := s.file.Dict(properties)
	m.artifact, m.hidden = tag == "Artifact", tag == "OC" && s.off[ref]
	if n, is := s.file.Number(d["MCID"]); is && n >= 0 {
		m.number = int(n)
	}
	if text, is := s.file.Text(d["ActualText"]); is {
		m.actual = &text
	}
	if len(s.marks) < maxSaved {
		s.marks = append(s.marks, m)
	}
}

func (s *painter) end() {
	if n := len(s.marks); n > 0 {
		s.marks = s.marks[:n-1]
	}
}

// object shows a picture, or a form, which is a page on the page.
func (s *painter) object(o any) error {
	stream, is := s.file.Resolve(o).(*objects.Stream)
	if !is {
		return nil
	}
	if s.file.Name(stream.Dict["Subtype"]) != "Form" {
		s.picture(stream)
		return nil
	}
	if ref, _ := stream.Dict["OC"].(objects.Ref); s.off[ref] || s.depth >= maxNested {
		return nil
	}
	data, err := s.file.Data(stream)
	if err != nil {
		return err
	}
	form := &painter{reader: s.reader, page: s.page, asked: map[objects.Name]*font{}, resources: s.file.Dict(stream.Dict["Resources"]), state: s.state, marks: s.marks, depth: s.depth + 1}
	if form.resources == nil {
		form.resources = s.resources
	}
	var own []any
	for _, v := range s.file.Array(stream.Dict["Matrix"]) {
		own = append(own, s.file.Resolve(v))
	}
	if v, ok := numbers(own, 6); ok {
		form.state.matrix = matrix(v).times(form.state.matrix)
	}
	return form.paint(data)
}

// picture takes down a picture, and its file where the structure may ask for it.
func (s *painter) picture(stream *objects.Stream) {
	s.page.pictures++
	file := s.file.JPEG(stream)
	for _, m := range s.marks {
		if m.number >= 0 && !m.hidden && file != nil {
			s.page.files[m.number] = file
		}
	}
}
