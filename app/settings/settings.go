// Package settings keeps what a press office sets once: its profile, its
// contacts, the registers of whom it writes about, and how the window looks.
package settings

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"communique/assets/translations"
	"communique/editor/grammar"
	"communique/editor/proof"
	"communique/editor/release"
	"communique/editor/tomltext"
	"communique/editor/typography"
	"communique/export"
	"communique/export/mail"
)

// FileName is the settings' name in their folder.
const FileName = "settings.toml"

// Settings are the file's contents.
type Settings struct {
	Language     string       `toml:"language,omitempty"` // of the interface; "" follows the system
	Theme        string       `toml:"theme,omitempty"`    // "light", "dark"; "" follows the system
	Contrast     string       `toml:"contrast,omitempty"` // "high", "usual"; "" follows the system
	Motion       string       `toml:"motion,omitempty"`   // "none", "usual"; "" follows the system
	Welcomed     bool         `toml:"welcomed"`           // the first-run page was answered or skipped
	ExportFolder string       `toml:"export_folder,omitempty"`
	Library      string       `toml:"library,omitempty"` // path of the library's file; "" is the usual place
	Organisation Organisation `toml:"organisation"`
	Export       Export       `toml:"export"`
	Updates      Updates      `toml:"updates,omitempty"`
	// House is how the office writes names, posts and places in its texts.
	House grammar.House `toml:"house,omitempty"`
	// Typography is how it sets them.
	Typography typography.House `toml:"typography,omitempty"`
	Window     Window           `toml:"window"`
	Contacts   []Contact        `toml:"contacts,omitempty"`
	Searches   []Search         `toml:"searches,omitempty"`
	Checks     Checks           `toml:"checks,omitempty"`
	// SharedLibraries are the files of libraries that lie in a folder which other computers
	// have too, as the person has been told.
	SharedLibraries []string `toml:"shared_libraries,omitempty"`
	// Folders are those chosen last, by what for (a FolderKind).
	Folders map[string]string `toml:"folders,omitempty"`

	// Unread is what of the file could not be read. It stays in the file, in
	// notes at its top, until its key is given a value or Settled says so.
	Unread []tomltext.Fault `toml:"-"`
}

// Settled returns the settings without what could not be read under keys: a
// person has seen what there is now, and takes it.
func (s Settings) Settled(keys ...string) Settings {
	s.Unread = slices.DeleteFunc(slices.Clone(s.Unread), func(f tomltext.Fault) bool {
		return slices.ContainsFunc(keys, func(key string) bool { return f.Key == key || strings.HasPrefix(f.Key, key+".") })
	})
	return s
}

// Checks is how the office has its releases checked.
type Checks struct {
	// Levels are the levels of checks that the office wants otherwise, by their codes.
	Levels map[string]proof.Level `toml:"levels,omitempty"`
	// Accepted is what is right in each of the office's releases.
	Accepted []release.Accepted `toml:"accepted,omitempty"`
}

// Search is a query that somebody keeps under a name.
type Search struct {
	Name  string `toml:"name"`
	Query string `toml:"query"`
}

// Updates is how newer versions of the program are found.
type Updates struct {
	// From is a folder, which is looked at once a day, or an https address, which is asked only
	// when a person says so; "" is none.
	From string `toml:"from,omitempty"`
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

// IsBlank reports whether nothing is known of the contact.
func (c Contact) IsBlank() bool {
	c.Default, c.Title = false, ""
	return reflect.DeepEqual(c, Contact{})
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

// Window is how the window stood when it was closed. Sizes are Fyne's units;
// zero means never set.
type Window struct {
	Width  float64 `toml:"width,omitempty"`
	Height float64 `toml:"height,omitempty"`
	// LibraryWidth and InspectorWidth are those of the side panes, in Fyne's units; 0 is the
	// usual one. LibraryFolded and InspectorFolded say that they are put away.
	LibraryWidth    float64 `toml:"library_width,omitempty"`
	InspectorWidth  float64 `toml:"inspector_width,omitempty"`
	LibraryFolded   bool    `toml:"library_folded,omitempty"`
	InspectorFolded bool    `toml:"inspector_folded,omitempty"`
	// Tab names the inspector's page that is shown; "" is the first.
	Tab string `toml:"tab,omitempty"`
	// ListOrder is the order of the releases, and ListFirst the one that is seen first; 0
	// for the first of all.
	ListOrder string `toml:"list_order,omitempty"`
	ListFirst int64  `toml:"list_first,omitempty"`
	// TextSize is that of the text as it is written, in Fyne's units; 0 is the usual one.
	// Sans sets it without serifs.
	TextSize float64 `toml:"text_size,omitempty"`
	Sans     bool    `toml:"sans,omitempty"`
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

// Load reads the settings in dir. Where there are none it returns empty ones.
// What cannot be read is left out, and told by an *UnreadError beside the
// rest; other errors are the file system's. Nothing is written.
func Load(dir string) (Settings, error) {
	path := filepath.Join(dir, FileName)
	data, err := readFile(path)
	if err != nil {
		return Settings{}, err
	}
	s := parse(data)
	return s, unread(path, data, s.Unread)
}

// parse reads settings as the program or a person wrote them.
func parse(data []byte) Settings {
	var s Settings
	s.Unread = tomltext.Salvage(data, &s, check)
	return s
}

// check turns down values that no setting can have.
func check(key string, value any) *tomltext.Fault {
	fits := ""
	switch v := value.(type) {
	case string:
		return checkText(key, v)
	case float64:
		fits = sizes(key, v)
	case grammar.WomenInL:
		fits = otherThan(v, grammar.UsagesOfWomenInL())
	case grammar.PlacesInO:
		fits = otherThan(v, grammar.UsagesOfPlacesInO())
	case grammar.Zoda:
		fits = otherThan(v, grammar.UsagesOfZoda())
	case grammar.Yo:
		fits = otherThan(v, grammar.UsagesOfYo())
	case typography.Dash:
		fits = otherThan(v, typography.UsagesOfDash())
	case typography.Initials:
		fits = otherThan(v, typography.UsagesOfInitials())
	case typography.AsTyped:
		fits = otherThan(v, typography.UsagesOfAsTyped())
	case release.English:
		fits = otherThan(v, release.UsagesOfEnglish())
	case release.PhoneNumber:
		if !slices.Contains(release.PhoneKinds(), v.Kind) {
			return &tomltext.Fault{Key: "kind", Why: tomltext.Misfit, Fits: listed(release.PhoneKinds())}
		}
	}
	if fits == "" {
		return nil
	}
	return &tomltext.Fault{Why: tomltext.Misfit, Fits: fits}
}

// sizes tells what a measure of the window must be where it is not.
func sizes(key string, v float64) string {
	switch {
	case strings.HasPrefix(key, "window.") && !(v >= 0 && v <= mostUnits): // NaN is neither
		return fmt.Sprintf("0–%d", mostUnits)
	}
	return ""
}

// otherThan names the usages that a word for one of them is not, leaving out
// the first, which is no word; "" where it is one.
func otherThan[U ~string](v U, usages []U) string {
	if slices.Contains(usages, v) {
		return ""
	}
	return listed(usages[1:])
}

// Values of contrast and motion; "" is the system's.
const (
	HighContrast = "high"
	NoMotion     = "none"
	usual        = "usual"
)

// Contrasts are the values of contrast, the system's first.
func Contrasts() []string { return []string{"", HighContrast, usual} }

// Motions are the values of motion, the system's first.
func Motions() []string { return []string{"", NoMotion, usual} }

// mostUnits is more than any screen measures.
const mostUnits = 32_000

func checkText(key, text string) *tomltext.Fault {
	fits := ""
	switch key {
	case "language":
		if text != "" && !slices.Contains(translations.Languages(), text) {
			fits = listed(translations.Languages())
		}
	case "theme":
		fits = otherThan(text, []string{"", "light", "dark"})
	case "contrast":
		fits = otherThan(text, Contrasts())
	case "motion":
		fits = otherThan(text, Motions())
	case "export.package":
		if _, err := export.ParseForms([]string{text}); err != nil {
			fits = listed(export.Forms())
		}
	case "export.mail.from", "export.mail.to", "export.mail.cc", "export.mail.bcc":
		var address *mail.AddressError
		if _, err := mail.ParseRecipients(text); errors.As(err, &address) { // it stays, to be put right where it stands
			return &tomltext.Fault{Why: tomltext.NoAddress, Fits: address.Address, Mended: true}
		}
	}
	if fits == "" {
		return nil
	}
	return &tomltext.Fault{Why: tomltext.Misfit, Fits: fits}
}

func listed[T ~string](values []T) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return strings.Join(texts, ", ")
}

// Save writes what was changed of the settings: known is how they were read,
// wanted how they are to be. What others have written since then stays, and so
// does what could not be read. It returns the settings as they are now; a
// *ConflictError beside them tells what was changed on both sides. Errors of
// anything else mean that nothing was written.
func Save(dir string, known, wanted Settings) (Settings, error) {
	var keys []string
	saved, copied, err := update(dir, func(stored Settings) (Settings, error) {
		var merged Settings
		merged, keys = Merge(known, wanted, stored)
		return merged, nil
	}, func() bool { return len(keys) > 0 })
	if err == nil && len(keys) > 0 {
		err = &ConflictError{Keys: keys, Copy: copied}
	}
	return saved, err
}

// Update changes the settings as they are on the disk, while nobody else does.
// Where nothing changes the file stays as a person laid it out.
func Update(dir string, change func(Settings) (Settings, error)) (Settings, error) {
	saved, _, err := update(dir, change, func() bool { return false })
	return saved, err
}

// update also keeps a copy of the old file where keep says so, or where
// something of it could not be read.
func update(dir string, change func(Settings) (Settings, error), keep func() bool) (saved Settings, copied string, err error) {
	path := filepath.Join(dir, FileName)
	err = locked(dir, func() error {
		old, err := readFile(path)
		if err != nil {
			return err
		}
		stored := parse(old)
		if saved, err = change(stored); err != nil || reflect.DeepEqual(saved, stored) && !keep() {
			return err
		}
		data, err := tomltext.EncodeProven(saved, check)
		if err != nil {
			return err
		}
		if keep() {
			if copied, err = copyAside(path, old); err != nil {
				return err
			}
		}
		if err := rewrite(path, old, data, stored.Unread, saved.Unread); err != nil {
			return err
		}
		saved = parse(append(tomltext.Keep(saved.Unread), data...))
		return nil
	})
	return saved, copied, err
}
