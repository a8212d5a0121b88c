package grammar

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"communique/editor/regexp"
	"communique/editor/release"
	"communique/editor/wordset"
)

// monthNames are the months of a language as dates have them.
type monthNames struct {
	months  string // the names in order, each perhaps with others behind a slash
	endings string // those of cases, which may follow any of them
}

// foreignMonths are those of the languages that releases are written in beside Russian,
// English and Tajik, whose names differ from the Russian ones only in spelling.
var foreignMonths = []monthNames{
	{ // Kazakh
		"қаңтар/қаң ақпан/ақп наурыз/нау сәуір/сәу мамыр/мам маусым/мау шілде/шіл тамыз қыркүйек/қыркүйег/қыр қазан/қаз қараша/қар желтоқсан/жел",
		"ы і сы сі да де та те ға ге қа ке дан ден тан тен ның нің дың дің тың тің ында інде сында сінде ына іне ынан інен дағы дегі тағы тегі ындағы індегі",
	},
	{ // Kyrgyz, and Uzbek in Cyrillic
		"январь/январ февраль/феврал март апрель/апрел май июнь/июн июль/июл август сентябрь/сентябр октябрь/октябр ноябрь/ноябр декабрь/декабр",
		"ы и у ү ында инде унда үндө ына ине уна ынан инен унан ынын унун ындагы индеги ундагы да до га го дан дон нын нинг даги гача ида",
	},
	{ // Uzbek
		"yanvar fevral mart aprel may iyun iyul avgust sentabr/sentyabr oktabr/oktyabr noyabr dekabr",
		"i da dan ga ning dagi gacha ida",
	},
	{ // Azerbaijani
		"yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
		"ı i u da də dan dən a ə ya ın in un ında ində unda",
	},
	{ // Belarusian
		"студзеня/студзень лютага/люты сакавіка/сакавік красавіка/красавік мая/май чэрвеня/чэрвень ліпеня/ліпень жніўня/жнівень верасня/верасень кастрычніка/кастрычнік лістапада/лістапад снежня/снежань",
		"",
	},
	{ // Ukrainian
		"січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень",
		"",
	},
	{ // Armenian
		"հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
		"ի ին ից",
	},
	{ // Georgian
		"იანვარ/იანვრ თებერვალ/თებერვლ მარტ აპრილ მაის ივნის ივლის აგვისტო სექტემბერ/სექტემბრ ოქტომბერ/ოქტომბრ ნოემბერ/ნოემბრ დეკემბერ/დეკემბრ",
		"ი ს ის ში იდან",
	},
	{ // Turkish
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
		"ta te da de",
	},
	{ // Turkmen
		"ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr",
		"y i da de ynda inde yny",
	},
	{ // Kazakh in Latin letters, of 2018 and of 2021
		"qańtar/qañtar aqpan naýryz/nauryz sáýіr/sáýir/säuır/säuir mamyr maýsym/mausym shіlde/shilde/şılde/şilde tamyz qyrkúıek/qyrkúiek/qyrküiek qazan qarasha/qaraşa jeltoqsan",
		"y і i da de ta te",
	},
	{"stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień", ""},
	{"ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec srpna/srpen září října/říjen listopadu prosince/prosinec", ""},
	{"januari februari mars april maj juni juli augusti september oktober november december", ""},
	{"januari februari maart april mei juni juli augustus september oktober november december", ""},
	{"gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug agosto/ago settembre/set ottobre/ott novembre/nov dicembre/dic", ""},
	{"janeiro/jan fevereiro/fev março/mar abril/abr maio/mai junho/jun julho/jul agosto/ago setembro/set outubro/out novembro/nov dezembro/dez", ""},
	{"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie", ""},
	{"januar/jänner/jan februar/feber/feb märz april/apr mai juni juli august/aug september/sept oktober/okt november/nov dezember/dez", "s"},
	{"janvier/janv février/févr/fév mars avril/avr mai juin juillet/juil août septembre/sept octobre/oct novembre/nov décembre/déc", ""},
	{"enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago septiembre/setiembre/sept/sep octubre/oct noviembre/nov diciembre/dic", ""},
	{"januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna jul/jula avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra decembar/decembra", ""},
	{"јануар/јануара фебруар/фебруара март април/априла мај/маја јун/јуна јул/јула август септембар/септембра октобар/октобра новембар/новембра децембар/децембра", ""},
	{"siječnja/siječanj veljače/veljača ožujka/ožujak travnja/travanj svibnja/svibanj lipnja/lipanj srpnja/srpanj kolovoza/kolovoz rujna/rujan listopad studenoga/studenog prosinca/prosinac", ""},
	{"януари февруари март април май юни юли август септември октомври ноември декември", ""},
	{"jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember", "il"},
	{"sausio/sausis vasario/vasaris kovo/kovas balandžio/balandis gegužės/gegužė birželio/birželis liepos/liepa rugpjūčio/rugpjūtis rugsėjo/rugsėjis spalio/spalis lapkričio/lapkritis gruodžio/gruodis", ""},
	{"janvāris/janvārī februāris/februārī marts/martā aprīlis/aprīlī maijs/maijā jūnijs/jūnijā jūlijs/jūlijā augusts/augustā septembris/septembrī oktobris/oktobrī novembris/novembrī decembris/decembrī", ""},
	{"január február március április május június július augusztus szeptember október november december", "i"},
	{"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta", ""},
	{"januar februar marts/mars april maj/mai juni juli august september oktober november december/desember", ""},
	{"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου/μαίου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου", ""},
	{"يناير فبراير مارس أبريل/ابريل مايو يونيو/يونية يوليو/يولية أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر", ""},
}

// besideDates are words that dates have besides dayWords, without which they say the same: «жылғы»,
// «թվականի», the endings of numbers.
var besideDates = wordset.Of(`жылғы жылдың жылдын жыл жылы жылда жылдагы ж соли йил йилнинг йили йилги йилда рӯзи yil yilning yili yilgi yilda й y
	il ilin ildə ili cı ci cu cü года год г року рік р թվականի թվականին թվական թ წლის წელი წელს წ ին ը ի ші шы і i ı u ü si sı er anului den am le el lì addì de del də da nji njy ýylyň ýyl ýylda jylǵy jyl jylgy j a aos dnia dn dne roku r di оны дугаар дүгээр сарын өдөр 年 月 日 号 godine године година m metų gada`)

// isBesideDate reports whether a date says the same without a word, in small letters.
func isBesideDate(word string) bool { return besideDates.Has(word) || slices.Contains(dayWords, word) }

// foreignMonth maps the names, in small letters, with every ending.
var foreignMonth = sync.OnceValue(func() map[string]time.Month {
	all := map[string]time.Month{}
	for _, language := range foreignMonths {
		for i, names := range strings.Fields(language.months) {
			for name := range strings.SplitSeq(names, "/") {
				all[name] = time.Month(i + 1)
				for _, ending := range strings.Fields(language.endings) {
					all[name+ending] = time.Month(i + 1)
				}
			}
		}
	}
	return all
})

var (
	dateWords = regexp.MustCompile(`\d+|\p{L}+`)
	// dateForm is words and numbers with what parts them, and a full stop behind.
	dateForm = regexp.MustCompile(`^(?:\d|\p{L})(?:[\d\p{L}\s.,’'-]*(?:\d|\p{L}))?\.?$`)
)

// longestDate is of how many bytes a date in words is at most.
const longestDate = 100

// foreignDate reads a date as other languages of the region write it, in any order and
// case: «2026 жылғы 11 қыркүйек», «2026-жылдын 11-сентябрында», "2026-yil 11-sentabr",
// «11 верасня 2026 года», «2026 թ. սեպտեմբերի 11-ին», "11 sentyabr 2026-cı il". It is a day, a
// month, a year of four figures and nothing else that means something.
func foreignDate(text string) (release.Date, bool) {
	if !mayBeDate(text) {
		return release.Date{}, false
	}
	var day, year string
	var month time.Month
	for _, word := range dateWords.FindAllString(strings.ToLower(text), -1) {
		named := foreignMonth()[word]
		switch isNumber := word[0] >= '0' && word[0] <= '9'; {
		case isNumber && len(word) == 4 && year == "":
			year = word
		case isNumber && len(word) <= 2 && day == "":
			day = word
		case named > 0 && month == 0:
			month = named
		case !isBesideDate(word):
			return release.Date{}, false
		}
	}
	if day == "" || month == 0 {
		return release.Date{}, false
	}
	return date(year, strconv.Itoa(int(month)), day)
}

// mayBeDate reports whether a text has as many figures as a date, and no more signs.
func mayBeDate(text string) bool {
	digits := 0
	for _, r := range text {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits >= 5 && digits <= 6 && len(text) <= longestDate && dateForm.MatchString(text)
}
