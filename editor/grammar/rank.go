package grammar

import "communique/editor/wordset"

// IsRank reports a rank, a degree, a dignity or a courtesy, which stands right before the name whatever post stands before
// it: «генерал-майор», «контр-адмирал», «кардинал», «г-жа».
func IsRank(title string) bool {
	p := parse(title)
	if len(p.low) == 0 {
		return false
	}
	head := bare(p.low[max(0, p.findHead(0, true))])
	return ranks.Has(head) || dignities.Has(head) || dignities.Has(p.low[0])
}

var dignities = wordset.Of(`г-жа г-н госпожа господин кардинал епископ архиепископ митрополит профессор академик доктор принц принцесса шейх князь княгиня граф барон проф акад д-р
	проф. акад. майор подполковник полковник генерал-майор генерал-лейтенант генерал-полковник генерал контр-адмирал вице-адмирал адмирал капитан лейтенант сержант маршал`)
