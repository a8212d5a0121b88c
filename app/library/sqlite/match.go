package sqlite

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"communique/app/library"
)

// columns of the index of words, by what a query calls them.
var columnsOf = map[library.Place]string{
	library.InText: "{headline text}", headlineOnly: "headline", headlineWords: "facets", shortPair: "facets", library.InSpeakers: "speakers", library.InPlace: "place", library.InTags: "tags",
}

// Facets are words of our own in a column of the index, so that a filter costs
// what a word costs. Each release has facetAll.
const facetAll = "all"

// facetTwin is that of a release whose words another has too.
const facetTwin = "twin"

// headlineMark stands before a word of the headline, which is a word of its own so: what stands in
// the text of each release, and in hardly a headline, is looked for in no text. No word of a
// text or a query has this letter, and the index takes it for one. It stands between the two of a
// pair, too.
const headlineMark = "\ue000"

// marked are folded words as those of the headline stand among the facets, in their order.
func marked(folded string) string {
	words := strings.Fields(folded)
	for i := range words {
		words[i] = headlineMark + words[i]
	}
	return strings.Join(words, " ")
}

// facet is one word whatever the value is: the index parts words at all but
// letters and digits.
func facet(of library.Place, value string) string {
	return string(of) + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, value)
}

// match writes a query for the index of words; "" asks for everything. Only letters
// and digits of the query reach it.
func match(q library.Query) string {
	var all []string
	if q.Twins {
		all = append(all, "facets : "+facetTwin)
	}
	if len(q.Must) > 0 {
		all = append(all, terms(anywhere(q.Must), " AND "))
	}
	if len(all) == 0 && len(q.Not) > 0 {
		all = append(all, "facets : "+facetAll)
	}
	must := strings.Join(all, " AND ")
	if len(q.Not) == 0 {
		return must
	}
	found := "(" + must + ")"
	not := anywhere(q.Not)
	first := not[:min(len(not), inEachOther)]
	for _, t := range first {
		found = "(" + found + " NOT " + terms([]library.Term{t}, "") + ")"
	}
	if rest := not[len(first):]; len(rest) > 0 {
		found += " NOT (" + terms(rest, " OR ") + ")"
	}
	return found
}

// inEachOther is how many words are taken away one after the other: each is looked for only in what
// the ones before have left, where of words side by side each is looked for in everything. The index
// takes any number of words side by side, and few in each other.
const inEachOther = 50

// inAnyColumn is the place of what stands in the text wherever it stands. The index finds it a third sooner than
// where it has to look into which column each is in.
const inAnyColumn library.Place = "any column"

// anywhere are terms, of which those of single words are looked for in every column where that finds the same: the text
// has each word of the speakers, the place and the tags too, and the facets begin with letters of ASCII, or are a word of
// the text with a mark before or behind it. Two words may stand side by side in what is said of a speaker, and in the text apart.
func anywhere(all []library.Term) []library.Term {
	all = slices.Clone(all)
	for i, t := range all {
		if t.In == library.InText && !slices.ContainsFunc(t.Rows, func(row string) bool { return row == "" || row[0] < utf8.RuneSelf || strings.Contains(row, " ") }) {
			all[i].In = inAnyColumn
		}
	}
	return all
}

// terms joins terms side by side: the index takes any number of them, and few in each other.
func terms(all []library.Term, join string) string {
	var b strings.Builder
	for i, t := range all {
		if i > 0 {
			b.WriteString(join)
		}
		writeTerm(&b, t)
	}
	return b.String()
}

func writeTerm(b *strings.Builder, t library.Term) {
	if t.In.IsField() {
		for i, value := range t.Rows {
			b.WriteString([]string{"(facets : (", " OR "}[min(i, 1)] + `"` + facet(t.In, value) + `"`)
		}
		b.WriteString("))")
		return
	}
	b.WriteString("(")
	if t.In != inAnyColumn {
		b.WriteString(columnsOf[t.In] + " : ")
	}
	b.WriteString("(")
	for i, row := range t.Rows {
		if i > 0 {
			b.WriteString(" OR ")
		}
		row, more := strings.CutSuffix(row, goesOn)
		if t.In == headlineWords {
			row = marked(row)
		}
		b.WriteString(`"` + row + `"`)
		if more || t.Begins && i == 0 {
			b.WriteString(goesOn)
		}
	}
	b.WriteString("))")
}
