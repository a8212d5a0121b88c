package lookup

import (
	"errors"
	"slices"
	"testing"

	"communique/editor/grammar"
	"communique/editor/register"
	"communique/editor/release"
	"communique/editor/spelling"
)

// office is a window that holds every answer back until the test lets it go.
type office struct {
	*Lookup
	registers  register.Registers
	today      release.Date
	words      spelling.Words
	trouble    error
	speechless bool     // no speller can be made
	work, due  []func() // on goroutines of their own; on the UI goroutine
	told       []string
	ready      int
}

func newOffice() *office {
	o := &office{today: release.Date{Year: 2026, Month: 9, Day: 11}}
	o.registers.People = []register.Person{{First: "Иван", Last: "Пробный"}}
	o.Lookup = New(Params{
		Office: func() (register.Registers, grammar.House) { return o.registers, grammar.House{} },
		Today:  func() release.Date { return o.today },
		Speller: func(r register.Registers, h grammar.House) (*spelling.Checker, error) {
			if o.speechless {
				return nil, o.trouble
			}
			return spelling.New(spelling.Params{Registers: r, House: h, Words: o.words}), o.trouble
		},
		Ready: func() { o.ready++ },
		Trouble: func(err error) {
			if err != nil {
				o.told = append(o.told, err.Error())
			} else {
				o.told = append(o.told, "")
			}
		},
		Go: func(f func()) { o.work = append(o.work, f) }, Do: func(f func()) { o.due = append(o.due, f) },
	})
	return o
}

// settle lets all work and all answers go, the newest work first.
func (o *office) settle() {
	for len(o.work)+len(o.due) > 0 {
		if n := len(o.work); n > 0 {
			f := o.work[n-1]
			o.work = o.work[:n-1]
			f()
			continue
		}
		f := o.due[0]
		o.due = o.due[1:]
		f()
	}
}

func TestNothingIsKnownBeforeItIsMade(t *testing.T) {
	o := newOffice()
	o.Make(func() {})
	if o.Index() != nil || o.Known() != nil || o.Misspelt() != nil || o.Find("", "Проб", 5) != nil || o.Proposals("сотрудничиство") != nil {
		t.Error("something is known before it is made")
	}
	o.settle()
	if o.Index() == nil || o.Known() == nil || len(o.Misspelt()) == 0 || len(o.Find(grammar.Person, "Проб", 5)) != 1 {
		t.Error("nothing is known when it is made")
	}
	if got := o.Proposals("сотрудничиство"); len(got) == 0 || got[0] != "сотрудничество" {
		t.Errorf("proposed %q", got)
	}
	if got := o.Proposals("стороны"); len(got) != 0 {
		t.Errorf("for a right word %q", got)
	}
	if o.ready != 1 || !slices.Equal(o.told, []string{""}) {
		t.Errorf("told %d times, of the words %q", o.ready, o.told)
	}
}

// The newest registers count, in whatever order the answers come, and only who made them
// goes on.
func TestTheNewestRegistersCount(t *testing.T) {
	o := newOffice()
	var went []string
	o.Make(func() { went = append(went, "older") })
	o.registers.People = append(slices.Clone(o.registers.People), register.Person{First: "Анна", Last: "Пробная"})
	o.Make(func() { went = append(went, "newer") })
	o.settle()
	if got := len(o.Find(grammar.Person, "Проб", 5)); got != 2 || !slices.Equal(went, []string{"newer"}) {
		t.Errorf("%d people are found, and %q went on", got, went)
	}
}

// An appointment may begin tomorrow: on another day the registers are made ready again,
// and what was ready is asked until then.
func TestAnotherDay(t *testing.T) {
	o := newOffice()
	o.Make(func() {})
	o.settle()
	if o.Find("", "Проб", 5); len(o.work) != 0 {
		t.Error("on the same day everything is made again")
	}
	o.today.Day++
	if got := len(o.Find("", "Проб", 5)); got != 1 || len(o.work) != 1 {
		t.Errorf("on another day %d people are found, and %d are made ready", got, len(o.work))
	}
	o.settle()
	if o.Index().Day() != o.today {
		t.Error("the index is of yesterday")
	}
}

// Where no speller can be made, the one that is there goes on, and the trouble is told.
func TestASpellerThatCannotBeMade(t *testing.T) {
	o := newOffice()
	o.Make(func() {})
	o.settle()
	o.speechless, o.trouble = true, errors.New("words.txt")
	o.Make(func() {})
	o.settle()
	if len(o.Misspelt()) == 0 || len(o.Proposals("сотрудничиство")) == 0 || !slices.Equal(o.told, []string{"", "words.txt"}) {
		t.Errorf("told %q", o.told)
	}
}
