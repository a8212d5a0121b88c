package proof

import (
	"strings"
	"sync"

	"communique/editor/spelling/english"
	"communique/editor/wordset"
)

// englishInfinitive finds another form where an English verb stands bare: "intend to signed", "will opens its
// doors", "did not took part".
func englishInfinitive(p *passage, out *report) {
	for i := range p.tokens {
		if !p.is(i, word) || !p.wordFollows(i) {
			continue
		}
		bare := p.deniedVerb(i)
		if bare == "" && p.asksBareVerb(i) {
			if bare = bareVerb(p.piece(i + 2)); !p.isDenied(i) && !p.endsVerb(i+3) && irregularPasts()[p.piece(i+2)] == "" {
				bare = ""
			}
		}
		if bare != "" {
			out.mend(p, p.tokens[i+2].start, p.tokens[i+2].end, bare)
		}
	}
}

// asksBareVerb reports whether a verb stands bare behind the word at i. Some of these words are nouns too: "the will
// expressed by voters".
func (p *passage) asksBareVerb(i int) bool {
	before := ""
	if p.is(i-1, space) {
		before = p.fold(i - 2)
	}
	switch text := p.piece(i); text {
	case "to":
		return takeInfinitive.Has(before)
	case "not", "never":
		return p.isDenied(i)
	default:
		if p.isDenied(i) {
			return true
		}
		return modals.Has(text) && !begins.Has(before) && !epithetsOfWill.Has(before) && !strings.HasSuffix(before, "’s")
	}
}

// isDenied reports whether the word at i denies a verb that stands bare behind it: "did not", "couldn’t".
func (p *passage) isDenied(i int) bool {
	text := strings.Replace(p.piece(i), "’", "'", 1)
	if bare, is := strings.CutSuffix(text, "n't"); is {
		return helping.Has(lower(bare)) || modals.Has(lower(bare)) || bare == "wo" || bare == "ca"
	}
	return (text == "not" || text == "never") && p.is(i-1, space) && (helping.Has(p.fold(i-2)) || modals.Has(p.fold(i-2)))
}

// deniedVerb is the bare form of a verb that stands in another behind "did not", where no noun and no adjective can; ""
// where it is bare, or may be: "did not found the company", "must not fell trees".
func (p *passage) deniedVerb(i int) string {
	text := p.piece(i + 2)
	bare := deniedPasts()[text]
	if bare == "" || !p.isDenied(i) {
		return ""
	}
	if isEnglishVerb(text) {
		for j := i + 4; p.is(j-1, space) && p.is(j, word); j += 2 {
			if maybeFounded.Has(p.piece(j)) {
				return ""
			}
		}
	}
	return bare
}

// helping are the verbs behind which, with "not", another stands bare.
var helping = wordset.Of("did does do")

// deniedPasts are further pasts, and forms of "have", "do" and "go".
var deniedPasts = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"found": "find", "saw": "see", "knew": "know", "thought": "think", "felt": "feel", "left": "leave", "lost": "lose", "paid": "pay", "said": "say", "heard": "hear", "got": "get",
		"bought": "buy", "caught": "catch", "taught": "teach", "sought": "seek", "fought": "fight", "led": "lead", "meant": "mean", "stood": "stand", "understood": "understand", "drew": "draw",
		"drove": "drive", "ate": "eat", "flew": "fly", "forgot": "forget", "rose": "rise", "broke": "break", "lent": "lend", "sang": "sing", "sat": "sit", "slept": "sleep", "spent": "spend",
		"stole": "steal", "threw": "throw", "wore": "wear", "withdrew": "withdraw", "fell": "fall", "has": "have", "had": "have", "does": "do", "goes": "go",
	}
})

// maybeFounded are what is founded, felled or sawn: behind these verbs they are bare.
var maybeFounded = wordset.Of(`company firm party school city town club society college movement university colony institute group newspaper magazine organisation organization
	settlement state order church academy museum bank charity business brand league association dynasty union orchestra library hospital tree trees wood timber log logs`)

// modals are the verbs behind which another stands bare, and takeInfinitive those that have "to" between.
var (
	modals         = wordset.Of("will would shall should can could might must cannot")
	takeInfinitive = wordset.Of(`intend intends intended plan plans planned want wants wanted hope hopes hoped decide decides decided expected able unable try tries tried wish wishes wished
		manage manages managed seek seeks sought refuse refuses refused promise promises promised ready going aim aims aimed fail fails failed offer offered`)
	epithetsOfWill = wordset.Of("political free good popular last strong of")
)

// bareVerb is the bare form of a verb in the past, or of what he does; "" for any other word, and for a verb that ends so
// by itself, as "need" does.
func bareVerb(text string) string {
	if bare := irregularPasts()[text]; bare != "" {
		return bare
	}
	if !isLower(text) || !isASCII(text) || isEnglishVerb(text) {
		return ""
	}
	stem, past := strings.CutSuffix(text, "ed")
	if !past {
		if bare, third := strings.CutSuffix(text, "s"); third && isEnglishVerb(bare) {
			return bare
		}
		return ""
	}
	tries := []string{stem, stem + "e"}
	if y, is := strings.CutSuffix(stem, "i"); is {
		tries = []string{y + "y"}
	} else if n := len(stem); n > 2 && stem[n-1] == stem[n-2] && english.Words().Find(stem) == 0 {
		tries = []string{stem[:n-1]}
	}
	for _, bare := range tries {
		if isEnglishVerb(bare) {
			return bare
		}
	}
	return ""
}

// isEnglishVerb reports whether a word has a participle of the present.
func isEnglishVerb(bare string) bool {
	const shortest = 3 // letters
	if len(bare) < shortest || english.Words().Find(bare) == 0 {
		return false
	}
	last := bare[len(bare)-1:]
	return english.Words().Find(bare+"ing") > 0 || english.Words().Find(strings.TrimSuffix(bare, "e")+"ing") > 0 || english.Words().Find(bare+last+"ing") > 0
}

// irregularPasts are pasts that no bare verb looks like, and no adjective.
var irregularPasts = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"took": "take", "went": "go", "gave": "give", "made": "make", "came": "come", "began": "begin", "wrote": "write", "spoke": "speak", "built": "build", "brought": "bring",
		"sold": "sell", "told": "tell", "met": "meet", "sent": "send", "held": "hold", "kept": "keep", "won": "win", "ran": "run", "grew": "grow", "chose": "choose", "became": "become",
	}
})
