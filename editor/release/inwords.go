package release

import (
	"fmt"
	"strings"
)

// written is how a language writes a date: the months as dates have them, and
// an order for Sprintf of day, month and year.
type written struct {
	order  string
	months [12]string
}

// languages are those whose dates are known, as official texts and CLDR have them.
var languages = map[string]written{
	"ru": {"%[1]d %[2]s %[3]d года", months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря")},
	"en": {"%[1]d %[2]s %[3]d", months("January February March April May June July August September October November December")},
	"be": {"%[1]d %[2]s %[3]d года", months("студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня")},
	"uk": {"%[1]d %[2]s %[3]d року", months("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")},
	"kk": {"%[3]d жылғы %[1]d %[2]s", months("қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")},
	"ky": {"%[3]d-жылдын %[1]d-%[2]s", months("январы февралы марты апрели майы июну июлу августу сентябры октябры ноябры декабры")},
	"tg": {"%[1]d %[2]s соли %[3]d", months("январи феврали марти апрели майи июни июли августи сентябри октябри ноябри декабри")},
	"hy": {"%[3]d թվականի %[2]s %[1]d", months("հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի")},
	"uz": {"%[3]d-yil %[1]d-%[2]s", months("yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr")},
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
	w, known := languages[language]
	if base, region, ok := strings.Cut(language, "-"); !known && ok && len(region) == 2 { // en-GB; another script has other letters
		w, known = languages[base]
	}
	if !known {
		return d.Time().Format("02.01.2006")
	}
	return fmt.Sprintf(w.order, d.Day, w.months[d.Month-1], d.Year)
}
