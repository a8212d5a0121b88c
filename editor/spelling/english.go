package spelling

import (
	"slices"
	"strings"

	"communique/editor/wordset"
)

// isEnglishFormation reports whether an English word that no dictionary lists is made of one that is
// listed: "subnational", "peacekeepers", "infringers".
func (c *Checker) isEnglishFormation(word string) bool {
	low := strings.ToLower(word)
	return lately.Has(low) || lately.Has(strings.TrimSuffix(low, "s")) || c.isAgent(low) || c.isMadeInIze(low) || c.isBeforeLastPart(low) ||
		c.isBehindEnglishFirstPart(low) && !c.english.isMisheard(low)
}

// isAgent reports whether a word says who does what a known verb says: "remitters", "resettler".
func (c *Checker) isAgent(low string) bool {
	base, ok := strings.CutSuffix(strings.TrimSuffix(low, "s"), "er")
	if !ok || len(base) < shortestRest-1 {
		return false
	}
	if c.english.words.Find(base+"or") > 0 { // "investers"
		return false
	}
	return c.english.words.Find(base+"er") > 0 || c.english.words.Find(base+"ing") > 0 && c.english.words.Find(base+"ed") > 0
}

// isMadeInIze reports whether a word says that something is made what a known adjective or noun says, or is so no more:
// "containerised", "denuclearization".
func (c *Checker) isMadeInIze(low string) bool {
	const shortest = 6 // letters
	for _, ending := range []string{"ize", "ise", "izes", "ises", "ized", "ised", "izing", "ising", "ization", "isation", "izations", "isations"} {
		stem, ok := strings.CutSuffix(low, ending)
		if !ok {
			continue
		}
		for _, first := range []string{"", "de", "re"} {
			base, ok := strings.CutPrefix(stem, first)
			if ok && len(base) >= shortest && slices.ContainsFunc([]string{"al", "ar", "an", "er", "or"}, func(e string) bool { return strings.HasSuffix(base, e) }) && c.english.words.Find(base) > 1 {
				return true
			}
		}
	}
	return false
}

// isBehindEnglishFirstPart reports whether a word that is met in texts stands behind a part that
// English writes to any word.
func (c *Checker) isBehindEnglishFirstPart(low string) bool {
	return slices.ContainsFunc(joinedFirstParts, func(first string) bool {
		rest, ok := strings.CutPrefix(low, first)
		if !ok || len(rest) < shortestRest+max(0, 4-len(first)) || c.english.words.Find(rest) <= 1 {
			return false
		}
		return c.english.words.Find(first+rest[:1]+rest) == 0 // a letter of two is missing where they meet
	})
}

// joinedFirstParts are written to the word behind them without a hyphen. Source: The Chicago Manual of
// Style (17th ed.), 7.89, section 4.
var joinedFirstParts = strings.Fields(`agro anti auto bio co counter crypto cyber de eco electro geo hydro hyper infra inter intra macro mega meta micro mid mini
	multi nano non over para peace photo post pre pro pseudo re semi socio sub super supra tele trans ultra un under`)

// isBeforeLastPart reports whether a word that is met in texts stands before a noun that English writes to any other:
// "rainforest", "prizemoney", "paceman".
func (c *Checker) isBeforeLastPart(low string) bool {
	const shortest = 4 // letters of the first part
	return slices.ContainsFunc(joinedLastParts, func(last string) bool {
		first, ok := strings.CutSuffix(low, last)
		return ok && len(first) >= shortest && !neverJoined.Has(first) && c.english.words.Find(first) > 1
	})
}

// joinedLastParts are such nouns, and neverJoined what often stands before one as a word of its own.
var (
	joinedLastParts = strings.Fields("forest forests man men woman women money maker makers making keeper keepers holder holders kicker kickers goer goers taker takers")
	neverJoined     = wordset.Of(`this that with from into have been were also some many most young good great other every first poor rich only when then than they what such each both more less
		these those your their three four five several other older tall dead innocent armed injured brave married single white black local decision profit`)
)

// lately are words of official English that came into dictionaries after those that the program has, and
// what stands between the names of many: "Noura bint Faisal".
var lately = wordset.Of(`abu agritech agroforestry bint biofuel blockchain changemaker chatbot cleantech cochair cryptocurrency cryptocurrencies dataset decarbonisation decarbonise decarbonised deepfake demining digitalisation digitalise digitalised electrolyser extrabudgetary fintech gamechanger governorate greenwashing
	healthtech hotspot hydromet ibn inclusivity influencer insurtech livestream livestreamed livestreaming nearshoring offshoring onboarding onsite operationalise operationalised ould paywall paywalled podcast
	podcaster podcasting policymaking photovoltaics powertrain regtech reshoring rightsholder roadmap rulemaking startup stablecoin tokenize tokenized tokenization tokenised tokenisation
	touchpoint upscaling upskill upskilled upskilling vlogger vlogging webinar whistleblower wellbeing workforce workstream zoonotic`)
