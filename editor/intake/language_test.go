package intake

import (
	"os"
	"strings"
	"testing"
	"time"

	"communique/assets/languages"
	"communique/assets/translations"
	"communique/editor/intake/contact"
	"communique/editor/intake/layout/layouttest"
	"communique/editor/intake/wording"
	"communique/editor/release"
)

// TestLanguageOfReleases: headlines alone, leads and longer texts of releases, in each language
// of the region and of some others.
func TestLanguageOfReleases(t *testing.T) {
	data, err := os.ReadFile("testdata/languages.tsv") // tag, kind, text
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]int{}
	for line := range strings.Lines(string(data)) {
		row := strings.Split(strings.TrimSpace(line), "\t")
		asked[row[1]]++
		if got := wording.LanguageOf(row[2]); got != row[0] {
			t.Errorf("%s of %s is taken for %s: %.80s", row[1], row[0], got, row[2])
		}
	}
	if asked["headline"] < 30 || asked["lead"] < 30 || asked["long"] < 30 {
		t.Errorf("only %v were asked", asked)
	}
}

// A language of none of these is told to be unknown, and one of them is not taken for English.
func TestOtherLanguages(t *testing.T) {
	for want, text := range map[string]string{
		"nl":  "De minister heeft dinsdag met de ambassadeur gesproken over de samenwerking tussen de twee landen.",
		"pt":  "O ministro recebeu em Lisboa o embaixador para discutir a cooperação entre os dois países.",
		"sv":  "Ministern träffade i Stockholm ambassadören för att diskutera samarbetet mellan länderna.",
		"da":  "Ministeren mødtes i København med ambassadøren for at drøfte samarbejdet. Mødet blev afholdt efter planen.",
		"nb":  "Ministeren møtte ambassadøren i Oslo for å drøfte samarbeidet mellom landene.",
		"fi":  "Ministeri tapasi suurlähettilään ja keskusteli maiden välisestä yhteistyöstä. Kokous oli rakentava.",
		"et":  "Minister kohtus suursaadikuga ja arutas kahe riigi koostööd. Kohtumine oli sisukas.",
		"cs":  "Předseda přijal v Praze velvyslance a jednal s ním o spolupráci mezi oběma zeměmi.",
		"hu":  "A miniszter fogadta a nagykövetet, és tárgyalt a két ország közötti együttműködésről.",
		"lt":  "Ministras Vilniuje susitiko su ambasadoriumi ir aptarė abiejų šalių bendradarbiavimą.",
		"lv":  "Ministrs Rīgā tikās ar vēstnieku un pārrunāja abu valstu sadarbību.",
		"hr":  "Ministar je u Zagrebu primio veleposlanika i razgovarao o suradnji dviju zemalja.",
		"id":  "Menteri bertemu dengan duta besar di Jakarta untuk membahas kerja sama antara kedua negara.",
		"vi":  "Bộ trưởng đã tiếp đại sứ tại Hà Nội để thảo luận về hợp tác giữa hai nước.",
		"fr":  "Communiqué de presse. Visite officielle du ministre. Signature de la convention.",
		"bg":  "Министърът прие в София посланика и обсъди сътрудничеството между двете страни.",
		"sr":  "Министар је у Београду примио амбасадора и разговарао о сарадњи двеју земаља.",
		"mn":  "Сайд Улаанбаатар хотод элчин сайдыг хүлээн авч уулзан, хоёр орны талаар ярилцлаа.",
		"en":  "Press release No 5: Xinjiang trip ends",
		"und": "Gallia omnis divisa partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.",
	} {
		if got := wording.LanguageOf(text); got != want {
			t.Errorf("%s is taken for %s", want, got)
		}
	}
	if got := wording.LanguageOf("Учения прошли в регионе\n\nBISHKEK (Reuters) - The command post exercise took place on September 11, 2024 in the region.\n\nВторой абзац текста о подробностях учений."); got != "en" {
		t.Errorf("words in another script make English %s", got)
	}
	r := readSingle(t, "Gallia omnis divisa\n\nPartes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua.")
	if told := strings.Join(layouttest.Told(r.Repairs), ";"); r.Language != "und" || told != "language-unknown Gallia omnis divisa" {
		t.Errorf("%s: %s", r.Language, told)
	}
}

// TestPrintedReleases: what a release bears beside its words is read back in every language:
// the embargo, the dateline, what answers at a number.
func TestPrintedReleases(t *testing.T) {
	for _, language := range languages.All() {
		if language == "ar" || language == "zh" { // their dates and places are not read
			continue
		}
		words := translations.Printed(language)
		date := release.Date{Year: 2026, Month: 9, Day: 11}
		line := release.Release{Language: language, Embargo: release.Embargo{At: time.Date(2026, 9, 11, 12, 5, 0, 0, time.UTC)}}
		embargo := words.Text("printed-embargo-until", map[string]any{"Time": line.EmbargoInWords(), "Zone": "Asia/Bishkek (UTC+06:00)"})
		place := map[string]string{"hy": "Երևան", "ka": "თბილისი"}[language]
		if place == "" {
			place = "Ош"
		}
		text := strings.Join([]string{embargo, "Заголовок релиза о заседании", place + ", " + date.InWords(language), "Первый абзац релиза о заседании Совета.", "Второй абзац."}, "\n\n")
		r := readSingle(t, text)
		if r.Embargo.String() != "2026-09-11T12:05:00+06:00[Asia/Bishkek]" || r.Date != date || r.Place != place || r.Headline != "Заголовок релиза о заседании" {
			t.Errorf("%s: embargo %v, date %v, place %q, headline %q", language, r.Embargo, r.Date, r.Place, r.Headline)
		}
		for kind, name := range map[release.PhoneKind]string{release.Mobile: "printed-mobile", release.Fax: "printed-fax", release.PhoneFax: "printed-phone-fax"} {
			phones, rest := contact.ReadPhones("+996 312 000 000 (" + words.Text(name) + ")")
			if len(phones) != 1 || phones[0].Kind != kind || phones[0].Number != "+996 312 000 000" || rest != "" {
				t.Errorf("%s: %s: %v, %q", language, words.Text(name), phones, rest)
			}
		}
	}
}
