package librarytest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"communique/app/library"
	"communique/editor/release"
)

// shelf saves four releases that differ in everything a query can ask.
func shelf(d *desk) map[string]library.Entry {
	all := map[string]library.Entry{}
	for _, r := range []release.Release{
		{
			Headline: "Совет принял план дорог", Lead: "Он обсудил дороги, мосты, школы и больницы.", Place: "Пробный", Status: release.Issued, Kind: release.Meeting,
			Template: "visit-2", Language: "ru", Tags: []string{"визит", "два слова"}, Number: "14-с", Date: release.Date{Year: 2024, Month: 9, Day: 11},
			Blocks: []release.Block{{Kind: release.Quotation, Text: "Дороги нужны всем.", Speaker: "Иван Снимков, министр"}},
		},
		{
			Headline: "Совет принял план дорог!", Lead: "Он обсудил дороги – мосты, школы и больницы", Place: "Озёрск", Status: release.Draft, Kind: release.News,
			Language: "ru", Date: release.Date{Year: 2024, Month: 8, Day: 31},
			Blocks: []release.Block{{Kind: release.Quotation, Text: "Дороги нужны всем.", Speaker: "Анна Озерова"}},
		},
		{
			Headline: "Bridge opened", Lead: "The COVID-19 ward and the bridge were opened. “We waited long for this bridge,” said Peter Trial.", Status: release.Approved, Kind: release.Statement,
			Language: "en", Date: release.Date{Year: 2023, Month: 1, Day: 1},
		},
		{Headline: "Без даты", Lead: "Вице-премьер посетил учения.", Status: release.Draft, Kind: release.News, Language: "ru"},
	} {
		r.Blocks = release.Numbered(r.Blocks)
		all[r.Headline] = d.save(0, 0, r)
	}
	return all
}

// everyFilter asks for everything that the language of queries can say.
func everyFilter(t *testing.T, d *desk) {
	shelf(d) // on 11 September 2024
	const plan, same, bridge, undated = "Совет принял план дорог", "Совет принял план дорог!", "Bridge opened", "Без даты"
	for query, want := range map[string][]string{
		"": {undated, plan, same, bridge}, "совет": {plan, same}, "дорога": {plan, same}, "мостами школой": {plan, same}, "совет озёрск": {same}, "озерск": {same},
		`"план дорог"`: {plan, same}, `"дорог план"`: nil, "«план дорог»": {plan, same}, `"плана"`: nil, "-дорога": {undated, bridge}, `-"план дорог" -bridge`: {undated},
		"год:2024": {plan, same}, "год:2023": {bridge}, "год:2023-2024": {plan, same, bridge}, "дата:2024-08": {same}, "дата:31.08.2024": {same},
		"дата:2023..2024-08": {same, bridge}, "с:01.09.2024": {plan}, "до:2024-08-31": {same, bridge}, "с:2024-08 до:2024-08": {same}, "after:2024-09": {plan},
		"место:Озёрске": {same}, "место:пробном": {plan}, "-место:пробном": {undated, same, bridge}, "place:озерск": {same},
		"статус:issued": {plan}, "status:draft": {undated, same}, "-статус:draft": {plan, bridge}, "-статус:draft -status:issued": {bridge}, "-статус:нет": {undated, plan, same, bridge}, "-вид:Meeting": {undated, same, bridge},
		"статус:approved": {bridge}, "вид:meeting": {plan}, "kind:news": {undated, same},
		"шаблон:visit-2": {plan}, "template:visit2": {plan}, "шаблон:другой": nil, "язык:en": {bridge}, "-language:ru": {bridge},
		"тег:визит": {plan}, "тег:визита": {plan}, `тег:"два слова"`: {plan}, "-tag:визит": {undated, same, bridge},
		"кто:Снимков": {plan}, `кто:"Иван Снимков"`: {plan}, `кто:"Снимкову Ивану"`: {plan}, "who:trial": {bridge},
		"сказал:Снимков": {plan}, "сказала:Озеровой": {same}, "said:Trial": {bridge}, "сказал:совет": nil, "-сказал:Снимков": {undated, same, bridge},
		"повтор:да": {plan, same}, "повтор:да статус:issued": {plan}, "covid-19": {bridge}, "14-с": {plan}, "вице-премьером": {undated}, "нет:такого": nil,
		"учения -covid": {undated}, "совет год:2023": nil,
	} {
		if got := d.found(query); got != strings.Join(want, ", ") {
			t.Errorf("%s finds %q, not %q", query, got, want)
		}
	}
	for typed, want := range map[string]int{"сов": 2, "со": 2, "c": 4, "дорож": 0, "bri": 1, "снимк": 1, "учен": 1, "covid-1": 1, "совет пл": 2, "сов ": 0} {
		if n, err := d.store.Count(ctx, library.ParseQuery(typed, true, nil)); err != nil || n != want {
			t.Errorf("typed so far, %q finds %d, not %d, %v", typed, n, want, err)
		}
	}
	names := library.Names{"выпущено": "issued"}
	if n, err := d.store.Count(ctx, library.ParseQuery("статус:выпущено", false, names)); err != nil || n != 1 {
		t.Errorf("by its name in the interface: %d, %v", n, err)
	}
	if n, err := d.store.Count(ctx, library.Naming("Снимкова Ивана")); err != nil || n != 1 {
		t.Errorf("naming somebody: %d, %v", n, err)
	}
}

// hidden: what is not seen in a text, or in what was typed, hides no word; a name is found in
// any case; and however many words are left out, that is a query.
func hidden(t *testing.T, d *desk) {
	d.save(0, 0, draft("Встре\u00adча на выс\u200bшем уровне", "То Ламом и Ким Чен Ыну подпи\u0301сан o\ufb03ce-план"))
	d.save(0, 0, draft("О Ким Чен Ыне и То Ламе", ""))
	for query, want := range map[string]string{
		"встреча": "Встре\u00adча на выс\u200bшем уровне", "высший": "Встре\u00adча на выс\u200bшем уровне", "\u200bвстре\u00adчи": "Встре\u00adча на выс\u200bшем уровне",
		"office": "Встре\u00adча на выс\u200bшем уровне", "подписан": "Встре\u00adча на выс\u200bшем уровне", "уров\u0301ень": "Встре\u00adча на выс\u200bшем уровне",
		"Ким Чен Ын": "both", "Ким Чен Ыну": "both", "кто:\"Ким Чен Ын\"": "both", "То Лам": "both", "То Ламом": "both",
		many("-слово", 90): "both", "план " + many("-a", 500): "Встре\u00adча на выс\u200bшем уровне", strings.Repeat("план ", 300): "Встре\u00adча на выс\u200bшем уровне",
	} {
		if want == "both" {
			want = "О Ким Чен Ыне и То Ламе, Встре\u00adча на выс\u200bшем уровне"
		}
		if got := d.found(query); got != want {
			t.Errorf("%.40q finds %q", query, got)
		}
	}
}

// nearest: for a word that no release has those are offered that are nearest to it.
func nearest(t *testing.T, d *desk) {
	all := shelf(d)
	check := func(query, want string) {
		t.Helper()
		found, err := d.store.Nearest(ctx, library.ParseQuery(query, true, nil))
		if got := fmt.Sprint(found); err != nil || got != want {
			t.Errorf("%s: %s, %v", query, got, err)
		}
	}
	check("учиния", "[{учиния [учения]}]")
	check("Соввет планн", "[{соввет [совет]} {планн [план]}]")
	check("совет бриджжи", "[]")
	check("bridgge", "[{bridgge [bridge]}]")
	check("учения", "[]")
	check("сказал:Снимкав", "[{снимкав [снимков]}]")
	check("статус:изданный", "[]")
	check("фывапролдж", "[]")
	check("", "[]")
	if err := d.store.Trash(ctx, all["Без даты"].ID); err != nil {
		t.Fatal(err)
	}
	check("учиния", "[]")
}

// many is a query of n words that begin alike.
func many(begin string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", begin, i)
	}
	return b.String()
}

// quotes: what people have said is found by their names.
func quotes(t *testing.T, d *desk) {
	all := shelf(d)
	for name, want := range map[string]string{
		"Снимкову": "Дороги нужны всем.", "Peter Trial": "“We waited long for this bridge,”", "Иван Озеров": "", "Снимков Иван": "Дороги нужны всем.", "Совет": "",
	} {
		found, err := d.store.Quotes(ctx, library.QuotesOf(name))
		if err != nil || want == "" && len(found) != 0 || want != "" && (len(found) != 1 || found[0].Text != want) {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
	found, err := d.store.Quotes(ctx, library.QuotesOf("Озерова"))
	e := all["Совет принял план дорог!"]
	if err != nil || len(found) != 1 || found[0].Entry.ID != e.ID || found[0].Who != "Анна Озерова" {
		t.Errorf("%+v, %v", found, err)
	}
	if err := d.store.Trash(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	if found, err := d.store.Quotes(ctx, library.QuotesOf("Озерова")); err != nil || len(found) != 0 {
		t.Errorf("out of the trash: %+v, %v", found, err)
	}
}

// twins: releases of the same words are told in lists, but not of what lies in the trash.
func twins(t *testing.T, d *desk) {
	all := shelf(d)
	first, second := all["Совет принял план дорог"], all["Совет принял план дорог!"]
	check := func(want bool) {
		t.Helper()
		if _, e := d.get(first.ID); e.Twin != want {
			t.Errorf("a twin: %t", e.Twin)
		}
		if got := d.found("повтор:да") != ""; got != want {
			t.Errorf("found: %t", got)
		}
	}
	check(true)
	if err := d.store.Trash(ctx, second.ID); err != nil {
		t.Fatal(err)
	}
	check(false)
	if err := d.store.Restore(ctx, second.ID); err != nil {
		t.Fatal(err)
	}
	check(true)
	d.save(second.ID, second.Revision, draft("Другое", "о другом"))
	check(false)
}

// checked: how many findings a text has is said of that very text.
func checked(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	note := func(id, revision int64, findings, want int) {
		t.Helper()
		if err := d.store.NoteChecked(ctx, id, revision, findings); err != nil {
			t.Error(err)
		}
		if _, now := d.get(e.ID); now.Findings != want {
			t.Errorf("%d findings, not %d", now.Findings, want)
		}
	}
	note(e.ID, e.Revision, 3, 3)
	note(e.ID, e.Revision+1, 7, 3)
	note(99, 1, 7, 3)
	later := d.save(e.ID, e.Revision, draft("Встреча", "б"))
	note(e.ID, e.Revision, 5, 0)
	note(e.ID, later.Revision, 2, 2)
	d.reopen()
	note(99, 1, 1, 2)
}

// authors: who saved a text is said of each version, and another's save is a version of
// its own.
func authors(t *testing.T, d *desk) {
	e := d.save(0, 0, draft("Встреча", "а"))
	e = d.save(e.ID, e.Revision, draft("Встреча", "б"))
	versions, err := d.store.History(ctx, e.ID)
	if err != nil || len(versions) != 2 || versions[0].Author != e.Author || versions[1].Author != e.Author {
		t.Errorf("%q: %+v, %v", e.Author, versions, err)
	}
	text, err := as(draft("Учения", "в"), library.Entry{UUID: given}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	past := pastOf(d, text)
	past[0].Author = "Мария Пробная"
	brought, err := bringBack(d.store, past, time.Time{})
	if err != nil || brought.Author != "Мария Пробная" {
		t.Fatalf("%+v, %v", brought, err)
	}
	d.at = d.at.Add(time.Second)
	now := d.save(brought.ID, brought.Revision, draft("Учения", "г"))
	d.reopen()
	versions, err = d.store.History(ctx, now.ID)
	if err != nil || len(versions) != 2 || versions[0].Author != e.Author || versions[1].Author != "Мария Пробная" {
		t.Errorf("%+v, %v", versions, err)
	}
	if _, got := d.get(now.ID); got.Author != e.Author {
		t.Errorf("it is by %q", got.Author)
	}
}
