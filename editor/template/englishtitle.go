package template

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/editor/grammar"
	"communique/editor/regexp"
)

// englishTitle puts a short title before a name and a long one behind it,
// between commas: «President Ivan Probny», «Ivan Probny, Secretary General of
// the Council».
func englishTitle(title, name string) string {
	words := strings.Fields(title)
	if name == "" {
		return title
	}
	if len(words) <= 3 && !strings.Contains(" "+title+" ", " of ") && !strings.Contains(" "+title+" ", " to ") && !strings.Contains(title, ",") {
		return title + " " + name
	}
	return name + ", " + title
}

// placeBeside is a place that another makes more exact, and placeWithin one that
// a person typed with both prepositions.
var (
	placeBeside = regexp.MustCompile(`^(?:в|во|на) .*, `)
	placeWithin = regexp.MustCompile(`^(?:в|во|на) .*, (?:в|во|на|у|около|возле|напротив|рядом|при|за|перед|под|над) `)
	// streetWithin is one that names a street; what is parted from it is its house: на ул. Мира, 21.
	streetWithin = regexp.MustCompile(`^(?:в|во|на|по|у) (?:.* )?(?:ул|просп|пр|пр-т|пер|пл|бул|б-р|наб|ш|улиц[аеы]|проспекте?|переулке?|переулок|площад[ьи]|бульваре?|набережн(?:ая|ой)|шоссе|тракте?|аллее?)(?:[., ].*)?$`)
)

// needsComma reports whether a value that has a comma within it has to be
// closed by another, because the sentence goes on: «Ivan Probny, Secretary
// General of the Council, met …», «on Sept. 11, 2024, in …», «в Москве, в Кремле,
// состоялась …» (Розенталь, § 22).
func (f *filling) needsComma(value string, field Field, after string) bool {
	switch {
	case !wordFollows(after):
		return false
	case f.isClause(field):
		return true
	case f.russian():
		return isParted(value, field) || field.Kind == Text && f.saysMoreBehind(value, field)
	case f.template.Language != "en":
		return false
	}
	switch field.Kind {
	case Date, Place: // on Sept. 11, 2024, in Washington, D.C., at
		return strings.Contains(value, ", ")
	case Text:
		return endsInYear.MatchString(value) || endsInAside.MatchString(value) || isWhereInParts(value) || endsInNameBehindPost(value) || isOneWithPostBehind(value)
	}
	return endsInAside.MatchString(value) || f.endsInPost(value, field)
}

// wordFollows reports whether a sentence goes on with a word, or with another field.
func wordFollows(after string) bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return strings.HasPrefix(after, " ") && (unicode.IsLetter(next) || next == '{' || next == utf8.RuneError)
}

// saysMoreBehind reports a text that ends in a participle with what belongs to it, or in how something is done.
func (f *filling) saysMoreBehind(value string, field Field) bool {
	given := f.given(field).Text
	return grammar.HasParticipleBehind(given) || strings.Contains(value, "том, как ") && grammar.IsInfinitive(given)
}

// isParted reports a place of several parts, of which a comma is within it.
func isParted(value string, field Field) bool {
	switch field.Kind {
	case Place:
		last := value[strings.LastIndexByte(value, ',')+1:]
		return placeBeside.MatchString(value) && !strings.Contains(last, " и ") // «в Минске, Бресте и Гомеле»
	case Text:
		return placeWithin.MatchString(value) || strings.Contains(value, ", ") && streetWithin.MatchString(value)
	}
	return false
}

// endsInYear is a date of the AP, whose year stands between commas, at the end of a text, and
// yearWithin one before more of it.
var (
	endsInYear = regexp.MustCompile(`\p{Lu}\p{L}+\.? \d{1,2}(?:-\d{1,2})?, \d{4}$`)
	yearWithin = regexp.MustCompile(`(\p{Lu}\p{L}+\.? \d{1,2}(?:-\d{1,2})?, \d{4}) (\p{L})`)
)

// isWhereInParts reports a place that others make more exact: «at the Media Centre, third floor», but not «at
// ranges 1, 2», nor «in Minsk, Brest and Gomel».
func isWhereInParts(value string) bool {
	parts := strings.Split(value, ", ")
	last := parts[len(parts)-1]
	first, _, _ := strings.Cut(value, " ")
	return len(parts) > 1 && (first == "at" || first == "in" || first == "on") && !strings.Contains(last, " and ") && strings.Trim(last, "0123456789") != ""
}

// endsInNameBehindPost reports somebody whose name stands behind the post: the Minister of Trade, Anna Ozerova.
func endsInNameBehindPost(value string) bool {
	post, name, parted := strings.Cut(value, ", ")
	return parted && strings.HasPrefix(post, "the ") && isTitle(withoutArticle(post)) && isNames(withoutHonorific(name))
}

// endsInPost reports people of whom the last has a post, or whatever a comma parts from
// the name, behind it.
func (f *filling) endsInPost(value string, field Field) bool {
	switch field.Kind {
	case Person, People:
		if len(f.persons(f.given(field).Text)) < 2 && (field.Kind == Person || hasTitleBehind(value)) {
			return hasPostBehind(value) && !joinsBodies(value) && !listsSomebody(value) && !strings.HasSuffix(value, ",") && !strings.HasSuffix(value, " and others")
		}
		last := value[max(strings.LastIndex(value, "; "), strings.LastIndex(value, " and "))+1:]
		return strings.Contains(last, ", ")
	}
	return false
}

// listsSomebody reports a list in which somebody's post and name stand behind the first comma: «Anna Ozerova, Rector of
// Probny University Ivan Probny and students».
func listsSomebody(value string) bool {
	_, behind, _ := strings.Cut(value, ", ")
	second, _, joined := strings.Cut(behind, " and ")
	return joined && isTitle(second) && endsInName(second)
}

// hasTitleBehind reports somebody whose post begins behind the first comma: «Anna Ozerova, Ambassador
// Extraordinary and Plenipotentiary».
func hasTitleBehind(value string) bool {
	_, behind, _ := strings.Cut(value, ", ")
	post, _, _ := strings.Cut(behind, " and ")
	return slices.ContainsFunc(strings.Fields(strings.ToLower(post)), titles.Has)
}

// hasPostBehind reports a comma that no list has: «Anna Ozerova, Minister», but «delegations of
// Armenia, Belarus and Kazakhstan».
func hasPostBehind(value string) bool {
	if first, last, joined := strings.Cut(value, ", and "); joined && strings.Contains(first, ", ") { // «…, Minister of Trade, and her husband»
		value = last
	}
	before, after, parted := strings.Cut(value, ", ")
	plural, _ := grammar.IsEnglishPlural(before)
	return parted && (!plural || isNames(before) || !strings.Contains(after, " and "))
}
