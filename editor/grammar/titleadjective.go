package grammar

// followsTitle reports a clergyman's or nobleman's title before adjectives of
// places: Патриарх Московский, Архиепископ Бишкекский и Кыргызстанский.
func (p *parsed) followsTitle(i int) bool {
	for j := i - 1; j >= 0; j-- {
		word := bare(p.low[j])
		switch {
		case titleGender(word) != Unknown:
			return true
		case word != "и" && word != "всея" && !isTitleAdjective(word):
			return false
		}
	}
	return false
}

func isTitleAdjective(word string) bool {
	return hasAnySuffix(word, "ский", "цкий", "ская", "цкая")
}
