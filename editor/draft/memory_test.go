package draft

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
)

// TestUndoTakesTheRoomOfItsWords types words and takes them back letter by letter, as somebody does
// who looks for the right one: what is remembered of 22,000 keys is a few words for each step, and
// neither a piece for each key nor the text around it.
func TestUndoTakesTheRoomOfItsWords(t *testing.T) {
	r := release.New("ru")
	r.Lead = strings.Repeat("слово ", 80)
	s, c := session(r)
	end := len([]rune(r.Lead))
	held := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := held()
	for range 100 {
		for i := range 100 {
			letter(s, Typing, end+i, []string{"а", "б", "в", "г", " "}[i%5])
		}
		for i := range 100 {
			letter(s, Erasing, end+100-i, "")
		}
		c.t = c.t.Add(2 * time.Second)
		for range 10 { // a letter that was wrong
			letter(s, Typing, end, "а")
			letter(s, Erasing, end+1, "")
		}
	}
	const most = 2_000_000 // bytes: 3,000 words typed, 1,100 times some taken back
	if after := held(); after > before+most {
		t.Errorf("the keys take %d bytes", after-before)
	}
	for taken := true; taken; _, taken = s.Undo() {
	}
	if got := s.Release().Lead; got != r.Lead {
		t.Errorf("taken back to %q", got)
	}
}
