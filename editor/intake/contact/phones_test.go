package contact

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"communique/editor/release"
)

// TestTwoShortNumbers are parted by a stroke between blanks.
func TestTwoShortNumbers(t *testing.T) {
	phones, rest := ReadPhones("Tel: 01 555 0112 / 087 555 0112")
	if len(phones) != 2 || phones[0].Number != "01 555 0112" || phones[1].Number != "087 555 0112" || rest != "" {
		t.Errorf("got %+v, %q", phones, rest)
	}
}

func TestReadPhones(t *testing.T) {
	for line, want := range map[string]string{ // number=kind, parted by |; then > what is left
		"+7-000-000-00-01":                                     "+7-000-000-00-01=phone",
		"+7-000-000-00-02-тел/факс":                            "+7-000-000-00-02=phone-fax",
		"+7-000-000-00-02 – тел./факс":                         "+7-000-000-00-02=phone-fax",
		"+7 (000) 000-00-01 (тел./факс)":                       "+7 (000) 000-00-01=phone-fax",
		"+7 (000) 000-00-01 тел. / факс":                       "+7 (000) 000-00-01=phone-fax",
		"+7 (000) 000-00-01 (тел. и факс)":                     "+7 (000) 000-00-01=phone-fax",
		"Тел./факс: +7 (000) 000-00-00":                        "+7 (000) 000-00-00=phone-fax",
		"Телефакс: +7 (000) 000-00-00":                         "+7 (000) 000-00-00=phone-fax",
		"тел.: 8 (000) 000-00-00, доб. 12":                     "8 (000) 000-00-00, доб. 12=phone",
		"Тел.: 8 (000) 000-00-00 (доб. 131)":                   "8 (000) 000-00-00 (доб. 131)=phone",
		"Тел: 8(000)0000000 доб.12-34":                         "8(000)0000000 доб.12-34=phone",
		"Факс: +7 (000) 000-00-00 доб. 2":                      "+7 (000) 000-00-00 доб. 2=fax",
		"+1 000-000-0000 ext. 5 fax":                           "+1 000-000-0000 ext. 5=fax",
		"+1 (000) 000-0000 x12, fax +1 (000) 000-0001":         "+1 (000) 000-0000 x12=phone|+1 (000) 000-0001=fax",
		"Тел.: +7 000 00-00-00; +7 000 00-00-01":               "+7 000 00-00-00=phone|+7 000 00-00-01=phone",
		"+7 (000) 000-00-00, +7 (000) 000-00-01":               "+7 (000) 000-00-00=phone|+7 (000) 000-00-01=phone",
		"+7 (000) 000-00-00 и +7 (000) 000-00-01":              "+7 (000) 000-00-00=phone|+7 (000) 000-00-01=phone",
		"8 000 000-00-00 / 8 000 000-00-01":                    "8 000 000-00-00=phone|8 000 000-00-01=phone",
		"+7 (000) 000-00-00 / 000-00-01":                       "+7 (000) 000-00-00 / 000-00-01=phone",
		"тел. +7 000 00-00-00, факс +7 000 00-00-1":            "+7 000 00-00-00=phone|+7 000 00-00-1=fax",
		"+7 000 00-00-00 (факс), +7 000 00-00-01":              "+7 000 00-00-00=fax|+7 000 00-00-01=phone",
		"Моб.: +7 000 00-00-00, +7 000 00-00-01":               "+7 000 00-00-00=mobile|+7 000 00-00-01=mobile",
		"Моб.: +7 000 00-00-00 (Анна), +7 000 00-00-01 (Иван)": "+7 000 00-00-00 (Анна)=mobile|+7 000 00-00-01 (Иван)=mobile",
		"Тел./факс: +7 000 00-00-00 (в рабочие дни с 9 до 18)": "+7 000 00-00-00 (в рабочие дни с 9 до 18)=phone-fax",
		"тел. 8-000-000-00-00, Анна Пробная":                   "8-000-000-00-00, Анна Пробная=phone",
		"+7 000 00-00-00 (WhatsApp)":                           "+7 000 00-00-00 (WhatsApp)=phone",
		"+7 000 00-00-00 (моб., Telegram)":                     "+7 000 00-00-00 (моб., Telegram)=mobile",
		"Приёмная: +7 000 00-00-00":                            "Приёмная: +7 000 00-00-00=phone",
		"Email: press@example.org, тел. +7 000 00-00-00":       "+7 000 00-00-00=phone>Email: press@example.org",
		"+7 000 00-00-00, press@example.org":                   "+7 000 00-00-00=phone>press@example.org",
		"press1234567@example.org":                             ">press1234567@example.org",
		"Telegram: @example_press":                             ">Telegram: @example_press",
		"112":                                                  ">112",
		"":                                                     "",
		"Факс (моб.): +7 000 00-00-00":                         "+7 000 00-00-00=fax",
		"Приёмная — +7 000 00-00-00":                           "Приёмная — +7 000 00-00-00=phone",
		"— для прессы: +7 000 00-00-00":                        "для прессы: +7 000 00-00-00=phone",
		"+7 000 00-00-00 — факс":                               "+7 000 00-00-00=fax",
		"что угодно — факс":                                    "что угодно=fax",
	} {
		t.Run(line, func(t *testing.T) {
			phones, rest := ReadPhones(line)
			var got []string
			for _, p := range phones {
				got = append(got, fmt.Sprintf("%s=%s", p.Number, p.Kind))
			}
			said := strings.Join(got, "|")
			if rest != "" {
				said += ">" + rest
			}
			if said != want {
				t.Errorf("got %s", said)
			}
		})
	}
}

// TestNoLetterOfAPhoneLineIsLost compares the digits and the words that say
// more than a kind.
func TestNoLetterOfAPhoneLineIsLost(t *testing.T) {
	for _, line := range []string{
		"тел. 8-000-000-00-00, Анна Пробная", "+7 000 000-00-00 (Анна), +7 000 000-00-01 (Иван), звонить с 9 до 18", "а 000-00-01 б 000-00-02 в",
		"с 9:00 до 18:00 по 000-00-01; факс 000-00-02 круглые сутки", "@example_press", "press@example.org / 000-00-01 / example.org",
	} {
		var got []string
		for _, p := range ReadPhoneList(line) {
			got = append(got, p.Number)
		}
		for word := range strings.FieldsSeq(line) {
			if word = strings.Trim(word, edge); word == "" || strings.Contains(strings.Join(got, " "), word) {
				continue
			}
			if _, kind := kindIn(word); !kind {
				t.Errorf("%q lost %q: %q", line, word, got)
			}
		}
	}
}

var words = map[release.PhoneKind][]string{
	release.Phone: {"тел.", "phone"}, release.Mobile: {"моб.", "mobile"}, release.Fax: {"факс", "fax"}, release.PhoneFax: {"тел./факс", "phone/fax"},
}

// FuzzPhoneLine shows stored phones and reads them back.
func FuzzPhoneLine(f *testing.F) {
	for _, text := range []string{"+7 (000) 000-00-01", "8 (000) 000-00-00, доб. 131", "тел. 000-00-01", "а — факс", "@press", "a@b.example", "000-00-01, 000-00-02", "(", "факс", "000-00-01 (моб."} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, typed := range ReadPhoneList(text) { // what was typed once stays as it is
			checkShown(t, typed)
		}
		if text = strings.TrimSpace(text); text == "" || strings.ContainsAny(text, "\n\r") {
			return
		}
		for _, kind := range release.PhoneKinds() {
			checkShown(t, release.PhoneNumber{Number: text, Kind: kind})
		}
	})
}

func checkShown(t *testing.T, p release.PhoneNumber) {
	t.Helper()
	for _, word := range words[p.Kind] {
		if line := PhoneLine(p, word); !slices.Equal(ReadPhoneList(line), []release.PhoneNumber{p}) {
			t.Errorf("%+v is shown as %q and read as %+v", p, line, ReadPhoneList(line))
		}
	}
}
