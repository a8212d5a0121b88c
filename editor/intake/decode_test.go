package intake

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"communique/editor/intake/encoding"
)

func utf16Bytes(t testing.TB, text string, order unicode.Endianness, bom unicode.BOMPolicy) []byte {
	t.Helper()
	data, err := unicode.UTF16(order, bom).NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// UTF-16 is read in either order of bytes; without its mark it is told by the
// zeros beside its letters.
func TestUTF16(t *testing.T) {
	orders := map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian}
	for name, tt := range map[string]struct {
		text    string
		guessed bool
	}{
		"Russian":                      {"Встреча в Бишкеке", true},
		"English":                      {"Meeting", true},
		"four letters":                 {"text", true},
		"three letters":                {"txt", false},
		"a space among letters":        {"Мы и", true},
		"lines and tabs":               {"Раз\tдва\r\nтри – «да»… и всё это очень длинно, длинно, длинно", true},
		"letters of Kazakhstan":        {"Қазақстан Республикасы", true},
		"an emoji in a long text":      {strings.Repeat("Слово за слово. ", 20) + "😀", true},
		"digits":                       {"11.09.2024", true},
		"Armenian":                     {"Երևան քաղաք", true},
		"Chinese is not guessed":       {"会议 在北京", false},
		"a text that is long":          {strings.Repeat("Стороны обсудили план. ", 500), true},
		"rubbish behind a long sample": {strings.Repeat("а ", 2048) + strings.Repeat("Ա", 50), true},
	} {
		for encoding, order := range orders {
			t.Run(name+" "+encoding, func(t *testing.T) {
				want := strings.NewReplacer("\r\n", "\n", "\t", " ").Replace(tt.text)
				marked := utf16Bytes(t, tt.text, order, unicode.UseBOM)
				if text, told, err := Decode(marked); err != nil || text != want || told != encoding {
					t.Errorf("with its mark: %q in %s, %v", text, told, err)
				}
				text, told, err := Decode(marked[2:])
				if tt.guessed && (err != nil || text != want || told != encoding) || !tt.guessed && err == nil && told == encoding {
					t.Errorf("without: %q in %s, %v", text, told, err)
				}
			})
		}
	}
}

// A unit that was cut in half is a letter that nobody can read.
func TestUTF16OfOddLength(t *testing.T) {
	for encoding, order := range map[string]unicode.Endianness{"UTF-16LE": unicode.LittleEndian, "UTF-16BE": unicode.BigEndian} {
		data := utf16Bytes(t, "Встреча в Бишкеке", order, unicode.UseBOM)
		if text, told, err := Decode(data[:len(data)-1]); err != nil || text != "Встреча в Бишкек\ufffd" || told != encoding {
			t.Errorf("%s: %q in %s, %v", encoding, text, told, err)
		}
		if text, told, err := Decode(data[2 : len(data)-1]); err != nil || text != "Встреча в Бишкек\ufffd" || told != encoding {
			t.Errorf("%s without its mark: %q in %s, %v", encoding, text, told, err)
		}
	}
	var own *Error
	for _, mark := range []string{"\xff\xfe", "\xfe\xff", "\xef\xbb\xbf"} {
		if _, _, err := Decode([]byte(mark)); !errors.As(err, &own) || own.Reason != "empty" {
			t.Errorf("a mark alone: %v", err)
		}
	}
}

// A pair of surrogates that was torn apart is a letter that could not be read.
func TestUTF16Halves(t *testing.T) {
	data := utf16Bytes(t, strings.Repeat("слово ", 40), unicode.LittleEndian, unicode.UseBOM)
	text, _, err := Decode(append(data, 0x3d, 0xd8))
	if err != nil || !strings.HasSuffix(text, "слово \ufffd") {
		t.Errorf("got %q, %v", text, err)
	}
	if _, _, err := Decode([]byte("\xff\xfe\x3d\xd8\x3d\xd8")); err == nil {
		t.Error("nothing but halves is a text")
	}
}

func TestEveryEndOfALine(t *testing.T) {
	for name, end := range map[string]string{
		"CRLF": "\r\n", "CR": "\r", "LF": "\n", "line separator": "\u2028", "paragraph separator": "\u2029", "next line": "\u0085", "form feed": "\f",
	} {
		if text, _, err := Decode([]byte("раз" + end + "два" + end + end + "три")); err != nil || text != "раз\nдва\n\nтри" {
			t.Errorf("%s: %q, %v", name, text, err)
		}
	}
	if text, _, err := Decode([]byte("слово\x1a")); err != nil || text != "слово" {
		t.Errorf("the end of an old disk: %q, %v", text, err)
	}
}

// A web page says in its first line what it is in; the name stands in many ways.
func TestDeclaredEncodings(t *testing.T) {
	const text = "Встреча в Бишкеке: «план»"
	for name, page := range map[string]*charmap.Charmap{
		"windows-1251": charmap.Windows1251, "Windows-1251": charmap.Windows1251, "cp1251": charmap.Windows1251, "KOI8-R": charmap.KOI8R, "koi8-r": charmap.KOI8R,
		"koi8": charmap.KOI8R, "IBM866": charmap.CodePage866, "cp866": charmap.CodePage866, "866": charmap.CodePage866,
		"MacCyrillic": charmap.MacintoshCyrillic, "x-mac-cyrillic": charmap.MacintoshCyrillic, "mac-cyrillic": charmap.MacintoshCyrillic,
		"iso-8859-5": charmap.ISO8859_5, "koi8-u": charmap.KOI8U,
	} {
		data, err := page.NewEncoder().Bytes([]byte(strings.NewReplacer("«", "", "»", "").Replace(text)))
		if err != nil {
			t.Fatal(err)
		}
		for _, head := range []string{`<?xml version="1.0" encoding="%s"?>`, "\n <?xml version='1.0' encoding='%s' standalone='yes'?>"} {
			head = fmt.Sprintf(head, name)
			got, told, err := Decode(append([]byte(head), data...))
			if err != nil || !strings.HasSuffix(got, "Встреча в Бишкеке: план") || told == "UTF-8" {
				t.Errorf("%s: %q in %s, %v", head, got, told, err)
			}
		}
	}
	// A name that nobody knows is no reason to fail.
	data, err := charmap.Windows1251.NewEncoder().Bytes([]byte(strings.Repeat(text, 5)))
	if err != nil {
		t.Fatal(err)
	}
	if got, told, err := Decode(append([]byte(`<?xml version="1.0" encoding="latin-7"?>`), data...)); err != nil || told != "windows-1251" || !strings.Contains(got, text) {
		t.Errorf("%q in %s, %v", got, told, err)
	}
}

// A text that says nothing of its encoding is read, though a letter of it cannot be.
func TestBrokenEncodings(t *testing.T) {
	const russian = "Стороны обсудили итоги года и планы работы. "
	for name, tt := range map[string]struct{ data, text, encoding string }{
		"a byte of another encoding": {russian + "Caf\xe9.", russian + "Caf\ufffd.", "UTF-8"},
		"a letter cut at the end":    {russian + "\xd0", russian + "\ufffd", "UTF-8"},
		"cut at the beginning":       {"\x80" + russian, "\ufffd" + russian, "UTF-8"},
		"English in windows-1252":    {"The caf\xe9 hosted Mr. M\xfcller\x92s talks \x97 at \xa35 a head.", "The café hosted Mr. Müller’s talks — at £5 a head.", "windows-1252"},
		"one accent":                 {"The caf\xe9 hosted the talks of the Council.", "The café hosted the talks of the Council.", "windows-1252"},
		"a word of Russian in it":    {"The \xd1\xee\xe2\xe5\xf2 (Council) hosted the talks on a plan of roads and bridges today.", "The Совет (Council) hosted the talks on a plan of roads and bridges today.", "windows-1251"},
		"hardly English":             {"OK \xe8 \xf3", "OK и у", "windows-1251"},
	} {
		if text, told, err := Decode([]byte(tt.data)); err != nil || text != tt.text || told != tt.encoding {
			t.Errorf("%s: %q in %s, %v", name, text, told, err)
		}
	}
}

// Each page is told by its letters, in the words of releases.
func TestGuess(t *testing.T) {
	texts := []string{
		"Заявление пресс-секретаря", "ОБ ЮБИЛЕЙНОЙ СЕССИИ СОВЕТА", "Съезд объявил: «ещё шесть цехов» – №5…", "Щука, эхо, юг, яхта, фонд, жюри, чай, хор",
		"11 сентября 2024 года в Бишкеке состоялась встреча", "Подготовка к учению завершена",
	}
	for _, p := range encoding.CodePages[:4] {
		for _, text := range texts {
			plain := text
			if p.Page != charmap.Windows1251 && p.Page != charmap.MacintoshCyrillic {
				plain = strings.NewReplacer("«", "\"", "»", "\"", "–", "-", "…", "...").Replace(text)
			}
			data, err := p.Page.NewEncoder().Bytes([]byte(plain))
			if err != nil {
				continue // the page lacks a sign of it
			}
			if got, told, err := Decode(data); err != nil || got != plain {
				t.Errorf("%s: %q is read as %q in %s, %v", p.Name, plain, got, told, err)
			}
		}
	}
}

func TestWhereTheTroubleIs(t *testing.T) {
	for name, tt := range map[string]struct {
		data   string
		reason string
		at     int
	}{
		"NULs":                {"Встреча\x00\x00\x00\x00\x00 в", "nul", 14},
		"a NUL in UTF-16":     {"\xff\xfea\x00\x00\x00b\x00", "nul", 1},
		"control characters":  {"ab\x01\x02", "no-text", 2},
		"nothing":             {"", "empty", 0},
		"nothing but a space": {" \u00a0\n", "empty", 0},
		"a mark and a space":  {"\ufeff \n", "empty", 0},
	} {
		_, _, err := Decode([]byte(tt.data))
		var own *Error
		if !errors.As(err, &own) || own.Reason != tt.reason || own.Offset != tt.at {
			t.Errorf("%s: %v", name, err)
		}
	}
	if MaxBytes != 16<<20 {
		t.Errorf("%d bytes are read", MaxBytes)
	}
	if _, _, err := Decode([]byte(strings.Repeat("a", MaxBytes))); err != nil {
		t.Errorf("the longest text: %v", err)
	}
	e := &Error{Reason: "nul", Offset: 7}
	if name, args := e.Fact(); name != "intake-nul" || !reflect.DeepEqual(args, map[string]any{"Offset": 7, "Name": ""}) || e.Error() != "intake: nul at byte 7" {
		t.Errorf("%s, %v, %v", name, args, e)
	}
}
