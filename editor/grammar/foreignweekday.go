package grammar

import (
	"strings"
	"sync"
	"time"
	"unicode"
)

// foreignWeekdays are the days of the week from Monday on, in the languages that releases are written in beside Russian and
// English, each perhaps with others behind a slash; "_" parts the words of one. The Tajik Monday is left out: Dushanbe is called so.
var foreignWeekdays = []string{
	"дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі",
	"dúısenbі/dúisenbi/düisenbı seısenbі/seisenbi/seisenbı sársenbі/sársenbi/särsenbı beısenbі/beisenbi/beisenbı juma senbі/senbi/senbı jeksenbі/jeksenbi/jeksenbı",
	"дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби",
	"- сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе",
	"душанба сешанба чоршанба пайшанба жума шанба якшанба",
	"dushanba seshanba chorshanba payshanba juma shanba yakshanba",
	"bazar_ertəsi çərşənbə_axşamı çərşənbə cümə_axşamı cümə şənbə bazar",
	"панядзелак аўторак серада/сераду чацвер пятніца/пятніцу субота/суботу нядзеля/нядзелю",
	"понеділок вівторок середа/середу четвер п'ятниця/п'ятницю субота/суботу неділя/неділю",
	"երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
	"ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა",
	"pazartesi salı çarşamba perşembe cuma cumartesi pazar",
	"duşenbe sişenbe çarşenbe penşenbe anna şenbe ýekşenbe",
	"luni marți/marţi/marti miercuri joi vineri sâmbătă duminică",
	"montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
	"lundi mardi mercredi jeudi vendredi samedi dimanche",
	"lunes martes miércoles jueves viernes sábado domingo",
	"lunedì martedì mercoledì giovedì venerdì sabato domenica",
	"segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
	"poniedziałek wtorek środa/środę czwartek piątek sobota/sobotę niedziela/niedzielę",
	"pondělí úterý středa/středu čtvrtek pátek sobota/sobotu neděle/neděli",
	"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
	"ponedeljak/ponedjeljak utorak srijeda/sreda/srijedu/sredu četvrtak petak subota/subotu nedjelja/nedelja/nedjelju/nedelju",
	"понедељак уторак среда/среду четвртак петак субота/суботу недеља/недељу",
	"måndag tisdag onsdag torsdag fredag lördag söndag",
}

// foreignWeekday maps them, in small letters.
var foreignWeekday = sync.OnceValue(func() map[string]time.Weekday {
	all := map[string]time.Weekday{}
	for _, language := range foreignWeekdays {
		for i, names := range strings.Fields(language) {
			for name := range strings.SplitSeq(names, "/") {
				all[strings.ReplaceAll(name, "_", " ")] = time.Weekday((i + 1) % 7)
			}
		}
	}
	delete(all, "-")
	return all
})

// StartsWithForeignWeekday reports whether a text begins with a day of the week in a language beside Russian and English, perhaps
// behind a word that stands before one: "le vendredi", «рӯзи ҷумъа».
func StartsWithForeignWeekday(text string) bool {
	word, behind := cutWeekdayWord(text)
	if beforeWeekday[strings.ToLower(word)] {
		word, _ = cutWeekdayWord(strings.TrimLeft(behind, " \u00a0"))
	}
	_, is := foreignWeekday()[foldedWeekday(word)]
	return is
}

// cutWeekdayWord parts the first word of a text, which may be joined by a hyphen: "segunda-feira", "п’ятниця".
func cutWeekdayWord(text string) (word, behind string) {
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("-'’", r) })
	if end < 0 {
		return text, ""
	}
	return text[:end], text[end:]
}

// foldedWeekday is how such a word is looked up.
func foldedWeekday(word string) string {
	return strings.ReplaceAll(strings.ReplaceAll(strings.ToLower(word), "i̇", "i"), "’", "'")
}

// weekdayWords are the single words of them, letters alone, as they stand in dates.
var weekdayWords = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for name := range foreignWeekday() {
		for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return strings.ContainsRune(" -'", r) }) {
			all[word] = true
		}
	}
	return all
})
