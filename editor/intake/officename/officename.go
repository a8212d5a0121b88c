// Package officename tells the names of offices, organisations and companies from sentences and headlines.
package officename

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// HouseNounsInEnglish are the nouns that English organisations and their parts are called by, small.
const HouseNounsInEnglish = `office bureau department ministry agency museum institute commission committee council authority bank university college embassy consulate secretariat service services administration division directorate board foundation trust
	association union society government parliament federation mission laboratory academy court fund organization organisation programme program`

// houses are the nouns that English organisations and their parts are called by.
var houses = wordset.Of(HouseNounsInEnglish)

// doing are verbs and small words of headlines in capitals, none of which stands in the name of an organisation.
var doing = wordset.Of(`opens launches announces signs approves backs welcomes hosts meets visits names appoints wins adopts reaches urges calls says holds releases publishes introduces unveils marks leads joins supports expands awards receives completes begins starts
	ends plans seeks sees sets gives gets makes takes adds cuts raises lowers brings builds faces finds helps issues invests keeps moves offers opposes pledges proposes rejects responds returns sends shows tells votes warns celebrates confirms elects hires recognizes recognises
	to with from by after before over amid as is are will`)

// IsEnglishHouse reports whether a line is the name of an English organisation, or of a part of one, and nothing else: "Press Information
// Bureau", "U.S. Attorney's Office, District of New Jersey".
func IsEnglishHouse(text string) bool {
	if ofTown.MatchString(text) {
		return true
	}
	words := strings.Fields(text)
	if wording.InCyrillic(text) || len(words) < 2 || len(words) > LongestBureau || strings.ContainsAny(text, ":;!?0123456789") || strings.HasSuffix(text, ".") {
		return false
	}
	for _, word := range words {
		if !JoinsNames.Has(strings.ToLower(word)) && !unicode.IsUpper([]rune(word)[0]) || doing.Has(strings.ToLower(word)) {
			return false
		}
	}
	own, _, _ := strings.Cut(strings.ToLower(text), ",")
	for _, joint := range []string{" of ", " for ", " in "} {
		own, _, _ = strings.Cut(own, joint)
	}
	return houses.Has(wording.LastWord(own))
}

// IsHouseBehind reports whether words behind a day and a town may be whose a release is, known or not: "June 3, 2024 - Ottawa, Ontario - Global Affairs".
func IsHouseBehind(text string) bool {
	words := strings.Fields(text)
	return len(words) > 1 && len(words) <= longestBehind && !wording.InCyrillic(text) && !strings.ContainsAny(text, ".:;!?0123456789") &&
		!slices.ContainsFunc(words, func(word string) bool { return !unicode.IsUpper([]rune(word)[0]) || doing.Has(strings.ToLower(word)) })
}

// longestBehind is of how many words such a name is at most.
const longestBehind = 4

// ofTown is whose a paper of a town, or of a county, is: "City of Portland".
var ofTown = regexp.MustCompile(`^(?:City|Town|Borough|County|Village|Township) of(?: \p{Lu}[\p{L}.’'-]+){1,3}$`)

// LongestBureau is of how many words such a name is at most.
const LongestBureau = 9

// CompanyName is a line that is nothing but the name of a company: "Example Bancorp, Inc."
var CompanyName = regexp.MustCompile(`^(?:[\p{Lu}\d][\p{L}\d&.’'-]*,? ){1,6}(?i:inc|corp|corporation|ltd|limited|llc|plc|co|company|incorporated|s\.a|n\.v|ag|se|l\.?p|gmbh|ojsc|jsc|s\.p\.a|s\.r\.l|d\.o\.o|sp\. z o\.o|(?-i:KG|SA|SAS|SpA|Srl|BV|Oyj?|AB|ASA?))\.?$`)

// offices are the nouns that organisations are called by; meetings and texts of theirs are
// called by others.
var offices = regexp.MustCompile(`(?i)^(?:[\p{L}-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s+){0,3}(?:министерство|секретариат|управление|департамент|комитет|комиссия|агентство|(?:пресс-)?служба|посольство|совет|администрация|правительство|аппарат|организация|фонд|институт|университет|академия|(?:пресс-)?центр|федерация|ассоциация|союз|банк|компания|корпорация|общество|дума|собрание|парламент|штаб|отдел|представительство|бюро|палата|инспекция|прокуратура|суд|музей|театр|а[ок]|пао|оао|зао|ооо|нко|фгбу|гуп)(?:\s+[^.!?:]+)?$`)

// IsOffice reports whether a line is the name of an organisation, and nothing else.
func IsOffice(text string) bool {
	return !strings.ContainsAny(text, ":0123456789") && offices.MatchString(text)
}

// OfficeLength is of how many words such a name is at most.
const OfficeLength = 5

var englishOffice = regexp.MustCompile(`^(?i:(?:the )?(?:ministry|department|office|embassy|council|committee|commission|agency|secretariat|government|university|institute|bank|federation|association) (?:of|for) )(.+)$`)

// IsEnglishOffice reports whether a line is the name of an English office, and nothing else: what it
// is for is two words, or more that are joined. «Ministry of Transport Launches Plan» is a headline.
func IsEnglishOffice(text string) bool {
	m := englishOffice.FindStringSubmatch(text)
	if m == nil || strings.ContainsAny(text, ":.!?0123456789") {
		return false
	}
	joined, length := map[string]bool{"of": true, "for": true, "and": true, "the": true, "&": true, "on": true}, 0
	for _, word := range strings.Fields(m[1]) {
		if joined[strings.ToLower(word)] {
			length = 0
			continue
		}
		if length++; length > 2 || !unicode.IsUpper([]rune(word)[0]) {
			return false
		}
		if strings.HasSuffix(word, ",") {
			length = 0
		}
	}
	return length > 0
}

// JoinsNames stand before a name that is part of an office's: "Communications for Sample Foods".
var JoinsNames = wordset.Of("for of at the and & in")
