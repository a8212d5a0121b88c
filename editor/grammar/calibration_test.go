package grammar

import (
	"strings"
	"testing"
)

// tally counts what became of names that were asked.
type tally struct{ asked, wrong, guessed, wrongGuesses int }

// TestCalibration asks the names of the headlines with less than the headlines tell: without
// the post, with the surname first, in capitals. The forms that a person has read are the
// truth. `go test -run TestCalibration -v ./editor/grammar` prints the figures: of what is
// said to be sure hardly anything is wrong, and what is wrong is said to be a guess.
func TestCalibration(t *testing.T) {
	truths := headlines(t, "headlines-forms")
	for way, turn := range map[string]func(string) string{
		"alone":         func(text string) string { return text },
		"surname first": secondFirst,
		"in capitals":   strings.ToUpper,
	} {
		var n tally
		for i, line := range headlines(t, "headlines") {
			post, name, _ := strings.Cut(line, " | ")
			if want := nameOf(post, truths[i]); want[0] != "" && strings.Contains(name, " ") && (way != "surname first" || mayTurn(name)) {
				n.ask(t, turn(name), turn(want[0])+"; "+turn(want[1])+"; "+turn(want[2]))
			}
		}
		t.Logf("%s: of %d names %d are sure and wrong; of %d guesses %d are wrong", way, n.asked, n.wrong, n.guessed, n.wrongGuesses)
		if n.asked < 900 || n.wrong*1000 > n.asked*sureAndWrong[way] {
			t.Errorf("%s: %+v", way, n)
		}
	}
}

// sureAndWrong is how many of a thousand may be, at most. Of a woman's name before a man's nobody
// can tell the order: Асыл Берик.
var sureAndWrong = map[string]int{"alone": 1, "surname first": 4, "in capitals": 1}

// ask counts what becomes of a name whose forms are wanted.
func (n *tally) ask(t *testing.T, name, want string) {
	d := house.DeclinePerson(Unknown, name)
	got := strings.Join([]string{d.Forms[Genitive], d.Forms[Dative], d.Forms[Instrumental]}, "; ")
	right := strings.EqualFold(got, want)
	n.asked++
	switch {
	case d.Guess && !right:
		n.guessed, n.wrongGuesses = n.guessed+1, n.wrongGuesses+1
	case d.Guess:
		n.guessed++
	case !right:
		n.wrong++
		t.Logf("sure and wrong: %s, not %s", got, want)
	}
}

// nameOf are the three forms of the name in a line of forms, without those of the post before it.
func nameOf(post, line string) (forms [3]string) {
	d := house.DeclinePost(post)
	for i, form := range strings.SplitN(strings.TrimSuffix(line, " ?"), "; ", 3) {
		name, ok := strings.CutPrefix(form, d.Forms[[...]Case{Genitive, Dative, Instrumental}[i]])
		if !ok {
			return [3]string{}
		}
		forms[i] = strings.TrimSpace(name)
	}
	return forms
}

// mayTurn reports a first name and a surname, which registers have the other way round.
func mayTurn(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	return len(words) == 2 && !strings.ContainsAny(name, ".()") && soleName(words) < 0 && !eastAsian.Has(words[0]) && !eastAsian.Has(words[1])
}

// secondFirst turns two words round.
func secondFirst(text string) string {
	first, second, _ := strings.Cut(text, " ")
	return second + " " + first
}
