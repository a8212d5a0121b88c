package command

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"communique/app/crash"
	"communique/app/library"
	"communique/app/settings"
	"communique/editor/grammar"
	"communique/editor/intake"
	"communique/editor/regexp"
	"communique/editor/register"
	"communique/editor/release"
	"communique/export/file"
)

// folder is where the settings lie: --config, COMMUNIQUE_CONFIG, or the
// system's own place.
func (c *cli) folder() (string, error) {
	return settings.FolderFrom(c.getenv)
}

// getenv is the environment with the folder of the settings that --config names.
func (c *cli) getenv(name string) string {
	if name == "COMMUNIQUE_CONFIG" && c.config != "" {
		return c.config
	}
	return c.params.Getenv(name)
}

// office returns the settings. What of them cannot be read is told, and the
// command goes on with the rest.
func (c *cli) office() (settings.Settings, error) {
	if c.settingsFound {
		return c.settings, nil
	}
	dir, err := c.folder()
	if err != nil {
		return settings.Settings{}, err
	}
	s, err := settings.Load(dir)
	var unread *settings.UnreadError
	if errors.As(err, &unread) {
		c.complain(err)
		err = nil
	}
	c.settings, c.settingsFound = s, err == nil
	return s, err
}

// registers returns the office's people, organisations and places. Cards that
// cannot be read are told, and the command goes on with the rest.
func (c *cli) registers() (register.Registers, error) {
	if c.knownFound {
		return c.known, nil
	}
	dir, err := c.folder()
	if err != nil {
		return register.Registers{}, err
	}
	r, err := settings.LoadRegisters(dir)
	var unread *settings.UnreadError
	if errors.As(err, &unread) {
		c.complain(err)
		err = nil
	}
	c.known, c.knownFound = r, err == nil
	return r, err
}

// usage is how the office writes, and what its registers know.
func (c *cli) usage() (grammar.House, register.Registers, error) {
	office, err := c.office()
	if err != nil {
		return grammar.House{}, register.Registers{}, err
	}
	known, err := c.registers()
	return office.House, known, err
}

// open returns the library: --library, COMMUNIQUE_LIBRARY, or the system's own
// place. One that --library names has to be there: a name that was mistyped would be read as
// a library with nothing in it. So would an empty file be.
func (c *cli) open() (library.Store, error) { return c.openAt(true) }

// openOrMake is open for a command that brings releases or a backup: it makes the library that --library names.
func (c *cli) openOrMake() (library.Store, error) { return c.openAt(false) }

func (c *cli) openAt(reads bool) (library.Store, error) {
	c.opening.Lock()
	defer c.opening.Unlock()
	if c.store != nil {
		return c.store, nil
	}
	path, existing := c.libraryPath, reads
	if path == "" {
		office, err := c.office()
		if err != nil {
			return nil, err
		}
		if path, existing, err = settings.LibraryFrom(c.getenv, office); err != nil {
			return nil, err
		}
		existing = existing || reads && isEmpty(path)
	}
	store, err := c.params.Library(path, existing, c.updating())
	if _, damaged := unopenable(err); damaged {
		return nil, errors.Join(err, errWaysOut)
	}
	if err != nil {
		return nil, err
	}
	c.store = store
	_ = settings.RememberLibrary(c.getenv, path) // where it cannot be, a missing one is made, as on a first start
	if keeper, ok := store.(library.Keeper); ok {
		c.tellSurroundings(keeper, path)
	}
	return store, nil
}

// keeper returns the library where it is looked after from here; where it is not, that is
// a *library.KeptElsewhereError.
func (c *cli) keeper() (library.Keeper, error) { return kept(c.open()) }

func kept(store library.Store, err error) (library.Keeper, error) {
	if err != nil {
		return nil, err
	}
	keeper, ok := store.(library.Keeper)
	if !ok {
		return nil, &library.KeptElsewhereError{}
	}
	return keeper, nil
}

// updating tells on standard error, at each tenth, how far an older program's library is
// brought up to date.
func (c *cli) updating() func(done, of int) {
	tenth := -1
	return func(done, of int) {
		if at := done * 10 / of; at != tenth {
			tenth = at
			c.tell("command-updating", map[string]any{"Done": done, "Of": of})
		}
	}
}

// read returns the releases of a source, and the pictures within it: "-" for standard
// input, a file (a release's TOML form, or what intake reads), or the number of a release
// in the library.
func (c *cli) read(source string) (intake.Found, error) {
	if id, err := strconv.ParseInt(source, 10, 64); err == nil && !exists(source) {
		releases, err := c.stored(id)
		return intake.Found{Releases: releases}, err
	}
	data, err := c.bytes(source)
	if err != nil {
		return intake.Found{}, err
	}
	if looksTOML(source, data) {
		r, err := release.Decode(data)
		if err != nil {
			return intake.Found{}, err
		}
		return intake.Found{Releases: []release.Release{r}}, nil
	}
	if len(data) >= intake.WorthPreparing {
		c.prepare.Do(func() { crash.Beside(func() { intake.Prepare(len(data)) }) })
	}
	text := intake.Source{Data: data, Convert: c.converter.Convert}
	if root, err := os.OpenRoot(filepath.Dir(source)); err == nil && source != "-" {
		defer func() { _ = root.Close() }() // only read
		text.Name, text.Beside = filepath.ToSlash(source), root.FS()
	}
	return intake.Read(text)
}

func (c *cli) bytes(source string) ([]byte, error) {
	if source == "-" {
		return intake.ReadAll(c.params.Stdin)
	}
	var data []byte
	err := file.Retry(func() (err error) { data, err = intake.ReadFile(source); return err })
	return data, err
}

// firstKey is how a release's TOML form begins, below the remarks of a person.
var firstKey = regexp.MustCompile(`^(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*format[ \t]*=`)

// looksTOML tells a release's TOML form from raw text: by its ending, or on
// standard input by its first key.
func looksTOML(source string, data []byte) bool {
	return strings.EqualFold(filepath.Ext(source), ".toml") || firstKey.Match(data)
}

// isEmpty reports whether a file is there with nothing in it.
func isEmpty(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && info.Size() == 0
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func (c *cli) writeJSON(v any) error {
	enc := json.NewEncoder(c.params.Stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
