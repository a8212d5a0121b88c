package plain

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestParagraphs(t *testing.T) {
	for name, tt := range map[string]struct{ in, want string }{
		"Word's paragraphs":       {"Первый.\r\nВторой.\r\n", "Первый.\nВторой.\n"},
		"an old Macintosh":        {"Первый.\rВторой.", "Первый.\nВторой."},
		"a line feed and a CR":    {"а\n\rб", "а\n\nб"},
		"separators":              {"строка\u2028ещё\u2029абзац\u0085третий", "строка" + Break + "ещё\nабзац\nтретий"},
		"Shift+Enter in Word":     {"первая\vвторая", "первая" + Break + "вторая"},
		"a page's end":            {"конец\fначало", "конец\nначало"},
		"a table's cells":         {"№\tимя", "№ имя"},
		"cell and picture marks":  {"а\x07\x01б\x00в\x1fг\x7f", "абвг"},
		"Word's fixed hyphen":     {"Ту\x1e154", "Ту\u2011154"},
		"hidden in a word":        {"\ufeffаб\u00adза\u200bц\ufeff", "абзац"},
		"no characters at all":    {"а\ufffe\uffffб", "аб"},
		"joined emoji":            {"👩\u200d👧 ❤\ufe0f", "👩\u200d👧 ❤\ufe0f"},
		"marks of direction":      {"\u2068שלום\u2069 \u200f", "\u2068שלום\u2069 \u200f"},
		"a picture":               {"до \ufffc после", "до […] после"},
		"й of two code points":    {"и\u0306", "й"},
		"spaces, all of them":     {"  а\u00a0 б\u202fв  ", "  а\u00a0 б\u202fв  "},
		"a lone space":            {" ", " "},
		"dashes and marks":        {`«а» – б — "в" \ # > -`, `«а» – б — "в" \ # > -`},
		"bytes that are no UTF-8": {"а\xffб", "а\ufffdб"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Paragraphs(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestLine(t *testing.T) {
	for in, want := range map[string]string{
		"Встреча\r\nв Бишкеке": "Встреча в Бишкеке", "а\n\n\nб": "а б", "а\vб": "а б", "а  б": "а  б", "а\r\n": "а ", " ": " ",
	} {
		if got := Line(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestWhatIsOrdinaryIsPlain letter by letter: nothing is to be taken from it, or to be written in another way.
func TestWhatIsOrdinaryIsPlain(t *testing.T) {
	n := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		letter := string(r)
		if !ordinary(letter) {
			continue
		}
		n++
		form := norm.NFC.PropertiesString(letter)
		if _, ligature := ligatures[r]; ligature || unseen(r, 'а', false) || strings.ContainsRune("\r\f\v\u0085\u2028\u2029\x1e\ufffc\ufffd", r) || !form.BoundaryBefore() || !norm.NFC.IsNormalString(letter) {
			t.Errorf("%U is no ordinary letter", r)
		}
	}
	if !ordinary("«Совет» принял план № 5 –\tBishkek, “Ğ” 10\u00a0°C…\n") || n > 1000 {
		t.Errorf("%d letters are ordinary", n)
	}
}

func FuzzParagraphs(f *testing.F) {
	f.Add("а\r\n\v\f\u2028\x00👩\u200d👧и\u0306")
	f.Fuzz(func(t *testing.T, text string) {
		got := Paragraphs(text)
		if again := Paragraphs(got); again != got {
			t.Errorf("%q becomes %q and then %q", text, got, again)
		}
		if !utf8.ValidString(got) || !norm.NFC.IsNormalString(got) {
			t.Errorf("%q is no composed text", got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); i >= 0 {
			t.Errorf("a control character is left at %d in %q", i, got)
		}
		if strings.Count(got, "\n")+strings.Count(got, Break) > len([]rune(text)) || strings.Contains(Line(text), "\n") {
			t.Errorf("line ends of %q: %q", text, got)
		}
		letters := func(s string) (n int) {
			for _, r := range norm.NFC.String(s) {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					n++
				}
			}
			return n
		}
		if utf8.ValidString(text) && letters(text) > letters(got) {
			t.Errorf("letters of %q are lost: %q", text, got)
		}
	})
}

// Marks of direction stay beside letters that run from right to left, the first and the last of each script, and
// nowhere else.
func TestMarksOfDirection(t *testing.T) {
	for letter, stays := range map[rune]bool{
		0x58f: false, 0x590: true, 0x8ff: true, 0x900: false, 0xfb1c: false, 0xfb1d: true, 0xfefc: true, 0xfefd: false,
		0x107ff: false, 0x10800: true, 0x10fff: true, 0x11000: false, 0x1e7ff: false, 0x1e800: true, 0x1efff: true, 0x1f000: false,
	} {
		if got := fromRight(letter); got != stays {
			t.Errorf("%x: %t", letter, got)
		}
	}
	if got := Lines("\u200fא\u200f"); got != "\u200fא\u200f" {
		t.Errorf("got %q", got)
	}
}

// What is taken out or put together is counted, character by character.
func TestUnseen(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "слово": 0, "ра\u00adз": 1, "\ufeffраз\u200b": 2, "ﬁﬂ": 2, "и\u0306": 1, "й": 0, "и\u0306\u00ad": 2, "а\u0301": 0,
		"а\x00\x01\x1a\x7f\u0080": 5, "а\t\n\r\v\f\u0085\x1e": 0, "а\u200d": 1, "👩\u200d💻": 0, "а\u202eб": 1, "א\u202e": 0, "а\ufffeб": 1,
	} {
		if got := Unseen(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
