// Gather collects the licences of everything that is linked or embedded into the
// program, for each system it is built for, into the folder above:
//
//	go run ./assets/licences/gather   (or: make licences)
//
// It asks go list which packages are linked, so that nothing has to be kept by hand.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// systems are those the program is built for.
var systems = []string{"linux", "windows", "darwin"}

// carried is what the program embeds beside code, with its licence in the
// project's own tree.
var carried = []struct{ name, file string }{
	{"Communique", "LICENSE"},
	{"PT Serif, PT Sans", "assets/fonts/LICENSE-PT.txt"},
	{"DejaVu Serif, DejaVu Sans", "assets/fonts/LICENSE-DejaVu.txt"},
	{"Noto Serif", "assets/fonts/LICENSE-Noto.txt"},
	{"Noto Emoji", "assets/fonts/LICENSE-NotoEmoji.txt"},
	{"Russian hyphenation patterns", "assets/hyphenation/LICENSE-ru.txt"},
	{"English hyphenation patterns", "assets/hyphenation/LICENSE-en.txt"},
	{"Belarusian hyphenation patterns", "assets/hyphenation/LICENSE-be.txt"},
	{"French hyphenation patterns", "assets/hyphenation/LICENSE-fr.txt"},
	{"Georgian hyphenation patterns", "assets/hyphenation/LICENSE-ka.txt"},
	{"German hyphenation patterns", "assets/hyphenation/LICENSE-de.txt"},
	{"Turkmen hyphenation patterns", "assets/hyphenation/LICENSE-tk.txt"},
	{"Ukrainian hyphenation patterns", "assets/hyphenation/LICENSE-uk.txt"},
	{"OpenCorpora dictionary", "assets/dictionaries/LICENSE-OpenCorpora.txt"},
	{"Russian spelling dictionary", "assets/dictionaries/spelling/LICENSE-Lebedev.txt"},
	{"English spelling dictionary (SCOWL)", "assets/dictionaries/spelling/LICENSE-SCOWL.txt"},
	{"wordfreq", "assets/dictionaries/spelling/LICENSE-wordfreq.txt"},
	{"GeoNames", "editor/register/LICENSE-GeoNames.txt"},
}

// goName is what the Go library is called, whose runtime is in every program.
const goName = "Go"

// licence matches the names that licences and notices have.
var licence = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|ofl)([-_.].*)?$`)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	root, err := projectRoot()
	if err != nil {
		return err
	}
	files, err := gather(root)
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "assets", "licences")
	if err := os.RemoveAll(filepath.Join(dir, "texts")); err != nil {
		return err
	}
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // part of the sources, which all may read
			return err
		}
		if err := os.WriteFile(path, data, 0o644); err != nil { //nolint:gosec // part of the sources, which all may read
			return err
		}
	}
	return nil
}

func projectRoot() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "communique").Output()
	return strings.TrimSpace(string(out)), err
}

// gather returns the files of the licences by their names below assets/licences.
func gather(root string) (map[string][]byte, error) {
	parts := map[string][]string{} // the files of each part
	var names []string
	for _, c := range carried {
		names = append(names, c.name)
		parts[c.name] = []string{filepath.Join(root, filepath.FromSlash(c.file))}
	}
	modules := map[string][]string{}
	for _, system := range systems {
		if err := linked(root, system, modules); err != nil {
			return nil, err
		}
	}
	maps.Copy(parts, modules)
	names = append(names, slices.Sorted(maps.Keys(modules))...)

	files := map[string][]byte{}
	var index strings.Builder
	for _, name := range names {
		slices.Sort(parts[name])
		index.WriteString(name)
		for _, path := range slices.Compact(parts[name]) {
			text, err := os.ReadFile(path) //nolint:gosec // a licence of a module
			if err != nil {
				return nil, err
			}
			text = plain(text)
			stored := fmt.Sprintf("%.6x.txt", sha256.Sum256(text)) // the same terms are kept once
			files["texts/"+stored] = text
			index.WriteString("\t" + stored)
		}
		index.WriteString("\n")
	}
	files["index.tsv"] = []byte(index.String())
	return files, nil
}

// plain gives a text the line ends of the project, and none of the page feeds
// that some licences are parted with.
func plain(text []byte) []byte {
	text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	text = bytes.ReplaceAll(text, []byte("\f"), nil)
	return append(bytes.TrimSpace(bytes.TrimPrefix(text, []byte("\ufeff"))), '\n')
}

// pkg is what go list says of a package.
type pkg struct {
	Dir      string
	Standard bool
	Module   *struct {
		Path, Dir string
		Main      bool
	}
}

// linked adds the licence files of the modules that the program is linked from
// on a system.
func linked(root, system string, modules map[string][]string) error {
	cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "communique")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=1")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list for %s: %w", system, err)
	}
	decoder := json.NewDecoder(bytes.NewReader(out))
	for {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		if err := p.add(modules); err != nil {
			return err
		}
	}
}

// add adds what lies in the folder of a package, in those below that hold no
// package of their own, and in those above up to the module's.
func (p pkg) add(modules map[string][]string) error {
	if p.Standard {
		root, err := goRoot()
		modules[goName] = []string{filepath.Join(root, "LICENSE"), filepath.Join(root, "PATENTS")}
		return err
	}
	if p.Module == nil || p.Module.Main {
		return nil
	}
	for dir := p.Dir; ; dir = filepath.Dir(dir) {
		found, err := licencesIn(dir)
		if err != nil {
			return err
		}
		modules[p.Module.Path] = append(modules[p.Module.Path], found...)
		if dir == p.Module.Dir {
			break
		}
	}
	below, err := licencesBelow(p.Dir)
	if err != nil {
		return err
	}
	modules[p.Module.Path] = append(modules[p.Module.Path], below...)
	if len(modules[p.Module.Path]) == 0 {
		return fmt.Errorf("%s has no licence", p.Module.Path)
	}
	return nil
}

func goRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	return strings.TrimSpace(string(out)), err
}

func licencesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	var found []string
	for _, e := range entries {
		if !e.IsDir() && licence.MatchString(e.Name()) && !strings.HasSuffix(e.Name(), ".go") {
			found = append(found, filepath.Join(dir, e.Name()))
		}
	}
	return found, err
}

// licencesBelow finds those of what a package embeds or compiles in from folders
// that are no packages: fonts, C sources.
func licencesBelow(dir string) ([]string, error) {
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || path == dir {
			return err
		}
		sources, err := filepath.Glob(filepath.Join(path, "*.go"))
		if err != nil {
			return err
		}
		if len(sources) > 0 || d.Name() == "testdata" {
			return fs.SkipDir
		}
		here, err := licencesIn(path)
		found = append(found, here...)
		return err
	})
	return found, err
}
