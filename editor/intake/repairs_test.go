package intake

import (
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"communique/assets/translations"
	"communique/editor/intake/layout"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/proof"
	"communique/editor/release"
)

// repairCase is a source in which something is changed, set aside or left out, and how that is told:
// its words, how many there are, its line and paragraph in the source, and where in the release they stand.
type repairCase struct {
	source, name string
	want         release.Repair
	place        string // of the finding: a field with the words there; "" for none
}

// page is a web page of some body, below a head.
func page(head, body string) string {
	return "<html><head>" + head + "</head><body>" + body + "</body></html>"
}

// repairCases has one for each code.
func repairCases(t *testing.T) map[string]repairCase {
	t.Helper()
	const title, lead, rest = "Совет принял план дорог", "11 сентября 2024 года в Бишкеке состоялось заседание Совета.", "Стороны обсудили план дорог и план мостов, и всё остальное."
	const text = title + "\n\n" + lead + "\n\n" + rest + "\n"
	const article = "<h1>" + title + "</h1><p>" + lead + "</p><p>" + rest + "</p>"
	word := func(body string) string {
		return string(layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + body + "</w:body></w:document>"}))
	}
	para := func(runs string) string { return "<w:p>" + runs + "</w:p>" }
	run := func(text string) string { return "<w:r><w:t>" + text + "</w:t></w:r>" }
	whole := para(run(title)) + para(run(lead)) + para(run(rest))
	wrapped := title + "\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета содру-\nжества, на котором стороны обсудили план дорог и план мостов, а также\nвсё остальное, что было внесено в повестку дня секретариатом Совета и\nего рабочими органами в этом году.\n"
	letter := "From: Анна <a@council.example>\nTo: b@paper.example, c@paper.example\nSubject: Re: План принят\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
	koi, err := charmap.Windows1251.NewEncoder().String("Фрагмент другого файла с планом.\n")
	if err != nil {
		t.Fatal(err)
	}
	twice, err := charmap.Windows1252.NewDecoder().String("Совет обсудил план мостов ещё раз.")
	if err != nil {
		t.Fatal(err)
	}
	about := func(code, text string, count, line, paragraph int, field release.Field) release.Repair {
		return release.Repair{Code: code, Text: text, Count: count, Line: line, Paragraph: paragraph, Field: field}
	}
	return map[string]repairCase{
		DateGlued:       {title + "\n\n11.09.2024Стороны обсудили план.\n\n" + rest, "", about(DateGlued, "11.09.2024Стороны", 0, 3, 2, release.DateField), "date:"},
		DateGuessed:     {title + "\n\n" + rest, "2024-05-12 план.txt", about(DateGuessed, "2024-05-12", 0, 0, 0, release.DateField), "date:"},
		datePublished:   {page("<meta property='article:published_time' content='2024-05-12T10:00:00+06:00'>", "<h1>"+title+"</h1><p>"+rest+"</p>"), "", about(datePublished, "2024-05-12T10:00:00+06:00", 0, 0, 0, release.DateField), "date:"},
		dateLettered:    {"Исх. № 12/7 от 11.09.2024\n\n" + title + "\n\n" + rest, "", about(dateLettered, "Исх. № 12/7 от 11.09.2024", 0, 1, 1, release.DateField), "date:"},
		dateWeighed:     {title + "\n\n" + rest + "\n\n" + rest + "\n\nНовости Совета, 11.09.2024, номер", "", about(dateWeighed, "Новости Совета, 11.09.2024, номер", 0, 7, 4, release.DateField), "date:"},
		placeWeighed:    {"Council opens a pier\n\nThe council opened a new pier for the boats of the old town in Osh today.\n\nIt was long in the making.", "", about(placeWeighed, "The council opened a new pier for the boats of the old town in Osh today.", 0, 0, 0, release.PlaceField), "place:"},
		dateVersion:     {`{"uri":"u","headline":"` + title + `","versioncreated":"2024-05-12T10:00:00Z","language":"ru","body_text":"` + rest + `"}`, "", about(dateVersion, "2024-05-12T10:00:00Z", 0, 0, 0, release.DateField), "date:"},
		languageUnknown: {"Gallia omnis divisa\n\nPartes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.", "", about(languageUnknown, "Gallia omnis divisa", 0, 0, 0, release.BlocksField), "headline:Gallia omnis divisa"},
		encodingMixed:   {text + koi + text, "", about(encodingMixed, "Фрагмент другого файла с планом.", 0, 6, 0, release.BlocksField), "blocks:Фрагмент другого файла с планом."},
		encodingGuessed: {"From: Anna <a@council.example>\nSubject: Plan\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n" + string(ansi(t, text)), "", release.Repair{Code: encodingGuessed, Text: title, Put: "windows-1251"}, ""},
		encodedTwice:    {text + twice, "", about(encodedTwice, twice, 0, 6, 0, ""), ""},
		linesJoined:     {wrapped, "", about(linesJoined, "11 сентября 2024 года в Бишкеке состоялось заседание Совета содру-", 3, 3, 2, release.BlocksField), ""},
		hyphenJoined:    {wrapped, "", release.Repair{Code: hyphenJoined, Text: "содру-жества", Put: "содружества", Line: 3, Paragraph: 2, Field: release.BlocksField}, "lead:содружества"},
		rightToLeft:     {pdfOf("UniGB-UTF16-H", title, lead, rest, "םלוכל םולש"), "", about(rightToLeft, "שלום לכולם", 1, 0, 0, release.BlocksField), "blocks:שלום לכולם"},
		linesParted:     {strings.Repeat("Совет обсудил план дорог и план мостов, а также всё остальное. ", 5) + "Стороны приняли план.Следующее заседание пройдёт осенью.", "", about(linesParted, "Совет обсудил план дорог и план мостов, а также всё остальное. Совет обсудил…", 2, 1, 1, release.BlocksField), "lead:Совет обсудил план дорог и план мостов, а также всё остальное. Совет обсудил"},
		headlineGuessed: {"Кадровые изменения Заместителем губернатора назначена Ольга Пробная, ранее возглавлявшая министерство." + flatRest, "", about(headlineGuessed, "Кадровые изменения", 0, 1, 1, release.HeadlineField), "headline:Кадровые изменения"},
		leadGuessed:     {"Совет принял план дорог до 2025 годаПри участии секретаря прошло заседание, где был принят план дорог. " + strings.Repeat("Стороны рады, что план дорог принят. ", 8), "", about(leadGuessed, "Стороны рады, что план дорог принят. Стороны рады, что план дорог принят.…", 0, 1, 1, release.BlocksField), "blocks:Стороны рады, что план дорог принят. Стороны рады, что план дорог принят."},
		answerMarks:     {"> " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n> "), "", about(answerMarks, title, 5, 1, 1, release.BlocksField), "headline:" + title},
		plainBold:       {page("", "<h1>"+title+"</h1><p><b>"+lead+"</b></p><p><b>"+rest+"</b></p>"), "", about(plainBold, lead, 0, 0, 2, release.BlocksField), "lead:" + lead},
		plainItalic:     {page("", "<h1>"+title+"</h1><p><i>"+lead+"</i></p><p><i>"+rest+"</i></p>"), "", about(plainItalic, lead, 0, 0, 2, release.BlocksField), "lead:" + lead},
		draftMarked:     {"ПРОЕКТ\n\n" + text, "", about(draftMarked, "ПРОЕКТ", 0, 1, 1, ""), ""},
		headlineSubject: {letter + lead + "\n\n" + rest, "", release.Repair{Code: headlineSubject, Text: "Re: План принят", Put: "План принят", Field: release.HeadlineField}, "headline:План принят"},
		headlineTitle:   {page("<title>"+title+" | Сайт Совета</title>", "<p>"+lead+"</p><p>"+rest+"</p>"), "", release.Repair{Code: headlineTitle, Text: title + " | Сайт Совета", Put: title, Field: release.HeadlineField}, "headline:" + title},
		headlineBelow:   {"11.09.2024, Бишкек\n\n" + rest + "\n\nПлан дорог на год\n\nЕго примут осенью, сказал министр.", "", about(headlineBelow, "План дорог на год", 0, 5, 3, release.HeadlineField), "headline:План дорог на год"},
		titleDiffers:    {page("<title>Новая страница для новостей</title>", article), "", about(titleDiffers, "Новая страница для новостей", 0, 0, 0, ""), ""},
		pageAround:      {page("", "<nav>Главная Новости</nav><article>"+article+"</article><p>Подвал сайта</p>"), "", about(pageAround, "Главная Новости Подвал сайта", 4, 0, 0, ""), ""},
		pageData:        {page(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"`+title+`","articleBody":"`+lead+`\n`+strings.Repeat(rest+" ", 4)+`"}</script>`, "<div id=root>Загрузка</div>"), "", about(pageData, lead, 0, 0, 0, release.BlocksField), "lead:" + lead},
		movedBox:        {word(para(run(title)) + para(run(lead)+`<w:r><w:pict><w:txbxContent>`+para(run("Коротко о плане"))+`</w:txbxContent></w:pict></w:r>`) + para(run(rest))), "", about(movedBox, "Коротко о плане", 1, 0, 3, release.BlocksField), "blocks:Коротко о плане"},
		movedNote:       {page("", article+"<section role=doc-endnotes><ol><li>Без мостов на севере.</li></ol></section>"), "", about(movedNote, "[1] Без мостов на севере.", 1, 0, 4, release.BlocksField), "blocks:[1] Без мостов на севере."},
		asideLetterhead: {"Пресс-релиз № 15\n\n" + text, "", about(asideLetterhead, "Пресс-релиз № 15", 1, 1, 1, release.NotesField), "notes:Пресс-релиз № 15"},
		asideLetter:     {"От: Анна Примерова\nКому: газета\nТема: План\n\n" + text, "", about(asideLetter, "От: Анна Примерова", 3, 1, 1, release.NotesField), "notes:От: Анна Примерова"},
		asideGreeting:   {"Добрый день!\n\n" + text, "", about(asideGreeting, "Добрый день!", 1, 1, 1, release.NotesField), "notes:Добрый день!"},
		asideDateline:   {title + "\n\nОпубликовано: 11.09.2024, 12:30\n\n" + rest + "\n\n" + rest, "", about(asideDateline, "Опубликовано: 11.09.2024, 12:30", 1, 3, 2, release.NotesField), "notes:Опубликовано: 11.09.2024, 12:30"},
		asideEmbargo:    {"Эмбарго до 12.09.2027 12:00 МСК\n\n" + text, "", about(asideEmbargo, "Эмбарго до 12.09.2027 12:00 МСК", 1, 1, 1, release.NotesField), "notes:Эмбарго до 12.09.2027 12:00 МСК"},
		contactGuessed:  {text + "\n_____\n\nКонтакт: Неведомая, +7-000-000-00-01\n", "", about(contactGuessed, "Контакт: Неведомая, +7-000-000-00-01", 0, 9, 5, release.ContactsField), "contacts:"},
		asideContact:    {text + "\n_____\n\nАнна Примерова\nтел. +7-000-000-00-01\nпн–пт с 9:00 до 18:00\n", "", about(asideContact, "пн–пт с 9:00 до 18:00", 1, 11, 7, release.NotesField), "notes:пн–пт с 9:00 до 18:00"},
		asidePage:       {string(layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + whole + "</w:body></w:document>", "word/header1.xml": "<w:hdr>" + para(run("Бланк Совета для печати")) + "</w:hdr>"})), "", about(asidePage, "Бланк Совета для печати", 1, 0, 4, release.NotesField), "notes:Бланк Совета для печати"},
		asideSite:       {text + "\nЧитайте также: Совет обсудил план мостов\n\n" + rest, "", about(asideSite, "Читайте также: Совет обсудил план мостов", 1, 7, 4, release.NotesField), "notes:Читайте также: Совет обсудил план мостов"},
		asideTail:       {"# " + text + "\n---\n\nПрислано службой рассылки\n", "", about(asideTail, "Прислано службой рассылки", 2, 0, 4, release.NotesField), "notes:Прислано службой рассылки"},
		asideNews:       {`<rss><channel><item><title>` + title + `</title><description>` + lead + `</description><author>Анна</author></item></channel></rss>`, "", about(asideNews, "Анна", 1, 0, 0, release.NotesField), "notes:Анна"},
		recipients:      {letter + text, "", release.Repair{Code: recipients, Count: 2}, ""},

		lost + "comments":    {word(para(run(title)) + para(run(lead)+`<w:r><w:commentReference w:id="1"/></w:r>`) + para(run(rest))), "", about(lost+"comments", lead, 1, 0, 2, release.BlocksField), "lead:" + lead},
		lost + "deletions":   {word(para(run(title)) + para(run(lead)+`<w:del><w:r><w:delText>тайный </w:delText></w:r><w:r><w:delText>план</w:delText></w:r></w:del>`) + para(run(rest))), "", about(lost+"deletions", lead, 1, 0, 2, release.BlocksField), "lead:" + lead},
		lost + "hidden":      {word(para(run(title)) + para(run(lead)) + para(run(rest)+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>не для печати</w:t></w:r>`)), "", about(lost+"hidden", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		lost + "struck":      {page("", article+"<p>Цена <s>сто рублей</s> снижена.</p>"), "", about(lost+"struck", "сто рублей", 1, 0, 4, release.BlocksField), "blocks:сто рублей"},
		lost + "pictures":    {page("", article+"<p>Вид моста<img src='a.tiff'></p>"), "", about(lost+"pictures", "Вид моста", 1, 0, 4, release.BlocksField), "blocks:Вид моста"},
		lost + "links":       {page("", article+"<p>Смотри <a href='/x'>план</a> на сайте.</p>"), "", about(lost+"links", "Смотри план на сайте.", 1, 0, 4, release.BlocksField), "blocks:Смотри план на сайте."},
		lost + "objects":     {page("", article+"<p>Формула:<object></object> вот она.</p>"), "", about(lost+"objects", "Формула: вот она.", 1, 0, 4, release.BlocksField), "blocks:Формула: вот она."},
		lost + "attachments": {"From: a@b.example\nSubject: План\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--x\nContent-Type: application/zip\n\n" + base64.StdEncoding.EncodeToString([]byte("zip")) + "\n--x--\n", "", release.Repair{Code: lost + "attachments", Count: 1, Text: rest, Paragraph: 5, Field: release.BlocksField}, "blocks:" + rest},
		lost + "cut":         {"From: a@b.example\nSubject: План\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text, "", release.Repair{Code: lost + "cut", Count: 1, Text: rest, Paragraph: 5, Field: release.BlocksField}, "blocks:" + rest},
		lost + "inclusions":  {string(layouttest.Pack(map[string]string{"word/document.xml": `<w:document><w:body>` + whole + `<w:altChunk r:id="r1"/></w:body></w:document>`, "word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="none"/></Relationships>`})), "", about(lost+"inclusions", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		lost + "questions":   {word(para(run(title)) + para(run(lead)) + para(run(rest)+`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("Щёлкните здесь")+`</w:sdtContent></w:sdt>`)), "", about(lost+"questions", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		lost + "unread":      {text + strings.Repeat(rest+"\n", 3) + "Мост \xd0 построят.\n", "", about(lost+"unread", "Мост � построят.", 1, 9, 0, ""), ""},
		lost + "invisible":   {text + "Мо\u00adст\x01 построят.\n", "", about(lost+"invisible", "Мост построят.", 2, 6, 0, ""), ""},
	}
}

// TestEveryRepairHasItsPlace: whatever reading changes, sets aside or leaves out is told once, with its
// words, its place in the source and where it stands in the release, in a sentence of either language.
func TestEveryRepairHasItsPlace(t *testing.T) {
	cases := repairCases(t)
	for _, code := range RepairCodes() {
		if _, ok := cases[code]; !ok {
			t.Errorf("%s is not tried", code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(cases)) {
		tt := cases[code]
		if !slices.Contains(RepairCodes(), code) {
			t.Errorf("%s is not listed", code)
		}
		found, err := Read(Source{Data: []byte(tt.source), Name: tt.name})
		if err != nil || len(found.Releases) != 1 {
			t.Errorf("%s: %v, %d releases", code, err, len(found.Releases))
			continue
		}
		r := found.Releases[0]
		if data, err := r.Encode(); err != nil || strings.Contains(string(data), "тайный") || strings.Contains(string(data), "не для печати") {
			t.Errorf("%s: what was hidden is told: %s, %v", code, data, err)
		}
		own := slices.DeleteFunc(slices.Clone(r.Repairs), func(r release.Repair) bool { return r.Code != code })
		if len(own) != 1 || own[0] != tt.want {
			t.Errorf("%s: got %+v, want %+v; all are %+v", code, own, tt.want, r.Repairs)
			continue
		}
		if got := placeOf(r, code); got != tt.place {
			t.Errorf("%s: it is found in %q, not %q", code, got, tt.place)
		}
		name, args := proof.OfRepair(own[0]).Fact()
		for _, language := range translations.Languages() {
			words, err := translations.New(language)
			if err != nil {
				t.Fatal(err)
			}
			said := words.Text(name, args)
			if strings.ContainsAny(said, "⟦⟧{}") || strings.Contains(said, "no value") || tt.want.Line > 0 && !strings.Contains(said, fmt.Sprint(tt.want.Line)) && strings.Contains(name, "lost-") {
				t.Errorf("%s in %s: %q", code, language, said)
			}
			if code != answerMarks && code != recipients && code != lost+"attachments" && !strings.Contains(said, tt.want.Text) {
				t.Errorf("%s in %s does not show its words: %q", code, language, said)
			}
		}
	}
}

// placeOf is where a release has what a repair tells of.
func placeOf(r release.Release, code string) string {
	for _, f := range proof.Check(r, proof.Params{}) {
		if !f.IsRepair() || f.Code != code || f.Field == release.RepairsField {
			continue
		}
		for p := range r.Passages() {
			if p.TextID == f.TextID {
				return string(f.Field) + ":" + string([]rune(p.Text)[f.Start:f.End])
			}
		}
		return string(f.Field) + ":"
	}
	return ""
}

// Of one kind twenty are told one by one, and the last of them counts the rest.
func TestRepairsAreNotWithoutEnd(t *testing.T) {
	page := "<html><body><h1>Совет принял план дорог</h1>" + strings.Repeat("<p>Цена <s>сто рублей</s> снижена.</p>", 500) + "</body></html>"
	found, err := Read(Source{Data: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	var own []release.Repair
	total := 0
	for _, r := range found.Releases[0].Repairs {
		if r.Code == lost+string(layout.Struck) {
			own = append(own, r)
			total += r.Count
		}
	}
	if len(own) != mostRepairs || total != 500 {
		t.Errorf("%d repairs of %d", len(own), total)
	}
}

// What was set aside line by line is told together where the lines stand beside each other, and single
// characters are told once of a whole document.
func TestRepairsOfOneKindAreToldTogether(t *testing.T) {
	of := func(text, code string) (own []release.Repair) {
		found, err := Read(Source{Data: []byte(text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range found.Releases[0].Repairs {
			if r.Code == code {
				own = append(own, r)
			}
		}
		return own
	}
	const text = "Совет принял план дорог\n\nБишкек, 11 сентября 2024 года. Совет обсудил план.\n\nСтороны обсудили план мостов.\n"
	if got := of("СРОЧНО\nПресс-релиз № 15\nОФИЦИАЛЬНО\n\n"+text, asideLetterhead); len(got) != 1 || got[0].Count != 3 || got[0].Text != "СРОЧНО" {
		t.Errorf("three lines are told as %+v", got)
	}
	if got := of("Пресс-релиз № 15\n\n"+text+"\nПоделиться\n", asideSite); len(got) != 1 || got[0].Count != 1 || got[0].Line != 9 {
		t.Errorf("a line of the site is told as %+v", got)
	}
	para := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	word := string(layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + para("Со\u00adвет") + para("При\u00adнял пл\u200bан.") + "</w:body></w:document>"}))
	if got := of(word, lost+string(layout.Invisible)); len(got) != 1 || got[0].Count != 3 || got[0].Paragraph != 1 {
		t.Errorf("what nobody sees is told as %+v", got)
	}
	page := "<html><h1>Совет принял план</h1><p>Цена <s>сто</s> рублей.</p><p>И <s>двести</s> рублей.</p></html>"
	if got := of(page, lost+string(layout.Struck)); len(got) != 2 || got[0].Text != "сто" || got[1].Text != "двести" || got[1].Paragraph != 3 {
		t.Errorf("two pieces struck through are told as %+v", got)
	}
}
