package grammar

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// headlines reads a list of phrases from testdata: one a line, notes with #.
func headlines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all = append(all, line)
		}
	}
	return all
}

// Where the name begins in each headline is as a person marked it, and the forms
// are as a person has read them.
func TestHeadlines(t *testing.T) {
	var got strings.Builder
	for _, line := range headlines(t, "headlines") {
		wantPost, wantName, _ := strings.Cut(line, " | ")
		of := ReadHolder(wantPost+" "+wantName, nil)
		if of.Post != wantPost || of.Name != wantName {
			t.Errorf("%q | %q", of.Post, of.Name)
		}
		d := house.DeclineHolder(Unknown, of)
		fmt.Fprintf(&got, "%s; %s; %s%s\n", d.Forms[Genitive], d.Forms[Dative], d.Forms[Instrumental], map[bool]string{true: " ?"}[d.Guess])
	}
	golden(t, "headlines-forms", got.String())
}

// The forms of names of the world are as a person has read them.
func TestNamesOfTheWorld(t *testing.T) {
	var got strings.Builder
	for _, line := range headlines(t, "world") {
		gender, name, told := strings.Cut(line, " | ")
		if !told {
			gender, name = "", line
		}
		d := house.DeclinePerson(Gender(gender), name)
		fmt.Fprintf(&got, "%s%s\n", forms(d), map[bool]string{true: " ?"}[d.Guess])
	}
	golden(t, "world-forms", got.String())
}
