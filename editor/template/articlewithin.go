package template

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"communique/editor/regexp"
	"communique/editor/wordset"
)

// bodyWithin is a body behind a preposition, termWithin a term that is told by its season or stands alone,
// roadWithin what is built or agreed and has a name before it, nounWithin the one place or house of which
// something is, gamesWithin games that are a plural, and deedWithin what a document is about.
var (
	bodyWithin  = regexp.MustCompile(`\b(of|from|by|with|to|for|before) ((?:department|division|directorate|administration|delegation|board|council|committee|commission|parliament|assembly|secretariat|senate|presidium|bureau|ministry|embassy)(?: (?:of|for|on) |[,;.]|$| (?:and|in|at) ))`)
	termWithin  = regexp.MustCompile(`\b(of|for|in|during|before) ((?:spring|summer|autumn|fall|winter) (?:term|semester|season|session)\b|(?:half-year|year|quarter|month|week|season)(?:[,.;]|$| (?:and|in|at) ))`)
	nounWithin  = regexp.MustCompile(`\b(of) ((?:border|station|dam|bridge|plant|factory|mine|airport|port|city|town|village|district|region|country|school|hospital|clinic|museum|university|club|company|enterprise)(?:[,.;]|$| (?:and|in|at|on|for|with|between) ))`)
	deedWithin  = regexp.MustCompile(`\b((?:agreement|contract|memorandum|protocol|convention|treaty|law|programme|program|project|plan|declaration|report|resolution) (?:on|for)|anniversary of) ((?:[a-z]+(?:tion|sion|ment|ance|val|fer|ing)|repair|review|reform|use|birth|death) of\b)`)
	gamesWithin = regexp.MustCompile(`\b(of|at|in|for|from|to|on|before) ((?:\p{Lu}[\p{L}-]* ){1,4}(?:Cup|Championship|Olympiad|Championships|Games|Olympics|Paralympics)\b)`)
	roadWithin  = regexp.MustCompile(`\b(of|on|for|to|by|along|with|at|near|from|through|via|across|over|under) ((?:\p{Lu}[\p{L}\d–’'-]* ){1,3}(?:(?:hydropower|power|nuclear|railway|metro|gas|oil|processing|rescue|helicopter|water) ){0,2}(?:plant|mine|factory|mill|shaft|checkpoint|training ground|warehouse|hospital|shipyard|field|deposit|refinery|terminal|line|section|bridge|road|railway|motorway|highway|tunnel|pipeline|route|corridor|dam|reservoir|canal|project|programme|program|initiative|agreement|plan)\b)`)
)

// nameWithin is a body by its whole name, which says of what it is or ends in what it is: the Council of Heads, the CSTO
// Collective Forces; kindWithin a thing whose kind stands behind its name in quotation marks.
var (
	nameWithin = regexp.MustCompile(`\b(of|by|with|for|from|to|between|through|via|against|within|inside|outside|on|at|in|near|over|across|along) (` +
		`(?:\p{Lu}[\p{L}\d–’'-]* ){0,3}(?:Council|Committee|Commission|Ministry|Government|Secretariat|Senate|Board|Bureau|Embassy|Union|Federation|Organi[sz]ation|Republic|Department|Agency|Administration|Association|League|Fund|Chamber|Bank|Court|Institute|Centre|Center|Institution|Service|Conference|Forum|Academy|University|Museum|Faculty|Congress|Assembly|Directorate|Headquarters|Office|Declaration|Charter|Treaty|Convention|Parliament) (?:of|for|on) ` +
		`|Palais (?:de|des|du) ` +
		`|(?:\p{Lu}[\p{L}\d–’'-]* ){1,4}(?:Department|Service|Institute|Institution|Foundation|Association|Society|Museum|Library|Theatre|Theater|Alliance|League|Centre|Center|Agency|Council|Committee|Commission|Ministry|Forces|Troops|Corps|Guard|Military District|Union|Force|Board|Parliament|Government|Authority|Administration|Directorate|Secretariat|Organi[sz]ation|Chairmanship|Presidency|Republic|Kingdom|Emirates|Federation|Complex|Hotel|Factory|Plant|Refinery|Mine|Corporation|Group|Dam|Tunnel|Canal|Strait|Sea|Ocean|River|Valley|Fleet|Navy|Railway|Highway|Pipeline|Reserve|Treaty|Convention|Protocol|Charter|Programme|Initiative|Commissariat|Chamber|Exchange|Empire|Dynasty|Khanate|Pact|Accords|Award|Prize|Orchestra|Choir|Ensemble)\b|(?:Great Patriotic|Civil|Cold|Korean|Vietnam|Gulf|Crimean|First World|Second World) War\b)`)
	// ofLetters is what an abbreviation says whose it is: the OSCE Academy; ofPress what is read, heard or watched.
	ofLetters = regexp.MustCompile(`\b(of|at|in|by|with|from|to|for) (\p{Lu}{2,} (?:Academy|Office|Mission|Centre|Center|Secretariat|Headquarters|Council|Institute|Programme|Presence|Delegation|summit|session|forum|mission|office|delegation)\b)`)
	// ofOffice is an office that one has, with the state of which it is: talks with the President of Belarus.
	ofOffice = regexp.MustCompile(`\b(by|with|to|from|between|of) ((?:President|Prime Minister|King|Queen|Emir|Sultan|Speaker|Head|Chairman|Governor|Mayor|Akim|Ambassador|Minister|Secretary-General|Director-General)(?: of (?:the )?\p{Lu}[\p{L}-]+)?(?:[,.;]|$| (?:and|in|at|on|for|to) ))`)
	// ofHolder is one who holds an office, by its noun in small letters: meeting with president; but the post of president.
	ofHolder = regexp.MustCompile(`(\p{L}+) (with|by|to|from|of) ((?:(?:prime|foreign|defen[cs]e|deputy|vice|first|interior) )?(?:president|minister|king|queen|emir|sultan|speaker|chairman|chairwoman|chairperson|governor|mayor|akim|ambassador|secretary-general|director-general|prime minister|rector|patriarch|chancellor)(?:[,.;]|$| (?:of|and|in|at|on|for|to) ))`)
	// bodyAlone is the body that is meant where its noun stands alone with a capital: spokesperson of the Service.
	bodyAlone = regexp.MustCompile(`\b(of|from|by|with|to|for|between|against|via) ((?:Service|Ministry|Department|Agency|Council|Committee|Commission|Company|Fund|Foundation|Board|Secretariat|Centre|Center|Union|Association|Assembly|Senate|University|Institute|Academy|Embassy|Mission|Bank|Court|Administration|Directorate|Bureau|Organi[sz]ation|Conservatoire|Conservatory|Philharmonic|Opera|Circus|Zoo|Museum|Library|Theatre|Theater|Gallery|Palace|Cathedral|Stadium|Arena|Academy|Republic|Federation|Government|Cabinet)(?:[,.;]|['’]s |$| (?:and|in|at) ))`)
	// riverWithin is a river that is named without the word.
	riverWithin = regexp.MustCompile(`\b(of|over|on|along|across|from|to|in|near|at|by|between) ((?:` + riverNames + `|River \p{Lu}[\p{L}-]+)(?:[,.;]|$| (?:and|in|at|near|on|to) ))`)
	// sufferers are people who are called by what befell them: treatment of the wounded.
	sufferers = regexp.MustCompile(`\b(of|for|to|with|by|among) ((?:wounded|injured|elderly|disabled|unemployed|homeless|blind|deaf|poor|sick|missing|fallen|dead|displaced|dispossessed|vulnerable|accused|deceased)(?:[,.;]|$| (?:and|in|at|on|for|from) ))`)
	// ofLettersOf is a body by its letters, told by whose it is: President of the NOC of Probia.
	ofLettersOf = regexp.MustCompile(`\b(of|by|with|from|to|for|between) (\p{Lu}{2,6} of (?:the )?\p{Lu})`)
	// measureWithin is how much there is of something, or how it is, rankWithin one by its order or rank, and kindOfPlace a kind of place with its name.
	measureWithin = regexp.MustCompile(`\b(in|of|on|to|for|with) ((?:price|cost|number|volume|level|share|size|quality|scope|role|value|pace|rate|rule|state|course|status|future|safety|security|protection|rights|population|direction|territory|framework|field|sphere|presence|composition|structure|interior|vicinity|outskirts|foothills|heart|basin|delta) of\b)`)
	rankWithin    = regexp.MustCompile(`\b(of|for|by|with) ((?:first|second|third|fourth|fifth|largest|biggest|oldest|youngest|newest|only|same) (?:\p{Ll}{5,}|day|man|war|car)\b)`)
	dayWithin     = regexp.MustCompile(`\b(of|to|on|for|with|by|in) ((?:(?:International|World|National|European) )?(?:Day|Week|Month|Year|Decade) of )`)
	kindOfPlace   = regexp.MustCompile(`\b(of|in|from|to|for|with|by|near|at|between) ((?:(?:\p{Lu}[\p{L}-]* ){1,2}(?:administration|municipality|council|ministry|embassy|parliament|prefecture|government)\b|(?:village|town|city|district|region|republic|province|island|port|settlement|capital) of \p{Lu}))`)
	ofPress       = regexp.MustCompile(`\b(of|from|by|with|for|to) (\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*)? (?:newspaper|magazine|news agency|TV channel|television channel|radio station|agency|channel|website|portal)\b)`)
	kindWithin    = regexp.MustCompile(`\b(of|by|with|for|from|at|on) (“[^“”]+” (?:\p{Ll}+ ){0,3}(?:service|programme|program|project|system|centre|center|forum|festival|platform|campaign|operation|exercise|factory|plant|station|airport|stadium|ship|vessel|company|award|prize|contest|competition|network|fund|school|hospital|film|exhibition|initiative|bridge|road|line|tunnel|complex|park|hotel|newspaper|channel)\b)`)
)

// namesWithin is a name that has the article behind what joins it to others: engineers and the World Bank.
var namesWithin = sync.OnceValue(func() *regexp.Regexp {
	names := strings.Join(slices.Sorted(maps.Keys(namesWithThe)), "|")
	return regexp.MustCompile(`\b(of|and|with|by|from|to|for|at|in|before|between) ((?:` + names + `)(?:[,.;]|$| (?:of|and|in|at|on|for|to|with) ))`)
})

// lettersWithin are abbreviations and states that have the article wherever they stand: talks with the EU, in the Netherlands.
var lettersWithin = sync.OnceValue(func() *regexp.Regexp {
	letters := strings.NewReplacer(" ", "|", ".", `\.`).Replace(lettersWithThe)
	return regexp.MustCompile(`\b(of|and|by|with|from|to|for|between|in|within|against) ((?:` + letters + `|` + statesWithThe + `)(?:[,.;]|$| (?:and|in|at|on|for|to|with) ))`)
})

// withArticlesWithin is a text whose bodies, terms and roads have the article behind a preposition, where
// there can be no other: members of the board, the budget for the spring term, the opening of the Minsk–Brest line.
func withArticlesWithin(text string) string {
	text = nameWithin.ReplaceAllString(text, "$1 the $2") // of Board of Ministry: the second begins where the first ends
	for _, within := range []*regexp.Regexp{bodyWithin, termWithin, roadWithin, nounWithin, deedWithin, gamesWithin, namesWithin(), nameWithin, kindWithin, lettersWithin(), ofLetters, bodyAlone, ofLettersOf, measureWithin, rankWithin, dayWithin, kindOfPlace, ofPress, ofOffice, riverWithin, sufferers} {
		text = within.ReplaceAllString(text, "$1 the $2")
	}
	text = vesselNamed.ReplaceAllStringFunc(text, withArticleOfVessel)
	return withArticleOfSecond(withArticleInList(withArticleBeforeQuoted(withArticleBeforeKind(withArticleOfHolder(text)))))
}

// withArticleOfSecond is a text in which a body has its article behind another side that has one: the
// agreement between the Ministry of Health and the Ministry of Education.
func withArticleOfSecond(text string) string {
	before, both, is := strings.Cut(text, " between the ")
	first, second, two := strings.Cut(both, " and ")
	if !is || !two || !isBody(second) || isOwner(firstWord(second)) {
		return text
	}
	return before + " between the " + first + " and the " + second
}

// vesselNamed is a ship by its kind and name, at the beginning of what is listed: destroyer Probny, but not ship Captain Probny.
var vesselNamed = regexp.MustCompile(`(^|, |; | and )((?:(?:rescue|patrol|landing|research|cargo|cruise|passenger) )?(?:ferry|ship|liner|icebreaker|frigate|corvette|cruiser|destroyer|yacht|submarine|boat|schooner|steamer|tanker|trawler|aircraft carrier|minesweeper) (?:“|\p{Lu}\p{Ll}+(?:[ ,;]|$)))`)

// withArticleOfVessel is one as vesselNamed finds it with its article, unless a rank stands behind the kind.
func withArticleOfVessel(found string) string {
	parts := vesselNamed.FindStringSubmatch(found)
	if name := strings.Trim(parts[2][strings.LastIndexByte(strings.TrimRight(parts[2], " "), ' ')+1:], " ,;"); officers.Has(name) {
		return found
	}
	return parts[1] + "the " + parts[2]
}

// withArticleOfHolder is a text in which one who holds an office has the article, and the office itself has none.
func withArticleOfHolder(text string) string {
	return ofHolder.ReplaceAllStringFunc(text, func(found string) string {
		parts := ofHolder.FindStringSubmatch(found)
		if offices.Has(parts[1]) {
			return found
		}
		return parts[1] + " " + parts[2] + " the " + parts[3]
	})
}

// offices are what somebody holds, of which no article is behind: the post of president.
var offices = wordset.Of("post posts position office role rank title job duties functions status capacity seat candidacy level")
