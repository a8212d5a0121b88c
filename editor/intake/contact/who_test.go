package contact

import (
	"strings"
	"testing"
)

// TestWhoALineNames: each as name/post, an office as name/post/office; «?» behind what is not certain, nothing where no
// one is named.
func TestWhoALineNames(t *testing.T) {
	for line, want := range map[string]string{
		"Анна Пробная": "Анна Пробная/", "пресс-секретарь Анна Пробная": "Анна Пробная/пресс-секретарь", "Пресс-секретарь: Анна Пробная": "/Пресс-секретарь Анна Пробная/",
		"Пресс-служба:": "/Пресс-служба/office", "Пресс-служба: Анна: Ольга": "", "Неведомое слово: Анна Пробная": "", "Неведомое слово:": "",
		"Анна Пробная, неведомое слово": "Анна Пробная/ /неведомое слово?", "неведомое слово, Анна Пробная": "/неведомое слово Анна Пробная/?",
		"Анна Пробная, пресс-секретарь, Отдел печати": "Анна Пробная/ /пресс-секретарь /Отдел печати/office",
		"Министр провёл встречу":                      "", "Министр проводит встречу": "", "Стороны обсудили план. Они рады.": "", "Стороны разошлись.": "",
		"начальник отдела": "/начальник отдела", "": "", "123": "", "Анна П.": "Анна П./", "Отдел печати Анна Пробная": "Анна Пробная/Отдел печати", "АННА ПРОБНАЯ": "АННА ПРОБНАЯ/",
		"А.И. Пробная": "А.И. Пробная/", "Пробная А. И.": "Пробная А. И./", "Пробная Анна Ивановна": "Пробная Анна Ивановна/", "Союз проб": "/Союз проб/office",
		"Ann Example": "Ann Example/", "Ann Example, Head of Media Relations": "Ann Example/ /Head of Media Relations", "Bob": "/Bob/office?", "Sample Foundation": "/Sample Foundation/office",
		"Ann Example Foundation": "/Ann Example Foundation/office", "press office Ann Example": "Ann Example/press office", "unknown thing Ann Example": "Ann Example/unknown thing?", "Chief of Nothing": "/Chief of Nothing",
		strings.Repeat("а", 160): "/" + strings.Repeat("а", 160) + "?", strings.Repeat("а", 161): "",
	} {
		who, certain := whoIn(line)
		var all []string
		for _, c := range who {
			one := c.Name + "/" + c.Post
			if c.office {
				one += "/office"
			}
			all = append(all, one)
		}
		got := strings.Join(all, " ")
		if got != "" && !certain {
			got += "?"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// TestNamesAtTheEnd: two words with capitals, or three with a patronymic or an initial before them.
func TestNamesAtTheEnd(t *testing.T) {
	for text, want := range map[string]string{ // the name stands behind the |
		"": "|", "слово": "слово|", "Анна": "Анна|", "слово Анна": "слово Анна|", "Я Анна": "Я Анна|", "анна Пробная": "анна Пробная|",
		"Анна Пробная": "|Анна Пробная", "слово Анна Пробная": "слово|Анна Пробная", "слово Анна Ивановна Пробная": "слово|Анна Ивановна Пробная", "слово Пробная Анна Ивановна": "слово|Пробная Анна Ивановна",
		"Совет Анна Пробная": "Совет|Анна Пробная", "Совет А. Пробная": "Совет|А. Пробная", "Г. Анна Пробная": "|Г. Анна Пробная", "слово Иван Петрович Пробный Младший": "слово Иван Петрович|Пробный Младший",
		"Анна-Мария Пробная": "|Анна-Мария Пробная",
	} {
		office, name := splitName(text)
		if got := office + "|" + name; got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
	for word, is := range map[string]bool{
		"Анна": true, "А.": true, "А.И.": true, "А.и.": true, "Озерова-Пробная": true, "Озерова-пробная": true, "Озерова.Пробная": true, "Ann": true, "Я-Я": true, "Ая": true,
		"А": false, "АБ": false, "ОзероваПробная": false, "-Анна": false, "O'Neill": true, "Мар’яна": true, "Sheriff's": false, "анна": false, "Анна1": false, "": false,
	} {
		if isNameWord(word) != is {
			t.Errorf("%s is part of a name: %t", word, !is)
		}
	}
	for text, is := range map[string]bool{
		"Анна": false, "Анна Пробная": true, "АННА ПРОБНАЯ": true, "Анна Ивановна Пробная": true, "А Б В Г": true, "Один Два Три Четыре": true, "Один Два Три Четыре Пять": false, "Анна и Пробная": false, "АННА 5": false, "": false,
	} {
		if isName(text) != is {
			t.Errorf("%s is a name: %t", text, !is)
		}
	}
	for text, want := range map[string]string{
		"": "|", "секретарь": "секретарь|", "секретарь Совета": "секретарь|Совета", "секретарь «Пробы»": "секретарь|«Пробы»", "Секретарь (Совет)": "Секретарь|(Совет)", "Секретарь совета": "Секретарь совета|",
		"Глава отдела печати Союза дел": "Глава отдела печати|Союза дел", "Head of Media": "Head of Media|",
	} {
		post, organisation := splitPost(text)
		if got := post + "|" + organisation; got != want {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// TestWhereANumberEnds: at a stroke behind which a whole one follows, and at a bracket that is not closed.
func TestWhereANumberEnds(t *testing.T) {
	for text, want := range map[string]string{ // the first number ends at the |
		"+7 000 000-00-01|/+7 000 000-00-02": "", "8 000 000-00-1|/8 000 000-00-02": "", "0000000001|/0000000002": "", "0000000001\u00a0/ 0000000002": "0000000001|\u00a0/ 0000000002", "0000000001| /0000000002/0000000003": "",
		"8 000 000-00-01/02": "-", "000000001/0000000002": "-", "0000000001/000000002": "-", "000/0": "-", "0000000001": "-",
	} {
		first, _, _ := strings.Cut(text, "|")
		plain := strings.ReplaceAll(text, "|", "")
		end := len(first)
		switch {
		case want == "-":
			end = 0
		case want != "":
			end = strings.IndexByte(want, '|')
		}
		if got := fullNumber(plain); got != end {
			t.Errorf("%s: %d, want %d", text, got, end)
		}
	}
	for text, want := range map[string]int{"": 0, "(000) 1": 0, "000 (1": 3, "000 (": 3, "(000": 0, "000 (1) 2 (3": 9, "000\u00a0(1": 3, "000 1)": 0, "000": 0} {
		if got := unclosed(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
	for line, want := range map[string]string{
		"(000) 000-00-01": "(000) 000-00-01", "(000 000-00-01": "(000 000-00-01", "0000000001/0000000002, 000-00-03": "0000000001|0000000002|000-00-03", "000-00-01 / 02": "000-00-01 / 02", "тел. 0000000001/0000000002/0000000003": "0000000001|0000000002|0000000003",
		"000-00-01": "000-00-01", "00000": "", "000000": "000000", "0000001": "0000001", "+000000": "+000000", "000-00-01 (доб. 5), 000-00-02 доб. 6": "000-00-01 (доб. 5)|000-00-02 доб. 6", "000-00-01; доб. 5": "000-00-01; доб. 5",
		"000-00-01 добавочный 5": "000-00-01 добавочный 5", "000-00-01 доб. пять": "000-00-01",
	} {
		var all []string
		for _, span := range numbersIn(line) {
			all = append(all, line[span[0]:span[1]])
		}
		if got := strings.Join(all, "|"); got != want {
			t.Errorf("%s: %s, want %s", line, got, want)
		}
	}
}

// TestWhatStandsBetweenNumbers belongs to the first up to the last sign that parts them, and to the second behind it.
func TestWhatStandsBetweenNumbers(t *testing.T) {
	for between, want := range map[string]string{
		"": "|", ", ": ",| ", "; факс ": ";| факс ", " и ": " и |", " and ": " and |", " (а, б), ": " (а, б),| ", " (а) ": " (а)| ", "факс / ": "факс /| ", " тел./факс ": "| тел./факс ", "тел. / моб. ": "|тел. / моб. ",
		"/": "/|", "(а": "|(а", "а) ": "|а) ", " (моб.) факс ": " (моб.)| факс ", ", а, б": ", а,| б", "слово/факс": "слово/|факс", "факс/слово": "факс/|слово",
	} {
		after, before := parted(between)
		if got := after + "|" + before; got != want {
			t.Errorf("%q: %q, want %q", between, got, want)
		}
	}
	for words, want := range map[string]string{
		"": "+", "тел.": "phone+", "факс": "fax+", "тел./факс": "phone-fax+", "телефакс": "phone-fax+", "моб. тел.": "mobile+", "моб. факс": "fax+", "моб": "mobile+", "слово": "", "тел. слово": "phone", "тел. и факс": "phone-fax+",
		"tel and fax": "phone-fax+", "и": "+", "т. ф.": "phone-fax+", "сот.": "mobile+", "WhatsApp": "", "тел. @a": "phone", "Phones:": "phone+", "cell": "mobile+",
	} {
		kind, all := kindIn(words)
		got := string(kind)
		if all {
			got += "+"
		}
		if got != want {
			t.Errorf("%q: %s, want %s", words, got, want)
		}
	}
}
