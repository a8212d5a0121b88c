package words

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestIn(t *testing.T) {
	for text, want := range map[string]string{
		"Встреча в БИШКЕКЕ.":             "встреча в бишкеке",
		"вице-премьер, COVID-19 и 3,5 %": "вице премьер covid 19 и 3 5",
		"зелёный":                        "зеленый",
		"Сергей и Сергей\u0306":          "сергей и сергей",
		"за\u0301мок":                    "замок",
		"встре\u00adча на выс\u00adшем":  "встреча на высшем",
		"встре\u200bча\u200b и\ufeff":    "встреча и",
		"\u200eдого\u2060вор":            "договор",
		"о\ufb03ce, \ufb01nal":           "оffice final",
		"ＮＡＴＯ":                           "nato",
		"м\u20ddир":                      "мир",
		"и\u0488":                        "и",
		"press@council.example":          "press council example",
		"Қазақстан, Тоҷикистон":          "қазақстан тоҷикистон",
		" — «» ":                         "",
	} {
		var got []string
		for w := range In(text) {
			got = append(got, w.Folded)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: got %q", text, got)
		}
	}
}

func FuzzIn(f *testing.F) {
	f.Add("Встреча в БИШКЕКЕ")
	f.Add("и\u0306\xff\u0301")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for w := range In(text) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("%q: a word at %d to %d, after %d", text, w.Start, w.End, end)
			}
			if utf8.ValidString(text) && Fold(w.Folded) != w.Folded {
				t.Errorf("%q folds to %q", w.Folded, Fold(w.Folded))
			}
			Forms(w.Folded)
			end = w.End
		}
	})
}

// TestFormsFindEachOther goes through the forms of words and names: each must
// find every other.
func TestFormsFindEachOther(t *testing.T) {
	for name, forms := range map[string]string{
		"встреча":       "встреча встречи встрече встречу встречей встречам встречами встречах",
		"президент":     "президент президента президенту президентом президенте президенты президентов президентам",
		"год":           "год года году годом годы годов лет годам",
		"человек":       "человек человека люди людей людям людьми",
		"подписать":     "подписать подписал подписала подписали подпишет подпишут подписан подписано подписавший",
		"принять":       "принять принял приняла примет приму принято принятый принятых",
		"совет":         "совет совета совету советом совете советы советов",
		"государство":   "государство государства государств государствам государствами",
		"военный":       "военный военного военная военной военные военных военными",
		"день":          "день дня дни дней дням днями",
		"meeting":       "meeting meetings met meet",
		"Жапаров":       "жапаров жапарова жапарову жапаровым жапарове жапаровой",
		"Тасмагамбетов": "тасмагамбетов тасмагамбетова тасмагамбетову тасмагамбетовым тасмагамбетове",
		"Токаев":        "токаев токаева токаеву токаевым токаеве",
		"Пашинян":       "пашинян пашиняна пашиняну пашиняном пашиняне",
		"Рахмон":        "рахмон рахмона рахмону рахмоном рахмоне",
		"Мишустин":      "мишустин мишустина мишустину мишустиным мишустине",
		"Жээнбеков":     "жээнбеков жээнбекова жээнбекову жээнбековым жээнбекове",
		"Бишкек":        "бишкек бишкека бишкеку бишкеком бишкеке",
		"Москва":        "москва москвы москве москву москвой",
	} {
		t.Run(name, func(t *testing.T) {
			for _, asked := range strings.Fields(forms) {
				known := Forms(asked)
				for _, there := range strings.Fields(forms) {
					if !slices.Contains(known, there) {
						t.Errorf("%s does not find %s: %v", asked, there, known)
					}
				}
			}
		})
	}
}

func TestWordsApart(t *testing.T) {
	for asked, there := range map[string]string{
		"совет": "советник", "президент": "президиум", "год": "погода", "лет": "летие", "мир": "мера", "союз": "союзник",
	} {
		if slices.Contains(Forms(asked), there) {
			t.Errorf("%s finds %s", asked, there)
		}
	}
}

func BenchmarkForms(b *testing.B) {
	for range b.N {
		Forms("подписала")
	}
}

var update = flag.Bool("update", false, "write the golden file anew")

// askedFor are words of every shape that the rules tell apart: of the
// dictionary, names it lacks, and English ones.
const askedFor = `пробкевич кробась пробонбай пробюжа пробелия пробовский пробнов пробнина токаев часов лисин пробья проби кра бов
	встреча президенту прежними людям шёл подписавший
	plan planned party parties tried sign signing meet box watched stopped agrees agreed agreeing process bus ab used boss passes goes
	negotiates negotiating fizz going bagged go echoes hoping lens sing red tied ties ned yes shy
	was having did says meeting made taken given went came held leader began spoke wrote knew saw found kept left brought thought built
	sent stood understood won fell rose grew drew chose men women children people spokeswomen chairmen countries states lives
	push pushes fixes waltzes reaches
	лисиных часовым пробны club add beg signal program prefer commit stop
	зусь зусю шрий го ёлка covid19 2024г қазақ вesna`

// TestForms compares what a search asks for with a list of it: a rule that
// changes shows here in all the words that it changes.
func TestForms(t *testing.T) {
	var got strings.Builder
	for asked := range strings.FieldsSeq(askedFor) {
		forms := Forms(asked)
		if forms[0] != asked {
			t.Errorf("%s does not come first: %v", asked, forms)
		}
		slices.Sort(forms)
		if len(slices.Compact(slices.Clone(forms))) != len(forms) {
			t.Errorf("%s: a form stands twice: %v", asked, forms)
		}
		fmt.Fprintf(&got, "%s: %s\n", asked, strings.Join(forms, " "))
	}
	const golden = "testdata/forms.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	wanted := strings.Split(string(want), "\n")
	for i, line := range strings.Split(got.String(), "\n") {
		if i >= len(wanted) || line != wanted[i] {
			t.Errorf("got  %s\nwant %s", line, wanted[min(i, len(wanted)-1)])
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"ВСТРЕЧА": "встреча", "ёЁ": "ее", "е\u0308Е\u0308": "ее", "Й и\u0306": "й й", "за\u0301мок": "замок", "Ўзбекистон Қазақ Ґанок": "ўзбекистон қазақ ґанок",
		"Caf\u00e9 cafe\u0301": "caf\u00e9 caf\u00e9", "№ 5": "№ 5", "": "", "\u0301": "", "^`~": "^`~", "ЀЏџ": "\u0450џџ", "И\u0300": "\u045d",
	} {
		if got := Fold(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// A word is letters and digits; what stands beside them in the code tables is none.
func TestWhatPartsWords(t *testing.T) {
	for r := rune(1); r < 0x500; r++ {
		letter := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
		if IsPart(r) != letter {
			t.Errorf("%q: %t", r, IsPart(r))
		}
	}
	for w := range In("один два три") { // who has seen enough is left alone
		if w.Folded != "один" {
			t.Errorf("went on to %s", w.Folded)
		}
		break
	}
	var got []string
	for w := range In("Ёж, x-y") {
		got = append(got, fmt.Sprint(w.Start, w.End, w.Folded))
	}
	if strings.Join(got, " ") != "0 4еж 6 7x 8 9y" {
		t.Errorf("got %q", got)
	}
}

func TestScripts(t *testing.T) {
	for word, want := range map[string]alphabet{
		"слово": cyrillic, "аня": cyrillic, "word": latin, "az": latin, "": other, "сlово": other, "wоrd": other, "қазақ": other, "2024": other, "covid19": other, "19covid": other, "а{": other, "`a": other, "яѐ": other,
	} {
		if got := script(word); got != want {
			t.Errorf("%s: %d", word, got)
		}
	}
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]int{"0": 0, "9": 9, "a": 10, "f": 15, "10": 16, "ff": 255, "1a0": 416} {
		if got := parseNumber(text); got != want {
			t.Errorf("%s is %d", text, got)
		}
	}
}

// TestRussianAtAGlance compares what is known of Russian letters at a glance with what
// Unicode says.
func TestRussianAtAGlance(t *testing.T) {
	for r := 'Ѐ'; r <= 'џ'; r++ {
		if !unicode.IsLetter(r) || !IsPart(r) {
			t.Errorf("%c is a letter: %v, part of a word: %v", r, unicode.IsLetter(r), IsPart(r))
		}
		if want := string(unicode.ToLower(r)); r != 'ё' && r != 'Ё' && Fold(string(r)) != want {
			t.Errorf("%c is folded to %s, not %s", r, Fold(string(r)), want)
		}
	}
}
