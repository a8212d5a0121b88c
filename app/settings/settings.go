// Package settings keeps what a press office sets once: its profile, its
// contacts, the registers of whom it writes about, and how the window looks.
package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"communique/assets/translations"
	"communique/editor/release"
	"communique/editor/tomltext"
	"communique/export"
	"communique/export/file"
	"communique/export/logo"
)

// FileName is the settings' name in their folder.
const FileName = "settings.toml"

// Settings are the file's contents.
type Settings struct {
	Language     string       `toml:"language,omitempty"` // of the interface; "" follows the system
	Theme        string       `toml:"theme,omitempty"`    // "light", "dark"; "" follows the system
	Welcomed     bool         `toml:"welcomed"`           // the first-run page was answered or skipped
	ExportFolder string       `toml:"export_folder,omitempty"`
	Library      string       `toml:"library,omitempty"` // path of the library's file; "" is the usual place
	Organisation Organisation `toml:"organisation"`
	Export       Export       `toml:"export"`
	Window       Window       `toml:"window"`
	Contacts     []Contact    `toml:"contacts,omitempty"`
	Searches     []Search     `toml:"searches,omitempty"`
	// Folders are those chosen last, by what for (a FolderKind).
	Folders map[string]string `toml:"folders,omitempty"`
}

// Search is a query that somebody keeps under a name.
type Search struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
}

// Organisation is the letterhead's owner.
type Organisation struct {
	Name        string `toml:"name"`
	Site        string `toml:"site"`
	Address     string `toml:"address"`
	Logo        string `toml:"logo"` // path of a PNG, JPEG or SVG file
	Boilerplate string `toml:"boilerplate"`
}

// Contact is a footer to choose from; one of them is the default.
type Contact struct {
	Title        string                `toml:"title,omitempty"` // what the chooser calls it
	Default      bool                  `toml:"default,omitempty"`
	Name         string                `toml:"name,omitempty"`
	Post         string                `toml:"post,omitempty"`
	Organisation string                `toml:"organisation,omitempty"`
	Email        string                `toml:"email,omitempty"`
	Site         string                `toml:"site,omitempty"`
	Phones       []release.PhoneNumber `toml:"phones,omitempty"`
}

// Label returns what to call the contact where it is chosen.
func (c Contact) Label() string {
	for _, label := range []string{c.Title, c.Name, c.Post, c.Organisation, c.Email} {
		if label != "" {
			return label
		}
	}
	return "…"
}

// Release returns the contact as a release carries it.
func (c Contact) Release() release.Contact {
	return release.Contact{
		Name: c.Name, Post: c.Post, Organisation: c.Organisation, Email: c.Email, Site: c.Site,
		Phones: slices.Clone(c.Phones),
	}
}

// Window is how the window stood when it was closed. Sizes are Fyne's units,
// splits fractions of the width; zero means never set.
type Window struct {
	Width        float64 `toml:"width,omitempty"`
	Height       float64 `toml:"height,omitempty"`
	LibrarySplit float64 `toml:"library_split,omitempty"`
	PreviewSplit float64 `toml:"preview_split,omitempty"`
}

// DefaultContact returns the contact a new release gets, if there is any.
func (s Settings) DefaultContact() (Contact, bool) {
	for _, c := range s.Contacts {
		if c.Default {
			return c, true
		}
	}
	if len(s.Contacts) > 0 {
		return s.Contacts[0], true
	}
	return Contact{}, false
}

// BrokenError says that the settings could not be read. The file was kept as
// Kept, and the program goes on with none.
type BrokenError struct {
	Kept  string
	Cause error
}

func (e *BrokenError) Error() string { return fmt.Sprintf("settings kept as %s: %v", e.Kept, e.Cause) }

func (e *BrokenError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *BrokenError) Fact() (string, map[string]any) {
	return "settings-broken", map[string]any{"Kept": e.Kept, "Detail": e.Cause.Error()}
}

// ValueError names a setting whose value is not one it can have.
type ValueError struct{ Key, Value string }

func (e *ValueError) Error() string { return fmt.Sprintf("%s: bad value %q", e.Key, e.Value) }

// Fact names the error for the translations.
func (e *ValueError) Fact() (string, map[string]any) {
	return "settings-value", map[string]any{"Key": e.Key, "Value": e.Value}
}

// Load reads the settings in dir. Where there are none it returns empty ones.
// A broken file is moved aside and told by a *BrokenError beside usable, empty
// settings; other errors are the file system's.
func Load(dir string) (Settings, error) {
	path := filepath.Join(dir, FileName)
	data, err := os.ReadFile(path) //nolint:gosec // the settings' own folder
	if errors.Is(err, fs.ErrNotExist) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, err
	}
	s, cause := parse(data)
	if cause == nil {
		return s, nil
	}
	kept, err := setAside(path)
	if err != nil {
		return Settings{}, errors.Join(cause, err)
	}
	return Settings{}, &BrokenError{Kept: kept, Cause: cause}
}

// parse reads settings as the program or a person wrote them: a byte order
// mark, as Windows editors leave it, does no harm.
func parse(data []byte) (Settings, error) {
	var s Settings
	if err := tomltext.Decode(bytes.TrimPrefix(data, []byte("\ufeff")), &s); err != nil {
		return Settings{}, err
	}
	return s, s.validate()
}

func (s Settings) validate() error {
	if s.Language != "" && !slices.Contains(translations.Languages(), s.Language) {
		return &ValueError{"language", s.Language}
	}
	if !slices.Contains([]string{"", "light", "dark"}, s.Theme) {
		return &ValueError{"theme", s.Theme}
	}
	if _, err := export.ParseForms(s.Export.Package); err != nil {
		return err
	}
	if _, err := s.Mailing(); err != nil {
		return err
	}
	for _, c := range s.Contacts {
		for _, p := range c.Phones {
			if !slices.Contains(release.PhoneKinds(), p.Kind) {
				return &ValueError{"contacts.phones.kind", string(p.Kind)}
			}
		}
	}
	return nil
}

// setAside renames a broken file to .bak, .bak2, … and never over an older one.
func setAside(path string) (string, error) {
	for n := 1; ; n++ {
		kept := path + ".bak"
		if n > 1 {
			kept += strconv.Itoa(n)
		}
		if _, err := os.Lstat(kept); errors.Is(err, fs.ErrNotExist) {
			return kept, os.Rename(path, kept)
		} else if err != nil {
			return "", err
		}
	}
}

// Save writes the settings to dir, whole or not at all.
func Save(dir string, s Settings) error {
	if err := s.validate(); err != nil {
		return err
	}
	data, err := tomltext.Encode(s)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	return file.Replace(filepath.Join(dir, FileName), data)
}

// maxLogo is the largest logo file that is read, in bytes.
const maxLogo = 5 << 20

// LogoError says why the logo cannot be used.
type LogoError struct {
	Path  string
	Cause error
}

func (e *LogoError) Error() string { return fmt.Sprintf("logo %s: %v", e.Path, e.Cause) }

func (e *LogoError) Unwrap() error { return e.Cause }

// Fact names the error for the translations.
func (e *LogoError) Fact() (string, map[string]any) {
	return "settings-logo", map[string]any{"Path": e.Path, "Detail": e.Cause.Error()}
}

// Profile returns the organisation as exporters take it, its logo read. A logo
// that cannot be read or is no picture is a *LogoError beside a profile
// without it.
func (s Settings) Profile() (release.Organisation, error) {
	o := s.Organisation
	profile := release.Organisation{Name: o.Name, Site: o.Site, Address: o.Address, Boilerplate: o.Boilerplate}
	if o.Logo == "" {
		return profile, nil
	}
	logo, err := readLogo(o.Logo)
	if err != nil {
		return profile, &LogoError{o.Logo, err}
	}
	profile.Logo = logo
	return profile, nil
}

func readLogo(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxLogo {
		return nil, fmt.Errorf("%d bytes are more than %d", info.Size(), maxLogo)
	}
	data, err := os.ReadFile(path) //nolint:gosec // the person chose the file
	if err != nil {
		return nil, err
	}
	_, err = logo.Read(data, 1)
	return data, err
}
