// Package librarytest tries stores of releases: a contract that every store
// keeps, whatever it is made of, and releases like those of a press office to
// fill it with.
package librarytest

import (
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"communique/editor/release"
)

// Releases makes n releases of 1 to 6 KB over twenty years, the same ones each
// time. The words of the trade come as often as they do in real releases, and
// beside them a long tail of rare ones, so that an index of them has the size
// and the shape of a real one.
func Releases(n int) iter.Seq[release.Release] {
	return func(yield func(release.Release) bool) {
		w := writer{random: rand.New(rand.NewPCG(20, 24))} //nolint:gosec // the same releases each time are what is wanted
		for i := range n {
			if !yield(w.release(i, n)) {
				return
			}
		}
	}
}

// writer writes releases of invented people about invented business.
type writer struct{ random *rand.Rand }

func (w writer) release(i, n int) release.Release {
	r := release.New("ru")
	r.Kind = pick(w, release.Kinds())
	r.Status = release.Issued
	day := time.Date(2004, 1, 12, 0, 0, 0, 0, time.UTC).Add(time.Duration(float64(i) / float64(n) * float64(20*365*24*time.Hour)))
	r.Date = release.DateOf(day)
	r.Number = fmt.Sprintf("%d/%d", i+1, day.Year())
	r.Place = pick(w, cities).name
	r.Tags = []string{pick(w, topics).name}
	who, whom, where := w.person(), w.person(), pick(w, cities)
	r.Headline = fmt.Sprintf("%s %s %s", pick(w, events), where.in, w.rare())
	r.Lead = fmt.Sprintf("%d %s %d года %s состоялась встреча %s %s с %s %s.", day.Day(), months[day.Month()-1], day.Year(),
		where.in, who.post.of, who.of, whom.post.with, whom.with)
	for range 3 + w.random.IntN(9) {
		r.Blocks = append(r.Blocks, w.block(who))
	}
	r.Blocks = release.Numbered(r.Blocks)
	return r
}

func (w writer) block(who person) release.Block {
	if w.random.IntN(5) == 0 {
		return release.Block{Kind: release.Quotation, Text: w.sentence(), Speaker: who.name}
	}
	sentences := make([]string, 1+w.random.IntN(4))
	for i := range sentences {
		sentences[i] = w.sentence()
	}
	return release.Block{Kind: release.Paragraph, Text: strings.Join(sentences, " ")}
}

func (w writer) sentence() string {
	other := w.person()
	return strings.NewReplacer(
		"{тема}", pick(w, topics).of, "{тему}", pick(w, topics).name, "{город}", pick(w, cities).in,
		"{кто}", other.name, "{кого}", other.of, "{редкое}", w.rare(), "{ещё}", w.rare(), "{число}", fmt.Sprint(2+w.random.IntN(98)),
	).Replace(pick(w, sentences))
}

// rare is a word of the long tail: syllables, the commonest word about as
// often as all the words a hundred times rarer together, as Zipf's law has it.
func (w writer) rare() string {
	rank := int(math.Exp(w.random.Float64() * math.Log(200000)))
	var b strings.Builder
	for rank > 0 {
		b.WriteString(syllables[rank%len(syllables)])
		rank /= len(syllables)
	}
	return b.String() + pick(w, endings)
}

type person struct {
	name, of, with string
	post           post
}

// person joins a first name and a surname; the first few hundred pairs come
// most often.
func (w writer) person() person {
	first, last := pick(w, firstNames), pick(w, surnames)
	return person{
		name: first + " " + last, of: first + "а " + last + "а", with: first + "ом " + last + "ым", post: pick(w, posts),
	}
}

func pick[T any](w writer, from []T) T {
	// Squared, so that what stands first in a list comes most often.
	f := w.random.Float64()
	return from[int(f*f*float64(len(from)))]
}

type (
	named struct{ name, of string }
	city  struct{ name, in string }
	post  struct{ of, with string }
)

var (
	months = []string{"января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"}
	cities = []city{
		{"Пробный", "в Пробном"},
		{"Озёрск", "в Озёрске"},
		{"Лесогорск", "в Лесогорске"},
		{"Тихоречье", "в Тихоречье"},
		{"Заречный", "в Заречном"},
		{"Камнегорск", "в Камнегорске"},
		{"Верхополье", "в Верхополье"},
		{"Медноград", "в Меднограде"},
	}
	events     = []string{"Встреча", "Заседание Совета", "О переговорах", "Учение", "Рабочая встреча", "Консультации", "Заявление пресс-секретаря", "Открытие выставки", "Телефонный разговор"}
	firstNames = []string{"Иван", "Артём", "Семён", "Борис", "Степан", "Максим", "Родион", "Тимур", "Аскар", "Рустам", "Самвел", "Арман"}
	surnames   = []string{"Пробнов", "Озеров", "Лесников", "Тихомиров", "Заречнов", "Каменев", "Верхов", "Меднов", "Жаксылыков", "Абдыкаров", "Рахматов", "Полевов", "Степнов", "Горин"}
	posts      = []post{
		{"Министра иностранных дел", "Министром иностранных дел"},
		{"Генерального секретаря", "Генеральным секретарём"},
		{"Постоянного представителя", "Постоянным представителем"},
		{"Президента", "Президентом"},
		{"Председателя Комитета", "Председателем Комитета"},
	}
	topics = []named{
		{"безопасность границ", "безопасности границ"},
		{"совместные учения", "совместных учений"},
		{"борьба с наводнениями", "борьбы с наводнениями"},
		{"подготовка спасателей", "подготовки спасателей"},
		{"обмен студентами", "обмена студентами"},
		{"перевозка зерна", "перевозки зерна"},
		{"охрана памятников", "охраны памятников"},
	}
	sentences = []string{
		"Стороны обсудили вопросы {тема} и договорились продолжить консультации {город}.",
		"Особое внимание было уделено вопросам {тема}, в том числе {редкое} и {ещё}.",
		"В мероприятии приняли участие делегации {число} государств, представители {редкое} и наблюдатели.",
		"{кто} отметил, что решение о {ещё} будет принято на очередном заседании Совета.",
		"По итогам переговоров подписан протокол, который определяет порядок {тема} на {число} месяцев.",
		"Участники рассмотрели доклад {кого} о ходе работы «{редкое} {ещё}» и дали поручения рабочей группе.",
		"Следующая встреча состоится {город}; её подготовит секретариат совместно с {редкое}.",
		"Были затронуты {тему}, {редкое}, {ещё} и другие вопросы, которые представляют взаимный интерес.",
		"Документ вступит в силу через {число} дней после уведомления о {редкое} всех участников.",
	}
	syllables = []string{"ва", "ло", "ми", "ре", "ту", "сня", "кор", "бел", "дри", "про", "гас", "зен", "пол", "жар", "чин", "шу", "хан", "фо", "це", "ния", "ост", "ель", "ург", "ав"}
	endings   = []string{"ние", "ния", "ость", "ости", "ный", "ного", "ка", "ки", "ом", "ах", "ть", "ции"}
)
