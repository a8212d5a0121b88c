package encoding

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
)

const (
	russian = "Секретарь Совета провёл встречу в Бишкеке.\nСтороны обсудили итоги года и планы работы на 2025 год."
	polish  = "Sekretarz Rady przyjął w Warszawie delegację ekspertów. Omówiono współpracę, źródła finansowania i następne spotkanie w październiku."
	english = "The Council’s Secretary met Mr. Müller – “a friend” – in Bishkek. The parties discussed plans at £5 a head over a café table."
)

// as returns a text as one sees it who reads its bytes in a wrong page.
func as(t testing.TB, page *charmap.Charmap, data string) string {
	t.Helper()
	var b strings.Builder
	for i := range len(data) {
		r := page.DecodeByte(data[i])
		if r == '\ufffd' {
			r = rune(data[i])
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Whatever a text was encoded in, it is read, and told where that was a guess or something was mended.
func TestEncodingsAtTheEdge(t *testing.T) {
	const czech, turkish, french, german = "Tajemník Rady přijal v Praze delegaci odborníků. Účastníci jednání řešili plán silnic a mostů na příští rok.", "Konsey Genel Sekreteri Ankara'da görüştü. Toplantıda yeni işbirliği planı ve köprülerin yapımı ele alındı.", "Le Secrétaire du Conseil a reçu à Paris une délégation d’experts. Les parties ont évoqué la coopération.", "Der Generalsekretär empfing in München eine Delegation. Die Gespräche führten zu größerer Zusammenarbeit."
	const capitals = "È\u00a0un piano.\nÈ\u00a0vero, «GIOVENTÙ».\nZone of 10\u00a0×\u00a015 m.\nZone 3 × 4 m\nA lot 10 ×\u00a015 ×\u00a020 m\nÓ\u00a0tym.\n“In MALMÖ”\nMALMÖ–LUND\nЗал 10 ×\u00a015."
	const short = "Врач заметил, как там шаг: рог, сад, час, том, раз, так." // in IBM866, short words are letters of UTF-8 by chance
	line, _, _ := strings.Cut(russian, "\n")
	for name, tt := range map[string]struct{ data, text, encoding, told string }{
		"windows-1251":          {layouttest.Encoded(t, charmap.Windows1251, russian), russian, "windows-1251", ""},
		"KOI8-R":                {layouttest.Encoded(t, charmap.KOI8R, russian), russian, "KOI8-R", ""},
		"cp866":                 {layouttest.Encoded(t, charmap.CodePage866, russian), russian, "IBM866", ""},
		"cp866, short words":    {layouttest.Encoded(t, charmap.CodePage866, short), short, "IBM866", ""},
		"MacCyrillic":           {layouttest.Encoded(t, charmap.MacintoshCyrillic, russian), russian, "MacCyrillic", ""},
		"English":               {layouttest.Encoded(t, charmap.Windows1252, english), english, "windows-1252", ""},
		"English of a Mac":      {layouttest.Encoded(t, charmap.Macintosh, english), english, "macintosh", ""},
		"French":                {layouttest.Encoded(t, charmap.Windows1252, french), french, "windows-1252", ""},
		"German":                {layouttest.Encoded(t, charmap.Windows1252, german), german, "windows-1252", ""},
		"Polish":                {layouttest.Encoded(t, charmap.Windows1250, polish), polish, "windows-1250", ""},
		"Polish, ISO":           {layouttest.Encoded(t, charmap.ISO8859_2, polish), polish, "iso-8859-2", ""},
		"Czech":                 {layouttest.Encoded(t, charmap.Windows1250, czech), czech, "windows-1250", ""},
		"Turkish":               {layouttest.Encoded(t, charmap.Windows1254, turkish), turkish, "windows-1254", ""},
		"UTF-32":                {layouttest.Encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), russian), russian, "UTF-32LE", ""},
		"UTF-32, the other way": {layouttest.Encoded(t, utf32.UTF32(utf32.BigEndian, utf32.UseBOM), russian), russian, "UTF-32BE", ""},
		"UTF-32 without a mark": {layouttest.Encoded(t, utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), russian), russian, "UTF-32LE", ""},
		"the other way without": {layouttest.Encoded(t, utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), russian), russian, "UTF-32BE", ""},
		"UTF-7":                 {"+BCEEPgQyBDUEQg- 2 +- 2, Council+IBk-s +BD8EOwQwBD0.", "Совет 2 + 2, Council’s план.", "UTF-7", ""},
		"phones are no UTF-7":   {"Call +7-495-606-30-40 or +996 312 111-222, +7495, C++ and 1+1.", "Call +7-495-606-30-40 or +996 312 111-222, +7495, C++ and 1+1.", "UTF-8", ""},
		"a cut letter in front": {"\x81" + russian, "\ufffd" + russian, "UTF-8", "lost-unread 1"},
		"a bad byte, English":   {english + " \xff", english + " \ufffd", "UTF-8", "lost-unread 1"},
		"a bad byte, French":    {"\xff " + french, "\ufffd " + french, "UTF-8", "lost-unread 1"},
		"a cut letter, English": {english + " caf\xc3", english + " caf\ufffd", "UTF-8", "lost-unread 1"},
		"UTF-16, Polish":        {layouttest.Encoded(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), polish), polish, "UTF-16LE", ""},
		"UTF-16, French":        {layouttest.Encoded(t, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), french), french, "UTF-16BE", ""},
		"bad bytes, two":        {russian + " \xff и \xd0", russian + " \ufffd и \ufffd", "UTF-8", "lost-unread 2"},

		"a line of windows-1251":    {russian + "\n" + layouttest.Encoded(t, charmap.Windows1251, line) + "\n" + russian, russian + "\n" + line + "\n" + russian, "UTF-8", "encoding-mixed " + line},
		"a line of cp866":           {russian + "\n" + layouttest.Encoded(t, charmap.CodePage866, line), russian + "\n" + line, "UTF-8", "encoding-mixed " + line},
		"a short line":              {russian + "\n" + layouttest.Encoded(t, charmap.Windows1251, "И мы.") + "\n", russian + "\nИ мы.\n", "UTF-8", "encoding-mixed И мы."},
		"a word of windows-1251":    {russian + " Так решил " + layouttest.Encoded(t, charmap.Windows1251, "Совет") + ".", russian + " Так решил Совет.", "UTF-8", "encoding-mixed Стороны обсудили итоги года и планы работы на 2025 год. Так решил Совет."},
		"a line of UTF-8":           {layouttest.Encoded(t, charmap.Windows1251, russian+"\n"+russian) + "\n" + line, russian + "\n" + russian + "\n" + line, "windows-1251", "encoding-mixed " + line},
		"two lines are one piece":   {russian + "\n" + layouttest.Encoded(t, charmap.Windows1251, line+"\n"+line) + "\n" + russian, russian + "\n" + line + "\n" + line + "\n" + russian, "UTF-8", "encoding-mixed " + line},
		"two pieces":                {layouttest.Encoded(t, charmap.KOI8R, line) + "\n" + russian + "\n" + layouttest.Encoded(t, charmap.KOI8R, line), line + "\n" + russian + "\n" + line, "UTF-8", "encoding-mixed " + line + "; encoding-mixed " + line},
		"UTF-8 as windows-1252":     {as(t, charmap.Windows1252, russian), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1252, line))},
		"UTF-8 as windows-1251":     {as(t, charmap.Windows1251, russian), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1251, line))},
		"its spaces lost":           {strings.ReplaceAll(as(t, charmap.Windows1251, "Релиз Совета. Решение принято."), "\u00a0", " "), "Релиз Совета. Решение принято.", "UTF-8", "encoded-twice Р РµР»РёР· РЎРѕРІРµС‚Р°. Р РµС€РµРЅРёРµ РїСЂРёРЅСЏС‚Рѕ."},
		"three times":               {as(t, charmap.Windows1252, as(t, charmap.Windows1252, line)), line, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1252, as(t, charmap.Windows1252, line)))},
		"windows-1251 as 1252":      {as(t, charmap.Windows1252, layouttest.Encoded(t, charmap.Windows1251, russian)), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1252, layouttest.Encoded(t, charmap.Windows1251, line)))},
		"KOI8-R as windows-1251":    {as(t, charmap.Windows1251, layouttest.Encoded(t, charmap.KOI8R, russian)), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1251, layouttest.Encoded(t, charmap.KOI8R, line)))},
		"windows-1251 as KOI8-R":    {as(t, charmap.KOI8R, layouttest.Encoded(t, charmap.Windows1251, russian)), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.KOI8R, layouttest.Encoded(t, charmap.Windows1251, line)))},
		"windows-1251 as cp866":     {as(t, charmap.CodePage866, layouttest.Encoded(t, charmap.Windows1251, russian)), russian, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.CodePage866, layouttest.Encoded(t, charmap.Windows1251, line)))},
		"a line alone":              {russian + "\n" + as(t, charmap.Windows1251, line), russian + "\n" + line, "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1251, line))},
		"a word alone":              {"Так решил " + as(t, charmap.Windows1252, "Совет") + " в Бишкеке.", "Так решил Совет в Бишкеке.", "UTF-8", "encoded-twice Так решил Ð¡Ð¾Ð²ÐµÑ‚ в Бишкеке."},
		"English, twice":            {as(t, charmap.Windows1252, "The Council’s café – “a plan”."), "The Council’s café – “a plan”.", "UTF-8", "encoded-twice " + layout.Begin(as(t, charmap.Windows1252, "The Council’s café – “a plan”."))},
		"in the bytes of 1251":      {layouttest.Encoded(t, charmap.Windows1251, as(t, charmap.Windows1251, "Совет принял план.")), "Совет принял план.", "UTF-8", ""},
		"what is right stays":       {"СОВЕТ ПРИНЯЛ ПЛАН. ВСЕ СТОРОНЫ ЕГО ПОДДЕРЖАЛИ, И РАБОТА НАЧАЛАСЬ.\nA «plan» – São Paulo, Ñuñoa, Ångström, Łódź, Côte d’Ivoire, façade.", "СОВЕТ ПРИНЯЛ ПЛАН. ВСЕ СТОРОНЫ ЕГО ПОДДЕРЖАЛИ, И РАБОТА НАЧАЛАСЬ.\nA «plan» – São Paulo, Ñuñoa, Ångström, Łódź, Côte d’Ivoire, façade.", "UTF-8", ""},
		"a capital and a sign stay": {capitals, capitals, "UTF-8", ""},
		"other languages stay":      {"Қазақстан Республикасы. Рэспубліка Беларусь: Сі Ві. Њујорк, Ђоковић.", "Қазақстан Республикасы. Рэспубліка Беларусь: Сі Ві. Њујорк, Ђоковић.", "UTF-8", ""},
		"a soft hyphen, a ligature": {"Со\u00adвет о\ufb01са, съе\u0308мка и\u0306од\u200b \ufeffдо.", "Совет оfiса, съёмка йод до.", "UTF-8", "lost-invisible 6"},
		"a mark of direction":       {"Тел. \u202a+7 495 606-30-40\u202c, \u200eСовет\u2060.", "Тел. +7 495 606-30-40, Совет.", "UTF-8", "lost-invisible 4"},
		"no-break spaces in place":  {"В\u00a0Бишкеке 5\u00a0млн И.\u00a0И.\u00a0Иванов\u00a0— да", "В\u00a0Бишкеке 5\u00a0млн И.\u00a0И.\u00a0Иванов\u00a0— да", "UTF-8", ""},
		"no-break spaces all over":  {"Совет\u00a0принял\u00a0план\u00a0работы", "Совет принял план работы", "UTF-8", "lost-invisible 3"},
	} {
		t.Run(name, func(t *testing.T) {
			var d Decoder
			text, told, err := d.Text([]byte(tt.data))
			if err != nil || text != tt.text || told != tt.encoding {
				t.Errorf("%q in %s, %v", text, told, err)
			}
			if told := strings.Join(layouttest.Told(d.Told()), "; "); told != tt.told {
				t.Errorf("told %q, not %q", told, tt.told)
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(russian))
	f.Add([]byte(as(f, charmap.Windows1252, polish)))
	f.Add([]byte(russian + layouttest.Encoded(f, charmap.Windows1251, "\n"+russian)))
	f.Add([]byte("+BCEEPgQyBDUEQg- 2 +-"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d Decoder
		text, _, err := d.Text(data)
		if err != nil {
			return
		}
		if n := (layout.Document{Lost: d.lost}).Count(layout.Unread); unreadLetters(text) > n {
			t.Errorf("%q: %d letters are told to be unread", text, n)
		}
	})
}
