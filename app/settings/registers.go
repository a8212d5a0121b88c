package settings

import (
	"errors"
	"fmt"
	"path/filepath"
	"reflect"
	"slices"

	"communique/editor/register"
	"communique/editor/tomltext"
)

// LoadRegisters reads people.toml, organisations.toml and places.toml in dir;
// one that is not there is empty. Cards that cannot be read are left out, and
// told by an *UnreadError of each file beside the rest; other errors are the
// file system's. Nothing is written.
func LoadRegisters(dir string) (register.Registers, error) {
	all, troubles, err := loadRegisters(dir)
	return all, errors.Join(append(troubles, err)...)
}

// loadRegisters reads the registers, and tells apart what keeps them from being read
// and, of each file, what could not be read of it.
func loadRegisters(dir string) (all register.Registers, troubles []error, err error) {
	files, err := readRegisters(dir)
	if err != nil {
		return register.Registers{}, nil, err
	}
	for _, f := range files {
		all = joined(all, f.cards)
		troubles = append(troubles, unread(f.path, f.data, f.faults))
	}
	return all, troubles, nil
}

// SaveRegisters writes what was changed of the registers: known is how they
// were read, wanted how they are to be. What others have written since then
// stays, and so does what could not be read. It returns the registers as they
// are now, and the cards that were changed on both sides, which it left as the
// others wrote them.
func SaveRegisters(dir string, known, wanted register.Registers) (register.Registers, []register.Conflict, error) {
	var conflicts []register.Conflict
	saved, err := UpdateRegisters(dir, func(stored register.Registers) (register.Registers, error) {
		var merged register.Registers
		merged, conflicts = register.Merge(known, wanted, stored)
		return merged, nil
	})
	return saved, conflicts, err
}

// UpdateRegisters changes the registers as they are on the disk, while nobody
// else does. Each file is written whole or not at all, and none where one of
// them could not be read again.
func UpdateRegisters(dir string, change func(register.Registers) (register.Registers, error)) (register.Registers, error) {
	var changed register.Registers
	err := locked(dir, func() error {
		files, err := readRegisters(dir)
		if err != nil {
			return err
		}
		var stored register.Registers
		for _, f := range files {
			stored = joined(stored, f.cards)
		}
		if changed, err = change(stored); err != nil {
			return err
		}
		files = slices.DeleteFunc(files, func(f registerFile) bool { return reflect.DeepEqual(f.cards, changed.Only(f.name)) })
		return writeRegisters(files, changed, func(f registerFile) []tomltext.Fault { return f.faults })
	})
	return changed, err
}

// writeRegisters puts cards in the place of those in files, below notes of what
// still cannot be read.
func writeRegisters(files []registerFile, cards register.Registers, still func(registerFile) []tomltext.Fault) error {
	texts := make([][]byte, len(files))
	for i, f := range files {
		var err error
		if texts[i], err = cards.Write(f.name, ".toml"); err != nil {
			return fmt.Errorf("%s: %w", f.path, err)
		}
	}
	for i, f := range files {
		if err := rewrite(f.path, f.data, texts[i], f.faults, still(f)); err != nil {
			return err
		}
	}
	return nil
}

// registerFile is the file of one register, as it was read.
type registerFile struct {
	name, path string
	data       []byte
	cards      register.Registers
	faults     []tomltext.Fault
}

func readRegisters(dir string) ([]registerFile, error) {
	var files []registerFile
	for _, name := range register.Names() {
		f := registerFile{name: name, path: filepath.Join(dir, name+".toml")}
		var err error
		if f.data, err = readFile(f.path); err != nil {
			return nil, err
		}
		f.cards, f.faults = register.Decode(name, f.data)
		files = append(files, f)
	}
	return files, nil
}

// joined is one register beside the others.
func joined(a, b register.Registers) register.Registers {
	return register.Registers{
		People: append(a.People, b.People...), Organisations: append(a.Organisations, b.Organisations...), Places: append(a.Places, b.Places...),
	}
}

// Forget lets go of everything that could not be read of the settings, the registers,
// the snippets and the words. Copies of the files as they were stay beside them.
func Forget(dir string) error {
	if _, err := Update(dir, func(s Settings) (Settings, error) {
		s.Unread = nil
		return s, nil
	}); err != nil {
		return err
	}
	return locked(dir, func() error {
		files, err := readRegisters(dir)
		if err != nil {
			return err
		}
		files = slices.DeleteFunc(files, func(f registerFile) bool { return len(f.faults) == 0 })
		var cards register.Registers
		for _, f := range files {
			cards = joined(cards, f.cards)
		}
		if err := writeRegisters(files, cards, func(registerFile) []tomltext.Fault { return nil }); err != nil {
			return err
		}
		return errors.Join(snippets.forget(dir), words.forget(dir))
	})
}
