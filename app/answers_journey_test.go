package app_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// typist is a person who types into releases without looking up, with what was
// typed into which.
type typist struct {
	*desktop
	releases []*typed
	keys     int // how many letters were typed
	tokens   int
	random   *rand.Rand
}

// typed is a release and what belongs into it.
type typed struct {
	word, headline, lead string
	id                   string
	tokens, tags         []string
}

// noise is typed while nobody can say where it goes; the texts have no such letter.
// Where it goes before the word that was looked for, the space keeps it a word.
const noise = "ъъъ "

func newTypist(t *testing.T) *typist {
	p := &typist{desktop: newDesktop(t), random: rand.New(rand.NewPCG(9, 3))}
	p.settle()
	dir := filepath.Join(p.home, "Старые релизы")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	for i, word := range []string{"Встреча", "Учение", "Заседание", "Выставка"} {
		r := &typed{word: word, headline: word + " в Пробном завершена", lead: fmt.Sprintf("%d сентября 2024 года в Пробном завершена работа.", i+1)}
		text := r.headline + "\n\n" + r.lead + "\n\nОна прошла хорошо.\n"
		if err := os.WriteFile(filepath.Join(dir, word+".txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p.releases = append(p.releases, r)
	}
	p.communique("import", dir)
	for _, r := range p.releases {
		r.id = p.found(strings.ToLower(r.word))
	}
	return p
}

// type_ types quickly, as a person who does not wait for the screen.
func (p *typist) quickly(text string) {
	p.t.Helper()
	p.keys += len([]rune(text))
	if _, err := p.tool("xdotool", "type", "--delay", "12", text); err != nil {
		p.t.Fatal(err)
	}
}

func (p *typist) press(names ...string) {
	p.t.Helper()
	if _, err := p.tool("xdotool", append([]string{"key", "--delay", "12"}, names...)...); err != nil {
		p.t.Fatal(err)
	}
}

// ask asks for a release by its word, without waiting for it.
func (p *typist) ask(r *typed) {
	p.press("F4", "ctrl+a")
	p.quickly(strings.ToLower(r.word))
	p.press("Return")
}

// seen waits until a release is the one on the screen: its headline is what the
// window puts on the clipboard.
func (p *typist) seen(r *typed) {
	p.t.Helper()
	p.copied("the release "+r.word, func(headline string) bool {
		return strings.TrimSpace(strings.ReplaceAll(headline, noise[:2], "")) == r.headline
	}, "ctrl+shift+1")
}

// write types tokens at the caret; they belong into the release on the screen.
func (p *typist) writeTokens(r *typed, n int) {
	for range n {
		p.tokens++
		token := fmt.Sprintf("т%03dк", p.tokens)
		r.tokens = append(r.tokens, token)
		p.quickly(" " + token)
	}
}

var tokenForm = regexp.MustCompile(`т\d{3}к`)

// check compares a release in the library with what was typed into it.
func (p *typist) check(r *typed) error {
	shown := string(p.communique("show", r.id))
	if got := tokenForm.FindAllString(shown, -1); strings.Join(got, " ") != strings.Join(r.tokens, " ") {
		return fmt.Errorf("%s has\n%v\ntyped were\n%v\n%s", r.word, got, r.tokens, shown)
	}
	plain := strings.ReplaceAll(tokenForm.ReplaceAllString(shown, ""), noise[:2], "")
	plain = strings.Join(strings.Fields(plain), " ")
	for _, original := range []string{r.headline, r.lead, "Она прошла хорошо."} {
		if !strings.Contains(plain, original) {
			return fmt.Errorf("%s has lost %q:\n%s", r.word, original, shown)
		}
	}
	for _, tag := range r.tags {
		if !strings.Contains(shown, tag) {
			return fmt.Errorf("%s has not the tag %s:\n%s", r.word, tag, shown)
		}
	}
	return nil
}

// themes are the last items of the menu «Вид», counted from its end.
func (p *typist) chooseTheme(fromEnd int) {
	p.press("alt", "Right", "Right", "Right", "Right")
	for range fromEnd {
		p.press("Up")
	}
	p.press("Return")
}

// TestJourneyTypingThroughEverything types some two thousand keys while
// releases are opened, tagged and exported and the theme is changed, mostly
// without waiting. At the end each release has what was typed into it.
func TestJourneyTypingThroughEverything(t *testing.T) {
	p := newTypist(t)
	documents := filepath.Join(p.home, "Documents")
	if err := os.Mkdir(documents, 0o700); err != nil {
		t.Fatal(err)
	}
	p.open()
	began, exports := time.Now(), 0
	for round := 0; p.keys < 2000; round++ {
		decoy, r := p.releases[p.random.IntN(4)], p.releases[p.random.IntN(4)]
		p.ask(decoy)
		p.ask(r)
		p.quickly(noise)
		p.seen(r)
		p.press("ctrl+t", "ctrl+Home", "ctrl+End") // the caret may be where it was, at the end, where ctrl+End goes on
		p.writeTokens(r, 4)
		switch round % 4 {
		case 0:
			tag := "метка" + strconv.Itoa(round)
			r.tags = append(r.tags, tag)
			p.press("ctrl+g")
			p.quickly(tag)
			p.press("Return")
		case 1:
			exports++
			p.press("ctrl+e", "ctrl+a")
			p.quickly("выпуск" + strconv.Itoa(exports) + ".pdf")
			p.press("Return")
		case 2:
			p.chooseTheme(1 + round/4%3)
		}
		p.writeTokens(r, 4)
	}
	p.press("ctrl+s")
	t.Logf("%d keys in %v, %d tokens, %d exports", p.keys, time.Since(began).Round(time.Second), p.tokens, exports)
	for _, r := range p.releases {
		var err error
		end := time.Now().Add(10 * time.Second)
		for err = p.check(r); err != nil && time.Now().Before(end); err = p.check(r) {
			continue
		}
		if err != nil {
			t.Error(err)
		}
	}
	p.wait("the exports", func() bool {
		found, _ := filepath.Glob(filepath.Join(documents, "*.pdf"))
		return len(found) == exports
	})
	if entries := p.list(); len(entries) != len(p.releases) {
		t.Errorf("%d releases: a copy was made", len(entries))
	}
	if t.Failed() {
		p.giveUp("the texts")
	}
}
