package rubric

import (
	"strings"

	"communique/editor/intake/wording"
	"communique/editor/wordset"
)

// sections are what sites file texts under, none of which is a place.
var sections = wordset.Of(`politics policy economy economics business finance markets society culture education science technology tech health environment climate energy industry agriculture trade tourism travel transport sport sports security defence defense
	diplomacy law justice crime regions region world international national local home general official events photo photos video videos media opinion analysis interviews releases statements speeches remarks blog blogs stories features articles announcements updates covid-19 coronavirus development innovation research community life lifestyle weather religion history article feature story video gallery press newsroom youth women children migration elections parliament government president english russian`)

// sectionsAbroad are the words by which sites in other languages than Russian and English say what a text is, or under what they file it.
var sectionsAbroad = wordset.Of(`mitteilung meldung pressemitteilung medienmitteilung nachrichten aktuelles politik wirtschaft gesellschaft kultur allgemein actualités actualité communiqué politique société économie culture noticias comunicado actualidad política sociedad economía cultura nacionales notícias política notizie comunicato politica società
	aktualności komunikat wiadomości polityka gospodarka społeczeństwo haber haberler duyuru gündem siyaset ekonomi siyasət cəmiyyət xəbər xəbərlər iqtisadiyyat mədəniyyət materials yangiliklar xabarlar siyosat jamiyat vesti saopštenje saopštenja politika društvo новини політика суспільство навіны палітыка грамадства вести саопштење друштво политика
	жаңалықтар саясат қоғам кабарлар жаңылыктар коом хабарҳо сиёсат ҷомеа янгиликлар жамият նորություններ լուրեր`)

// IsSectionAbroad reports whether a name ends with such a word, and may be none of a place.
func IsSectionAbroad(name string) bool { return sectionsAbroad.Has(wording.LastWord(name)) }

// IsSection reports whether a name is, in English, what sites file texts under.
func IsSection(name string) bool { return sections.Has(strings.ToLower(name)) }
