package register

import (
	"fmt"
	"strings"

	"communique/editor/grammar"
	"communique/editor/regexp"
	"communique/editor/tomltext"
)

// The registers' names, which are those of their files too.
const (
	People        = "people"
	Organisations = "organisations"
	Places        = "places"
)

// NoNameError says that what was to become a card has no name. Text is what was
// taken for something else: a person's post.
type NoNameError struct{ Register, Text string }

func (e *NoNameError) Error() string { return fmt.Sprintf("%s: no name in %q", e.Register, e.Text) }

// Fact names the error for the translations.
func (e *NoNameError) Fact() (string, map[string]any) {
	if e.Register == People && e.Text != "" {
		return "register-post-alone", map[string]any{"Text": e.Text}
	}
	return "register-no-name", map[string]any{"Register": e.Register}
}

// The files, each a list of tables.
type (
	peopleFile struct {
		People []Person `toml:"people,omitempty"`
	}
	organisationsFile struct {
		Organisations []Organisation `toml:"organisations,omitempty"`
	}
	placesFile struct {
		Places []Place `toml:"places,omitempty"`
	}
)

// EncodePeople writes people.toml. Its errors are those of
// tomltext.EncodeProven, as are those of the other two.
func EncodePeople(people []Person) ([]byte, error) {
	return tomltext.EncodeProven(peopleFile{people}, check)
}

// EncodeOrganisations writes organisations.toml.
func EncodeOrganisations(all []Organisation) ([]byte, error) {
	return tomltext.EncodeProven(organisationsFile{all}, check)
}

// EncodePlaces writes places.toml.
func EncodePlaces(places []Place) ([]byte, error) {
	return tomltext.EncodeProven(placesFile{places}, check)
}

// DecodePeople reads people.toml: each card that can be read, and what cannot.
func DecodePeople(data []byte) ([]Person, []tomltext.Fault) {
	var f peopleFile
	faults := tomltext.Salvage(data, &f, check)
	return f.People, faults
}

// DecodeOrganisations reads organisations.toml.
func DecodeOrganisations(data []byte) ([]Organisation, []tomltext.Fault) {
	var f organisationsFile
	faults := tomltext.Salvage(data, &f, check)
	return f.Organisations, faults
}

// DecodePlaces reads places.toml.
func DecodePlaces(data []byte) ([]Place, []tomltext.Fault) {
	var f placesFile
	faults := tomltext.Salvage(data, &f, check)
	return f.Places, faults
}

// check turns down what no card can be: one without a name, a term of office
// that ends before it begins, a form of a case there is not.
func check(key string, value any) *tomltext.Fault {
	switch v := value.(type) {
	case Person:
		return named(v.Name())
	case Organisation:
		return named(v.Name)
	case Place:
		return named(v.Name)
	case Post:
		if v.endsEarly() {
			return &tomltext.Fault{Key: "until", Why: tomltext.Misfit, Fits: "from ≤ until"}
		}
		return named(v.Title)
	case grammar.Gender:
		if v != grammar.Unknown && v != grammar.Masculine && v != grammar.Feminine {
			return &tomltext.Fault{Why: tomltext.Misfit, Fits: "m, f"}
		}
	case string:
		return checkKey(key)
	}
	return nil
}

// checkKey turns down a form of a case there is not, and a name in a language
// that is none.
func checkKey(key string) *tomltext.Fault {
	table, name, _ := cutLast(key)
	c, isCase := grammar.ParseCase(name)
	switch {
	case strings.HasSuffix(table, ".other") && !languageCode.MatchString(name):
		return &tomltext.Fault{Why: tomltext.Misfit, Fits: "kk, ky, uz-Cyrl"}
	case strings.HasSuffix(table, ".forms") && (!isCase || string(c) != name):
		return &tomltext.Fault{Why: tomltext.Misfit, Fits: "nom, gen, dat, acc, ins, prep"}
	}
	return nil
}

// languageCode is what BCP 47 calls a language by, with a script or a region.
var languageCode = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

func named(name string) *tomltext.Fault {
	if strings.TrimSpace(name) == "" {
		return &tomltext.Fault{Why: tomltext.Unnamed}
	}
	return nil
}

func cutLast(key string) (table, name string, found bool) {
	i := strings.LastIndexByte(key, '.')
	return key[:max(i, 0)], key[i+1:], i >= 0
}

// endsEarly reports whether the term's last day is before its first.
func (p Post) endsEarly() bool {
	return !p.From.IsZero() && !p.Until.IsZero() && p.Until.Compare(p.From) < 0
}

// Endings lists how the names of the files end that Read reads, in small letters.
func Endings() []string {
	return []string{".xlsx", ".ods", ".csv", ".tsv", ".txt", ".docx", ".odt", ".rtf", ".doc", ".html", ".htm", ".toml"}
}

// Read reads one register from a file: TOML where its name ends in .toml, and
// a table otherwise, which table makes of the file: in UTF-8, with commas, semicolons
// or tabs between the cells. What of it cannot be read is skipped, by the line; an
// error is of a file of which nothing can, or table's.
func Read(name, ending string, data []byte, table func([]byte) (string, error)) (r Registers, skipped []error, err error) {
	if strings.EqualFold(ending, ".toml") {
		r, faults := Decode(name, data)
		return r, tomltext.Errors(faults), nil
	}
	text, err := table(data)
	if err != nil {
		return r, nil, err
	}
	switch name {
	case People:
		r.People, skipped, err = ReadPeopleCSV([]byte(text))
	case Places:
		r.Places, skipped, err = ReadPlacesCSV([]byte(text))
	default:
		r.Organisations, skipped, err = ReadOrganisationsCSV([]byte(text))
	}
	return r, skipped, err
}

// Decode reads the TOML file of one register.
func Decode(name string, data []byte) (r Registers, faults []tomltext.Fault) {
	switch name {
	case People:
		r.People, faults = DecodePeople(data)
	case Places:
		r.Places, faults = DecodePlaces(data)
	default:
		r.Organisations, faults = DecodeOrganisations(data)
	}
	return r, faults
}

// Write writes one register as a file of that ending holds it.
func (r Registers) Write(name, ending string) ([]byte, error) {
	isTOML := strings.EqualFold(ending, ".toml")
	switch {
	case name == People && isTOML:
		return EncodePeople(r.People)
	case name == People:
		return PeopleCSV(r.People)
	case name == Places && isTOML:
		return EncodePlaces(r.Places)
	case name == Places:
		return PlacesCSV(r.Places)
	case isTOML:
		return EncodeOrganisations(r.Organisations)
	default:
		return OrganisationsCSV(r.Organisations)
	}
}

// Only returns one register without the others.
func (r Registers) Only(name string) Registers {
	switch name {
	case People:
		return Registers{People: r.People}
	case Places:
		return Registers{Places: r.Places}
	default:
		return Registers{Organisations: r.Organisations}
	}
}

// Count is how many cards the registers hold.
func (r Registers) Count() int { return len(r.People) + len(r.Organisations) + len(r.Places) }

// Names lists the registers.
func Names() []string { return []string{People, Organisations, Places} }
