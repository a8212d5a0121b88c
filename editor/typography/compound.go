package typography

import "slices"

// compound is a number in parts: 09.00, 11:30, 2,5, 11.09.2024.
type compound struct {
	sign    rune // the last of those between its parts
	numbers []part
}

// part is one number of several; its value is below 0 where it is a long one.
type part struct{ value, digits int }

func (c compound) parts() int { return len(c.numbers) }

func (c compound) isTime() bool {
	if c.parts() != 2 || c.sign == ',' {
		return false
	}
	hours, minutes := c.numbers[0], c.numbers[1]
	return hours.value < 25 && minutes.value < 60 && minutes.digits == 2
}

func (c compound) isDecimal() bool {
	known := !slices.ContainsFunc(c.numbers, func(p part) bool { return p.value < 0 })
	return known && (c.parts() == 1 || c.parts() == 2 && c.sign != ':')
}

// value is what a number with a decimal part is worth.
func (c compound) value() float64 {
	if c.parts() == 1 {
		return float64(c.numbers[0].value)
	}
	fraction := float64(c.numbers[1].value)
	for range c.numbers[1].digits {
		fraction /= 10
	}
	return float64(c.numbers[0].value) + fraction
}

// isDate reports whether a number is a day with its month and its year.
func (c compound) isDate() bool {
	return c.parts() == 3 && c.numbers[2].digits == 4 && c.namesDay()
}

func (c compound) namesDay() bool {
	day, month := c.numbers[0].value, c.numbers[1].value
	return c.sign == '.' && day > 0 && day < 32 && month > 0 && month < 13 && c.numbers[1].digits == 2
}

// isDayBefore reports whether a number is a day before a date: with its year, or without it or its
// month, as in «11.09-15.10.2024» and «11-15.09.2024».
func (c compound) isDayBefore(date compound) bool {
	numbers := c.numbers
	switch {
	case c.parts() == 1 && numbers[0].value > 0:
		numbers = append(slices.Clip(numbers), date.numbers[1:]...)
	case c.parts() == 2 && c.namesDay():
		numbers = append(slices.Clip(numbers), date.numbers[2])
	case !c.isDate():
		return false
	}
	return slices.CompareFunc(reversed(numbers), reversed(date.numbers), func(a, b part) int { return a.value - b.value }) < 0
}

func reversed(numbers []part) []part {
	year := slices.Clone(numbers)
	slices.Reverse(year)
	return year
}

// rangesTo reports whether two numbers, one of them in parts, are times of one kind, or dates or
// amounts of which the second is later or larger.
func (c compound) rangesTo(to compound) bool {
	switch {
	case to.isDate():
		return c.isDayBefore(to)
	case c.isTime() && to.isTime() && c.sign == to.sign:
		return true
	}
	return c.isDecimal() && to.isDecimal() && c.value() < to.value()
}

// compound reads the number at a token and what it is joined to on one side of it, and
// returns the last token of it there.
func (s *setter) compound(i, step int) (int, compound) {
	c := compound{numbers: []part{s.part(i)}}
	for {
		r := s.runeOf(i + step)
		if r != '.' && r != ':' && r != ',' || s.kindOf(i+2*step) != number {
			break
		}
		c.sign = r
		i += 2 * step
		c.numbers = append(c.numbers, s.part(i))
	}
	if step < 0 {
		slices.Reverse(c.numbers)
	}
	return i, c
}

func (s *setter) part(i int) part { return part{s.value(i), s.tokens[i].runes} }
