package gazetteer

import (
	"strings"

	"communique/editor/wordset"
)

// publishers are agencies and papers that sign where a town stands: "Xinhua, June 27, 2010".
var publishers = wordset.Of(`xinhua reuters afp ap upi ani ians pti wam kuna bna qna spa saba petra irna isna tass interfax ria anadolu aa dha iha bernama antara yonhap kyodo vna apa trend azertac azertag report turan kabar akipress 24.kg kazinform qazinform khovar uza belta armenpress
	ukrinform unian unn agerpres bta mti pap ctk tasr hina tanjug sta ansa efe lusa belga dpa apa ntb tt ritzau stt mena suna map aps tap nan gna prnewswire globenewswire businesswire newswire accesswire eurekalert scoop`)

// publishing are nouns that the names of publishers end with, or begin with, and the names of places do not.
var publishing = wordset.Of(`news newsroom newswire wire agency press times herald tribune gazette daily weekly journal chronicle observer reporter telegraph guardian magazine media online today tv radio broadcasting vestnik vesti novosti izvestia pravda kommersant newspaper bulletin courier`)

// IsPublisher reports whether a name in Latin letters is rather a publisher's than a place's: "Vestnik Kavkaza", "Example News".
func IsPublisher(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 || At(name) != "" {
		return false
	}
	first, last := words[0], words[len(words)-1]
	return publishers.Has(strings.Join(words, "")) || len(words) > 1 && (publishing.Has(last) || publishing.Has(first) || publishers.Has(first) || publishers.Has(last))
}
