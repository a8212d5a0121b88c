package page

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"communique/editor/release"
	"communique/export/exporttest"
	"communique/export/style"
)

// figures are what is counted on pages.
type figures struct {
	pages, lines   int
	broken         int // lines that end in a hyphen of ours
	running        int // times that three do in a row
	tails, seconds int // paragraphs that end in the tail of a word; words with a second hyphen
	parted         int // numbers parted from what they count
	widest         float64
	spent          time.Duration
}

// count adds a document's lines of justified text.
func (f *figures) count(doc Document) {
	f.pages += len(doc.Pages)
	parts := map[int][]Line{}
	for _, p := range doc.Pages {
		for _, line := range p.Lines {
			if line.Part == Furniture {
				continue
			}
			switch doc.Parts[line.Part].Role {
			case Lead, Paragraph, Quotation, Item, Boilerplate:
				parts[line.Part] = append(parts[line.Part], line)
			default:
			}
		}
	}
	for _, lines := range parts {
		f.paragraph(lines)
	}
}

func (f *figures) paragraph(lines []Line) {
	running := 0
	for i, line := range lines {
		f.lines++
		f.space(line)
		if !isBroken(line.Runs) {
			running = 0
			f.number(lines[i:])
			continue
		}
		f.broken++
		if running++; running == mostHyphens+1 {
			f.running++
		}
		head, tail := strings.Fields(words(line)), strings.Fields(words(lines[i+1]))
		if strings.Contains(head[len(head)-1], "-") || strings.Contains(tail[0], "-") {
			f.seconds++
		}
		if i == len(lines)-2 && len(tail) == 1 {
			f.tails++
		}
	}
}

// number counts a line that ends in a number whose noun begins the next.
func (f *figures) number(lines []Line) {
	if len(lines) < 2 {
		return
	}
	before, after := strings.TrimSpace(words(lines[0])), strings.TrimSpace(words(lines[1]))
	last, first := before[max(len(before)-1, 0):], []rune(after)[:1]
	if strings.Trim(last, "0123456789") == "" && strings.ToUpper(string(first)) != string(first) {
		f.parted++
	}
}

func (f *figures) space(line Line) {
	for _, r := range line.Runs {
		for _, g := range r.Glyphs {
			if g.Rune == ' ' || g.Rune == noBreakSpace {
				f.widest = max(f.widest, (g.Advance+r.Tracking)/r.Size) // the letter before it is moved, too
			}
		}
	}
}

func (f *figures) log(t *testing.T, name string) {
	t.Helper()
	t.Logf("%s: %d pages, %d lines, %.1f %% broken, %d times three running, %d tails alone, %d second hyphens, %d numbers parted, the widest space %.2f em, %d µs a page",
		name, f.pages, f.lines, 100*float64(f.broken)/float64(f.lines), f.running, f.tails, f.seconds, f.parted, f.widest, f.spent.Microseconds()/int64(f.pages))
}

// TestFigures prints what a strict eye counts on a hundred releases in each style, and holds
// it. Their words are longer than those of most offices: real releases have half as much.
func TestFigures(t *testing.T) {
	for _, name := range style.Names() {
		c, f := compositor(t, name), figures{}
		for seed := range uint64(100) {
			start := time.Now()
			doc := layout(t, c, exporttest.Release(seed, 1500+int(seed)*50))
			f.spent += time.Since(start)
			f.count(doc)
		}
		share := float64(f.broken) / float64(f.lines)
		f.log(t, name)
		if share > 0.2 || f.running > 0 || f.widest > widestSpace+1e-9 {
			t.Errorf("%s: %.1f %% broken, %d times three running, a space of %.2f em", name, 100*share, f.running, f.widest)
		}
		if most := f.lines / 100; f.tails > most/10 || f.seconds > most/5 || f.parted > most/10 {
			t.Errorf("%s: %d tails alone, %d second hyphens, %d numbers parted", name, f.tails, f.seconds, f.parted)
		}
	}
}

// heavy are sentences of long compounds and many numbers.
var heavy = []string{
	`Межведомственная рабочая группа по водохозяйственному строительству подвела итоги 2026 года и наметила 14 мероприятий на следующий.`,
	`Протяжённость обновлённых газотранспортных сетей выросла на 312 километров, а грузооборот железнодорожного узла достиг 4,7 млн тонн.`,
	`«Мы договорились о взаимовыгодных условиях, — сказал председатель комитета Аркадий Полозьев, — и теперь дело за исполнителями».`,
	`Автоматизированная система учёта электроэнергии заработала в 27 районах, ещё в 6 районах её установят до 1 марта 2027 года.`,
	`Представители агропромышленного комплекса обсудили сельскохозяйственное страхование, ветеринарно-санитарный надзор и льготное кредитование.`,
	`По словам заместителя министра, законопроект № 118 «О градостроительной деятельности» прошёл второе чтение 12 ноября.`,
	`Инвестиционно-строительная компания «Северный берег» вложит в реконструкцию 2,4 млрд рублей, из них 640 млн рублей — собственные средства.`,
	`Многофункциональный центр принимает посетителей с 9:00 до 20:00; за год в него обратились 118 400 человек.`,
	`Делегация ознакомилась с лесопромышленным производством, деревообрабатывающим цехом и лабораторией неразрушающего контроля.`,
	`В соответствии с п. 3 ст. 15 Федерального закона общественное обсуждение продлится 30 дней.`,
	`Научно-исследовательский институт представил высокопроизводительный вычислительный комплекс, разработанный при участии 11 предприятий.`,
	`Директор департамента А. В. Светозаров отметил, что законодательство о противопожарной безопасности требует уточнения.`,
	`Стороны подтвердили приверженность взаимоуважению, невмешательству во внутренние дела и добрососедству.`,
	`Железобетонные конструкции путепровода заменят за 18 месяцев, движение откроют 5 августа 2027 г.`,
	`Собрание поручило правительству представить доклад о водоснабжении, теплоснабжении и мусоропереработке.`,
	`Это даст нам около 900 рабочих мест, в том числе 120 — для выпускников училищ.`,
	`Температура опускалась до −38 °C, скорость ветра достигала 24 м/с, видимость — 50 м.`,
	`Участники форума приняли итоговую декларацию.`,
	`Среди выступавших были учёные-востоковеды, врачи-эпидемиологи, инженеры-конструкторы и преподаватели общеобразовательных школ.`,
	`Товарооборот двух государств вырос на 18,6 % и составил 1 284,5 млн долларов США.`,
	`Пресс-конференция состоится в четверг, 3 декабря, в 11:30 в зале № 2.`,
	`Кредитоспособность заёмщиков, платёжеспособность населения и конкурентоспособность производителей выросли одновременно.`,
	`Электронно-вычислительное оборудование, приобретённое за счёт субсидий, передадут 43 школам и 7 техникумам.`,
	`Как сообщил начальник управления, лётно-подъёмный состав прошёл переподготовку в учебно-тренировочном центре.`,
}

// TestFiguresOfCompounds prints the figures of texts that are hard to break, in wide lines and
// in narrow ones, and holds them.
func TestFiguresOfCompounds(t *testing.T) {
	for name, c := range map[string]*Compositor{
		"plain": compositor(t, "plain"), "gost": compositor(t, "gost"),
		"narrow": own(t, "[page]\nsize = 'A5'\nleft = 12\nright = 12\n[text]\nsize = 10\nleading = 1.3\n[parts.paragraph]\nindent = 6\nbefore = 0"),
	} {
		random, f := rand.New(rand.NewPCG(5, 6)), figures{}
		for range 60 {
			r := release.Release{Language: "ru", Status: release.Issued, Headline: "Итоги"}
			for range 14 {
				var text []string
				for range 1 + random.IntN(4) {
					text = append(text, heavy[random.IntN(len(heavy))])
				}
				r.Blocks = append(r.Blocks, release.Block{Kind: release.Paragraph, Text: strings.Join(text, " ")})
			}
			start := time.Now()
			doc := layout(t, c, r)
			f.spent += time.Since(start)
			f.count(doc)
		}
		f.log(t, name)
		share, most := float64(f.broken)/float64(f.lines), f.lines/100
		if share > 0.25 || f.running > 0 || f.widest > widestSpace+1e-9 || f.tails > most/2 || f.seconds > 2*most || f.parted > most/4 {
			t.Errorf("%s: %.1f %% broken, %d tails alone, %d second hyphens, %d numbers parted, a space of %.2f em", name, 100*share, f.tails, f.seconds, f.parted, f.widest)
		}
	}
}
