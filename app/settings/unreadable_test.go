package settings

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"communique/editor/register"
)

// TestAnUnreadableRegister: a register that cannot be read at all is neither taken for an empty
// one nor written over, and a window goes on with what it knew until it can be read again.
func TestAnUnreadableRegister(t *testing.T) {
	dir := t.TempDir()
	place := func(name string) register.Registers {
		return register.Registers{Places: []register.Place{{Name: name}}}
	}
	if _, _, err := SaveRegisters(dir, register.Registers{}, place("Пробный")); err != nil {
		t.Fatal(err)
	}
	again := Rereader(dir)
	people := filepath.Join(dir, "people.toml")
	if err := os.Mkdir(people, 0o700); err != nil {
		t.Fatal(err)
	}
	asked := false
	if _, err := UpdateRegisters(dir, func(r register.Registers) (register.Registers, error) {
		asked = true
		return r.With(place("Второй")), nil
	}); err == nil || asked {
		t.Errorf("changed what could not be read: asked %v, %v", asked, err)
	}
	if err := Forget(dir); err == nil {
		t.Error("what could not be read was forgotten")
	}
	if s, r, ok, _ := again(); ok {
		t.Errorf("read %+v, %+v", s, r)
	}
	if err := os.Remove(people); err != nil {
		t.Fatal(err)
	}
	if _, _, err := SaveRegisters(dir, place("Пробный"), place("Пробный").With(place("Второй"))); err != nil {
		t.Fatal(err)
	}
	if _, r, ok, _ := again(); !ok || len(r.Places) != 2 {
		t.Errorf("got %+v, %v", r, ok)
	}
}

// TestAChangeThatFails is not written.
func TestAChangeThatFails(t *testing.T) {
	dir, wrong := t.TempDir(), errors.New("wrong")
	if _, err := UpdateRegisters(dir, func(r register.Registers) (register.Registers, error) {
		return r.With(register.Registers{Places: []register.Place{{Name: "Пробный"}}}), wrong
	}); !errors.Is(err, wrong) {
		t.Error(err)
	}
	if r, err := LoadRegisters(dir); err != nil || len(r.Places) > 0 {
		t.Errorf("%+v, %v", r, err)
	}
}
