package export

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"communique/editor/release"
	"communique/export/file"
	"communique/export/fingerprint"
	"communique/export/picture"
	"communique/export/text"
)

// ContentsName is the file in a package that says what is in it.
const ContentsName = "package.json"

// contents says which text a package's files hold, and what their bytes are.
type contents struct {
	Headline string `json:"headline"`
	Number   string `json:"number"`
	// Status tells a draft: nothing of it may be published.
	Status release.Status `json:"status"`
	// Content is the SHA-256 of the text that all the files were made of.
	Content string        `json:"content_sha256"`
	Files   []contentFile `json:"files"`
}

type contentFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	// What is said of a picture.
	Caption     string `json:"caption,omitempty"`
	Author      string `json:"author,omitempty"`
	Alternative string `json:"alternative,omitempty"`
}

// hashLength is how much of the content's hash the names of a package's files
// bear, in hexadecimal digits: enough to tell two versions apart.
const hashLength = 8

// PackageName returns what a release's files in a package are called, without
// their endings: its name, its number, and the beginning of its content's hash.
func PackageName(r release.Release) string {
	name := file.Name(r)
	if number := file.Slug(r.Number); number != "" {
		name += "-n" + number
	}
	return name + "-" + fingerprint.Hash(r)[:hashLength]
}

// pack writes a package, the forms and the pictures for print: into a folder beside its place, which then takes the
// place whole.
func (p *Press) pack(j Job) Result {
	packed := Result{Name: j.Name, Path: j.Target}
	packed.Err = p.packInto(&packed, j)
	return packed
}

// packInto notes in packed what the package lacks, and whether it stands there already.
func (p *Press) packInto(packed *Result, j Job) error {
	staging, err := file.Stage(j.Target)
	if err != nil {
		return err
	}
	defer staging.Remove()
	list := contents{Headline: j.Release.Headline, Number: j.Release.Number, Status: j.Release.Status, Content: fingerprint.Hash(j.Release)}
	if list.Files, err = p.fill(staging.Path, j, packed); err != nil {
		return err
	}
	if err := j.lacking(packed.Missing); err != nil {
		return err
	}
	data, err := json.MarshalIndent(list, "", "  ")
	if err != nil {
		return err
	}
	data = append(data, '\n')
	if packed.Same = list.stands(j.Target, data); packed.Same {
		return nil
	}
	if err := file.Claim(filepath.Join(staging.Path, ContentsName), data); err != nil {
		return named(err, j.Target)
	}
	// Only another package is replaced: a folder may hold what nobody can make again.
	_, err = os.Stat(filepath.Join(j.Target, ContentsName))
	return staging.Place(j.Target, j.Replace && err == nil)
}

// stands reports whether a folder is this very package, each of its files as it was written.
func (c contents) stands(dir string, data []byte) bool {
	there, err := os.ReadFile(filepath.Join(dir, ContentsName)) //nolint:gosec // the person chose the folder
	if err != nil || !bytes.Equal(there, data) {
		return false
	}
	return !slices.ContainsFunc(c.Files, func(f contentFile) bool {
		data, err := os.ReadFile(filepath.Join(dir, f.Name)) //nolint:gosec // as above
		return err != nil || fmt.Sprintf("%x", sha256.Sum256(data)) != f.SHA256
	})
}

// fill writes the forms of a package and its pictures into a folder, side by side, and
// notes in packed what the forms lack, and the lines that are over in any.
func (p *Press) fill(dir string, j Job, packed *Result) (files []contentFile, err error) {
	name := PackageName(j.Release)
	releases := append([]release.Release{j.Release}, j.Translations...)
	for _, f := range j.Forms {
		files = append(files, contentFile{Name: name + f.Ending()})
	}
	for _, b := range shown(releases) {
		files = append(files, contentFile{Caption: text.OneLine(b.Text), Author: text.OneLine(b.Author), Alternative: text.OneLine(b.Alternative)})
	}
	failed, copies := make([]error, len(files)), make([]Copy, len(j.Forms))
	put := func(i int, data []byte) {
		files[i].SHA256 = fmt.Sprintf("%x", sha256.Sum256(data))
		failed[i] = named(file.Claim(filepath.Join(dir, files[i].Name), data), j.Target)
	}
	sizes := append(p.office.sizes(j.Forms), picture.Print)
	p.each(sizes, j.Forms, func(i int, c Copy, err error) {
		if copies[i], failed[i] = c, err; err == nil {
			put(i, c.Data)
		}
	}, j.Release, j.Translations)
	pictures, err := p.pictures(picture.Print, releases...)
	if err != nil {
		return nil, err
	}
	var group sync.WaitGroup
	for i, b := range shown(releases) {
		shown, place := pictures[b.Picture], len(j.Forms)+i
		files[place].Name = fmt.Sprintf("%s-%d%s", name, i+1, shown.Ending())
		group.Go(func() { put(place, shown.Data) })
	}
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	for _, c := range copies {
		packed.Missing = append(packed.Missing, c.Missing...)
		packed.Over = max(packed.Over, c.Over)
	}
	return files, nil
}

// named tells an error of the package a person asked for, not of the folder it
// is made in.
func named(err error, path string) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return &fs.PathError{Op: pathErr.Op, Path: path, Err: pathErr.Err}
	}
	return err
}

// Write puts a form on the disk. A file that is there already is fs.ErrExist,
// unless it may be replaced.
func Write(path string, data []byte, replace bool) error {
	if replace {
		return file.Replace(path, data)
	}
	return file.Create(path, data)
}
