package template

import (
	"communique/editor/wordset"
)

// determiners are the words before which no article stands.
var determiners = wordset.Of(`the a an this that these those its their his her our all some several each every no any another last next late early mid one
	what how whether who whom whose why when where which nobody none everybody everyone somebody someone anybody anyone`)

// withThe are the abbreviations that have the article: the UN.
var withThe = wordset.Of(lettersWithThe)

const lettersWithThe = "UN EU CSTO SCO CIS OSCE EAEU EEC IAEA IMF WTO ILO ICRC US USA UK UAE PRC DPRK DRC OIC GCC MoU U.N. U.S. E.U. BBC AP MFA FSB CPC IOC EDB ADB EBRD AIIB NDB OTS FBI CIA"

// namesWithThe are names of bodies that have the article, whose nouns others bear without it.
var namesWithThe = map[string]bool{
	"World Bank": true, "Central Bank": true, "National Bank": true, "Asian Development Bank": true, "Islamic Development Bank": true, "Eurasian Development Bank": true,
	"Red Cross": true, "Red Crescent": true, "Kremlin": true, "Pentagon": true, "White House": true, "Vatican": true, "Holy See": true, "Arab League": true,
	"European Union": true, "United Nations": true, "African Union": true, "USA": true, "Gulf": true, "Arctic": true, "Antarctic": true, "Balkans": true, "Caucasus": true, "Middle East": true, "Far East": true, "Urals": true,
	"New Year": true, "Jogorku Kenesh": true, "Milli Majlis": true, "Oliy Majlis": true, "Majlisi Oli": true, "Mejlis": true, "Mazhilis": true, "Majilis": true, "State Duma": true, "Verkhovna Rada": true,
	"National Guard": true, "Coast Guard": true, "Armed Forces": true, "Air Force": true, "General Staff": true, "Joint Staff": true, "Security Council": true, "General Assembly": true, "National Assembly": true, "Federal Assembly": true, "Supreme Court": true, "Constitutional Court": true, "Cabinet of Ministers": true,
	"Bundestag": true, "Bundesrat": true, "Knesset": true, "Sejm": true, "Seimas": true, "Saeima": true, "Great Khural": true, "Louvre": true, "Hermitage": true, "Prado": true, "National Gallery": true, "National Library": true, "National Museum": true, "National Theatre": true, "Financial Times": true, "Washington Post": true, "New York Times": true, "Wall Street Journal": true, "Guardian": true, "Moscow Times": true, "Astana Times": true,
}

// partsOfNature end names of the map and of forces that have the article: the Caspian Sea, the
// Northern Fleet.
var partsOfNature = wordset.Of("sea ocean gulf strait river canal desert peninsula mountains islands gardens flotilla fleet navy army forces guard corps valley")

// buildings and rooms end names that have the article: the State Residence, the Throne Room.
var buildings = wordset.Of("reserve residence theatre theater museum library hotel gallery monument memorial room chamber foyer lobby pavilion")

// numbersInWords stand behind a noun that has no article then: part two, item 1.
var numbersInWords = wordset.Of("one two three four five six seven eight nine ten")

// bodies are what is meant as the particular one where it stands alone: the
// Secretariat.
var bodies = wordset.Of(`board secretariat council committee commission parliament government organization organisation assembly court ministry embassy academy senate presidium bureau administration service
	department directorate delegation division brigade regiment battalion squadron staff synod presidency duma forces team crew squad family`)

// things are nouns that are counted, and so have an article in the singular.
var things = wordset.Of(`ban return withdrawal transition term semester banquet excursion concert performance walk ground range camp site area visit trip tour meeting sitting hearing gathering attack crash crisis treaty speech initiative agenda programme program plan draft report regime summit conflict incident accident
	proposal question issue statement role explosion fire collapse mudslide avalanche landslide hurricane earthquake disaster flood railway project agreement contract memorandum
	border forum conference ceremony reception lecture briefing exhibition exercise session council committee commission group centre center week month year quarter half-year day
	weekend jubilee birthday anniversary mission delegation correspondent newspaper agency channel station portal website magazine broadcaster embassy campaign dispute document
	candidate candidacy nominee member communiqué communique mandate timetable schedule list charter appeal resolution declaration protocol strategy concept bill law budget threat situation`)

// disasters are plurals on which condolences are sent, and so particular ones: the floods.
var disasters = wordset.Of("floods fires wildfires storms explosions blasts landslides mudslides avalanches earthquakes attacks bombings shootings")

// ofEvents are plurals that are particular with what they are of: the deaths of two climbers.
var ofEvents = wordset.Of("deaths results consequences outcomes effects losses remains")

// meals have an article where it is said what meal it is: the state dinner.
var meals = wordset.Of("dinner lunch breakfast supper tea")

// schools are buildings, and what is done there where nothing is said of them.
var schools = wordset.Of("school university church parliament college academy")

// isHouseOrBody reports the noun of a house, a school or a body, of which there are several where it is said which.
func isHouseOrBody(noun string) bool {
	return houses.Has(noun) || bodies.Has(noun) || schools.Has(noun)
}
