package sqlite

import (
	"strings"
	"testing"

	"communique/app/library"
	"communique/editor/release"
)

func filled(t testing.TB) *Library {
	t.Helper()
	l := fresh(t)
	one := headed("Встреча Генерального секретаря с Президентом", "2024-09-11")
	one.Place, one.Kind, one.Tags, one.Template = "Бишкек", release.Meeting, []string{"визит"}, "meeting"
	one.Lead = "Садыр Жапаров принял в Бишкеке Генерального секретаря и вице-премьера."
	one.Blocks = []release.Block{
		{Kind: release.Quotation, Text: "Мы подписали совместное заявление", Speaker: "Садыр Жапаров"},
		{Kind: release.Paragraph, Text: "«Это большой шаг вперёд для всех», – отметил Пётр Образцов."},
	}
	two := headed("Зелёный коридор открыли на 100%", "2024-10-02")
	two.Place, two.Status = "Санкт-Петербург", release.Issued
	two.Lead = "О заявлении рассказали 75-летие и COVID-19; совместная работа, людей стало больше."
	three := headed("Учение «Рубеж-2021» завершилось", "2021-09-09")
	three.Lead = "Министр Токаев встретил президентов на полигоне."
	for _, r := range []release.Release{one, two, three} {
		save(t, l, r)
	}
	return l
}

func TestFind(t *testing.T) {
	l := filled(t)
	const one, two, three = "Встреча Генерального секретаря с Президентом", "Зелёный коридор открыли на 100%", "Учение «Рубеж-2021» завершилось"
	all := two + "|" + one + "|" + three
	names := library.Names{"выпущен": "issued", "встреча": "meeting"}
	for query, want := range map[string]string{
		"":                    all,
		"  ":                  all,
		"встречи президентов": one,
		"ВСТРЕЧА президент":   one,
		"зеленого":            two,
		"жапаровым":           one,
		"токаева":             three,
		"человек":             two,
		"президент":           one + "|" + three,
		"вице-премьер":        one,
		"covid-19":            two,
		"100%":                two,
		`"совместное заявление"`:            one,
		`«совместное заявление»`:            one,
		`"совместная заявление"`:            "",
		"совместное заявление":              two + "|" + one,
		"президент -встреча":                three,
		"-президент":                        two,
		`-"совместное заявление" заявление`: two,
		"год:2024":                    two + "|" + one,
		"год:2021-2024":               all,
		"дата:2024-09":                one,
		"дата:2024-09-11":             one,
		"дата:01.09.2024..30.09.2024": one,
		"с:2024-09-12":                two,
		"до:11.09.2024":               one + "|" + three,
		"место:Бишкек":                one,
		"место:Бишкека":               one,
		"место:Санкт-Петербурге":      two,
		"place:бишкек":                one,
		"-место:Бишкек":               two + "|" + three,
		"статус:выпущен":              two,
		"статус:issued":               two,
		"вид:встреча":                 one,
		"шаблон:meeting":              one,
		"тег:визит":                   one,
		`кто:"Жапарову Садыру"`:       one,
		"сказал:Жапаров":              one,
		"сказал:Образцова":            one,
		"сказал:Токаев":               "",
		"повтор:да":                   "",
		"встречи -":                   one,
		`"встреча генерального`:       one,
		"неведомо:слово":              "",
		"год:никакой":                 "",
		`"' OR 1=1 --`:                "",
		"NEAR(встреча AND) *":         "",
		"место:":                      "",
		":":                           all,
		"встреча NOT":                 "",
		"%":                           all,
	} {
		t.Run(query, func(t *testing.T) {
			q := library.ParseQuery(query, false, names)
			positions, err := l.Find(ctx, q, 0)
			if err != nil {
				t.Fatal(err)
			}
			entries, err := l.Entries(ctx, positions)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, e := range entries {
				got = append(got, e.Headline)
			}
			if strings.Join(got, "|") != want {
				t.Errorf("got %q, want %q; asked %s", got, want, match(q))
			}
			if n, err := l.Count(ctx, q); err != nil || n != len(positions) {
				t.Errorf("counted %d of %d, %v", n, len(positions), err)
			}
		})
	}
}

func TestFindWhileTyping(t *testing.T) {
	l := filled(t)
	typed := ""
	for _, letter := range "встреча жапаровым" {
		typed += string(letter)
		q := library.ParseQuery(typed, true, nil)
		if found, err := l.Find(ctx, q, 0); err != nil || len(found) == 0 {
			t.Errorf("%q finds %v, %v", typed, found, err)
		}
	}
}

func TestOrders(t *testing.T) {
	l := filled(t)
	for order, want := range map[library.Order]string{library.Newest: "Зелёный", library.Oldest: "Учение", library.Edited: "Учение", library.Best: "Зелёный"} {
		q := library.ParseQuery("", false, nil)
		q.Sort = order
		positions, err := l.Find(ctx, q, 1)
		if err != nil || len(positions) != 1 {
			t.Fatal(order, positions, err)
		}
		entries, err := l.Entries(ctx, positions)
		if err != nil || !strings.HasPrefix(entries[0].Headline, want) {
			t.Errorf("%s: got %v, %v", order, entries, err)
		}
	}
	q := library.ParseQuery("президент", false, nil)
	q.Sort = library.Best
	positions, err := l.Find(ctx, q, 0)
	if err != nil || len(positions) != 2 || positions[0].Day().String() != "2024-09-11" {
		t.Errorf("the headline's word does not come first: %v, %v", positions, err)
	}
	q = library.ParseQuery("-коридор", false, nil)
	q.Sort = library.Best
	for range 2 { // the second time it is known
		if positions, err = l.Find(ctx, q, 0); err != nil || len(positions) != 2 || positions[0].Day().String() != "2024-09-11" {
			t.Errorf("without words to weigh by, the newest is not the first: %v, %v", positions, err)
		}
	}
}

// TestShortWordsOfAHeadlineComeFirst: what has short words side by side in its headline comes before
// what has them elsewhere, whatever is asked for besides; in the index of an older program, too.
func TestShortWordsOfAHeadlineComeFirst(t *testing.T) {
	for _, l := range []*Library{fresh(t), open(t, old(t, len(migrations)-1))} {
		first := save(t, l, headed("МИД РФ и ОЭС ответили", "2020-09-20"))
		below := headed("Ответили на письмо", "2030-09-20")
		below.Lead = "Об этом сообщили МИД РФ и ОЭС."
		save(t, l, below)
		for _, text := range []string{`"МИД РФ"`, "МИД-РФ", `"МИД РФ и"`, `"МИД РФ" ответили`, `"МИД РФ" "и ОЭС"`, `"МИД РФ" -"и в"`, `"МИД РФ" статус:draft`} {
			q := library.ParseQuery(text, false, nil)
			q.Sort = library.Best
			all, err := l.Find(ctx, q, 0)
			if err != nil || len(all) != 2 || all[0].ID() != first.ID {
				t.Errorf("%s finds %v, %v", text, all, err)
			}
			if q, err = l.complete(ctx, q); err != nil {
				t.Fatal(err)
			}
			if there := found(t, l, q); len(there) != 1 || there[0].ID != first.ID {
				t.Errorf("%s: in headlines are %v", text, there)
			}
		}
	}
}

func TestSpans(t *testing.T) {
	text := "Встреча с Президентом прошла в Санкт-Петербурге; \"совместное заявление\"."
	for query, want := range map[string]string{
		"встречи президента":     "Встреча|Президентом",
		"санкт-петербург":        "Санкт-Петербурге",
		`"совместное заявление"`: "совместное заявление",
		"-встреча вид:meeting":   "",
	} {
		var got []string
		for _, s := range library.ParseQuery(query, false, nil).Spans(text) {
			got = append(got, text[s[0]:s[1]])
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: got %q", query, got)
		}
	}
	if got := library.ParseQuery("встр", true, nil).Spans(text); len(got) != 1 || text[got[0][0]:got[0][1]] != "Встреча" {
		t.Errorf("typing: %v", got)
	}
}

func TestQuotes(t *testing.T) {
	l := filled(t)
	quotes, err := l.Quotes(ctx, library.ParseQuery("сказал:Жапарова", false, nil))
	if err != nil || len(quotes) != 1 || quotes[0].Text != "Мы подписали совместное заявление" {
		t.Errorf("got %+v, %v", quotes, err)
	}
	quotes, err = l.Quotes(ctx, library.ParseQuery("сказал:образцов", false, nil))
	if err != nil || len(quotes) != 1 || quotes[0].Text != "«Это большой шаг вперёд для всех»" {
		t.Errorf("got %+v, %v", quotes, err)
	}
}

func TestTwins(t *testing.T) {
	l := fresh(t)
	r := headed("Заседание Совета состоится в Пробном", "2024-09-11")
	r.Lead = "Заседание Совета состоится в Пробном в начале осени."
	first := save(t, l, r)
	if err := r.Date.UnmarshalText([]byte("2025-09-11")); err != nil {
		t.Fatal(err)
	}
	save(t, l, r)
	save(t, l, headed("Другое", "2024-09-11"))
	found := list(t, l, "повтор:да")
	if len(found) != 2 || !found[0].Twin || !found[1].Twin {
		t.Errorf("got %+v", found)
	}
	if err := l.Trash(ctx, first.ID); err != nil {
		t.Fatal(err)
	}
	if found := list(t, l, "повтор:да"); len(found) != 0 || list(t, l, "заседание")[0].Twin {
		t.Errorf("one in the trash is no twin: %+v", found)
	}
}

func TestMovingInTime(t *testing.T) {
	l := fresh(t)
	r := headed("Встреча", "2024-09-11")
	e := save(t, l, r)
	if err := r.Date.UnmarshalText([]byte("2020-01-01")); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(ctx, e.ID, e.Revision, r); err != nil {
		t.Fatal(err)
	}
	if got := list(t, l, "встреча год:2020"); len(got) != 1 {
		t.Errorf("got %v", got)
	}
	if got := list(t, l, "год:2024"); len(got) != 0 {
		t.Errorf("still at its old date: %v", got)
	}
}

func FuzzQuery(f *testing.F) {
	for _, query := range []string{`место:"а" -б "в`, `год:2024..`, `-:`, `""`, "«", `a:b:c`, "\x00\xff", "-\"\"", `кто:-"`} {
		f.Add(query)
	}
	l := filled(f)
	f.Fuzz(func(t *testing.T, query string) {
		for _, typing := range []bool{false, true} {
			q := library.ParseQuery(query, typing, nil)
			if _, err := l.Find(ctx, q, 10); err != nil {
				t.Errorf("%q as %q: %v", query, match(q), err)
			}
			q.Spans(query)
		}
	})
}
