package grammar

import (
	"strings"

	"communique/editor/wordset"
)

// IsClause reports a topic that is a clause and no noun: «как сократить сроки»,
// «будет ли создан фонд».
func IsClause(topic string) bool {
	first, rest, _ := strings.Cut(strings.TrimSpace(topic), " ")
	second, behind, _ := strings.Cut(rest, " ")
	if at := isPreposition(lower(first)); at { // в безопасности ли экипаж
		second, behind, _ = strings.Cut(behind, " ")
	}
	return rest != "" && (isThat(topic) || clauseWords.Has(strings.ToLower(first)) || second == "ли" && behind != "")
}

// clauseWords begin a clause that depends on another: Русская грамматика, 1980, §§ 2773–2782.
var clauseWords = wordset.Of(`что как каков какова каково каковы какой какая какое какие какого какую каким какими каких почему зачем отчего
	где куда откуда когда сколько насколько кто кого кому кем чей чья чьё чье чьи`)

// isThat reports a topic that begins with the word on which its clause depends: «то, что
// произошло».
func isThat(topic string) bool {
	first, rest, _ := strings.Cut(topic, ", ")
	return strings.EqualFold(first, "то") && IsClause(rest)
}

// ClauseIn is a clause behind a word that asks for case c: «о том, как сократить сроки».
func ClauseIn(clause string, c Case) string {
	if isThat(clause) {
		clause = clause[len("то, "):]
	}
	return six{"то", "того", "тому", "то", "тем", "том"}[c.index()] + ", " + clause
}
