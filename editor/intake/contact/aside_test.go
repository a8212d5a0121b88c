package contact

import (
	"strings"
	"testing"
)

// TestPhonesWithBrackets: what stands in brackets belongs to the number before it, or after
// it where it begins there.
func TestPhonesWithBrackets(t *testing.T) {
	for line, want := range map[string]string{
		"+7 000 00-00-00 Анна, (моб.) +7 000 00-00-01":          "+7 000 00-00-00 Анна=phone|+7 000 00-00-01=mobile",
		"+7 000 00-00-00 (2 этаж), +7 000 00-00-01":             "+7 000 00-00-00 (2 этаж)=phone|+7 000 00-00-01=phone",
		"+7 000 00-00-00 (24 часа, факс) +7 000 00-00-01":       "+7 000 00-00-00 (24 часа, факс)=phone|+7 000 00-00-01=phone",
		"+7 000 00-00-00 (Анна) +7 000 00-00-01 (Иван)":         "+7 000 00-00-00 (Анна)=phone|+7 000 00-00-01 (Иван)=phone",
		"+7 000 00-00-00 (Анна, Иван), +7 000 00-00-01":         "+7 000 00-00-00 (Анна, Иван)=phone|+7 000 00-00-01=phone",
		"Анна +7 000 00-00-00 Иван +7 000 00-00-01":             "Анна +7 000 00-00-00=phone|Иван +7 000 00-00-01=phone",
		"тел./факс +7 000 00-00-00 тел. / факс +7 000 00-00-01": "+7 000 00-00-00=phone-fax|+7 000 00-00-01=phone-fax",
		"+7 000 00-00-00 тел / моб +7 000 00-00-01":             "+7 000 00-00-00=phone|+7 000 00-00-01=mobile",
	} {
		var got []string
		phones, rest := ReadPhones(line)
		for _, p := range phones {
			got = append(got, p.Number+"="+string(p.Kind))
		}
		if said := strings.Join(got, "|"); said != want || rest != "" {
			t.Errorf("%s: %s > %s", line, said, rest)
		}
	}
}
