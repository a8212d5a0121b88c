package background_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"communique/app/window/background"
)

// stage holds every answer back until the test lets it go.
type stage struct {
	t       testing.TB
	queue   chan func() // what waits for the UI goroutine, which is the test's own
	about   *background.Questions
	gates   []chan error
	begun   []chan context.Context // what each question's work was given
	told    []string
	dropped []int
}

func newStage(t testing.TB) *stage {
	s := &stage{t: t, queue: make(chan func(), 100)}
	s.about = background.New(func(f func()) { go f() }, func(f func()) { s.queue <- f })
	return s
}

func (s *stage) question() background.Question {
	n, gate, begun := len(s.gates), make(chan error), make(chan context.Context, 1)
	s.gates, s.begun = append(s.gates, gate), append(s.begun, begun)
	return background.Question{
		Work: func(ctx context.Context) error {
			begun <- ctx
			return <-gate
		},
		Answer: func(err error) {
			answer := fmt.Sprint(n)
			if err != nil {
				answer += err.Error()
			}
			s.told = append(s.told, answer)
		},
		Dropped: func() { s.dropped = append(s.dropped, n) },
	}
}

// answer lets the answer to question n come, and applies it.
func (s *stage) answer(n int, err error) {
	s.gates[n] <- err
	(<-s.queue)()
}

func (s *stage) want(told []string, dropped []int) {
	s.t.Helper()
	if !slices.Equal(s.told, told) || !slices.Equal(s.dropped, dropped) {
		s.t.Errorf("answers %v, dropped %v; want %v, %v", s.told, s.dropped, told, dropped)
	}
}

func TestTheNewestQuestionWins(t *testing.T) {
	s := newStage(t)
	for range 3 {
		s.about.Ask(s.question())
	}
	s.answer(2, nil)
	s.answer(0, nil)
	s.answer(1, errors.New("!"))
	s.want([]string{"2"}, []int{0, 1})
	if (<-s.begun[0]).Err() == nil || (<-s.begun[2]).Err() != nil {
		t.Error("work that nobody wants is told so, other work is not")
	}
}

func TestAnErrorIsAnAnswer(t *testing.T) {
	s := newStage(t)
	s.about.Ask(s.question())
	s.answer(0, errors.New("!"))
	s.want([]string{"0!"}, nil)
}

func TestQuestionsBesideEachOther(t *testing.T) {
	s := newStage(t)
	s.about.Add(s.question())
	s.about.Add(s.question())
	s.answer(1, nil)
	s.about.Drop()
	s.about.Add(s.question())
	s.answer(0, nil)
	s.answer(2, nil)
	s.want([]string{"1", "2"}, []int{0})
}

func TestNothingNeedsToBeGivenBack(t *testing.T) {
	s := newStage(t)
	q := s.question()
	q.Dropped = nil
	s.about.Ask(q)
	s.about.Drop()
	s.answer(0, nil)
	s.want(nil, nil)
}

func TestWanted(t *testing.T) {
	s := newStage(t)
	first := s.about.Wanted()
	if !first() {
		t.Error("nothing came since")
	}
	s.about.Ask(s.question())
	second := s.about.Wanted()
	if first() || !second() {
		t.Error("a question came since the first")
	}
	s.answer(0, nil)
	if !second() {
		t.Error("an answer is no question")
	}
}

// TestAnyOrder asks, adds, drops and answers in any order: what is told is what
// a list of the questions that are still wanted says.
func TestAnyOrder(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := newStage(t)
		var open, wanted []int
		var told []string
		var dropped []int
		ask := func(how func(background.Question)) {
			open, wanted = append(open, len(s.gates)), append(wanted, len(s.gates))
			how(s.question())
		}
		for range 30 {
			switch r.IntN(5) {
			case 0:
				wanted = nil
				ask(s.about.Ask)
			case 1:
				ask(s.about.Add)
			case 2:
				wanted = nil
				s.about.Drop()
			default:
				if len(open) == 0 {
					continue
				}
				i := r.IntN(len(open))
				n := open[i]
				open = slices.Delete(open, i, i+1)
				if slices.Contains(wanted, n) {
					told = append(told, fmt.Sprint(n))
				} else {
					dropped = append(dropped, n)
				}
				s.answer(n, nil)
			}
		}
		for _, n := range open {
			s.gates[n] <- nil
		}
		s.want(told, dropped)
		if t.Failed() {
			t.Fatalf("seed %d", seed)
		}
	}
}
