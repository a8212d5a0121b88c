package contact

import (
	"slices"
	"strings"
	"unicode"

	"communique/editor/intake/officename"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// bureaus are the nouns that offices are called by in languages of Europe, which begin their names.
//
//nolint:misspell // they are not English
var bureaus = wordset.Of(`ministère ministerio ministério ministero ministerul ministerium bundesministerium staatsministerium ministerstwo département departamento dipartimento departamentul secrétariat secretaría secretariado secretaria segreteria secretariatul sekretariat
	direction dirección direcção diretoria direzione direcția agence agencia agência agenzia agenția agentur bundesagentur agencja ambassade embajada embaixada ambasciata ambasada botschaft konsulat consulat consulado consolato préfecture prefeitura prefettura gobierno governo guvernul gouvernement rząd
	conseil consejo conselho consiglio consiliul rada rat commission comisión comissão commissione comisia kommission komisja université universidad universidade università universitatea universität uniwersytet institut instituto istituto institutul instytut banque banco banca bank présidence presidencia presidência presidenza președinția
	mairie ville ayuntamiento câmara cámara chambre camera oficina escritório ufficio biroul biuro büro urząd amt bundesamt landesamt behörde senatsverwaltung kancelaria service servicio serviço servizio serviciul assessoria procura fiscalía région région fondation fundación fundação fondazione fundația stiftung fundacja
	auswärtiges pressestelle presseabteilung presseamt
	міністерство управління департамент служба митниця адміністрація рада прокуратура посольство агентство комітет інспекція університет інститут фонд прес-служба прес-центр пресслужба міністэрства упраўленне камітэт адміністрацыя пасольства савет прэс-служба прэс-цэнтр универсітэт універсітэт інстытут банк`)

// joints join the words of such names.
var joints = wordset.Of(`de del della delle dei degli dello di da do das dos des du d l la le les los las el lo gli il et y e i în und und der die das für von des zu am im și al a ai ale pentru per per à aux au para por en dla do w z ds
	та й у в з із для ў па пры при і`)

// slavicVerb ends a sentence of Ukrainian or Belarusian, and no name of an office; of the nouns with such an end "справ" is the one that has its place there.
var slavicVerb = regexp.MustCompile(`(?:[аиіўу]в|ло|лися|лась|лося|[аеую]ць|ла|лі|ли|[ую]ть|ає|ує|ться|цца)$`)

// IsBureau reports whether a line is the name of an office in a language of Europe, and nothing else: "Ministère de la Santé", "ВОЛИНСЬКА
// МИТНИЦЯ". Its words begin with capitals or join others, or hang together by prepositions from the noun on; in the Slavic
// languages none of them is a verb.
func IsBureau(text, language string) bool {
	words := strings.Fields(text)
	small := strings.Fields(strings.ToLower(strings.ReplaceAll(text, ",", "")))
	if len(small) == 0 || len(words) > officename.LongestBureau || strings.ContainsAny(text, ".:!?;«»“”\"0123456789") {
		return false
	}
	switch language {
	case "uk", "be":
		return slices.ContainsFunc(small, bureaus.Has) && !slices.ContainsFunc(small, func(word string) bool { return word != "справ" && slavicVerb.MatchString(word) })
	case "fr", "es", "pt", "it", "ro", "de", "pl":
		return bureaus.Has(small[0]) && (!slices.ContainsFunc(words, isSmallWord) || hangsTogether(small))
	}
	return false
}

// isSmallWord reports whether a word is neither written with a capital nor joins others.
func isSmallWord(word string) bool {
	first := []rune(word)[0]
	_, behind, elided := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	return !unicode.IsUpper(first) && !joints.Has(word) && (!elided || behind == "" || !unicode.IsUpper([]rune(behind)[0]))
}

// hangsTogether reports whether no more than two words follow each other in a name without one that joins them: "Département fédéral de
// la défense nationale". A verb with what it is about makes them more.
func hangsTogether(words []string) bool {
	joined, run := false, 0
	for _, word := range words {
		if elided := strings.ContainsAny(word, "'’"); joints.Has(word) || elided {
			joined, run = true, 0
			if !elided {
				continue
			}
		}
		if run++; run > 2 {
			return false
		}
	}
	return joined
}
