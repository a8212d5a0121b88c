package settings

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"communique/editor/snippet"
)

func saidBy(text string) snippet.Snippet {
	return snippet.Snippet{Title: "О партнёре", Text: text}
}

// keep adds a snippet to those of a folder.
func keep(dir string, one snippet.Snippet) error {
	_, err := UpdateSnippets(dir, func(stored snippet.Set) (snippet.Set, error) { return stored.With(one), nil })
	return err
}

// TestTwoWritersOfSnippets has two windows that never look at each other add
// snippets in turns.
func TestTwoWritersOfSnippets(t *testing.T) {
	dir := t.TempDir()
	if set, err := LoadSnippets(dir); err != nil || len(set) > 0 {
		t.Fatal(set, err)
	}
	const each = 15
	var group sync.WaitGroup
	for writer := range 2 {
		group.Go(func() {
			for i := range each {
				if err := keep(dir, snippet.Snippet{Title: fmt.Sprintf("Знак %d-%d", writer, i), Text: "*"}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if set, err := LoadSnippets(dir); err != nil || len(set) != 2*each {
		t.Errorf("%d snippets, %v", len(set), err)
	}
}

func TestASnippetThatCannotBeReadIsNotLost(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "snippets.toml")
	text := "[[snippets]]\ntitle = \"Знак\"\ntext = \"*\"\n\n[[snippets]]\ntitle = \"Встреча\"\ntext = \"{person.voc}\"\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	known, err := LoadSnippets(dir)
	var unread *UnreadError
	if !errors.As(err, &unread) || len(known) != 1 || len(unread.Faults) != 1 || unread.Copy != path+".bak" {
		t.Fatalf("%+v, %v", known, err)
	}
	if _, err := UpdateSnippets(dir, func(stored snippet.Set) (snippet.Set, error) { return stored, nil }); err != nil {
		t.Fatal(err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != text {
		t.Errorf("it was written though nothing changed: %s, %v", data, err)
	}
	if err := keep(dir, saidBy("а")); err != nil {
		t.Fatal(err)
	}
	again, err := LoadSnippets(dir)
	if !errors.As(err, &unread) || len(again) != 2 || !strings.Contains(fmt.Sprint(unread.Faults), "snippets") {
		t.Errorf("%+v, %v", again, err)
	}
	if data, err := os.ReadFile(path + ".bak"); err != nil || string(data) != text {
		t.Errorf("the copy: %s, %v", data, err)
	}
	if err := Forget(dir); err != nil {
		t.Fatal(err)
	}
	if again, err := LoadSnippets(dir); err != nil || len(again) != 2 {
		t.Errorf("%+v, %v", again, err)
	}
}

func TestASnippetThatIsNoneIsNotWritten(t *testing.T) {
	dir := t.TempDir()
	if err := keep(dir, saidBy("{person.voc}")); err == nil {
		t.Error("it was written")
	}
	if _, err := os.Stat(filepath.Join(dir, "snippets.toml")); err == nil {
		t.Error("there is a file")
	}
}
