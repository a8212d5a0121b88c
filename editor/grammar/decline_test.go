package grammar

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// forms joins the forms after the nominative: gen, dat, acc, ins, prep.
func forms(d Declension) string {
	all := make([]string, 0, 5)
	for _, c := range Cases()[1:] {
		all = append(all, d.Forms[c])
	}
	return strings.Join(all, ", ")
}

// Sources: Розенталь, Справочник по правописанию и литературной правке, §§
// 149–150 (names) and 197 (places); Зализняк, Грамматический словарь; the
// usage of the protocol for posts.
var declensions = []struct {
	name   string
	kind   Kind
	gender Gender
	phrase string
	want   string
	guess  bool
}{
	{"a man", Person, "", "Садыр Пробнов", "Садыра Пробнова, Садыру Пробнову, Садыра Пробнова, Садыром Пробновым, Садыре Пробнове", false},
	{"a woman", Person, "", "Мария Озерова", "Марии Озеровой, Марии Озеровой, Марию Озерову, Марией Озеровой, Марии Озеровой", false},
	{"with a patronymic", Person, "", "Пробнова Анна Ильинична", "Пробновой Анны Ильиничны, Пробновой Анне Ильиничне, Пробнову Анну Ильиничну, Пробновой Анной Ильиничной, Пробновой Анне Ильиничне", false},
	{"a short patronymic", Person, "", "Пётр Кузьмич Глебка", "Петра Кузьмича Глебки, Петру Кузьмичу Глебке, Петра Кузьмича Глебку, Петром Кузьмичом Глебкой, Петре Кузьмиче Глебке", false},
	{"an indeclinable first name", Person, "", "Имангали Пробнов", "Имангали Пробнова, Имангали Пробнову, Имангали Пробнова, Имангали Пробновым, Имангали Пробнове", false},
	{"a name of two parts", Person, "", "Касым-Жомарт Озеров", "Касым-Жомарта Озерова, Касым-Жомарту Озерову, Касым-Жомарта Озерова, Касым-Жомартом Озеровым, Касым-Жомарте Озерове", false},
	{"a surname in -о", Person, "", "Александр Пробненко", "Александра Пробненко, Александру Пробненко, Александра Пробненко, Александром Пробненко, Александре Пробненко", false},
	{"a surname in -у", Person, "", "Сергей Шойгу", "Сергея Шойгу, Сергею Шойгу, Сергея Шойгу, Сергеем Шойгу, Сергее Шойгу", false},
	{"a surname in -жа", Person, "", "Николай Бордюжа", "Николая Бордюжи, Николаю Бордюже, Николая Бордюжу, Николаем Бордюжей, Николае Бордюже", false},
	{"a surname in -ь", Person, "", "Станислав Зась", "Станислава Зася, Станиславу Засю, Станислава Зася, Станиславом Засем, Станиславе Засе", false},
	{"a surname in -ддин", Person, "", "Рустам Мухриддин", "Рустама Мухриддина, Рустаму Мухриддину, Рустама Мухриддина, Рустамом Мухриддином, Рустаме Мухриддине", false},
	{"a surname in -ян", Person, "", "Арман Пробнян", "Армана Пробняна, Арману Пробняну, Армана Пробняна, Арманом Пробняном, Армане Пробняне", false},
	{"a woman in -ян", Person, "", "Лариса Тер-Пробнян", "Ларисы Тер-Пробнян, Ларисе Тер-Пробнян, Ларису Тер-Пробнян, Ларисой Тер-Пробнян, Ларисе Тер-Пробнян", false},
	{"a woman, all of it still", Person, "", "Ани Пробнян", "Ани Пробнян, Ани Пробнян, Ани Пробнян, Ани Пробнян, Ани Пробнян", false},
	{"a surname in -ых", Person, "", "Дмитрий Седых", "Дмитрия Седых, Дмитрию Седых, Дмитрия Седых, Дмитрием Седых, Дмитрии Седых", false},
	{"an adjective", Person, "", "Ольга Шумская", "Ольги Шумской, Ольге Шумской, Ольгу Шумскую, Ольгой Шумской, Ольге Шумской", false},
	{"a double surname", Person, "", "Мамин-Озерский Пётр", "Мамина-Озерского Петра, Мамину-Озерскому Петру, Мамина-Озерского Петра, Маминым-Озерским Петром, Мамине-Озерском Петре", false},
	{"уулу", Person, "", "Жээнбек уулу Бакыт", "Жээнбек уулу Бакыта, Жээнбек уулу Бакыту, Жээнбек уулу Бакыта, Жээнбек уулу Бакытом, Жээнбек уулу Бакыте", false},
	{"кызы", Person, "", "Айгуль Нурлан кызы", "Айгуль Нурлан кызы, Айгуль Нурлан кызы, Айгуль Нурлан кызы, Айгуль Нурлан кызы, Айгуль Нурлан кызы", false},
	{"оглы", Person, "", "Ильхам Гейдар оглы Пробнов", "Ильхама Гейдар оглы Пробнова, Ильхаму Гейдар оглы Пробнову, Ильхама Гейдар оглы Пробнова, Ильхамом Гейдар оглы Пробновым, Ильхаме Гейдар оглы Пробнове", false},
	{"-зода", Person, "", "Шермахмад Пробзода", "Шермахмада Пробзоды, Шермахмаду Пробзоде, Шермахмада Пробзоду, Шермахмадом Пробзодой, Шермахмаде Пробзоде", true},
	{"capitals", Person, "", "ИМАНГАЛИ ПРОБНОВ", "ИМАНГАЛИ ПРОБНОВА, ИМАНГАЛИ ПРОБНОВУ, ИМАНГАЛИ ПРОБНОВА, ИМАНГАЛИ ПРОБНОВЫМ, ИМАНГАЛИ ПРОБНОВЕ", false},
	{"initials before", Person, "", "И. Пробнов", "И. Пробнова, И. Пробнову, И. Пробнова, И. Пробновым, И. Пробнове", false},
	{"initials after", Person, "", "Пробнов И.Н.", "Пробнова И.Н., Пробнову И.Н., Пробнова И.Н., Пробновым И.Н., Пробнове И.Н.", false},
	{"a vowel that goes", Person, "", "Илья Кравец", "Ильи Кравца, Илье Кравцу, Илью Кравца, Ильёй Кравцом, Илье Кравце", true},
	{"the gender is told", Person, Feminine, "Женя Коваль", "Жени Коваль, Жене Коваль, Женю Коваль, Женей Коваль, Жене Коваль", true},

	{"a minister", Post, "", "Министр иностранных дел Кыргызской Республики", "Министра иностранных дел Кыргызской Республики, Министру иностранных дел Кыргызской Республики, Министра иностранных дел Кыргызской Республики, Министром иностранных дел Кыргызской Республики, Министре иностранных дел Кыргызской Республики", false},
	{"и between adjectives", Post, "", "Постоянный и Полномочный представитель", "Постоянного и Полномочного представителя, Постоянному и Полномочному представителю, Постоянного и Полномочного представителя, Постоянным и Полномочным представителем, Постоянном и Полномочном представителе", false},
	{"a rank after a post", Post, "", "начальник Генерального штаба генерал армии", "начальника Генерального штаба генерала армии, начальнику Генерального штаба генералу армии, начальника Генерального штаба генерала армии, начальником Генерального штаба генералом армии, начальнике Генерального штаба генерале армии", false},
	{"two posts", Post, "", "вице-премьер – министр финансов", "вице-премьера – министра финансов, вице-премьеру – министру финансов, вице-премьера – министра финансов, вице-премьером – министром финансов, вице-премьере – министре финансов", false},
	{"a participle", Post, "", "временный поверенный в делах", "временного поверенного в делах, временному поверенному в делах, временного поверенного в делах, временным поверенным в делах, временном поверенном в делах", false},
	{"посол", Post, "", "Посол", "Посла, Послу, Посла, Послом, После", false},
	{"и.о.", Post, "", "и.о. министра", "и.о. министра, и.о. министра, и.о. министра, и.о. министра, и.о. министра", false},

	{"a state", Place, "", "Кыргызстан", "Кыргызстана, Кыргызстану, Кыргызстан, Кыргызстаном, Кыргызстане", false},
	{"its official name", Place, "", "Республика Армения", "Республики Армения, Республике Армения, Республику Армения, Республикой Армения, Республике Армения", false},
	{"a plural", Place, "", "Соединённые Штаты Америки", "Соединённых Штатов Америки, Соединённым Штатам Америки, Соединённые Штаты Америки, Соединёнными Штатами Америки, Соединённых Штатах Америки", false},
	{"a city that stays", Place, "", "Алматы", "Алматы, Алматы, Алматы, Алматы, Алматы", false},
	{"its first part", Place, "", "Ростов-на-Дону", "Ростова-на-Дону, Ростову-на-Дону, Ростов-на-Дону, Ростовом-на-Дону, Ростове-на-Дону", false},
	{"its last part", Place, "", "Джалал-Абад", "Джалал-Абада, Джалал-Абаду, Джалал-Абад, Джалал-Абадом, Джалал-Абаде", false},
	{"a region", Place, "", "Иссык-Кульская область", "Иссык-Кульской области, Иссык-Кульской области, Иссык-Кульскую область, Иссык-Кульской областью, Иссык-Кульской области", false},
	{"a name in quotes", Place, "", "полигон «Проба»", "полигона «Проба», полигону «Проба», полигон «Проба», полигоном «Проба», полигоне «Проба»", false},

	{"an organisation", Organisation, "", "Объединённый штаб", "Объединённого штаба, Объединённому штабу, Объединённый штаб, Объединённым штабом, Объединённом штабе", false},
	{"its head noun", Organisation, "", "Министерство обороны", "Министерства обороны, Министерству обороны, Министерство обороны, Министерством обороны, Министерстве обороны", false},
	{"an abbreviation", Organisation, "", "МИД", "МИД, МИД, МИД, МИД, МИД", false},

	{"nothing", Person, "", "", ", , , , ", false},
	{"what it is, is seen", "", "", "министр", "министра, министру, министра, министром, министре", false},
}

func TestDecline(t *testing.T) {
	for _, tt := range declensions {
		t.Run(tt.name, func(t *testing.T) {
			d := Decline(tt.kind, tt.gender, tt.phrase)
			if got := forms(d); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if d.Guess != tt.guess {
				t.Errorf("a guess: %t", d.Guess)
			}
		})
	}
}

func TestPrepositions(t *testing.T) {
	for place, want := range map[string]string{
		"Бишкек": "в", "Вьетнам": "во", "Франция": "во", "Куба": "на", "остров Пробный": "на", "Владивосток": "во", "Волгоград": "в",
	} {
		if got := DeclinePlace(place).Preposition; got != want {
			t.Errorf("%s %s, want %s", got, place, want)
		}
	}
}

func TestGenderOf(t *testing.T) {
	for name, want := range map[string]Gender{
		"Пробнов Иван Петрович": Masculine, "Анна Озерова": Feminine, "Салтанат Пробнова": Feminine, "Нурлан кызы Айгуль": Feminine, "Пробнов": Masculine,
	} {
		if got, sure := GenderOf(name); got != want || !sure {
			t.Errorf("%s: %s, %t", name, got, sure)
		}
	}
	if _, sure := GenderOf("Женя Коваль"); sure {
		t.Error("Женя Коваль may be a man or a woman")
	}
}

func TestNumerals(t *testing.T) {
	for got, want := range map[string]string{
		Count(21, Nominative, "государство"):             "21 государство",
		Count(3, Nominative, "соглашение"):               "3 соглашения",
		Count(5, Nominative, "государство"):              "5 государств",
		Count(11, Nominative, "год"):                     "11 лет",
		Count(2, Instrumental, "соглашение"):             "2 соглашениями",
		CountInWords(2, Instrumental, "соглашение"):      "двумя соглашениями",
		CountInWords(21, Nominative, "государство"):      "двадцать одно государство",
		CountInWords(5, Genitive, "человек"):             "пяти человек",
		CountInWords(40, Dative, "делегация"):            "сорока делегациям",
		CountInWords(1, Accusative, "делегация"):         "одну делегацию",
		Numeral(2005, Prepositional, Masculine, false):   "двух тысячах пяти",
		Numeral(0, Nominative, Masculine, false):         "ноль",
		Numeral(1_000_000, Nominative, Masculine, false): "один миллион",
		Numeral(900, Instrumental, Masculine, false):     "девятьюстами",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func FuzzDecline(f *testing.F) {
	for _, tt := range declensions {
		f.Add(string(tt.kind), string(tt.gender), tt.phrase)
	}
	f.Add("person", "x", "ь ъ -- «\x00 а\u0301 Ў.ў-")
	f.Fuzz(func(t *testing.T, kind, gender, phrase string) {
		d := Decline(Kind(kind), Gender(gender), phrase)
		if len(d.Forms) != 6 || d.Forms[Nominative] != phrase {
			t.Errorf("%q: %d forms, %q", phrase, len(d.Forms), d.Forms[Nominative])
		}
		for c, form := range d.Forms {
			if utf8.ValidString(phrase) && !utf8.ValidString(form) {
				t.Errorf("%s of %q is no text: %q", c, phrase, form)
			}
		}
	})
}

// BenchmarkDecline declines phrases of every kind; the baseline looks the same
// forms up in a map.
func BenchmarkDecline(b *testing.B) {
	stored := map[string]Declension{}
	for _, tt := range declensions {
		stored[tt.phrase] = Decline(tt.kind, tt.gender, tt.phrase)
	}
	b.Run("rules", func(b *testing.B) {
		for b.Loop() {
			for _, tt := range declensions {
				Decline(tt.kind, tt.gender, tt.phrase)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(declensions)*6), "ns/form")
	})
	b.Run("a-map", func(b *testing.B) {
		sum := 0
		for b.Loop() {
			for _, tt := range declensions {
				sum += len(stored[tt.phrase].Forms)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(declensions)*6), "ns/form")
	})
}
