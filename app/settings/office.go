package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"communique/editor/release"
	"communique/editor/tomltext"
	"communique/export"
	"communique/export/file"
	"communique/export/logo"
	"communique/export/style"
)

// WithDefaults gives a new release what the office adds to each: the default
// contact and the boilerplate, where it has none of its own, and its English.
func (s Settings) WithDefaults(r release.Release) release.Release {
	r.English = s.House.English
	if contact, ok := s.DefaultContact(); ok && len(r.Contacts) == 0 {
		r.Contacts = []release.Contact{contact.Release()}
	}
	if r.Boilerplate == "" {
		r.Boilerplate = s.Organisation.Boilerplate
	}
	return r
}

// Troubles are what keeps an office's releases from going out as they should.
type Troubles struct {
	Letterhead error // its profile, its logo or its house style
	Look       error // what readers would miss in its logo and its house style; nothing is kept back for it
	Mail       error // whom mail drafts are for
	Package    error // which forms a package holds
}

// With returns why a release must not leave in these forms, nil where nothing
// stands in the way.
func (t Troubles) With(forms ...export.Form) error {
	var found []error
	if slices.ContainsFunc(forms, export.Form.Letterhead) {
		found = append(found, t.Letterhead)
	}
	if slices.Contains(forms, export.Mail) {
		found = append(found, t.Mail)
	}
	return errors.Join(found...)
}

// Packing returns why a package must not be made.
func (t Troubles) Packing(forms []export.Form) error {
	return errors.Join(t.Package, t.With(forms...))
}

// Office returns what the forms take from the office: its profile with the
// logo, the house style of that name, as read finds it, and whom mail is for.
// The settings lie in dir. What is wrong stands in troubles; what there is
// instead (no logo, the plain style) is good for looking at and must not leave
// the office.
func (s Settings) Office(dir, styleName string, read func(name string) (style.Style, error)) (export.Office, Troubles) {
	var o export.Office
	var t Troubles
	var logoErr, styleErr error
	o.Organisation, t.Look, logoErr = s.profile()
	if o.Style, styleErr = read(styleName); styleErr != nil {
		o.Style = plain()
	}
	t.Look = errors.Join(t.Look, o.Style.Check())
	o.Mail, t.Mail = s.Mailing()
	t.Letterhead = errors.Join(s.lost(dir, func(key string) bool {
		return ofLetterhead(key) && (key != styleKey || styleName == s.Export.Style)
	}), logoErr, styleErr)
	t.Mail = errors.Join(t.Mail, s.lost(dir, func(key string) bool { return under(key, mailKey) }))
	t.Package = s.lost(dir, func(key string) bool { return under(key, packageKey) })
	return o, t
}

// known reports whether a setting of the first rank has that key.
func known(key string) bool {
	t := reflect.TypeFor[Settings]()
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("toml"), ","); name == key {
			return true
		}
	}
	return false
}

func plain() style.Style {
	s, err := style.Shipped(style.Plain)
	if err != nil {
		panic(err) // it is part of the program
	}
	return s
}

const (
	styleKey   = "export.style"
	mailKey    = "export.mail"
	packageKey = "export.package"
)

func under(key, above string) bool { return key == above || strings.HasPrefix(key, above+".") }

// ofLetterhead reports whether a key is of whose a release is and how it looks.
func ofLetterhead(key string) bool {
	return under(key, "organisation") || under(key, "contacts") ||
		under(key, "export") && !under(key, mailKey) && !under(key, packageKey)
}

// IncompleteError says that releases must not leave, because lines of the
// settings that they depend on could not be read.
type IncompleteError struct {
	Path   string
	Faults []tomltext.Fault
}

func (e *IncompleteError) Error() string {
	return fmt.Sprintf("incomplete settings: %s: %v", e.Path, errors.Join(e.Unwrap()...))
}

// Unwrap returns the faults, one error a line.
func (e *IncompleteError) Unwrap() []error { return tomltext.Errors(e.Faults) }

// Fact names the error for the translations.
func (e *IncompleteError) Fact() (string, map[string]any) {
	return "settings-incomplete", map[string]any{"Path": e.Path}
}

// lost tells what could not be read under keys. A table that nobody knows may
// be any of them with its name misspelt.
func (s Settings) lost(dir string, concerns func(key string) bool) error {
	var lost []tomltext.Fault
	for _, f := range s.Unread {
		top, _, _ := strings.Cut(f.Key, ".")
		if !f.Mended && (concerns(f.Key) || strings.HasPrefix(strings.TrimSpace(f.Text), "[") && !known(top) && concerns("organisation")) {
			lost = append(lost, f)
		}
	}
	if lost == nil {
		return nil
	}
	return &IncompleteError{Path: filepath.Join(dir, FileName), Faults: lost}
}

// maxLogo is the largest logo file that is read, in bytes.
const maxLogo = 5 << 20

// LogoError says why the logo cannot be used.
type LogoError struct {
	Path  string
	Cause error
}

func (e *LogoError) Error() string { return fmt.Sprintf("logo %s: %v", e.Path, e.Cause) }

// Unwrap returns the cause, to be told in a line of its own.
func (e *LogoError) Unwrap() []error { return []error{e.Cause} }

// Fact names the error for the translations.
func (e *LogoError) Fact() (string, map[string]any) {
	return "settings-logo", map[string]any{"Path": e.Path}
}

// profile returns the organisation as exporters take it, its logo read. A logo
// that cannot be read or is no picture is a *LogoError beside a profile
// without it. What the forms will leave out of one is told beside it.
func (s Settings) profile() (profile release.Organisation, left, err error) {
	o := s.Organisation
	profile = release.Organisation{Name: o.Name, Site: o.Site, Address: o.Address, Boilerplate: o.Boilerplate}
	if o.Logo == "" {
		return profile, nil, nil
	}
	if profile.Logo, left, err = readLogo(o.Logo); err != nil {
		return profile, nil, &LogoError{o.Logo, err}
	}
	return profile, left, nil
}

func readLogo(path string) (read []byte, left, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if info.Size() > maxLogo {
		return nil, nil, fmt.Errorf("%d bytes are more than %d", info.Size(), maxLogo)
	}
	data, err := file.Read(path)
	if err != nil {
		return nil, nil, err
	}
	left = logo.CheckDrawn(data)
	drawing, plain, err := logo.Draw(data, 1)
	if drawing != nil {
		return data, left, nil
	}
	return plain.PNG, left, err // so each form has no more to read than it shows
}
