package tomltext

import (
	"bytes"
	"cmp"
	"encoding"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

// Check says of a value that was read what is wrong with it, nil where nothing
// is: Why and Fits, and in Key the name of the value within it that is meant,
// "" for all of it; Mended leaves the value as it is, so that a person finds
// it where they wrote it. The key it is asked about has no places in lists:
// "contacts.phones" is each phone of each contact.
type Check func(key string, value any) *Fault

// apart is how many lines a file with a mistake may have to be read statement by statement, which
// takes ten microseconds and half a kilobyte each. It is more than twenty thousand cards.
const apart = 200_000

// Salvage reads into v, a pointer to a struct, every value of a TOML file that
// can be read, and returns what cannot: statements that are no TOML, unknown
// keys, values of a wrong type, and those that check turns down. What is turned
// down is left out, an element of its list, and all around it is read. A file
// that Decode reads gives the same value here; of one that holds too much nothing is read, and
// of a long one that is no TOML somewhere.
func Salvage(data []byte, v any, check Check) []Fault {
	text := string(bytes.TrimPrefix(data, []byte("\ufeff")))
	r := &salvager{text: text, check: check}
	var tree map[string]toml.Primitive
	meta, err := decode(text, &tree)
	if isTooMany(err) || err != nil && strings.Count(text, "\n") > apart {
		return []Fault{faultAt(data, errorLine(err), reason(err), nil)}
	}
	if err != nil || invalidUTF8([]byte(text)) >= 0 {
		r.file = parse(text)
		tree, meta = r.file.decode()
		r.faults = r.file.faults
	}
	r.meta = meta
	r.fields(tree, reflect.ValueOf(v).Elem(), spot{})
	r.faults = append(r.faults, kept(text)...)
	slices.SortStableFunc(r.faults, func(a, b Fault) int { return a.Line - b.Line })
	return r.faults
}

// salvager reads a file value by value.
type salvager struct {
	text   string
	file   *outline // nil until a line is asked for
	meta   toml.MetaData
	check  Check
	faults []Fault
}

// spot is where a value stands.
type spot struct {
	address string
	names   []string
}

func (s spot) member(name string) spot {
	return spot{within(s.address, name), append(slices.Clone(s.names), name)}
}

func (s spot) element(n int) spot { return spot{place(s.address, n), s.names} }

// fault notes what is wrong at a spot.
func (r *salvager) fault(at spot, f Fault) {
	if r.file == nil {
		r.file = parse(r.text)
	}
	if f.Key != "" {
		_, f.Whole = r.file.find(at.address)
		at = at.member(f.Key)
	}
	f.Line, f.Text = r.file.find(at.address)
	f.Key = dotted(at.names)
	r.faults = append(r.faults, f)
}

// read reads one value and reports whether v holds it now.
func (r *salvager) read(from toml.Primitive, v reflect.Value, at spot) bool {
	_, textual := v.Addr().Interface().(encoding.TextUnmarshaler)
	ok := false
	switch {
	case textual:
		ok = r.leaf(from, v, at)
	case v.Kind() == reflect.Struct:
		ok = r.table(from, v, at)
	case v.Kind() == reflect.Slice:
		ok = r.list(from, v, at)
	case v.Kind() == reflect.Map:
		ok = r.mapping(from, v, at)
	default:
		ok = r.leaf(from, v, at)
	}
	if !ok {
		return false
	}
	wrong := r.check(dotted(at.names), v.Interface())
	if wrong == nil {
		return true
	}
	r.fault(at, *wrong)
	if !wrong.Mended {
		v.SetZero()
	}
	return wrong.Mended
}

// leaf reads a value that holds no others.
func (r *salvager) leaf(from toml.Primitive, v reflect.Value, at spot) bool {
	if err := r.meta.PrimitiveDecode(from, v.Addr().Interface()); err == nil {
		return true
	}
	v.SetZero()
	why := Misfit // a day, a colour: a text that says something else
	var text string
	_, textual := v.Addr().Interface().(encoding.TextUnmarshaler)
	switch {
	case textual && r.meta.PrimitiveDecode(from, &text) == nil:
	case v.Kind() == reflect.String:
		why = NoText
	case v.Kind() == reflect.Bool:
		why = NoTruth
	case v.CanInt() && r.meta.PrimitiveDecode(from, new(float64)) == nil:
		why = NoWhole
	case v.CanInt(), v.CanFloat():
		why = NoNumber
	}
	fault := Fault{Why: why}
	if known, lists := v.Addr().Interface().(interface{ Fits() string }); lists {
		fault.Fits = known.Fits()
	}
	r.fault(at, fault)
	return false
}

// table reads a struct. A list of one table is taken for that table.
func (r *salvager) table(from toml.Primitive, v reflect.Value, at spot) bool {
	if members, ok := r.members(from); ok {
		r.fields(members, v, at)
		return true
	}
	var list []toml.Primitive
	if r.meta.PrimitiveDecode(from, &list) == nil && len(list) == 1 {
		if members, ok := r.members(list[0]); ok {
			r.fault(at, Fault{Why: NoTable, Mended: true})
			r.fields(members, v, at.element(0))
			return true
		}
	}
	r.fault(at, Fault{Why: NoTable})
	return false
}

// members are those of a table; false where the value is none.
func (r *salvager) members(from toml.Primitive) (map[string]toml.Primitive, bool) {
	var members map[string]toml.Primitive
	err := r.meta.PrimitiveDecode(from, &members)
	return members, err == nil && members != nil // a value of another type can leave it nil without an error
}

// fields reads the members of a table into those of a struct.
func (r *salvager) fields(members map[string]toml.Primitive, v reflect.Value, at spot) {
	fields := fieldsOf(v.Type())
	taken := map[int]bool{}
	take := func(name string, fits func(field string) bool) bool {
		i := slices.IndexFunc(fields, func(f field) bool { return fits(f.name) })
		if i < 0 || taken[i] {
			return false
		}
		taken[i] = true
		r.read(members[name], v.FieldByIndex(fields[i].index), at.member(name).as(fields[i].name))
		return true
	}
	var rest []string
	for _, name := range slices.Sorted(maps.Keys(members)) {
		if !take(name, func(field string) bool { return field == name }) {
			rest = append(rest, name)
		}
	}
	for _, name := range rest { // the decoder takes capitals for small letters
		if !take(name, func(field string) bool { return strings.EqualFold(field, name) }) {
			r.fault(at.member(name), Fault{Why: Unknown})
		}
	}
}

// as gives the spot the name by which the program knows it.
func (s spot) as(name string) spot {
	s.names[len(s.names)-1] = name
	return s
}

// field is a field of a struct, or of one embedded in it, by its key.
type field struct {
	name  string
	index []int
}

// knownFields are those of the types that were read before: every file asks for them.
var knownFields sync.Map // reflect.Type to []field

func fieldsOf(t reflect.Type) []field {
	if known, ok := knownFields.Load(t); ok {
		return known.([]field)
	}
	var all []field
	for _, f := range reflect.VisibleFields(t) {
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if f.IsExported() && !f.Anonymous && name != "-" {
			all = append(all, field{cmp.Or(name, f.Name), f.Index})
		}
	}
	knownFields.Store(t, all)
	return all
}

// list reads a slice without the elements that cannot be read. One table is
// taken for a list of it.
func (r *salvager) list(from toml.Primitive, v reflect.Value, at spot) bool {
	var list []toml.Primitive
	if r.meta.PrimitiveDecode(from, &list) != nil {
		if _, table := r.members(from); !table || v.Type().Elem().Kind() != reflect.Struct {
			r.fault(at, Fault{Why: NoList})
			return false
		}
		r.fault(at, Fault{Why: NoList, Mended: true})
		one := reflect.New(v.Type().Elem()).Elem()
		if r.read(from, one, at) {
			v.Set(reflect.Append(v, one))
		}
		return true
	}
	read := reflect.MakeSlice(v.Type(), 0, len(list))
	for i, element := range list {
		one := reflect.New(v.Type().Elem()).Elem()
		if r.read(element, one, at.element(i)) {
			read = reflect.Append(read, one)
		}
	}
	if read.Len() > 0 || len(list) == 0 {
		v.Set(read)
	}
	return true
}

// mapping reads a map of texts.
func (r *salvager) mapping(from toml.Primitive, v reflect.Value, at spot) bool {
	members, ok := r.members(from)
	if !ok {
		r.fault(at, Fault{Why: NoTable})
		return false
	}
	v.Set(reflect.MakeMap(v.Type()))
	for _, name := range slices.Sorted(maps.Keys(members)) {
		one := reflect.New(v.Type().Elem()).Elem()
		if r.read(members[name], one, at.member(name)) {
			v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), one)
		}
	}
	return true
}
