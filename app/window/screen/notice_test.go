package screen_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"communique/app/window/screen"
	"communique/app/window/screen/screentest"
	"communique/assets/translations"
	"communique/editor/controls"
	"communique/editor/controls/controlstest"
)

// say is a sentence that is the same in every language.
func say(text string) translations.Sentence {
	return func(*translations.Words) string { return text }
}

// seenIn is what a notice shows, its buttons in brackets, in the order of the alphabet.
func seenIn(n *screen.Notice) string {
	var all []string
	for _, o := range controlstest.Objects(n.Object()) {
		if label, ok := controlstest.Label(o); ok && label.Text != "" && label.Visible() {
			all = append(all, label.Text)
		}
		if o, ok := o.(*controls.Button); ok {
			if o.Text != "" && o.Visible() {
				all = append(all, "["+o.Text+"]")
			}
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ")
}

// TestWhatIsToldStays: trouble until it was in sight long enough to be read, what offers a way
// until that is taken; small words stand below it.
func TestWhatIsToldStays(t *testing.T) {
	s := screentest.New(t)
	var (
		now    time.Time
		taken  int
		unsaid screen.Told
	)
	n := screen.NewNotice(screen.NoticeParams{Keys: s.Base.Keys, Now: func() time.Time { return now }, Settle: func() {}})
	n.Stand(s.Base.Words, widget.NewLabel(""), nil)
	s.Window.SetContent(n.Object())
	tell := func(text string, trouble bool) func() { return func() { n.Tell(say(text), trouble) } }
	wait := func(d time.Duration) func() { return func() { now = now.Add(d) } }
	unsaved := func() {
		unsaid = n.Offer(say("Не сохранено"), say("В другой файл…"), func() {})
	}
	closing := func() {
		for _, o := range controlstest.Objects(n.Object()) {
			if b, ok := o.(*controls.Button); ok && b.Icon != nil {
				b.OnTapped()
			}
		}
	}
	for _, step := range []struct {
		name string
		do   func()
		want string
	}{
		{"a small word", tell("Записано", false), "Записано"},
		{"another in its place", tell("Выведено", false), "Выведено"},
		{"trouble in its place", tell("Нет папки", true), "Нет папки"},
		{"a small word below it", tell("Записано", false), "Записано Нет папки"},
		{"another", tell("Выведено", false), "Выведено Нет папки"},
		{"the same trouble leaves it there", tell("Нет папки", true), "Выведено Нет папки"},
		{"time goes by", wait(6 * time.Second), "Выведено Нет папки"},
		{"other trouble comes before", tell("Нет сети", true), "Нет сети"},
		{"a long time goes by", wait(time.Minute), "Нет сети"},
		{"a word in the place of what was read", tell("Записано", false), "Записано Нет папки"},
		{"closed, the word too", closing, ""},
		{"trouble", tell("Нет папки", true), "Нет папки"},
		{"read", wait(10 * time.Second), "Нет папки"},
		{"a word in its place", tell("Записано", false), "Записано"},
		{"trouble", tell("Нет папки", true), "Нет папки"},
		{"not quite read", wait(6 * time.Second), "Нет папки"},
		{"told again", tell("Нет папки", true), "Нет папки"},
		{"read", wait(4 * time.Second), "Нет папки"},
		{"a word in its place", tell("Записано", false), "Записано"},
		{"trouble", tell("Нет папки", true), "Нет папки"},
		{"not quite read", wait(6 * time.Second), "Нет папки"},
		{"other trouble before it", tell("Нет сети", true), "Нет сети"},
		{"a long time goes by", wait(time.Minute), "Нет сети"},
		{"closed", closing, "Нет папки"},
		{"read", wait(4 * time.Second), "Нет папки"},
		{"a word in its place", tell("Записано", false), "Записано"},
		{"a proposal", func() { n.Propose(say("Рядом копии"), say("Объединить…"), func() { taken++ }) }, "[Объединить…] Рядом копии"},
		{"a very long time", wait(time.Hour), "[Объединить…] Рядом копии"},
		{"a small word", tell("Записано", false), "[Объединить…] Записано Рядом копии"},
		{"trouble comes before it", unsaved, "[В другой файл…] Не сохранено"},
		{"a word", tell("Записано", false), "[В другой файл…] Записано Не сохранено"},
		{"the same again", unsaved, "[В другой файл…] Записано Не сохранено"},
		{"trouble with no way", tell("Нет папки", true), "Нет папки"},
		{"closed", closing, "[В другой файл…] Не сохранено"},
		{"it is well again", func() { unsaid.Withdraw() }, "[Объединить…] Рядом копии"},
		{"the way is taken", func() { s.Tap("Объединить…") }, "[Объединить…] Рядом копии"},
		{"what came of it", tell("Объединено", false), "Объединено"},
		{"closed, too", closing, ""},
		{"trouble behind other", tell("Нет папки", true), "Нет папки"},
		{"the other", unsaved, "[В другой файл…] Не сохранено"},
		{"a word", tell("Записано", false), "[В другой файл…] Записано Не сохранено"},
		{"withdrawn, the word stays", func() { unsaid.Withdraw() }, "Записано Нет папки"},
	} {
		if step.do(); seenIn(n) != step.want {
			t.Errorf("%s: %q is seen, not %q", step.name, seenIn(n), step.want)
		}
	}
	if taken != 1 {
		t.Errorf("the way was taken %d times", taken)
	}
	if unsaid.Withdraw() {
		t.Error("what is gone was there")
	}
}

// TestWhatIsToldChangesItsLanguage, the small word and the buttons too.
func TestWhatIsToldChangesItsLanguage(t *testing.T) {
	s := screentest.New(t)
	n := screen.NewNotice(screen.NoticeParams{Keys: s.Base.Keys, Now: time.Now, Settle: func() {}})
	n.Stand(s.Base.Words, widget.NewLabel(""), nil)
	n.Offer(translations.Text("nothing-open"), translations.Text("unsaved-elsewhere"), func() {})
	n.Tell(translations.Plural("status-set", 2), false)
	english, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []*translations.Words{s.Base.Words, english, s.Base.Words} {
		n.Stand(words, widget.NewLabel(""), nil)
		want := []string{"[" + words.Text("unsaved-elsewhere") + "]", words.Text("nothing-open"), words.Plural("status-set", 2)}
		slices.Sort(want)
		if got := seenIn(n); got != strings.Join(want, " ") || n.Text() != words.Text("nothing-open") {
			t.Errorf("in %s it says %q", words.Language, got)
		}
	}
}

// TestNotice: what is told floats in the middle over the foot, in a colour that says whether
// it is trouble, with a way on where there is one, and goes when it is sent away.
func TestNotice(t *testing.T) {
	s := screentest.New(t)
	foot := widget.NewLabel("Всего 5")
	settled, taken := 0, 0
	n := screen.NewNotice(screen.NoticeParams{Keys: s.Base.Keys, Now: time.Now, Settle: func() { settled++ }})
	library, beside := float32(0), float32(0)
	n.Stand(s.Base.Words, foot, func() (left, right float32) { return library, beside })
	s.Window.SetContent(n.Object())
	if n.Text() != "" || n.Offers() {
		t.Errorf("it begins with %q", n.Text())
	}
	n.Tell(say("Сохранено"), false)
	if n.Text() != "Сохранено" || n.Troubled() || n.Offers() {
		t.Errorf("told %q, trouble %v", n.Text(), n.Troubled())
	}
	told := n.Offer(say("Нет места"), say("Другая папка"), func() { taken++ })
	if n.Text() != "Нет места" || !n.Troubled() || !n.Offers() {
		t.Errorf("told %q, trouble %v, a way on %v", n.Text(), n.Troubled(), n.Offers())
	}
	if s.Tap("Другая папка"); taken != 1 {
		t.Error("the way on leads nowhere")
	}
	box := n.Object().(*fyne.Container).Objects[0]
	between := func() (left, right, below float32) {
		at, size, all := box.Position(), box.Size(), n.Object().Size()
		return at.X, all.Width - at.X - size.Width, all.Height - at.Y - size.Height
	}
	left, right, below := between()
	if covers := n.Covers(); covers != box.Size().Height+16 || !box.Visible() {
		t.Errorf("it covers %v", covers)
	}
	if left != right || left < 16 || below != foot.MinSize().Height+16 {
		t.Errorf("it stands %v from the left, %v from the right, %v from below", left, right, below)
	}
	told.Withdraw()
	foot.Hide()
	n.Tell(say("Сохранено"), false)
	if left, right, below = between(); below != 16 || left != right || n.Offers() || n.Troubled() {
		t.Errorf("without a foot it stands %v from below", below)
	}
	beside = 400
	n.Fit()
	if left, right, _ = between(); right != beside+16 || left < 16 {
		t.Errorf("beside what is %v wide it stands %v from the left, %v from the right", beside, left, right)
	}
	library = 300
	n.Fit()
	if left, right, _ = between(); right != beside+16 || left < library+16 {
		t.Errorf("between %v and %v it stands %v from the left, %v from the right", library, beside, left, right)
	}
	library, beside = 300, 0
	n.Fit()
	if left, right, _ = between(); left != max(library+16, right) {
		t.Errorf("beside the library, which is %v wide, it stands %v from the left, %v from the right", library, left, right)
	}
	library = 0
	n.Fit()
	height := box.Size().Height
	n.Tell(say(strings.Repeat("Не удалось сохранить. ", 40)), true)
	if box.Size().Height <= height || box.Size().Width > 640 {
		t.Errorf("a long text has %v", box.Size())
	}
	s.Window.Resize(fyne.NewSize(400, 300))
	if left, right, _ = between(); left != 16 || right != 16 {
		t.Errorf("in a narrow window it stands %v and %v from the sides", left, right)
	}
	var closing *controls.Button
	for _, o := range controlstest.Objects(n.Object()) {
		if b, ok := o.(*controls.Button); ok && b.Icon != nil {
			closing = b
		}
	}
	if closing.Name() != "Закрыть" {
		t.Errorf("its button is called %q", closing.Name())
	}
	before := settled
	if closing.OnTapped(); n.Text() != "" || settled != before+1 || n.Offers() {
		t.Errorf("sent away it says %q, settled %d times", n.Text(), settled-before)
	}
	again := n.Tell(say("Опять"), false)
	if !again.Withdraw() || n.Text() != "" || again.Withdraw() {
		t.Errorf("taken away it says %q", n.Text())
	}
}

// TestANoticeIsDismissed: words at once, trouble when it was in sight for a moment.
func TestANoticeIsDismissed(t *testing.T) {
	s := screentest.New(t)
	var now time.Time
	n := screen.NewNotice(screen.NoticeParams{Keys: s.Base.Keys, Now: func() time.Time { return now }, Settle: func() {}})
	n.Stand(s.Base.Words, widget.NewLabel(""), nil)
	if n.Dismiss() {
		t.Error("nothing was dismissed")
	}
	n.Tell(say("Сохранено"), false)
	if !n.Dismiss() || n.Text() != "" {
		t.Errorf("%q stays", n.Text())
	}
	n.Tell(say("Нет места"), true)
	if now = now.Add(900 * time.Millisecond); n.Dismiss() {
		t.Error("trouble went before it was seen")
	}
	if now = now.Add(100 * time.Millisecond); !n.Dismiss() || n.Text() != "" {
		t.Errorf("%q stays", n.Text())
	}
}
