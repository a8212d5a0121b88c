package app_test

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode"

	"communique/app/chooser/portaltest"
	"communique/editor/release"
)

// report is the text of a release as long as offices' are, a paragraph each.
var report = []string{
	"26 октября с.г. в г. Пробном состоялась рабочая встреча членов Постоянного совета содружества с полномочными представителями парламентов государств - членов содружества при Собрании содружества с участием Генерального секретаря Ивана Пробного. Во встрече также принял участие заместитель Генерального секретаря Пётр Образцов.",
	"В ходе встречи были обсуждены вопросы совершенствования взаимодействия Собрания с другими органами содружества. Генеральный секретарь отметил, что в содружестве придают большое значение участию Секретариата в мероприятиях, проводимых по линии Собрания, а руководство Секретариата регулярно участвует в заседаниях его Совета.",
	"Иван Пробный сказал: \"Парламентское измерение является одной из основ, на которую опирается фундамент нашей организации, и поэтому Секретариат придаёт важное значение взаимодействию с Собранием как одному из инструментов укрепления и повышения эффективности её деятельности. Наша сегодняшняя встреча тем более своевременна, поскольку развитие парламентского измерения является одним из приоритетов председательства в 2021-2022 годах\".",
	"В свою очередь, Председатель Постоянного совета, Постоянный и Полномочный представитель Примерной Республики при содружестве Анна Примерная заявила, что Собрание играет важную роль в деле принятия модельных законодательных актов и рекомендаций, которые способствуют сближению законодательств государств - членов содружества и приводят его в соответствие с положениями международных договоров, заключённых в его рамках.",
	"В ходе встречи была высказана необходимость развития и эффективного использования инструмента публичной дипломатии для формирования позитивного образа организации.",
	"Также обсуждались вопросы реализации Плана мероприятий, посвящённых 30-летию подписания Договора о содружестве и 20-летию содружества, и подготовки юбилейной сессии Собрания, которая состоится в Пробном в будущем году.",
}

// saidBy is what its longest quotation says.
const saidBy = "В контексте парламентского измерения важным является сближение законодательства государств - членов содружества с учётом новых вызовов. Также считаем актуальным развитие парламентской дипломатии для выстраивания диалога на площадках международных организаций и форумов"

// TestJourneyTheWholeRelease writes a release as long as offices write them, with every kind of
// block, from nothing, by the keyboard alone, takes all of it back and makes it again, kills the
// program, which comes back with the release, and sends it out in each form: no letter is missing in any.
func TestJourneyTheWholeRelease(t *testing.T) {
	d := newDesktop(t)
	d.settle()
	if err := os.Mkdir(filepath.Join(d.home, "Documents"), 0o700); err != nil {
		t.Fatal(err)
	}
	p := d.portal(portaltest.Manner{})
	photograph := writePhotograph(t, filepath.Join(d.home, "снимок.png"))
	window := d.open()

	d.keys("ctrl+shift+n")
	d.write("В Пробном прошла встреча представителей парламентов")
	d.keys("Return")
	d.write("При Совете содружества")
	d.keys("ctrl+t")
	for _, paragraph := range report {
		d.pour(paragraph)
		d.keys("Return")
	}
	d.write("# О повестке")
	d.keys("Return")
	d.write("Обсуждён план, см. сайт")
	d.keys("ctrl+shift+Left") // the last word
	d.dialog("ctrl+l")
	d.write("https://council.example/plan")
	d.keys("Return")
	d.wait("the dialog to go", func() bool { return !d.darkened() })
	d.keys("End")
	d.write(".")
	d.keys("Return")
	d.write("> ")
	d.pour(saidBy)
	d.keys("Return")
	d.write("Иван Пробный")
	d.keys("Return")
	d.write("* первый этап")
	d.keys("Return")
	d.write("второй этап")
	d.keys("Return", "Return", "ctrl+alt+5")
	d.write("Этап")
	d.keys("Tab")
	d.write("Срок")
	d.keys("Tab")
	d.write("Первый")
	d.keys("Tab")
	d.write("к октябрю")
	d.keys("Return") // out of the table
	d.write("Встреча завершена.")
	d.asks(p, "ctrl+shift+i").Choose(photograph)
	d.wait("the words of the photograph", d.darkened)
	d.write("Участники встречи")
	d.keys("Tab")
	d.write("Анна Пробная")
	d.look("photograph")
	d.keys("ctrl+Return")

	want := []release.Block{}
	for _, paragraph := range report[1:] {
		want = append(want, release.Block{Kind: release.Paragraph, Text: paragraph})
	}
	want = append(want, []release.Block{
		{Kind: release.Subheading, Text: "О повестке"},
		{Kind: release.Paragraph, Text: "Обсуждён план, см. сайт.", Marks: []release.Mark{{Start: 19, End: 23, Style: release.Link, Address: "https://council.example/plan"}}},
		{Kind: release.Quotation, Text: saidBy, Speaker: "Иван Пробный"},
		{Kind: release.List, Text: "первый этап\nвторой этап"},
		{Kind: release.Table, Text: "Этап\tСрок\nПервый\tк октябрю"},
		{Kind: release.Paragraph, Text: "Встреча завершена."},
		{Kind: release.Picture, Text: "Участники встречи", Author: "Анна Пробная"},
	}...)
	written := func() bool {
		if len(d.list()) != 1 {
			return false
		}
		r := d.stored()
		for i := range r.Blocks {
			r.Blocks[i].ID, r.Blocks[i].Picture = 0, ""
		}
		return r.Headline == "В Пробном прошла встреча представителей парламентов" && r.Subheadline == "При Совете содружества" &&
			r.Lead == report[0] && reflect.DeepEqual(r.Blocks, want)
	}
	d.wait("all that was written", written)
	d.look("written")

	h, err := newHands(d.display())
	if err != nil {
		t.Fatal(err)
	}
	const steps = 550 // more than were made, a word each
	d.steps(h, steps, "Z")
	d.wait("nothing of it", func() bool { r := d.stored(); return r.Headline == "" && r.Lead == "" && len(r.Blocks) == 0 })
	d.steps(h, steps, "Y")
	d.wait("all of it again", written)

	d.kill(window)
	d.open()
	d.opened("В Пробном прошла встреча представителей парламентов")
	d.dialog("ctrl+k")
	d.keys("Return")
	files := func() []string {
		found, _ := filepath.Glob(filepath.Join(d.home, "Documents", "[^.]*", "*")) // a hidden folder is one that is being filled
		return found
	}
	d.wait("the package", func() bool { return len(files()) >= 8 })
	forms := 0
	for _, path := range files() {
		if text, ok := d.textOf(path); ok && filepath.Base(path) != "package.json" {
			forms++
			if missing := lacks(text, d.stored()); missing != "" {
				t.Errorf("%s lacks %q", filepath.Base(path), missing)
			}
			for _, words := range []string{"Обсуждён план", "council.example/plan", "Иван Пробный", "второй этап", "к октябрю", "Участники встречи", "Анна Пробная"} {
				if !strings.Contains(text, words) {
					t.Errorf("%s lacks %q", filepath.Base(path), words)
				}
			}
		}
	}
	if forms != 7 {
		t.Errorf("%d forms read of %v", forms, files())
	}
}

// textOf is what another program reads in a file of the package.
func (d *desktop) textOf(path string) (string, bool) {
	d.t.Helper()
	var out string
	var err error
	switch filepath.Ext(path) {
	case ".pdf":
		var links string
		if out, err = d.tool("pdftotext", "-layout", path, "-"); err == nil {
			links, err = d.tool("pdfinfo", "-url", path)
		}
		out += links
	case ".docx":
		out, err = d.tool("pandoc", path, "-t", "markdown", "--wrap=none")
	case ".eml":
		out, err = d.tool("python3", "-c", "import email, email.policy, sys; sys.stdout.buffer.write(email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default).get_body(('html', 'plain')).get_content().encode())", path)
	case ".html", ".txt", ".md", ".json", ".ninjs":
		var data []byte
		data, err = os.ReadFile(path)
		out = string(data)
	default:
		return "", false
	}
	if err != nil {
		d.t.Errorf("%s: %v", path, err)
	}
	return strings.Join(strings.Fields(out), " "), true
}

// steps presses Ctrl and a key so many times, at such a pace that X does not take it for one that
// is held.
func (d *desktop) steps(h *hands, times int, key string) {
	d.t.Helper()
	beat := time.NewTicker(25 * time.Millisecond)
	defer beat.Stop()
	for range times {
		<-beat.C
		if err := h.press("Ctrl", key); err != nil {
			d.t.Fatal(err)
		}
	}
}

// lacks returns the text of a release from the first letter on that a form does not have in its
// place; "" where it has all. A page's header and footer stand between them, and hyphens.
func lacks(form string, r release.Release) string {
	rest := strings.NewReader(form)
	for p := range r.Passages() {
		for at, letter := range p.Text {
			for unicode.IsLetter(letter) || unicode.IsDigit(letter) {
				next, _, err := rest.ReadRune()
				if err != nil {
					return p.Text[at:]
				}
				if next == letter {
					break
				}
			}
		}
	}
	return ""
}

func repeated(key string, times int) []string {
	keys := make([]string, times)
	for i := range keys {
		keys[i] = key
	}
	return keys
}

// writePhotograph writes a picture of two colours, and returns its address.
func writePhotograph(t testing.TB, path string) string {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for y := range 200 {
		for x := range 300 {
			img.Set(x, y, color.RGBA{R: uint8(x / 2), G: 90, B: uint8(y), A: 255})
		}
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	return "file://" + path
}
