package template

import (
	"strconv"
	"strings"
)

// numberInWords is an English sentence that begins with a small number in figures, with that in words: "Twelve
// memoranda were signed". A day of the month, behind which a capital stands, stays.
func numberInWords(text string) string {
	figures, rest, _ := strings.Cut(text, " ")
	number, err := strconv.Atoi(figures)
	if err != nil || number < 1 || number > 99 || !startsSmall(rest) {
		return text
	}
	return inEnglishWords(number) + " " + rest
}

// withNumberInWords is numberInWords of a sentence that was filled: a guess at its beginning has the number in words too, or it would be
// found nowhere.
func (f *filling) withNumberInWords(text string) string {
	written := numberInWords(text)
	if written == text {
		return text
	}
	for i, g := range f.guesses {
		if strings.HasPrefix(text, g.Form) {
			f.guesses[i].Form = numberInWords(g.Form)
		}
	}
	return written
}

func inEnglishWords(number int) string {
	ones := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	switch {
	case number < len(ones):
		return ones[number]
	case number%10 == 0:
		return tens[number/10-2]
	}
	return tens[number/10-2] + "-" + ones[number%10]
}
