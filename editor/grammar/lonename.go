package grammar

import "strings"

// isLoneFirstName decides what a single word is, where nothing beside it helps:
// surnames decline otherwise than first names only in -ин, -ина, -ий and with a
// hyphen, so that these are what is looked at. The endings are those that in
// Суперанская's dictionary of names and Суперанская and Суслова's of surnames
// (1981) belong mostly to the one or the other.
func isLoneFirstName(word string) bool {
	switch {
	case isFirstName(word):
		return true
	case strings.Contains(word, "-"):
		return !hasSurnamePart(word)
	case strings.HasSuffix(word, "ин"):
		return hasAnySuffix(word, "тдин", "ддин", "нтин", "фтин", "втин", "амин", "рвин", "лвин") && !foreignSurnames[word] ||
			hasAnySuffix(word, "удин", "адин", "един", "идин") && syllables(word) > 2
	case strings.HasSuffix(word, "ина"):
		return isWomanNameInIna(word)
	case strings.HasSuffix(word, "ий"):
		return !hasAnySuffix(word, "ский", "цкий", "ший", "щий", "жий", "чий") && !adjectiveSurnames[word]
	case strings.HasSuffix(word, "ь"):
		return hasAnySuffix(word, "гуль", "фь", "эль", "иль") || strings.HasSuffix(word, "ель") && syllables(word) > 2
	}
	return false
}

func hasSurnamePart(word string) bool {
	for part := range strings.SplitSeq(word, "-") {
		if isSurnameEnding(part) && firstNames()[part] == Unknown {
			return true
		}
	}
	return false
}

// adjectiveSurnames end in -ний, -кий, -гий, -хий beside -ский.
var adjectiveSurnames = wordSet(`крайний средний зимний летний осенний весенний синий верхний нижний дальний ближний поздний ранний
	горький великий дикий мягкий сладкий гладкий крепкий жаркий короткий широкий высокий глубокий лёгкий легкий редкий тонкий узкий звонкий
	ловкий громкий бойкий долгий строгий убогий отлогий тихий ветхий плохий глухий сухий лихий домашний рудний задний передний субботний`)

// isWomanNameInIna tells Ангелина from Никитина: a surname has the stem of a
// man's name in -а (Никита) or ends in what first names do not.
func isWomanNameInIna(word string) bool {
	stem := drop(word, 3)
	switch {
	case firstNames()[stem+"а"] != Unknown, firstNames()[stem+"я"] != Unknown, inaSurnames[word]:
		return false
	}
	return hasAnySuffix(stem, "л", "т", "р", "м", "в", "с", "п", "ф", "а", "и", "е") && !hasAnySuffix(stem, "уст", "ул", "улл", "ют", "ят")
}

// inaSurnames are surnames that would pass for first names.
var inaSurnames = wordSet(`ильина кузьмина ерёмина еремина калинина савина левина зорина куприна лапина крапивина лисина тюрина чурина
	юрина гурина шумилина карелина путина мартына митина репина скрипина апина маслина козлитина никитина прохватилина плаксина
	ларина захарьина малютина опарина сарина комарина татарина бурмистина самарина гагарина шамарина боярина варина гарина жарина мухаметшина
	горина петрина шурина тетерина столярина соловьина головина морковина половина вдовина сливина крапива щавина кравина лавина звина
	попина цепина чупина серпина шипина трусина лосина русина мокроусина кусина плисина рысина бесина балясина кутепина стрельцина
	шитина пахотина алтына мельситова кротина кочетина ракитина калитина слатина лапотина федотина болотина палатина желтина
	козлина телина емелина пчелина галилина кобелина топилина курилина мазилина зубилина хмелина чалина шкалина жалина палина скалина дралина
	костина постина хвостина берестина честина лопатина курамина хромина фёдормина демина дёмина рюмина шамина сёмина семина сомина уразамина тёмина темина соломина`)
