package contact

import (
	"slices"
	"strings"

	"communique/editor/regexp"
)

// inTown begins where an office is: «г. Чолпон-Ата, пансионат …».
var inTown = regexp.MustCompile(`^(?:г|гор|пос|пгт|с|д|дер|ш|қ|ք)\.\s?\p{Lu}`)

var (
	// houseNumber goes on with an address behind its street, and beforeStreet stands before it.
	houseNumber  = regexp.MustCompile(`^(?i:(?:д|дом|стр|строение|корп|корпус|к|кв|оф|офис|каб|кабинет|комн|комната|зал|павильон|подъезд|этаж|пом|блок|office|room|suite|floor|apt)\.?\s?\p{L}?\d+\p{L}?(?:[-/]\d+)?|\d{1,4}\s?\p{L}?(?:[-/]\d{1,4}\p{L}?)?|\d{1,2}(?:st|nd|rd|th|-й|-ый|-ой)? (?:floor|этаж))\.?$`)
	beforeStreet = regexp.MustCompile(`^(?i:(?:адрес|address)\s*:\s*)?(?:\d{5,6}(?:\s+\p{L}[\p{L} .-]*)?|(?i:г|гор|пос|пгт|с|д|дер|р-н|ш|қ|ք)\.\s?\p{Lu}[\p{L} -]+|\p{Lu}[\p{L}-]+\s(?:ш|қ|sh)\.|\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?(?:\s(?:область|край|район))?|\d{1,2}(?:st|nd|rd|th) floor|\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+)?\s(?:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2}|[A-Z]{2}\s\d{5}))$`)
)

var comma = regexp.MustCompile(`,\s+`)

// takeAddress takes off a line where an office is, which stands between who is asked and how he is reached: «Общество «Знание»,
// ул. Мира, 15-120, тел.: …». A line that is nothing else stays.
func (l *Line) takeAddress(text string) (rest string) {
	if !Address.MatchString(text) {
		return text
	}
	if !beginsAddress.MatchString(text) {
		text = opensAddress.ReplaceAllString(text, "$1, $2")
	}
	parts := comma.Split(text, -1)
	first := slices.IndexFunc(parts, isStreet)
	if first < 0 {
		return text
	}
	end := addressEnd(parts, first)
	for first > 0 && beforeStreet.MatchString(parts[first-1]) && (inTown.MatchString(parts[first-1]) || !understands(parts[first-1])) {
		first--
	}
	if first == 0 && end == len(parts) || end-first == 1 && houseNumber.MatchString(parts[first]) {
		return text
	}
	l.add(strings.Join(parts[first:end], ", "))
	return strings.Join(append(parts[:first:first], parts[end:]...), ", ")
}

// takeRoom takes off a line the floor or the room where somebody is found, which stands without a street: «Пресс-центр, 2-й этаж, тел.: …».
func (l *Line) takeRoom(text string) (rest string) {
	parts := comma.Split(text, -1)
	kept := parts[:1:1]
	for _, part := range parts[1:] {
		if inWords.MatchString(part) && houseNumber.MatchString(part) {
			l.add(part)
		} else {
			kept = append(kept, part)
		}
	}
	if len(kept) == len(parts) {
		return text
	}
	return strings.Join(kept, ", ")
}

// inWords is what no bare number has.
var inWords = regexp.MustCompile(`\p{L}{2}`)

// opensAddress is a colon or a semicolon before an address, or behind one: «Пресс-служба: 101000, г. Москва, …; тел. …».
var opensAddress = regexp.MustCompile(`([\p{L}»"\d])[:;]\s+((?i:\d{5,6},|(?:г|гор|пос|пгт|д|дер|ул|пр|пер)\.\s|\p{L}+(?:ая|ий)\s(?:область|обл\.|край|район),|тел|факс|моб|tel|phone|fax))`)

// beginsAddress says that an address follows.
var beginsAddress = regexp.MustCompile(`^(?i:(?:юридический |почтовый |фактический )?адрес|address|мекенжай|дарег|manzil)`)

// isStreet reports whether a part of a line is of an address, and says nothing of how somebody is reached.
func isStreet(part string) bool {
	return (Address.MatchString(part) || streetBehind.MatchString(part)) && !calls(part)
}

// streetBehind is a street whose kind stands behind its name: «Садовая ул.».
var streetBehind = regexp.MustCompile(`^\p{Lu}[\p{L} -]+\s(?:ул|пр|просп|пер|наб|пл|көч|көш)\.?$`)

// addressEnd returns behind which of the parts an address ends whose street is the part at first.
func addressEnd(parts []string, first int) int {
	end := first + 1
	for end < len(parts) && (houseNumber.MatchString(parts[end]) || isStreet(parts[end]) || end+1 < len(parts) && beforeStreet.MatchString(parts[end]) && isStreet(parts[end+1])) {
		end++
	}
	if end < len(parts) && end == first+1 && !calls(parts[end]) && beforeStreet.MatchString(parts[end]) { // "25 Hill Street, Samplia City"
		end++
	}
	return end
}

// understands reports whether words are somebody, or an office, and not only likely to be.
func understands(words string) bool {
	_, known := calledBy(words)
	return known
}

// calls reports whether a part of a line says how somebody is reached.
func calls(part string) bool {
	if strings.Contains(part, "@") {
		return true
	}
	spans := numbersIn(part)
	return len(spans) > 0 && label(part[:spans[0][0]]) != ""
}

// takeAccount takes off a line the account on a network that has no address by itself: "… | @council".
func (l *Line) takeAccount(text string) (rest string) {
	if !strings.Contains(text, "@") {
		return text
	}
	parts := between.Split(text, -1)
	last := strings.TrimSpace(parts[len(parts)-1])
	if len(parts) == 1 || !handle.MatchString(last) || account.MatchString(last) {
		return text
	}
	l.add(last)
	return strings.TrimRight(strings.TrimSuffix(text, parts[len(parts)-1]), " \u00a0|,;–—-")
}

// deskWord is who answers: «Медиаотдел», «Инфоцентр выставки», «Редакция».
var deskWord = regexp.MustCompile(`^(?i:[\p{L}-]*(?:отдел|центр|служба|группа|штаб|бюро)|редакция|секретариат|канцелярия|дирекция|оргкомитет|приёмная|приемная)$|` +
	`^(?i:инфо|медиа|пресс-?|контакт-?|колл-?)(?:отдел|центр|служба|группа|штаб|бюро)(?:\s\p{Ll}+){1,3}$|^(?i:service (?:de |des )?(?:presse|communication)\p{L}*)$`)
