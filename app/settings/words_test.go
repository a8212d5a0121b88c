package settings

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"communique/editor/spelling"
)

// TestTwoWritersOfWords has two windows that never look at each other add words in turns.
func TestTwoWritersOfWords(t *testing.T) {
	dir := t.TempDir()
	if all, err := LoadWords(dir); err != nil || len(all) > 0 {
		t.Fatal(all, err)
	}
	if _, err := UpdateWords(dir, func(spelling.Words) (spelling.Words, error) { return spelling.Words{}, nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "words.toml")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file without words was written: %v", err)
	}
	letters := []rune("абвгдежзиклмноп")
	names := []string{"первое", "второе"}
	var group sync.WaitGroup
	for writer := range 2 {
		group.Go(func() {
			for _, r := range letters {
				word := names[writer] + string(r)
				if _, err := UpdateWords(dir, func(stored spelling.Words) (spelling.Words, error) { return stored.With(word), nil }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if all, err := LoadWords(dir); err != nil || len(all) != 2*len(letters) {
		t.Errorf("%d words, %v", len(all), err)
	}
}

func TestAWordThatCannotBeReadIsNotLost(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "words.toml")
	if err := os.WriteFile(path, []byte("words = [\"Пробоград\", \"два слова\"]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	known, err := LoadWords(dir)
	var unread *UnreadError
	if !errors.As(err, &unread) || len(known) != 1 {
		t.Fatalf("%v, %v", known, err)
	}
	if _, err := UpdateWords(dir, func(stored spelling.Words) (spelling.Words, error) { return stored.With("совет"), nil }); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := LoadWords(dir); !errors.As(err, &unread) || len(all) != 2 {
		t.Errorf("%s is read as %v, %v", data, all, err)
	}
	if err := Forget(dir); err != nil {
		t.Fatal(err)
	}
	if all, err := LoadWords(dir); err != nil || len(all) != 2 {
		t.Errorf("after that: %v, %v", all, err)
	}
}

func TestLoadDictionaries(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]")
	folder := filepath.Join(dir, "dictionaries")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"kk_KZ.aff": "SET UTF-8\nSFX A Y 1\nSFX A 0 лар .", "kk_KZ.dic": "1\nмырза/A", "alone.aff": "SET UTF-8", "lone.dic": "1\na", "yy.aff": "SET UTF-8", "yy.dic": "\x00\x01\xff\n\x02\x03\n", "xx.aff": "SET KLINGON", "xx.dic": "1\na", "note.txt": "",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	all, err := LoadDictionaries(dir)
	if len(all) != 1 || !all[0].Has("мырзалар") {
		t.Errorf("%d dictionaries", len(all))
	}
	var broken *DictionaryError
	if !errors.As(err, &broken) || len(err.(interface{ Unwrap() []error }).Unwrap()) != 4 {
		t.Errorf("got %v", err)
	}
	if all, err := LoadDictionaries(t.TempDir()); err != nil || len(all) > 0 {
		t.Error("a folder that is not there has dictionaries:", all, err)
	}
}

// Words that somebody else wrote are noticed once.
func TestWordsRereader(t *testing.T) {
	dir := t.TempDir()
	changed := WordsRereader(dir)
	if changed() {
		t.Error("nothing was written yet")
	}
	if _, err := UpdateWords(dir, func(w spelling.Words) (spelling.Words, error) { return w.With("пробник"), nil }); err != nil {
		t.Fatal(err)
	}
	if !changed() || changed() {
		t.Error("a word was added once")
	}
}

// TestMostDictionaries holds that of a folder full of dictionaries the first twenty are read,
// and that the others are told.
func TestMostDictionaries(t *testing.T) {
	dir := t.TempDir()
	folder := filepath.Join(dir, "dictionaries")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := range 21 {
		name := filepath.Join(folder, fmt.Sprintf("d%02d", i))
		for path, text := range map[string]string{name + ".aff": "SET UTF-8", name + ".dic": fmt.Sprintf("1\nw%02d", i)} {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	all, err := LoadDictionaries(dir)
	var tooMany *TooManyError
	var left *DictionaryError
	if !errors.As(err, &tooMany) || !errors.As(err, &left) || filepath.Base(left.Path) != "d20" || len(all) != 20 || !all[0].Has("w00") || !all[19].Has("w19") {
		t.Errorf("%d dictionaries, %v", len(all), err)
	}
}
