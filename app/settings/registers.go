package settings

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"communique/editor/register"
	"communique/export/file"
)

// LoadRegisters reads people.toml, organisations.toml and places.toml in dir;
// one that is not there is empty. A broken file is moved aside and told by a
// *BrokenError beside what the others hold; other errors are the file
// system's.
func LoadRegisters(dir string) (register.Registers, error) {
	var r register.Registers
	var troubles [3]error
	r.People, troubles[0] = loadRegister(dir, register.People, register.DecodePeople)
	r.Organisations, troubles[1] = loadRegister(dir, register.Organisations, register.DecodeOrganisations)
	r.Places, troubles[2] = loadRegister(dir, register.Places, register.DecodePlaces)
	return r, errors.Join(troubles[:]...)
}

func loadRegister[T any](dir, name string, decode func([]byte) ([]T, error)) ([]T, error) {
	path := registerPath(dir, name)
	data, err := os.ReadFile(path) //nolint:gosec // the settings' own folder
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	all, cause := decode(bytes.TrimPrefix(data, []byte("\ufeff")))
	if cause == nil {
		return all, nil
	}
	kept, err := setAside(path)
	if err != nil {
		return nil, errors.Join(cause, err)
	}
	return nil, &BrokenError{Kept: kept, Cause: cause}
}

// SaveRegisters writes the registers to dir, each file whole or not at all.
func SaveRegisters(dir string, r register.Registers) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	people, err := register.EncodePeople(r.People)
	if err != nil {
		return err
	}
	organisations, err := register.EncodeOrganisations(r.Organisations)
	if err != nil {
		return err
	}
	places, err := register.EncodePlaces(r.Places)
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{register.People: people, register.Organisations: organisations, register.Places: places} {
		if err := replaceChanged(registerPath(dir, name), data); err != nil {
			return err
		}
	}
	return nil
}

func registerPath(dir, name string) string { return filepath.Join(dir, name+".toml") }

// replaceChanged spares the disk what it has already.
func replaceChanged(path string, data []byte) error {
	old, err := os.ReadFile(path) //nolint:gosec // the settings' own folder
	if err == nil && bytes.Equal(old, data) || errors.Is(err, fs.ErrNotExist) && len(data) == 0 {
		return nil
	}
	return file.Replace(path, data)
}
