package update

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"communique/editor/regexp"
	"communique/editor/tomltext"
)

// noticeName is the name of the notice beside the packages.
const noticeName = "communique-update.toml"

// The most that is read of a notice and of a package, in bytes.
const (
	mostNotice  = 64 << 10
	mostPackage = 512 << 20
)

// Notice says which version lies beside it.
type Notice struct {
	Format   int               `toml:"format"`
	Version  Version           `toml:"version"`
	Date     string            `toml:"date"` // 2026-09-11
	News     map[string]string `toml:"news"` // what is new, in words, by the interface's languages
	Packages []Package         `toml:"packages"`
}

// Package is a file that installs the version.
type Package struct {
	Kind   string `toml:"kind"` // a Kind of this system, as "windows-amd64-setup"
	File   string `toml:"file"`
	Size   int64  `toml:"size"`   // in bytes
	SHA256 string `toml:"sha256"` // in small hexadecimal digits
}

// format is the number of the form that this program reads. A notice that only adds keys
// keeps it: what is not known here is passed over, or no older program could be told.
const format = 1

// parseNotice reads a notice. An error tells, in the words of programmers, the first thing
// that is wrong with it.
func parseNotice(data []byte) (Notice, error) {
	var n Notice
	for _, f := range tomltext.Salvage(data, &n, check) {
		if f.Why != tomltext.Unknown {
			return Notice{}, f
		}
	}
	if n.Format != format {
		return Notice{}, fmt.Errorf("format = %d", n.Format)
	}
	if n.Version == (Version{}) {
		return Notice{}, errors.New("no version")
	}
	return n, nil
}

var checksum = regexp.MustCompile(`^[0-9a-f]{64}$`)

// check turns down what no notice can have.
func check(_ string, value any) *tomltext.Fault {
	p, is := value.(Package)
	switch {
	case !is:
		return nil
	case !plainName(p.File):
		return &tomltext.Fault{Key: "file", Why: tomltext.Misfit, Fits: "a file's name"}
	case p.Size <= 0 || p.Size > mostPackage:
		return &tomltext.Fault{Key: "size", Why: tomltext.Misfit, Fits: fmt.Sprintf("1–%d", mostPackage)}
	case !checksum.MatchString(p.SHA256):
		return &tomltext.Fault{Key: "sha256", Why: tomltext.Misfit, Fits: "64 hexadecimal digits"}
	}
	return nil
}

// plainName reports whether a name is that of a file beside the notice, on every system.
func plainName(name string) bool {
	return name != "" && !strings.HasPrefix(name, ".") && path.Base(name) == name && !strings.ContainsAny(name, `\/:*?"<>|`+"\x00\n\r")
}

// Day is the day of the version; false where the notice does not tell it.
func (n Notice) Day() (time.Time, bool) {
	day, err := time.Parse(time.DateOnly, n.Date)
	return day, err == nil
}

// For returns the package for the first of the kinds that there is one for.
func (n Notice) For(kinds []string) (Package, bool) {
	for _, kind := range kinds {
		if i := slices.IndexFunc(n.Packages, func(p Package) bool { return p.Kind == kind }); i >= 0 {
			return n.Packages[i], true
		}
	}
	return Package{}, false
}

// Version is a version's number: major, minor, patch.
type Version [3]int

// ParseVersion reads "1.2.3".
func ParseVersion(text string) (Version, error) {
	var v Version
	parts := strings.Split(text, ".")
	if len(parts) != len(v) {
		return Version{}, fmt.Errorf("version %q", text)
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || strconv.Itoa(n) != part {
			return Version{}, fmt.Errorf("version %q", text)
		}
		v[i] = n
	}
	return v, nil
}

// UnmarshalText reads a version from a notice.
func (v *Version) UnmarshalText(text []byte) (err error) {
	*v, err = ParseVersion(string(text))
	return err
}

func (v Version) String() string { return fmt.Sprintf("%d.%d.%d", v[0], v[1], v[2]) }

// Newer reports whether v is newer than another.
func (v Version) Newer(than Version) bool { return slices.Compare(v[:], than[:]) > 0 }

// NewsIn is what is new, in a language of the interface, or in English where it is not told
// in that; "" where it is told in neither.
func (n Notice) NewsIn(language string) string {
	if news := n.News[language]; news != "" {
		return strings.TrimSpace(news)
	}
	return strings.TrimSpace(n.News["en"])
}

// Compared is a fact: what an offered version is beside that of the program.
type Compared struct {
	Notice Notice
	Own    Version
}

// Fact names it for the translations.
func (c Compared) Fact() (string, map[string]any) {
	name := "update-same"
	switch {
	case c.Newer():
		name = "update-newer"
	case c.Own.Newer(c.Notice.Version):
		name = "update-older"
	}
	day := ""
	if at, told := c.Notice.Day(); told {
		day = at.Format("02.01.2006")
	}
	return name, map[string]any{"Version": c.Notice.Version.String(), "Own": c.Own.String(), "Date": day}
}

// Newer reports whether the offered version is newer.
func (c Compared) Newer() bool { return c.Notice.Version.Newer(c.Own) }
