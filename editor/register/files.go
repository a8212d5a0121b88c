package register

import (
	"fmt"
	"strings"

	"communique/editor/grammar"
	"communique/editor/tomltext"
)

// The registers' names, which are those of their files too.
const (
	People        = "people"
	Organisations = "organisations"
	Places        = "places"
)

// ValueError names a value of a register that is not one it can have.
type ValueError struct {
	Register, Entry, Value string
	Fits                   string
}

func (e *ValueError) Error() string {
	return fmt.Sprintf("%s: %s: %q (fits: %s)", e.Register, e.Entry, e.Value, e.Fits)
}

// Fact names the error for the translations.
func (e *ValueError) Fact() (string, map[string]any) {
	return "register-value", map[string]any{"Register": e.Register, "Entry": e.Entry, "Value": e.Value, "Fits": e.Fits}
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

// EncodePeople writes people.toml.
func EncodePeople(people []Person) ([]byte, error) { return tomltext.Encode(peopleFile{people}) }

// EncodeOrganisations writes organisations.toml.
func EncodeOrganisations(all []Organisation) ([]byte, error) {
	return tomltext.Encode(organisationsFile{all})
}

// EncodePlaces writes places.toml.
func EncodePlaces(places []Place) ([]byte, error) { return tomltext.Encode(placesFile{places}) }

// DecodePeople reads people.toml. Its errors are those of tomltext.Decode and
// *ValueError, as are those of the other two.
func DecodePeople(data []byte) ([]Person, error) {
	var f peopleFile
	if err := tomltext.Decode(data, &f); err != nil {
		return nil, err
	}
	for _, p := range f.People {
		if err := p.check(); err != nil {
			return nil, err
		}
	}
	return f.People, nil
}

// DecodeOrganisations reads organisations.toml.
func DecodeOrganisations(data []byte) ([]Organisation, error) {
	var f organisationsFile
	if err := tomltext.Decode(data, &f); err != nil {
		return nil, err
	}
	for _, o := range f.Organisations {
		if err := check(Organisations, o.Name, o.Forms); err != nil {
			return nil, err
		}
	}
	return f.Organisations, nil
}

// DecodePlaces reads places.toml.
func DecodePlaces(data []byte) ([]Place, error) {
	var f placesFile
	if err := tomltext.Decode(data, &f); err != nil {
		return nil, err
	}
	for _, p := range f.Places {
		if err := check(Places, p.Name, p.Forms); err != nil {
			return nil, err
		}
	}
	return f.Places, nil
}

func (p Person) check() error {
	if p.Gender != grammar.Unknown && p.Gender != grammar.Masculine && p.Gender != grammar.Feminine {
		return &ValueError{People, p.Name(), string(p.Gender), "m, f"}
	}
	for _, post := range p.Posts {
		if !post.From.IsZero() && !post.Until.IsZero() && post.Until.Compare(post.From) < 0 {
			return &ValueError{People, p.Name(), post.From.String() + " – " + post.Until.String(), "from ≤ until"}
		}
		if err := check(People, post.Title, post.Forms); err != nil {
			return err
		}
	}
	return check(People, p.Name(), p.Forms)
}

func check(register, name string, forms grammar.Forms) error {
	if name == "" {
		return &ValueError{register, "…", name, "name"}
	}
	for c := range forms {
		if known, ok := grammar.ParseCase(string(c)); !ok || known != c {
			return &ValueError{register, name, string(c), "nom, gen, dat, acc, ins, prep"}
		}
	}
	return nil
}

// Endings lists how the names of the files end that Read reads, in small letters.
func Endings() []string { return []string{".csv", ".toml"} }

// Read reads one register from a file: TOML where its name ends in .toml, and
// a table otherwise. Its errors are those of the readers it chooses from.
func Read(name, ending string, data []byte) (r Registers, err error) {
	isTOML := strings.EqualFold(ending, ".toml")
	switch {
	case name == People && isTOML:
		r.People, err = DecodePeople(data)
	case name == People:
		r.People, err = ReadPeopleCSV(data)
	case name == Places && isTOML:
		r.Places, err = DecodePlaces(data)
	case name == Places:
		r.Places, err = ReadPlacesCSV(data)
	case isTOML:
		r.Organisations, err = DecodeOrganisations(data)
	default:
		r.Organisations, err = ReadOrganisationsCSV(data)
	}
	return r, err
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
