package release

import (
	"fmt"
	"strings"

	"communique/assets/languages"
)

// written is how a language writes a date: the months as dates have them, and
// an order for Sprintf of day, month and year.
type written struct {
	order  string
	months [12]string
}

// dates are those of languages, as official texts and CLDR have them.
var dates = map[string]written{
	"ru":      {"%[1]s %[2]s %[3]d года", months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")},
	"en":      {"%[1]s %[2]s %[3]d", months("January February March April May June July August September October November December")},
	"hy":      {"%[3]d թվականի %[2]s %[1]s", months("հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի")},
	"az":      {"%[1]s %[2]s %[3]d", months("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr")},
	"be":      {"%[1]s %[2]s %[3]d года", months("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня")},
	"ka":      {"%[3]d წლის %[1]s %[2]s", months("იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი")},
	"kk":      {"%[3]d жылғы %[1]s %[2]s", months("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")},
	"ky":      {"%[3]d-жылдын %[1]s-%[2]s", months("январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры")},
	"ro":      {"%[1]s %[2]s %[3]d", months("ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie")},
	"tg":      {"%[1]s %[2]s соли %[3]d", months("январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри")},
	"uk":      {"%[1]s %[2]s %[3]d року", months("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")},
	"uz":      {"%[3]d-yil %[1]s-%[2]s", months("yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr")},
	"uz-Cyrl": {"%[3]d йил %[1]s %[2]s", months("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")},
	"ar":      {"%[1]s %[2]s %[3]d", months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر")},
	"zh":      {"%[3]d年%[2]s月%[1]s日", months("1 2 3 4 5 6 7 8 9 10 11 12")},
	"fr":      {"%[1]s %[2]s %[3]d", months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre")},
	"de":      {"%[1]s. %[2]s %[3]d", months("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")},
}

func months(names string) [12]string { return [12]string(strings.Fields(names)) }

// InWords writes the date out as the language does: «11 сентября 2024 года»,
// "11 September 2024". A language that is not known gets figures, which are
// right in all of them; the zero Date gives "".
func (d Date) InWords(language string) string {
	if d.IsZero() {
		return ""
	}
	if language == "" {
		language = "en"
	}
	name := languages.Of(language)
	w, known := dates[name]
	if !known {
		return d.Time().Format("02.01.2006")
	}
	day := fmt.Sprint(d.Day)
	if name == "fr" && d.Day == 1 { // the one ordinal that dates have
		day = "1er"
	}
	return fmt.Sprintf(w.order, day, w.months[d.Month-1], d.Year)
}
