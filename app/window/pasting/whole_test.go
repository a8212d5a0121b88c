package pasting

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"testing"

	"communique/app/clipboard"
	"communique/app/window/screen/screentest"
	"communique/editor/editing"
	"communique/editor/release"
)

const planText = "Совет принял план\n\n11 сентября 2024 года в Бишкеке состоялось заседание Совета, на котором обсудили план дорог.\n\nОн принят.\n"

// flatText is what a page leaves where its lines are lost.
const flatText = "Телефонный разговор с Президентом Пробной Республики Состоялся телефонный разговор Ивана Примерного с Президентом Пробной Республики Петром Образцовым. 6 мая 2025 года 13:20 Стороны обсудили план строительства дорог. Особое внимание уделено мосту через реку. Смотрите также Переговоры 17 января 2025 года География Пробная Республика Темы Внешняя политика Статус материала Опубликован в разделе: Новости"

// TestWhatIsUnderstood: a whole release where one is asked for and lies there; this program's
// own words as they were; formatted text as blocks, its picture kept; and words alone where
// that was asked for.
func TestWhatIsUnderstood(t *testing.T) {
	png := "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa75\x81\x84\x00\x00\x00\x00IEND\xaeB`\x82"
	page := "<h1>Совет принял план</h1><p>11 сентября 2024 года в Бишкеке состоялось заседание Совета.</p><p>Он <b>принят</b>.</p><p><img src='data:image/png;base64," + base64.StdEncoding.EncodeToString([]byte(png)) + "'></p>"
	for name, c := range map[string]struct {
		read         clipboard.Contents
		own          string
		plain, whole bool
		refused      bool // the whole release is
		headline     string
		marked       bool
		put          string
		told         string
	}{
		"a release":                        {read: clipboard.Contents{Text: planText}, whole: true, headline: "Совет принял план", told: "pasted-release"},
		"a release as a page":              {read: clipboard.Contents{Text: planText, HTML: page}, whole: true, headline: "Совет принял план", marked: true, told: "pasted-release"},
		"a release as a page alone":        {read: clipboard.Contents{HTML: page}, whole: true, headline: "Совет принял план", marked: true, told: "pasted-release"},
		"a headline as a page alone":       {read: clipboard.Contents{HTML: "<h1 style='" + strings.Repeat("color:red;", 50) + "'>Совет</h1>"}, whole: true, put: "Совет"},
		"what was struck through":          {read: clipboard.Contents{Text: "а", HTML: "<p>а<s>б</s></p>"}, put: "Текст аб", told: "+paste-struck"},
		"a release as plain words":         {read: clipboard.Contents{Text: planText, HTML: page}, whole: true, plain: true, headline: "Совет принял план", told: "pasted-release"},
		"a release, not wanted whole":      {read: clipboard.Contents{Text: planText}, put: "Совет принял план|11 сентября"},
		"a release that is refused":        {read: clipboard.Contents{Text: planText}, whole: true, refused: true, put: "Текст Совет принял план|11 сентября"},
		"two releases":                     {read: clipboard.Contents{Text: planText + "______\nПресс-служба Совета Анна Примерова\nтел.: +7-000-000-00-01\n" + strings.Replace(planText, "Совет принял план", "Дороги откроют весной", 1)}, whole: true, put: "Дороги откроют весной"},
		"two lines":                        {read: clipboard.Contents{Text: "Совет\nпринял"}, whole: true, put: "Текст Совет|принял"},
		"three lines":                      {read: clipboard.Contents{Text: "\n\nСовет\nпринял\n\n"}, whole: true, put: "Совет|принял"},
		"a release run together":           {read: clipboard.Contents{Text: flatText}, whole: true, headline: "Телефонный разговор с Президентом Пробной Республики", told: "pasted-release"},
		"a long line":                      {read: clipboard.Contents{Text: strings.Repeat("дорога и мост ", 40)}, whole: true, put: "дорога и мост дорога"},
		"its own words":                    {read: clipboard.Contents{Text: "своё", HTML: "<p>чужое</p>"}, own: "своё", put: "Текст своё", marked: true},
		"its own words, plain":             {read: clipboard.Contents{Text: "своё", HTML: "<p>чужое</p>"}, own: "своё", plain: true, put: "Текст своё"},
		"others' words":                    {read: clipboard.Contents{Text: "чужое", HTML: "<p><i>чужое</i></p>"}, own: "своё", marked: true, put: "Текст чужое"},
		"a page as plain words":            {read: clipboard.Contents{Text: "слова", HTML: "<h1>слова</h1>"}, plain: true, put: "Текст слова"},
		"a page":                           {read: clipboard.Contents{Text: "слова", HTML: "<h1>слова</h1>"}, put: "слова"},
		"a picture":                        {read: clipboard.Contents{Picture: []byte(png)}, put: "(hash)"},
		"a picture with words":             {read: clipboard.Contents{Text: "адрес", Picture: []byte(png)}, put: "(hash)"},
		"a picture where words are wanted": {read: clipboard.Contents{Text: "адрес", Picture: []byte(png)}, plain: true, put: "Текст адрес"},
		"what was left out":                {read: clipboard.Contents{Text: "а", HTML: "<p>а<del>б</del></p>"}, put: "Текст а", told: "+paste-left-out"},
	} {
		t.Run(name, func(t *testing.T) {
			s := screentest.New(t)
			answered := false
			p := Params{
				Base: s.Base, Read: func(context.Context) (clipboard.Contents, error) { return c.read, nil },
				Plain:      func() string { return "" },
				AddPicture: func(_ context.Context, file []byte) (string, error) { return "hash", nil },
			}
			if c.own != "" {
				p.Own = editing.NewFragment([]release.Block{{Kind: release.Paragraph, Text: c.own, Marks: []release.Mark{{End: 4, Style: release.Bold}}}}, true, true)
			}
			do := p.Do
			p.Do = func(f func()) { do(func() { f(); answered = true }) }
			at := newPlace()
			var got *release.Release
			var whole func(release.Release) bool
			if c.whole {
				whole = func(r release.Release) bool { got = &r; return !c.refused }
			}
			p.Paste(at, c.plain, whole)
			s.Wait("an answer", func() bool { return answered })
			var said []string
			marked := false
			for _, b := range at.Session().Release().Blocks {
				text := b.Text
				if b.Kind == release.Picture {
					text = "(" + b.Picture + ")"
				}
				said = append(said, text)
				marked = marked || len(b.Marks) > 0
			}
			put := strings.Join(said, "|")
			switch {
			case c.headline != "":
				if got == nil || got.Headline != c.headline || put != "Текст " {
					t.Fatalf("got %+v, put %s", got, put)
				}
				bold := false
				for _, b := range got.Blocks {
					bold = bold || len(b.Marks) > 0
				}
				if bold != c.marked || c.marked != (len(got.Pictures()) == 1 && got.Pictures()[0] == "hash") {
					t.Errorf("got %+v", got.Blocks)
				}
			case !strings.Contains(put+"|", c.put) || marked != c.marked && c.own != "" || (got != nil) != c.refused:
				t.Errorf("put %s, marked %v, whole %v", put, marked, got)
			}
			want := ""
			if c.told != "" {
				if want = s.Base.Text(strings.TrimPrefix(c.told, "+")); c.told[0] == '+' {
					want = s.Base.Words.Plural(c.told[1:], 1)
				}
			}
			if s.Told != want || len(s.Failed) > 0 {
				t.Errorf("told %q, %v", s.Told, s.Failed)
			}
		})
	}
}

// TestPicturesOfAWholeRelease that no library takes are counted, and their words stay.
func TestPicturesOfAWholeRelease(t *testing.T) {
	p := Params{AddPicture: func(context.Context, []byte) (string, error) { return "", errors.New("full") }}
	text := strings.Replace(planText, "Он принят.", "Он принят.", 1)
	page := "<h1>Совет принял план</h1><p>11 сентября 2024 года в Бишкеке состоялось заседание Совета.</p><figure><img src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AAX+Av6nNYGEAAAAAElFTkSuQmCC'><figcaption>Двое</figcaption></figure>"
	r, lost, ok := p.release(t.Context(), clipboard.Contents{Text: text, HTML: page}, false)
	if !ok || lost != 1 || len(r.Pictures()) != 0 || len(r.Blocks) != 1 || r.Blocks[0].Text != "Двое" {
		t.Errorf("lost %d, got %+v, %v", lost, r.Blocks, ok)
	}
	line := "Совет принял план дорог Москва, 3 февраля 2025 года – Пётр Пробный рассказал о нём."
	line += strings.Repeat(" 1", (leastFlat-len(line)-1)/2)
	line += strings.Repeat(".", leastFlat-len(line))
	if _, _, ok := p.release(t.Context(), clipboard.Contents{Text: line}, true); !ok {
		t.Error("a line of as many bytes as a release has at least is none")
	}
	if _, _, ok := p.release(t.Context(), clipboard.Contents{Text: line[:leastFlat-1]}, true); ok {
		t.Error("a shorter line is one")
	}
	for name, contents := range map[string]clipboard.Contents{"nothing": {}, "binary": {Text: "\x00\n\n\n\x01а"}, "no headline": {Text: "______\n______\n______\n______"}} {
		if r, _, ok := p.release(t.Context(), contents, false); ok {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
