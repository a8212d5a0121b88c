package file

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"communique/editor/release"
)

func TestName(t *testing.T) {
	date := release.Date{Year: 2024, Month: 9, Day: 11}
	for name, tt := range map[string]struct {
		release release.Release
		want    string
	}{
		"date first":       {release.Release{Date: date, Headline: "Встреча с Президентом"}, "2024-09-11-vstrecha-s-prezidentom"},
		"no date":          {release.Release{Headline: "Учение «Щит-2024»"}, "uchenie-shchit-2024"},
		"nothing":          {release.Release{}, "release"},
		"path tricks":      {release.Release{Headline: "../../etc/passwd\x00 C:\\con"}, "etc-passwd-c-con"},
		"dots alone":       {release.Release{Headline: ".. . …"}, "release"},
		"absolute":         {release.Release{Headline: "/etc/passwd"}, "etc-passwd"},
		"dots at the end":  {release.Release{Headline: "Итоги... "}, "itogi"},
		"device":           {release.Release{Headline: "Con"}, "release-con"},
		"port":             {release.Release{Headline: "LPT9."}, "release-lpt9"},
		"device and date":  {release.Release{Date: date, Headline: "nul"}, "2024-09-11-nul"},
		"no device":        {release.Release{Headline: "Конь"}, "kon"},
		"Kazakh":           {release.Release{Headline: "Қазақстан"}, "kazakstan"},
		"marks":            {release.Release{Headline: "Café — №5"}, "cafe-5"},
		"no headline":      {release.Release{Date: date, Headline: " ", Lead: "Лид."}, "2024-09-11-lid"},
		"Chinese":          {release.Release{Date: date, Headline: "外交部长会见代表团"}, "2024-09-11-wai-jiao-bu-chang-hui-jian-dai-biao-tuan"},
		"Armenian":         {release.Release{Headline: "Հայաստանի Հանրապետության նախագահը և վարչապետը"}, "hayastani-hanrapetutyan-nakhagahe-ev-varchapete"},
		"Georgian":         {release.Release{Headline: "საქართველოს პრეზიდენტი"}, "sakartvelos-prezidenti"},
		"Arabic":           {release.Release{Headline: "وزير الخارجية يستقبل"}, "wzyr-lkhrjy-ystqbl"},
		"Hebrew":           {release.Release{Headline: "שר החוץ"}, "shr-hkhvts"},
		"Greek":            {release.Release{Headline: "Υπουργός Εξωτερικών"}, "upourgos-exoterikon"},
		"Azerbaijani":      {release.Release{Headline: "İlham Məmmədov — şəxs, qızıl"}, "ilham-mammadov-saxs-qizil"},
		"Uzbek":            {release.Release{Headline: "O‘zbekiston maʼlumoti, Toʻrayev"}, "ozbekiston-malumoti-torayev"},
		"Tajik":            {release.Release{Headline: "Ҷумҳурии Тоҷикистон"}, "jumhurii-tojikiston"},
		"one of Latin's":   {release.Release{Headline: "Straße, Łódź, Ærø"}, "strasse-lodz-aero"},
		"no letter":        {release.Release{Date: date, Headline: "🎉", UUID: "0B2f4c1d-aaaa"}, "2024-09-11-0b2f4c1d"},
		"neither date":     {release.Release{Headline: "…", UUID: "0b2f4c1d-aaaa"}, "release-0b2f4c1d"},
		"no letter, no ID": {release.Release{Date: date, Headline: "🎉"}, "2024-09-11"},
		"signs are silent": {release.Release{Headline: "Объём Д'Артаньян ’н"}, "obem-dartanyan-n"},
		"as long as it is": {release.Release{Headline: strings.Repeat("a", nameLength-3) + " bb"}, strings.Repeat("a", nameLength-3) + "-bb"},
		"a letter more":    {release.Release{Headline: strings.Repeat("a", nameLength-3) + " bbb"}, strings.Repeat("a", nameLength-3)},
		"a long word":      {release.Release{Headline: "ab " + strings.Repeat("c", 90)}, "ab-" + strings.Repeat("c", nameLength-3)},
		"cut at a word":    {release.Release{Headline: strings.Repeat("слово ", 40)}, strings.TrimSuffix(strings.Repeat("slovo-", 10), "-")},
		"half of it":       {release.Release{Headline: strings.Repeat("a", nameLength/2) + " " + strings.Repeat("b", 90)}, strings.Repeat("a", nameLength/2) + "-" + strings.Repeat("b", nameLength/2-1)},
		"more than half":   {release.Release{Headline: strings.Repeat("a", nameLength/2+1) + " " + strings.Repeat("b", 90)}, strings.Repeat("a", nameLength/2+1)},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Name(tt.release); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Every letter of the region's alphabets, each as people write it in Latin letters.
func TestTransliteration(t *testing.T) {
	const letters = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя әғқңөұүһі ӣӯҳҷў ґєї"
	const want = "abvgdeezhziyklmnoprstufkhtschshshchyeyuya-agknouuhi-iuhju-gyei"
	if got := Slug(letters); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := Slug(strings.ToUpper(letters)); got != want {
		t.Errorf("capitals: got %q", got)
	}
	if got := Slug("Бои\u0306ко Еж\u0438\u0306 е\u0308лка"); got != "boyko-ezhy-elka" { // as macOS writes them
		t.Errorf("got %q", got)
	}
	if got := Slug("Й й\u0306 é ü 7 ٣"); got != "y-y-e-u-7-3" {
		t.Errorf("got %q", got)
	}
}

// FuzzName: whatever a release says, its name is a plain file's on every system.
func FuzzName(f *testing.F) {
	for _, seed := range []string{"..", "/a", "C:\\b", "con", "a.", " ", "\u202ea", "aux.txt", "é'’ь", strings.Repeat("щ-", 99)} {
		f.Add(seed)
	}
	plain, reserved := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`), regexp.MustCompile(`^(con|prn|aux|nul|(com|lpt)\d)$`)
	f.Fuzz(func(t *testing.T, headline string) {
		got := Name(release.Release{Headline: headline})
		if !plain.MatchString(got) || reserved.MatchString(got) || len(got) > nameLength || !filepath.IsLocal(got) {
			t.Errorf("%q is called %q", headline, got)
		}
	})
}

func TestNumbered(t *testing.T) {
	for n, want := range map[int]string{1: "a", 2: "a-2", 11: "a-11"} {
		if got := Numbered("a", n); got != want {
			t.Errorf("%d: got %q", n, got)
		}
	}
}
