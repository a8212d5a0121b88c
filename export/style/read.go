package style

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"communique/assets/fonts"
	"communique/assets/styles"
	"communique/editor/tomltext"
	"communique/export/typeface"
)

// Plain is the name of the style that every other is based on.
const Plain = "plain"

// Names lists the styles the program ships with, the plain one first.
func Names() []string { return []string{Plain, "gost"} }

// Shipped returns a style the program ships with.
func Shipped(name string) (Style, error) {
	if !slices.Contains(Names(), name) {
		return Style{}, &UnknownError{Name: name}
	}
	data, err := styles.Files.ReadFile(name + ".toml")
	if err != nil {
		return Style{}, err
	}
	return Read(name, data, nil)
}

// Source returns the file of a style the program ships with, to start one's own from.
func Source(name string) ([]byte, error) {
	data, err := styles.Files.ReadFile(name + ".toml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &UnknownError{Name: name}
	}
	return data, err
}

// Read reads a style from its file. The fonts and the logo it names are taken
// from files, the folder the style lies in; nil is a folder without any. Its
// errors are those of tomltext, *UnknownError, *ValueError and *FileError.
func Read(name string, data []byte, files fs.FS) (Style, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var head Style
	if err := tomltext.Decode(data, &head); err != nil {
		return Style{}, err
	}
	s, err := base(name, head.Base)
	if err != nil {
		return Style{}, err
	}
	s.Title = nil // a map would be filled up, not replaced
	if err := tomltext.Decode(data, &s); err != nil {
		return Style{}, err
	}
	s.Name, s.id = name, new(int)
	if err := s.validate(); err != nil {
		return Style{}, err
	}
	return s, s.load(files)
}

// base returns what a style of that name starts from.
func base(name, from string) (Style, error) {
	if from == "" {
		from = Plain
	}
	data, err := Source(from)
	if err != nil {
		return Style{}, err
	}
	var s Style
	if name == from { // a shipped style itself
		return s, nil
	}
	if from != Plain {
		if s, err = base(from, ""); err != nil {
			return Style{}, err
		}
	}
	return s, tomltext.Decode(data, &s)
}

// Fits says how a colour is written, for who wrote another.
func (Ink) Fits() string { return "#rrggbb" }

// UnmarshalText reads "#rrggbb".
func (i *Ink) UnmarshalText(text []byte) error {
	digits, found := strings.CutPrefix(string(text), "#")
	value, err := strconv.ParseUint(digits, 16, 24)
	if !found || len(digits) != 6 || err != nil {
		return fmt.Errorf("%q is no colour: #rrggbb", text)
	}
	i.NRGBA = color.NRGBA{R: uint8(value >> 16), G: uint8(value >> 8 & 0xff), B: uint8(value & 0xff), A: 0xff}
	return nil
}

// families are the embedded faces by the names people know them by.
var families = map[string]string{
	"PT Serif": fonts.Serif, "PT Serif Bold": fonts.SerifBold, "PT Serif Italic": fonts.SerifItalic, "PT Serif Bold Italic": fonts.SerifBoldItalic,
	"PT Sans": fonts.Sans, "PT Sans Bold": fonts.SansBold, "PT Sans Italic": fonts.SansItalic, "PT Sans Bold Italic": fonts.SansBoldItalic,
}

// maxFile is the largest font or logo that is read, in bytes.
const maxFile = 20 << 20

// load reads the fonts and the logo.
func (s *Style) load(files fs.FS) error {
	faces := s.Faces.list()
	for i, name := range s.Fonts.list() {
		face, err := readFace(name, files)
		if err != nil {
			return &FileError{"fonts." + fontKeys[i], name, err}
		}
		*faces[i] = face
	}
	if s.Letterhead.LogoFile == "" {
		return nil
	}
	logo, err := readFile(s.Letterhead.LogoFile, files)
	if err == nil && len(logo) == 0 {
		err = errNoPicture
	}
	if err != nil {
		return &FileError{"letterhead.logo", s.Letterhead.LogoFile, err}
	}
	s.Logo = logo
	return nil
}

func readFace(name string, files fs.FS) (*typeface.Face, error) {
	if file, shipped := families[name]; shipped {
		return typeface.Embedded(file), nil
	}
	data, err := readFile(name, files)
	if err != nil {
		return nil, err
	}
	face, err := typeface.Parse(data)
	if err != nil {
		return nil, err
	}
	return face, face.Check()
}

func readFile(name string, files fs.FS) ([]byte, error) {
	if files == nil {
		return nil, fs.ErrNotExist
	}
	info, err := fs.Stat(files, name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		return nil, fs.ErrNotExist
	}
	if info.Size() > maxFile {
		return nil, errTooLarge
	}
	return fs.ReadFile(files, name)
}
