package template

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/plain"
	"communique/editor/register"
	"communique/editor/release"
)

// Filled is a release made of a template.
type Filled struct {
	Release release.Release
	// Guesses are the forms that the grammar is not certain of, each once.
	Guesses []Guess
	// blocks are those of the template, in its order; one that fell away has no text.
	blocks []release.Block
}

// Guess is a form in the text that a person should look at.
type Guess struct {
	Field string
	Text  string // what was declined
	Form  string
}

// Office is what an office brings to a filling.
type Office struct {
	House     grammar.House
	Registers register.Registers
	// Today is the day whose posts people have in a release without a date.
	Today release.Date
	// Language is that of whoever fills in: a template in neither Russian nor English asks in it.
	Language string
}

// Fill makes a release of the template in the words of the house. The registers' people and places bring
// their posts and corrected forms along. A required blank that is not given
// is a Blank in the text, which the checks then stop, and so is one
// in the other language than the sentence around it, and an optional one beside
// others that are given, outside square brackets; a text of
// nothing but empty optional blanks falls away. A value that its field cannot
// take, or that belongs to no field, is a *FieldError.
func (t Template) Fill(office Office, values map[string]Value) (Filled, error) {
	return t.fill(office, values, map[string]somebody{}, false)
}

// fill is Fill with the people that have been read, to which it adds: reading them
// in large registers is what takes the time. sources are placeholders as the template has
// them in the places that have no value, as drafts of earlier versions have them.
func (t Template) fill(office Office, values map[string]Value, people map[string]somebody, sources bool) (Filled, error) {
	values, yearless := t.withDays(values, office.Today)
	if err := t.accept(values); err != nil {
		return Filled{}, err
	}
	values = t.plain(values)
	f := newFilling(office, t, values)
	f.people, f.sources, f.yearless = people, sources, yearless
	r := release.New(t.Language)
	r.Kind, r.Template, r.Date, r.English = t.Kind, t.Name, f.date, f.house.English
	r.Headline, r.Subheadline = f.heading(t.Headline), f.heading(t.Subheadline)
	r.Place, r.Lead, r.Boilerplate = f.placeAbove(t.Place), f.sentence(t.Lead), f.text(t.Boilerplate)
	for _, tag := range t.Tags {
		if tag = f.text(tag); tag != "" {
			r.Tags = append(r.Tags, tag)
		}
	}
	var blocks []release.Block
	for _, b := range t.Blocks {
		b.Text, b.Speaker = f.block(b), f.sentence(b.Speaker)
		blocks = append(blocks, b)
		if b.Text != "" {
			r.Blocks = append(r.Blocks, b)
		}
	}
	r.Blocks = release.Numbered(r.Blocks)
	for _, field := range t.Fields {
		r.Values = append(r.Values, kept(field.Name, values[field.Name])...)
	}
	r.Repairs = guessed(f.guesses)
	return Filled{r, f.guesses, blocks}, nil
}

// guessed are the forms that somebody should look at, each once, as a release keeps them.
func guessed(guesses []Guess) (all []release.Repair) {
	for _, g := range guesses {
		r := release.Repair{Code: release.FormGuessed, Text: g.Form, Field: release.BlocksField}
		if !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	return all
}

// plain makes plain text of what people gave: of several lines where the field is a text or
// people, of one elsewhere.
func (t Template) plain(given map[string]Value) map[string]Value {
	values := map[string]Value{}
	for name, value := range given {
		clean := plain.Line
		if f := t.field(name); f.Kind == Text || f.Kind == People || f.Kind == Person {
			clean = plain.Lines
		}
		forms := maps.Clone(value.Forms)
		for which, form := range forms {
			forms[which] = plain.Line(form)
		}
		values[name] = Value{Text: withoutGaps(clean(value.Text)), Forms: forms}
	}
	return values
}

// Cases are the cases other than the nominative in which the template's texts
// have a field.
func (t Template) Cases(field string) []grammar.Case {
	var found []grammar.Case
	for _, text := range t.texts() {
		for _, p := range scan(text) {
			if p.field == field && p.agreeing == nil && p.form != grammar.Nominative && !slices.Contains(found, p.form) {
				found = append(found, p.form)
			}
		}
	}
	return found
}

// DateField is the field that gives the release its date: of several the first.
func (t Template) DateField() string {
	for _, p := range scan(t.Date) {
		return p.field
	}
	return ""
}

// InText is how the template's texts have one of the values in a case, and whether
// that is certain.
func (t Template) InText(office Office, values map[string]Value, field string, c grammar.Case) (form string, sure bool) {
	f := newFilling(office, t, values)
	p := placeholder{field: field, form: c, within: true}
	if c == grammar.Accusative && f.isClause(*t.field(field)) && values[field].Forms[c] == "" {
		return values[field].Text, true // behind a verb and a comma
	}
	if isOfPeople(t.field(field).Kind) {
		p.word = t.firstWord(field)
	}
	return f.value(p), len(f.guesses) == 0
}

// firstWord is how much of somebody the template's texts say where they say it first.
func (t Template) firstWord(field string) string {
	for _, text := range t.texts() {
		for _, p := range scan(text) {
			if p.field == field && p.isValue() {
				return p.word
			}
		}
	}
	return ""
}

func (t Template) accept(values map[string]Value) error {
	for _, name := range slices.Sorted(maps.Keys(values)) {
		f, text := t.field(name), values[name].Text
		switch {
		case f == nil:
			return &FieldError{t.Name, name, text, strings.Join(t.fieldNames(), ", ")}
		case text == "":
		case f.Kind == Choice && !slices.Contains(f.Options, text):
			return &FieldError{t.Name, name, text, strings.Join(f.Options, ", ")}
		case f.Kind == Date:
			if _, _, ok := grammar.ParseDates(text); !ok {
				return &FieldError{t.Name, name, text, "11.09.2024"}
			}
		}
	}
	return nil
}

type filling struct {
	house    grammar.House
	template Template
	values   map[string]Value
	known    register.Registers
	asking   string       // the language in which what is missing is asked for where the template's is neither Russian nor English
	date     release.Date // of the release, zero where it has none
	day      release.Date // whose posts people have
	guesses  []Guess
	headline bool            // what is being written is one
	sources  bool            // a placeholder without a value stays as the template has it
	asked    map[string]bool // the fields that the text being written has itself, and not only what agrees with them
	people   map[string]somebody
	parted   map[string][]string // what apart has parted
	yearless map[string]string   // the dates of fields as they were typed without a year, which they have now
}

func newFilling(office Office, t Template, values map[string]Value) *filling {
	f := &filling{house: office.House, template: t, values: values, known: office.Registers}
	if t.Language != "ru" && t.Language != "en" {
		f.asking = office.Language
	}
	f.date = f.releaseDate()
	if f.day = f.date; f.date.IsZero() {
		f.day = office.Today
	}
	return f
}

// heading is a headline: it ends without the mark of a sentence.
func (f *filling) heading(pattern string) string {
	f.headline = true
	defer func() { f.headline = false }()
	return withoutStop(f.sentence(pattern))
}

// sentence is a text that begins with a capital letter, whatever the word that
// a placeholder puts there begins with.
func (f *filling) sentence(pattern string) string {
	text := f.text(pattern)
	if !strings.HasPrefix(strings.TrimLeft(pattern, "["), "{") {
		return text
	}
	if !f.headline && f.template.Language == "en" {
		text = f.withNumberInWords(text)
	}
	return capitalised(text)
}

func capitalised(text string) string {
	bare := strings.TrimLeft(text, "“‘«„") // “Road map” signed
	first, size := utf8.DecodeRuneInString(bare)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return text[:len(text)-len(bare)] + string(unicode.ToUpper(first)) + bare[size:]
}

func (f *filling) text(pattern string) string {
	found := scan(pattern)
	if slices.ContainsFunc(found, placeholder.isValue) { // what agrees with them says nothing by itself
		found = slices.DeleteFunc(found, func(p placeholder) bool { return !p.isValue() })
	}
	if len(found) > 0 && !slices.ContainsFunc(found, f.says) {
		return ""
	}
	parts, _ := pieces(pattern) // Parse has checked it
	parts = slices.DeleteFunc(parts, func(part piece) bool { return part.conditional && slices.ContainsFunc(scan(part.text), f.isEmpty) })
	f.asked = map[string]bool{}
	for _, part := range parts {
		for _, p := range scan(part.text) {
			f.asked[p.field] = f.asked[p.field] || p.agreeing == nil
		}
	}
	var j joint
	for i, part := range parts {
		rest := ""
		for _, next := range parts[i+1:] {
			rest += next.text
		}
		f.piece(&j, part.text, rest)
	}
	return f.oneMark(strings.TrimSpace(j.b.String()))
}

// says reports whether a placeholder will be something, if only a blank that
// still waits.
func (f *filling) says(p placeholder) bool { return !f.isEmpty(p) }

// isEmpty reports whether a placeholder is an optional blank that nobody filled.
func (f *filling) isEmpty(p placeholder) bool {
	field := f.template.field(p.field)
	return field != nil && !field.Required && f.given(*field).Text == ""
}

// piece adds a stretch of a text that rest follows.
func (f *filling) piece(j *joint, text, rest string) {
	at, found := 0, scan(text)
	for i, p := range found {
		until, after := len(text), rest
		if i+1 < len(found) {
			until, after = found[i+1].start, found[i+1].source
		}
		j.literal(f.spell(unescape(text[at:p.start])))
		f.put(j, p, unescape(text[p.end:until])+after)
		at = p.end
	}
	j.literal(f.spell(unescape(text[at:])))
}

// spell writes the template's own words with ё where the house has it.
func (f *filling) spell(text string) string {
	if !f.russian() {
		return text
	}
	return f.house.Spell(grammar.Phrase, text)
}

func unescape(text string) string {
	return strings.NewReplacer("{{", "{", "}}", "}").Replace(text)
}

// given is the value of a field, or its default.
func (f *filling) given(field Field) Value {
	value := f.values[field.Name]
	value.Text = strings.TrimSpace(value.Text)
	if field.isName() {
		value.Text = withoutStop(strings.TrimRight(value.Text, ",;:! "))
	}
	if field.Named {
		value.Text = f.eachInMarks(withoutNoun(value.Text))
	}
	if isOfPeople(field.Kind) && f.russian() {
		if small := withoutCapitalsIn(value.Text); small != value.Text {
			f.guess(Guess{field.Name, value.Text, small}) // what of it is an abbreviation is not known
			value.Text = small
		}
	}
	if value.Text == "" {
		value.Text = field.Default
	}
	return value
}

func (f *filling) value(p placeholder) string {
	field := f.template.field(p.field)
	if field == nil {
		return p.source
	}
	value := f.given(*field)
	value.Text = f.tidied(p, field.Kind, value.Text)
	switch {
	case value.Text == "" && !field.Required:
		return ""
	case value.Text == "":
		return f.wanting(p, *field)
	case p.agreeing != nil:
		return f.agreeing(p, *field, value.Text)
	}
	if form := value.Forms[p.form]; form != "" && (p.word == "" || p.word == full) {
		return form
	}
	if field.Kind == Text && f.isOtherLanguage(value.Text) {
		f.guess(Guess{p.field, value.Text, value.Text})
		if !p.alone { // «on о дорогах»: it is still to be said in the text's own language
			return f.leave(p, value.Text)
		}
		return value.Text
	}
	return f.inWords(p, field.Kind, value.Text)
}

// releaseDate is the release's own date: that of the first field that the
// template names for it and that is filled; of several days the first, unless it names the last.
func (f *filling) releaseDate() release.Date {
	for _, p := range scan(f.template.Date) {
		if field := f.template.field(p.field); field != nil {
			if from, until, ok := grammar.ParseDates(f.given(*field).Text); ok {
				if p.word == last || p.word == "" && f.turn() == last {
					return until
				}
				return from
			}
		}
	}
	return release.Date{}
}
