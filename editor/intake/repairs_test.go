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
	"communique/editor/intake/repair"
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
		repair.DateGlued:       {title + "\n\n11.09.2024Стороны обсудили план.\n\n" + rest, "", about(repair.DateGlued, "11.09.2024Стороны", 0, 3, 2, release.DateField), "date:"},
		repair.DateGuessed:     {title + "\n\n" + rest, "2024-05-12 план.txt", about(repair.DateGuessed, "2024-05-12", 0, 0, 0, release.DateField), "date:"},
		repair.DatePublished:   {page("<meta property='article:published_time' content='2024-05-12T10:00:00+06:00'>", "<h1>"+title+"</h1><p>"+rest+"</p>"), "", about(repair.DatePublished, "2024-05-12T10:00:00+06:00", 0, 0, 0, release.DateField), "date:"},
		repair.DateLettered:    {"Исх. № 12/7 от 11.09.2024\n\n" + title + "\n\n" + rest, "", about(repair.DateLettered, "Исх. № 12/7 от 11.09.2024", 0, 1, 1, release.DateField), "date:"},
		repair.DateWeighed:     {title + "\n\n" + rest + "\n\n" + rest + "\n\nНовости Совета, 11.09.2024, номер", "", about(repair.DateWeighed, "Новости Совета, 11.09.2024, номер", 0, 7, 4, release.DateField), "date:"},
		repair.PlaceWeighed:    {"Council opens a pier\n\nThe council opened a new pier for the boats of the old town in Osh today.\n\nIt was long in the making.", "", about(repair.PlaceWeighed, "The council opened a new pier for the boats of the old town in Osh today.", 0, 0, 0, release.PlaceField), "place:"},
		repair.DateVersion:     {`{"uri":"u","headline":"` + title + `","versioncreated":"2024-05-12T10:00:00Z","language":"ru","body_text":"` + rest + `"}`, "", about(repair.DateVersion, "2024-05-12T10:00:00Z", 0, 0, 0, release.DateField), "date:"},
		repair.LanguageUnknown: {"Gallia omnis divisa\n\nPartes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.", "", about(repair.LanguageUnknown, "Gallia omnis divisa", 0, 0, 0, release.BlocksField), "headline:Gallia omnis divisa"},
		repair.EncodingMixed:   {text + koi + text, "", about(repair.EncodingMixed, "Фрагмент другого файла с планом.", 0, 6, 0, release.BlocksField), "blocks:Фрагмент другого файла с планом."},
		repair.EncodingGuessed: {"From: Anna <a@council.example>\nSubject: Plan\nMIME-Version: 1.0\nContent-Type: text/plain; charset=iso-8859-1\n\n" + string(ansi(t, text)), "", release.Repair{Code: repair.EncodingGuessed, Text: title, Put: "windows-1251"}, ""},
		repair.EncodedTwice:    {text + twice, "", about(repair.EncodedTwice, twice, 0, 6, 0, ""), ""},
		repair.LinesJoined:     {wrapped, "", about(repair.LinesJoined, "11 сентября 2024 года в Бишкеке состоялось заседание Совета содру-", 3, 3, 2, release.BlocksField), ""},
		repair.HyphenJoined:    {wrapped, "", release.Repair{Code: repair.HyphenJoined, Text: "содру-жества", Put: "содружества", Line: 3, Paragraph: 2, Field: release.BlocksField}, "lead:содружества"},
		repair.RightToLeft:     {pdfOf("UniGB-UTF16-H", title, lead, rest, "םלוכל םולש"), "", about(repair.RightToLeft, "שלום לכולם", 1, 0, 0, release.BlocksField), "blocks:שלום לכולם"},
		repair.LinesParted:     {strings.Repeat("Совет обсудил план дорог и план мостов, а также всё остальное. ", 5) + "Стороны приняли план.Следующее заседание пройдёт осенью.", "", about(repair.LinesParted, "Совет обсудил план дорог и план мостов, а также всё остальное. Совет обсудил…", 2, 1, 1, release.BlocksField), "lead:Совет обсудил план дорог и план мостов, а также всё остальное. Совет обсудил"},
		repair.HeadlineGuessed: {"Кадровые изменения Заместителем губернатора назначена Ольга Пробная, ранее возглавлявшая министерство." + flatRest, "", about(repair.HeadlineGuessed, "Кадровые изменения", 0, 1, 1, release.HeadlineField), "headline:Кадровые изменения"},
		repair.LeadGuessed:     {"Совет принял план дорог до 2025 годаПри участии секретаря прошло заседание, где был принят план дорог. " + strings.Repeat("Стороны рады, что план дорог принят. ", 8), "", about(repair.LeadGuessed, "Стороны рады, что план дорог принят. Стороны рады, что план дорог принят.…", 0, 1, 1, release.BlocksField), "blocks:Стороны рады, что план дорог принят. Стороны рады, что план дорог принят."},
		repair.AnswerMarks:     {"> " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n> "), "", about(repair.AnswerMarks, title, 5, 1, 1, release.BlocksField), "headline:" + title},
		repair.PlainBold:       {page("", "<h1>"+title+"</h1><p><b>"+lead+"</b></p><p><b>"+rest+"</b></p>"), "", about(repair.PlainBold, lead, 0, 0, 2, release.BlocksField), "lead:" + lead},
		repair.PlainItalic:     {page("", "<h1>"+title+"</h1><p><i>"+lead+"</i></p><p><i>"+rest+"</i></p>"), "", about(repair.PlainItalic, lead, 0, 0, 2, release.BlocksField), "lead:" + lead},
		repair.DraftMarked:     {"ПРОЕКТ\n\n" + text, "", about(repair.DraftMarked, "ПРОЕКТ", 0, 1, 1, ""), ""},
		repair.HeadlineSubject: {letter + lead + "\n\n" + rest, "", release.Repair{Code: repair.HeadlineSubject, Text: "Re: План принят", Put: "План принят", Field: release.HeadlineField}, "headline:План принят"},
		repair.HeadlineTitle:   {page("<title>"+title+" | Сайт Совета</title>", "<p>"+lead+"</p><p>"+rest+"</p>"), "", release.Repair{Code: repair.HeadlineTitle, Text: title + " | Сайт Совета", Put: title, Field: release.HeadlineField}, "headline:" + title},
		repair.HeadlineBelow:   {"11.09.2024, Бишкек\n\n" + rest + "\n\nПлан дорог на год\n\nЕго примут осенью, сказал министр.", "", about(repair.HeadlineBelow, "План дорог на год", 0, 5, 3, release.HeadlineField), "headline:План дорог на год"},
		repair.TitleDiffers:    {page("<title>Новая страница для новостей</title>", article), "", about(repair.TitleDiffers, "Новая страница для новостей", 0, 0, 0, ""), ""},
		repair.PageAround:      {page("", "<nav>Главная Новости</nav><article>"+article+"</article><p>Подвал сайта</p>"), "", about(repair.PageAround, "Главная Новости Подвал сайта", 4, 0, 0, ""), ""},
		repair.PageData:        {page(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"`+title+`","articleBody":"`+lead+`\n`+strings.Repeat(rest+" ", 4)+`"}</script>`, "<div id=root>Загрузка</div>"), "", about(repair.PageData, lead, 0, 0, 0, release.BlocksField), "lead:" + lead},
		repair.MovedBox:        {word(para(run(title)) + para(run(lead)+`<w:r><w:pict><w:txbxContent>`+para(run("Коротко о плане"))+`</w:txbxContent></w:pict></w:r>`) + para(run(rest))), "", about(repair.MovedBox, "Коротко о плане", 1, 0, 3, release.BlocksField), "blocks:Коротко о плане"},
		repair.MovedNote:       {page("", article+"<section role=doc-endnotes><ol><li>Без мостов на севере.</li></ol></section>"), "", about(repair.MovedNote, "[1] Без мостов на севере.", 1, 0, 4, release.BlocksField), "blocks:[1] Без мостов на севере."},
		repair.AsideLetterhead: {"Пресс-релиз № 15\n\n" + text, "", about(repair.AsideLetterhead, "Пресс-релиз № 15", 1, 1, 1, release.NotesField), "notes:Пресс-релиз № 15"},
		repair.AsideLetter:     {"От: Анна Примерова\nКому: газета\nТема: План\n\n" + text, "", about(repair.AsideLetter, "От: Анна Примерова", 3, 1, 1, release.NotesField), "notes:От: Анна Примерова"},
		repair.AsideGreeting:   {"Добрый день!\n\n" + text, "", about(repair.AsideGreeting, "Добрый день!", 1, 1, 1, release.NotesField), "notes:Добрый день!"},
		repair.AsideDateline:   {title + "\n\nОпубликовано: 11.09.2024, 12:30\n\n" + rest + "\n\n" + rest, "", about(repair.AsideDateline, "Опубликовано: 11.09.2024, 12:30", 1, 3, 2, release.NotesField), "notes:Опубликовано: 11.09.2024, 12:30"},
		repair.AsideEmbargo:    {"Эмбарго до 12.09.2027 12:00 МСК\n\n" + text, "", about(repair.AsideEmbargo, "Эмбарго до 12.09.2027 12:00 МСК", 1, 1, 1, release.NotesField), "notes:Эмбарго до 12.09.2027 12:00 МСК"},
		repair.ContactGuessed:  {text + "\n_____\n\nКонтакт: Неведомая, +7-000-000-00-01\n", "", about(repair.ContactGuessed, "Контакт: Неведомая, +7-000-000-00-01", 0, 9, 5, release.ContactsField), "contacts:"},
		repair.AsideContact:    {text + "\n_____\n\nАнна Примерова\nтел. +7-000-000-00-01\nпн–пт с 9:00 до 18:00\n", "", about(repair.AsideContact, "пн–пт с 9:00 до 18:00", 1, 11, 7, release.NotesField), "notes:пн–пт с 9:00 до 18:00"},
		repair.AsidePage:       {string(layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + whole + "</w:body></w:document>", "word/header1.xml": "<w:hdr>" + para(run("Бланк Совета для печати")) + "</w:hdr>"})), "", about(repair.AsidePage, "Бланк Совета для печати", 1, 0, 4, release.NotesField), "notes:Бланк Совета для печати"},
		repair.AsideSite:       {text + "\nЧитайте также: Совет обсудил план мостов\n\n" + rest, "", about(repair.AsideSite, "Читайте также: Совет обсудил план мостов", 1, 7, 4, release.NotesField), "notes:Читайте также: Совет обсудил план мостов"},
		repair.AsideTail:       {"# " + text + "\n---\n\nПрислано службой рассылки\n", "", about(repair.AsideTail, "Прислано службой рассылки", 2, 0, 4, release.NotesField), "notes:Прислано службой рассылки"},
		repair.AsideNews:       {`<rss><channel><item><title>` + title + `</title><description>` + lead + `</description><author>Анна</author></item></channel></rss>`, "", about(repair.AsideNews, "Анна", 1, 0, 0, release.NotesField), "notes:Анна"},
		repair.Recipients:      {letter + text, "", release.Repair{Code: repair.Recipients, Count: 2}, ""},

		repair.Lost + "comments":    {word(para(run(title)) + para(run(lead)+`<w:r><w:commentReference w:id="1"/></w:r>`) + para(run(rest))), "", about(repair.Lost+"comments", lead, 1, 0, 2, release.BlocksField), "lead:" + lead},
		repair.Lost + "deletions":   {word(para(run(title)) + para(run(lead)+`<w:del><w:r><w:delText>тайный </w:delText></w:r><w:r><w:delText>план</w:delText></w:r></w:del>`) + para(run(rest))), "", about(repair.Lost+"deletions", lead, 1, 0, 2, release.BlocksField), "lead:" + lead},
		repair.Lost + "hidden":      {word(para(run(title)) + para(run(lead)) + para(run(rest)+`<w:r><w:rPr><w:vanish/></w:rPr><w:t>не для печати</w:t></w:r>`)), "", about(repair.Lost+"hidden", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		repair.Lost + "struck":      {page("", article+"<p>Цена <s>сто рублей</s> снижена.</p>"), "", about(repair.Lost+"struck", "сто рублей", 1, 0, 4, release.BlocksField), "blocks:сто рублей"},
		repair.Lost + "pictures":    {page("", article+"<p>Вид моста<img src='a.tiff'></p>"), "", about(repair.Lost+"pictures", "Вид моста", 1, 0, 4, release.BlocksField), "blocks:Вид моста"},
		repair.Lost + "links":       {page("", article+"<p>Смотри <a href='/x'>план</a> на сайте.</p>"), "", about(repair.Lost+"links", "Смотри план на сайте.", 1, 0, 4, release.BlocksField), "blocks:Смотри план на сайте."},
		repair.Lost + "objects":     {page("", article+"<p>Формула:<object></object> вот она.</p>"), "", about(repair.Lost+"objects", "Формула: вот она.", 1, 0, 4, release.BlocksField), "blocks:Формула: вот она."},
		repair.Lost + "attachments": {"From: a@b.example\nSubject: План\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n--x\nContent-Type: application/zip\n\n" + base64.StdEncoding.EncodeToString([]byte("zip")) + "\n--x--\n", "", release.Repair{Code: repair.Lost + "attachments", Count: 1, Text: rest, Paragraph: 5, Field: release.BlocksField}, "blocks:" + rest},
		repair.Lost + "cut":         {"From: a@b.example\nSubject: План\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n" + text, "", release.Repair{Code: repair.Lost + "cut", Count: 1, Text: rest, Paragraph: 5, Field: release.BlocksField}, "blocks:" + rest},
		repair.Lost + "inclusions":  {string(layouttest.Pack(map[string]string{"word/document.xml": `<w:document><w:body>` + whole + `<w:altChunk r:id="r1"/></w:body></w:document>`, "word/_rels/document.xml.rels": `<Relationships><Relationship Id="r1" Target="none"/></Relationships>`})), "", about(repair.Lost+"inclusions", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		repair.Lost + "questions":   {word(para(run(title)) + para(run(lead)) + para(run(rest)+`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>`+run("Щёлкните здесь")+`</w:sdtContent></w:sdt>`)), "", about(repair.Lost+"questions", rest, 1, 0, 3, release.BlocksField), "blocks:" + rest},
		repair.Lost + "unread":      {text + strings.Repeat(rest+"\n", 3) + "Мост \xd0 построят.\n", "", about(repair.Lost+"unread", "Мост � построят.", 1, 9, 0, ""), ""},
		repair.Lost + "invisible":   {text + "Мо\u00adст\x01 построят.\n", "", about(repair.Lost+"invisible", "Мост построят.", 2, 6, 0, ""), ""},
	}
}

// TestEveryRepairHasItsPlace: whatever reading changes, sets aside or leaves out is told once, with its
// words, its place in the source and where it stands in the release, in a sentence of either language.
func TestEveryRepairHasItsPlace(t *testing.T) {
	cases := repairCases(t)
	for _, code := range repair.Codes() {
		if _, ok := cases[code]; !ok {
			t.Errorf("%s is not tried", code)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(cases)) {
		tt := cases[code]
		if !slices.Contains(repair.Codes(), code) {
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
			if code != repair.AnswerMarks && code != repair.Recipients && code != repair.Lost+"attachments" && !strings.Contains(said, tt.want.Text) {
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
		if r.Code == repair.Lost+string(layout.Struck) {
			own = append(own, r)
			total += r.Count
		}
	}
	if len(own) != repair.MostRepairs || total != 500 {
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
	if got := of("СРОЧНО\nПресс-релиз № 15\nОФИЦИАЛЬНО\n\n"+text, repair.AsideLetterhead); len(got) != 1 || got[0].Count != 3 || got[0].Text != "СРОЧНО" {
		t.Errorf("three lines are told as %+v", got)
	}
	if got := of("Пресс-релиз № 15\n\n"+text+"\nПоделиться\n", repair.AsideSite); len(got) != 1 || got[0].Count != 1 || got[0].Line != 9 {
		t.Errorf("a line of the site is told as %+v", got)
	}
	para := func(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }
	word := string(layouttest.Pack(map[string]string{"word/document.xml": "<w:document><w:body>" + para("Со\u00adвет") + para("При\u00adнял пл\u200bан.") + "</w:body></w:document>"}))
	if got := of(word, repair.Lost+string(layout.Invisible)); len(got) != 1 || got[0].Count != 3 || got[0].Paragraph != 1 {
		t.Errorf("what nobody sees is told as %+v", got)
	}
	page := "<html><h1>Совет принял план</h1><p>Цена <s>сто</s> рублей.</p><p>И <s>двести</s> рублей.</p></html>"
	if got := of(page, repair.Lost+string(layout.Struck)); len(got) != 2 || got[0].Text != "сто" || got[1].Text != "двести" || got[1].Paragraph != 3 {
		t.Errorf("two pieces struck through are told as %+v", got)
	}
}
