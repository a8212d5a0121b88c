package markdown

import (
	"strings"
	"testing"
	"time"

	"communique/editor/intake/layout/layouttest"
)

func TestIs(t *testing.T) {
	long := strings.Repeat("слово ", 25) + "слово."
	for text, want := range map[string]bool{
		"# Раз\n\nдва": true, "раз **два** три": true, "[сайт](https://a.example)": true, "![вид](фото.png)": false, "![вид](a/foto.png)": true,
		"раз\n\n## Два\n\nтри": true, "а | б\n--- | ---\nв | г": true, "[а]: https://a.example": true,
		"раз\nдва": false, "5 * 3 ** 2": false, "*** ВАЖНО ***": false, "- раз\n- два": false, "________\nтел. 1": false, "№ 5 # 7": false,
		"# Раз\n" + long + "\n" + long: false, "# Раз\n\n> " + long + "\n>\n> — Анна": true, "# Раз\n\n> " + long + "\n> " + long: false,
		"# Раз\n\n- " + long + "\n- " + long: true, "# Раз\n\n1. " + long + "\n2. " + long: true, "# Раз\n\n" + long + "\n- " + long: false,
		"# Раз\n\n" + long + "\n## Два\n\nтри": true, "# Раз\n\n[^1]: " + long + "\n[^2]: " + long: true, "# Раз\n\n" + long + "  \nдва": true,
		"# Раз\n\n- " + long + "\n1. " + long: false, "# Раз\r\n\r\n" + long + "\r\n\r\n> " + long + "\r\n>\r\n> два": true, "# Раз\n\n" + long + "\n\n" + long: true,
	} {
		if Is(text) != want {
			t.Errorf("%q: %t", text, !want)
		}
	}
}

func TestRead(t *testing.T) {
	file := func(address string) []byte {
		if address == "a/foto.png" {
			return []byte(layouttest.PNG)
		}
		return nil
	}
	wrap := "слово слово слово слово слово слово слово слово слово\nслово слово слово слово слово слово слово слово слово\nи всё."
	for name, tt := range map[string]struct{ text, want string }{
		"marks":                 {"# Раз\n\nдва **три** *пять* [сайт](https://a.example) <https://b.example>", "# Раз|два *три* /пять/ [сайт](https://a.example) https://b.example"},
		"escapes":               {`\*раз\* 11\. сентября \[а\] &lt;`, "*раз* 11. сентября [а] <"},
		"elements":              {"раз<strong>два</strong> три <имя>", "раз*два* три <имя>"},
		"a line's end":          {"раз\\\nдва  \nтри", "раз⏎два⏎три"},
		"lines":                 {"раз\nдва", "раз⏎два"},
		"wrapped":               {wrap, strings.ReplaceAll(wrap, "\n", " ")},
		"lists":                 {"- раз\n- **два**\n\n<!-- -->\n\n5. три\n6. пять", "^- раз|- *два*|^5. три|6. пять"},
		"quotations":            {"> сказал он\n>\n> — Анна Примерова", "> сказал он|> — Анна Примерова"},
		"rules":                 {"раз\n\n* * *\n\nдва\n\n---\n\nтри", "раз|----* * *|два|-------|три"},
		"a table":               {"| Год | Учения |\n| --- | --- |\n| 2024 | 5 **больших** |", "table: Год→Учения¶2024→5 *больших*"},
		"a picture":             {"![вид](a/foto.png)\n\n![нет](b.png)", `(69 bytes, "вид")  pictures=1`},
		"struck":                {"раз ~~два~~", "раз deletions=1"},
		"a table of pandoc":     {"# а\n\n  Год    Сумма\n  ------ --------\n  2024   120 млн\n\nдва", "# а|table: Год→Сумма¶2024→120 млн|два"},
		"no table of pandoc":    {"# а\n\nГод Сумма\n--- ---\n2024 120\n\nдва", "# а|Год Сумма|------- ---|2024 120|два"},
		"a word in two columns": {"# а\n\nГод     Сумма\n------- -----\nСодружество 120\n\nдва", "# а|Год Сумма|----------- -----|Содружество 120|два"},
		"powers of pandoc":      {"# а\n\nH~2~O и 10^6^, от 5~7 до 8~9\n\n[раз](https://a.example/~b), H~2~O и ~~два~~", "# а|H₂O и 10⁶, от 5~7 до 8~9|[раз](https://a.example/~b), H₂O и deletions=1"},
		"lines of pandoc":       {"# а\n\nСовет содружества утвердил сегодня в Бишкеке план дорог\nна пять лет.\n\n1. раз\n2. два\n\nтри  \nчетыре\n", "# а|Совет содружества утвердил сегодня в Бишкеке план дорог на пять лет.|^1. раз|2. два|три⏎четыре"},
		"matter":                {"---\ntitle: Раз\ndate: 2024-09-11\n---\n# Раз\n\nдва", "{letter}title: Раз|{letter}date: 2024-09-11|# Раз|два"},
		"matter in TOML":        {"+++\ntitle = \"Раз\"\n+++\n# Раз\n\nдва", "{letter}title = \"Раз\"|# Раз|два"},
		"no matter":             {"+++\nдва\n+++\n\n# Раз", "+++⏎два⏎+++|# Раз"},
		"notes":                 {"раз[^1] два[^а].\n\n[^1]: первая\n[^а]: вторая **сноска**", "раз[1] два[2].|{note}[1] первая|{note}[2] вторая *сноска*"},
		"code":                  {"раз\n\n    два\n    три", "раз|два⏎три"},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(tt.text, file)
			if got := layouttest.Write(d); err != nil || got != tt.want {
				t.Errorf("got  %s\nwant %s\n%v", got, tt.want, err)
			}
		})
	}
}

// TestSignsThatNothingCloses are no Markdown, as nobody writes so many; those that are closed are, and those of many blocks.
func TestSignsThatNothingCloses(t *testing.T) {
	for text, want := range map[string]bool{
		"# а\n\n" + strings.Repeat("[а](", deepest+1):                      false,
		"# а\n\n" + strings.Repeat("[", deepest+1):                         false,
		"# а\n\n" + strings.Repeat("> ", deepestLine) + "б":                true,
		"# а\n\n" + strings.Repeat("> ", deepestLine+1) + "б":              false,
		"# а\n\n" + strings.Repeat(">", deepestLine+1) + "б":               false,
		"# а\n\n" + strings.Repeat("- ", deepestLine+1) + "б":              false,
		"# а\n\n" + strings.Repeat("1. ", deepestLine+1) + "б":             false,
		"# а\n\n" + strings.Repeat("-", deepestLine+1) + "\n\nб":           true,
		"# а\n\n" + strings.Repeat(strings.Repeat("- ", 20)+"б\n", 10_001): false,
		"# а\n\n" + strings.Repeat("[а](б) ", 2*deepest):                   true,
		"# а\n\n" + strings.Repeat("`", deepest) + "а":                     false,
		"# а\n\n" + strings.Repeat("*а_б", 30_000):                         false,
		"# а\n\n" + strings.Repeat("~а~~б", 30_000):                        false,
		"# а\n\n" + strings.Repeat("*а*\n\n", 30_000):                      true,
	} {
		if got := Is(text); got != want {
			t.Errorf("%.20q: %t", text, got)
		}
	}
}

func TestBombs(t *testing.T) {
	for name, text := range map[string]string{
		"quotations": strings.Repeat(">", 20_000) + "а",
		"brackets":   strings.Repeat("[", 100_000) + "а",
		"stars":      strings.Repeat("**а ", 100_000),
		"items":      strings.Repeat("- ", 5_000) + "а",
		"cells":      strings.Repeat("|а", 10_000) + "\n" + strings.Repeat("|-", 10_000) + "\n" + strings.Repeat(strings.Repeat("|б", 10)+"\n", 1000),
		"references": strings.Repeat("[а]: https://a.example\n\n[а] ", 10_000),
		"code":       strings.Repeat("`а``б```", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			began := layouttest.Used()
			_, err := Read(text, nil)
			if took := layouttest.Used() - began; took > 20*time.Second {
				t.Errorf("%v, %v", took, err)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("# Раз\n\n- два\n  > три\n\n| а | б |\n|---|---|\n| в | г |\n\n---\n")
	f.Add("---\na: б\n---\n[а]: <data:x>\n![а][а]")
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := Read(text, nil); err != nil {
			t.Skip(err)
		}
	})
}
