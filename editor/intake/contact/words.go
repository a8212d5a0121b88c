package contact

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"communique/editor/intake/officename"
	"communique/editor/intake/wording"
	"communique/editor/regexp"
	"communique/editor/wordset"
)

// asked are stems of words that say, before a colon, that somebody is to be asked, or what about:
// «Дополнительная информация:», "To arrange an interview:", «Қосымша ақпарат алу үшін:».
var asked = strings.Fields(`контакт медіаконтакт renseignement звоните пишите читайте связа свяж справк справок информаци подробн вопрос интервью коммент аккредитац запрос обращ
	contact inquir enquir information detail interview query queries question comment accreditation
	байланыс ақпарат сұрақ мәлімет байланыш маалымат суроо тамос маълумот савол кантакт інфармацы звестк пытан даведк давед
	aloqa ma'lumot murojaat savol axborot bog'lan կապ կոնտակտ տեղեկ հարց հավատարմագր kontakt presse kontaktas контакти
	інформаці питан анықтама rückfragen ansprechpartner médias contatt contato informac informaç informaț informaz lisäti yhteysti információ kapcsolat sajtókapcsolat elérhet iletişim bilgi upplysning inlichting woordvoer dotaz assessoria связь фото материал photo image picture material`)

// supporting are stems of words for those who stand by, whom nobody is asked to turn to.
var supporting = strings.Fields("партн спонсор поддержк partner sponsor")

// askingFor begin such words, and no office's name.
var askingFor = wordset.Of("для по за о for to on")

// longestHeading is how long such words are, in code points.
const longestHeading = 90

// askedIn returns how a text begins that says so, with its colon; "" where it does not.
func askedIn(text string) string {
	head, _, ok := strings.Cut(text, ":")
	parting := 1
	if m := askedDash.FindStringSubmatchIndex(text); m != nil && wording.StartsWith(wording.LastWord(text[:m[3]]), asked) {
		head, parting, ok = text[:m[3]], m[5]-m[4], true
	}
	if !ok || utf8.RuneCountInString(head) > longestHeading || desks.MatchString(head) || deskWord.MatchString(strings.TrimSpace(head)) || strings.ContainsAny(head, "@0123456789") || !saysAsked(head) {
		return ""
	}
	n := len(head) + parting
	return text[:n+len(text[n:])-len(strings.TrimLeft(text[n:], " \u00a0"))]
}

// askedDash is a dash in the colon's place: "Media enquiries – Ann Example".
var askedDash = regexp.MustCompile(`^([^:–—@\d,]{3,60}?)(\s+[–—-]\s+)\p{Lu}`)

// saysAsked reports whether words before a colon say that somebody is to be asked, and are no office: «Отдел информации».
func saysAsked(head string) bool {
	words := strings.Fields(wording.PlainApostrophes(head))
	rest := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return wording.StartsWith(word, asked) })
	if slices.ContainsFunc(words, func(word string) bool { return wording.StartsWith(word, supporting) }) { // «Информационные партнёры: …»
		return false
	}
	if len(rest) == len(words) || wording.HasVerb(strings.Join(rest, " ")) {
		return false
	}
	first, last := words[0], words[len(words)-1]
	if wording.StartsWith(first, otherPosts()) || wording.StartsWith(first, wording.OtherOffices()) && !wording.StartsWith(first, asked) { // «Attaché de presse: …»
		return false
	}
	named, _, _ := strings.Cut(head, ",")
	if _, known := calledElsewhere(named); known && !wording.StartsWith(wording.LastWord(named), asked) { // «Маалымат кызматы, тел.: …»
		return false
	}
	if wording.StartsWith(first, asked) || askingFor.Has(strings.ToLower(first)) || strings.ContainsAny(strings.ToLower(head), wording.NotRussian) || !wording.InCyrillic(head) && wording.StartsWith(last, asked) {
		return true
	}
	_, office := calledBy(head)
	return !office
}

// otherPosts are posts in languages other than Russian, by the stems of their nouns, small. The noun stands first or last.
var otherPosts = sync.OnceValue(func() []string {
	return strings.Fields(`хатшы директор басшы маман төраға кеңесші жетекші катчы жетекчи башчы адис төрага кеңешчи котиб сухангӯ мудир сардор роҳбар мушовир сакратар начальнік кіраўнік дырэктар намеснік спецыяліст дарадца
		kotib boshlig'i direktor mutaxassis rahbar o'rinbosar maslahatchi mudir քարտուղար ղեկավար տնօրեն խոսնակ մասնագետ պետ խորհրդական տեղակալ
		начальник прессекретар речни керівни pressesprecher pressereferent referent sprecher leiter geschäftsführer responsab directeur directrice attaché chargé porte-parole rzeczni specjalist koordynator asystent комунікаційни менеджер kierownik dyrektor assessor asesor jefe jefa portavo periodista porta-voz addett portavoc purtător consilier mluvčí ředitel vedoucí szóvivő igazgató főosztály woordvoerd persvoorlicht pressechef presschef pressekret pressansvar kommunikation informationschef viestintä tiedotta erityisasiantuntij asiantuntij johtaj päällik projektipäällik danışman müdür sözcü başkan glasnogovorni`)
})

// calledElsewhere tells what words in another language are, as far as a noun in them shows it.
func calledElsewhere(text string) (c Called, known bool) {
	words := strings.Fields(strings.ToLower(wording.PlainApostrophes(text)))
	if len(words) == 0 {
		return Called{}, false
	}
	if before, name := splitName(text); name != "" && !hasNounElsewhere(name) && (hasNounElsewhere(before) || isHouseElsewhere(before)) {
		return Called{Name: name, Post: before}, true
	}
	if post, office := nounElsewhere(words); post || office {
		house := office && (houseInGerman.MatchString(words[0]) || houseInGerman.MatchString(words[len(words)-1]))
		return Called{Post: text, office: office, house: house}, true
	}
	if len(words) <= longestHouse && isHouseElsewhere(text) && (!wording.InCyrillic(text) || strings.ContainsAny(strings.ToLower(text), wording.NotRussian)) {
		return Called{Post: text, office: true, house: true}, true
	}
	return Called{}, false
}

// hasNounElsewhere reports whether a word of a text is a post or an office in another language.
func hasNounElsewhere(text string) bool {
	post, office := nounElsewhere(strings.Fields(strings.ToLower(wording.PlainApostrophes(text))))
	return post || office
}

// longestHouse is of how many words the name of a council or a committee is at most that its noun alone tells.
const longestHouse = 4

// otherHouses are the stems of what whole organisations are called by in these languages.
var otherHouses = sync.OnceValue(func() []string {
	return strings.Fields(`министрліг министрлиг вазирлиг вазорат міністэрств міністерств кеңес кеңеш шӯро кенгаш савет kengash vazirlig qo'mita қўмита кумита камітэт комітет агентті агентти նախարարություն խորհուրդ կոմիտե`)
})

// isHouseElsewhere reports whether words are the name of a whole organisation in another language, and no post in it.
func isHouseElsewhere(text string) bool {
	words := strings.Fields(strings.ToLower(wording.PlainApostrophes(text)))
	if len(words) == 0 || slices.ContainsFunc(words, func(word string) bool { return wording.StartsWith(word, otherPosts()) }) {
		return false
	}
	return wording.StartsWith(words[0], otherHouses()) || wording.StartsWith(words[len(words)-1], otherHouses())
}

// houseInGerman and partInGerman end compounds that organisations and their parts are called by in German: "Stadtmuseum", "Öffentlichkeitsarbeit".
var (
	houseInGerman = regexp.MustCompile(`^\p{L}{3,}(?:museum|amt|ministerium|theater|verband|gesellschaft|schule|stiftung|verein|werke|bibliothek|präsidium|direktion)$`)
	partInGerman  = regexp.MustCompile(`^\p{L}{3,}(?:verwaltung|arbeit|abteilung|kommunikation)$`)
)

// nounElsewhere reports whether the first or the last of some small words is a noun of a post or an office.
func nounElsewhere(words []string) (post, office bool) {
	if len(words) == 0 {
		return false, false
	}
	first, last := words[0], words[len(words)-1]
	for _, word := range []string{last, first, words[min(1, len(words)-1)]} {
		surname := strings.HasSuffix(word, "յան") // Պետրոսյան
		post = post || !surname && wording.StartsWith(word, otherPosts()) && !wording.StartsWith(word, wording.OtherOffices())
	}
	isOffice := func(word string) bool {
		return !OfficeWords.Has(word) && (wording.StartsWith(word, wording.OtherOffices()) || houseInGerman.MatchString(word) || partInGerman.MatchString(word))
	} // an English one is read as such
	return post, !post && (isOffice(first) || isOffice(last))
}

// OfficeWords are these, and other English words of posts and offices, none of which is a name.
var OfficeWords = wordset.Of(officename.HouseNounsInEnglish + ` adviser advisor affairs analyst assistant center centre chief communications company corporation counsel deputy desk director editor general group head inc information limited llc ltd manager media minister officer president
	robotics school publicist archivist librarian liaison treasurer organizer conservator press public relations representative secretary section specialist spokesman spokesperson spokeswoman staff team unit airlines airport
	associates attaché charity city club consulting coordinator corp county delegation energy executive exchange federal holding holdings hospital industries international league lead logistics marketing national network leader ceo
	cfo vp scientist founder chair commissioner ambassador curator health news software labs forum alliance conference congress assembly initiative campaign observatory archive library gallery orchestra opera festival guild strategies
	foods media partner partners party plc pr producer project railways regional school senate solutions state strategist studio systems technologies technology theatre utilities hotels hotel investors ventures vice works stadt gemeinde landkreis`)

// departments are those of them that say which part of an organisation somebody is of, and so belong to the post.
var departments = wordset.Of(`& affairs and communication communications content corporate department development digital engagement events external government information investor investors marketing media of policy press pr public relations strategic strategy the`)

// postNouns end an English post, or what stands before a preposition in it.
var postNouns = wordset.Of(`adviser advisor analyst assistant associate attaché chief consultant coordinator counsel deputy director editor executive head lead manager minister officer partner president producer representative
	secretary specialist spokesman spokesperson spokeswoman strategist vp svp evp ceo cfo cto coo cmo founder owner dean professor scientist engineer economist ambassador attache chair chairman chairwoman chairperson
	commissioner judge mayor leader governor senator correspondent reporter writer curator publicist organiser organizer planner archivist librarian conservator treasurer rector liaison trustee supervisor superintendent captain colonel lieutenant sergeant general clerk author founder designer architect photographer artist researcher lecturer fellow historian physician doctor nurse teacher choreographer composer conductor developer spokesman`)

// rankNouns begin an English post, before what it is of: "VP Investor Relations".
var rankNouns = wordset.Of("vp svp evp avp")

var ofWhat = regexp.MustCompile(`(?i)\s(?:of|for|to|at|in|on)\s`)

// isEnglishPost reports whether words are a post and no office: "Senior Media Relations Manager", "Head of Press".
func isEnglishPost(text string) bool {
	if m := ofWhat.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	words := strings.FieldsFunc(strings.ToLower(text), wording.NoWord)
	return len(words) > 0 && (postNouns.Has(words[len(words)-1]) || rankNouns.Has(words[0]))
}

// isPostAlone reports whether words that look like a name are a post: "Associate Professor".
func isPostAlone(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return postNouns.Has(first) && isEnglishPost(name)
}

// isDepartment reports whether words are a department, of whatever organisation.
func isDepartment(text string) bool {
	return !slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(word string) bool { return !departments.Has(word) })
}

// forOffice says for whom somebody is asked, "For the Sample Trust", and officeOf names an office by whose it is: "Office of Senator Ann Example".
var (
	forOffice = regexp.MustCompile(`^For (?:the )?(\p{Lu})`)
	officeOf  = regexp.MustCompile(`^(?:The )?(?:(?:Press|Media|Communications) )?Office of (?:U\.S\. )?(?:Senator|Sen\.|Representative|Rep\.|Congressman|Congresswoman|Governor|Gov\.|Mayor|Councill?or|Minister|Commissioner|Attorney General) \p{Lu}`)
)

func calledInEnglish(words string) (c Called, known bool) {
	inOffice := func(text string) bool {
		return slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), wording.NoWord), func(w string) bool { return OfficeWords.Has(w) })
	}
	words = forOffice.ReplaceAllString(words, "$1")
	office, name := splitName(words)
	switch {
	case officeOf.MatchString(words):
		return Called{Post: words, office: true, house: true}, true
	case withSurnameInCapitals(words):
		return Called{Name: words}, true
	case nameInCapitals(words):
		return Called{Name: words}, givenNames.Has(strings.ToLower(strings.Fields(words)[0]))
	case name == "" || inOffice(name) || isPostAlone(name) || officename.JoinsNames.Has(wording.LastWord(office)):
		office := !isEnglishPost(words) && !isDepartment(words)
		return Called{Post: words, office: office, house: office && inOffice(words) && IsHouse(words)}, inOffice(words) || isPostAlone(name)
	case office == "":
		return Called{Name: name}, true
	case isNameWord(office) && !inOffice(office):
		return Called{Name: words}, givenNames.Has(strings.ToLower(office)) // "Lena Ortiz Vega"
	}
	return Called{Name: name, Post: office}, inOffice(office)
}

// parts are the nouns of what is part of an organisation, by which its contacts are mostly named.
var (
	PartNouns  = strings.Fields(`office desk team unit section division department centre center service services relations secretariat bureau staff spokesperson`)
	houseNouns = regexp.MustCompile(`^(?i:(?:[\p{L}-]+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)\s+){0,3}(?:\p{L}+-)?(?:министерство|комитет|комиссия|агентство|посольство|совет|администрация|правительство|организация|фонд|институт|университет|академия|федерация|ассоциация|союз|банк|компания|корпорация|общество|дума|парламент|представительство|палата|музей(?:-\p{Ll}+)?|театр|филармония|библиотека|больница|завод|фабрика|издательство|киностудия|кинокомпания|студия|галерея|заповедник|а[ок]|пао|оао|зао|ооо|тоо|осоо|нко|ф?г[бак]у[кнзо]?|ф?г[ба]оу|м[бак]у[кнзо]?|м[ба]оу|ф?гуп|муп|руп|рнпц|ано|нао|чуп)(?:\s|$))`)
)

// IsHouse reports whether a name of an office is that of a whole organisation: «Фонд «Живая вода»», "Orchard Group".
func IsHouse(text string) bool {
	if wording.InCyrillic(text) {
		return houseNouns.MatchString(text)
	}
	return !slices.ContainsFunc(strings.FieldsFunc(strings.ToLower(text), wording.NoWord), func(word string) bool { return slices.Contains(PartNouns, word) })
}

// courtesyOf are the words of a title before a name, which stay with it.
var courtesyOf = regexp.MustCompile(`^(?i:[кд]\.\s?(?:\p{Ll}{1,4}\.\s?)?\p{Ll}{1,5}\.?\s?н\.|г-жа|г-н|господин|госпожа|д-р|проф\.|mr\.?|mrs\.?|ms\.?|dr\.?|prof\.|professor|captain|colonel|major|lieutenant|sergeant|sgt\.|supt\.|amb\.|cllr|councillor|rev\.?|canon|sir|lady)\s+(\p{Lu})`)

// surnameInCapitals reports whether a word may be a surname that stands out: «Алексей ТОПОЛЕВ».
func surnameInCapitals(word string) bool {
	return utf8.RuneCountInString(word) > 2 && strings.ToUpper(word) == word && !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// ofOffice ends a heading that says of which office the contacts are.
var ofOffice = regexp.MustCompile(`(?i:(пресс-))(?:(службы)|центра)((?:\s+[^:\d]+)?)\s*:\s*$`)

// ofHotLine says that the numbers behind it are those of a hot line.
var ofHotLine = regexp.MustCompile(`^(?i:телефоны?\sгорячей линии)\s*:\s*$`)

// officeIn is the office that a heading names, in the nominative.
func officeIn(heading string) (c Called, ok bool) {
	if ofHotLine.MatchString(heading) {
		return Called{Post: "горячая линия", office: true}, true
	}
	m := ofOffice.FindStringSubmatch(heading)
	if m == nil {
		return Called{}, false
	}
	noun := "центр"
	if m[2] != "" {
		noun = "служба"
	}
	return Called{Post: m[1] + noun + strings.TrimRight(m[3], " "), office: true}, true
}

// givenNames are English first names, small, by which a person is told from a company of two words.
var givenNames = wordset.Of(`adam alan albert alex alexander alexandra alice amanda amy andrea andrew angela ann anna anne anthony arthur barbara ben benjamin bill bob brian carl carol caroline catherine charles charlotte chris christina
	christine christopher claire clara daniel david deborah denis dennis diana donald donna dorothy edward elena elizabeth ellen emily emma eric eva evelyn frances francis frank fred gary george grace greg hannah harry heather helen henry
	ian irene isabel jack jacob james jane janet jason jean jeff jennifer jessica jim joan joe john jonathan joseph joshua judith judy julia julie justin karen kate katherine kathleen kathy keith kelly ken kenneth kevin kim laura lauren
	lawrence leo lillian linda lisa louis louise lucy margaret maria marie mark martha martin mary matthew max megan melissa michael michelle mike mohammed nancy natalie nicholas nick nicole nina oliver olivia oscar pamela patricia patrick
	paul peter philip rachel ralph ray raymond rebecca richard rita robert roger ronald rose roy russell ruth ryan sam samantha samuel sandra sara sarah scott sean sharon simon sophie stella stephanie stephen steve steven stuart susan
	adriana agnes ahmed aisha alejandro alessandro ali alicia alina amara ana anders andre andreas andrei angus anita anja annette antonio ariana astrid bashir beatrice beatriz bernard bjorn brenda bridget bruno callum camille carla carlos carmen cecilia chen chloe claudia colin connor cristina daisy daniela deepak derek diane diego dilip dmitri dylan eduardo ekaterina elena eleanor elias elise elsa emilia emma enrique erik ernesto esther ethan eva fatima felix fernando fiona florence francesca francois freya gabriel gemma georgia gerald giovanni giulia grant gustav hamish hanna hannes hans hassan heidi hugh hugo ibrahim igor imran ines ingrid irina isla ivan jacques jamal jan jana jasmine javier jonas jorge jose josef juan juliet karim karin karl katarina katrin khalid klaus kofi kristina lars layla lena leon liam lorenzo luca lucas lucia luis luke magnus mahmoud manuel marco marcus mariam marina marta martina mateo matthias mei miguel mila milan mina mohamed monika mustafa nadia nadine naomi natasha neil nikolai nina noor nora olga omar oscar pablo paolo pascal pavel pedro petra pierre pooja priya rafael raj rania rebecca rene ricardo roberto rosa rupert sabine samir sanjay sara sergei sheila silvia simone sofia sonia stefan sven tanya tariq tomas ulrich uwe valentina vanessa vera veronica vikram viktor vincent wei xavier yasmin yuki yusuf zahra zainab tara teresa theresa thomas tim timothy tina tom tony tracy vera victor victoria vincent virginia walter wendy william zoe`)
