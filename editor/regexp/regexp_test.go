package regexp

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// Each method answers as the standard library's does.
func TestMethods(t *testing.T) {
	for _, expression := range []string{`(\p{L}+) (\d*)`, `,\s*`, `^$`, `x{2,}`} {
		ours, theirs := reflect.ValueOf(MustCompile(expression)), reflect.ValueOf(regexp.MustCompile(expression))
		for _, text := range []string{"", "май 12, июнь 7, xxx", "a, b,c"} {
			for n := range ours.NumMethod() {
				name := ours.Type().Method(n).Name
				method, args := ours.Method(n), []reflect.Value(nil)
				for i := range method.Type().NumIn() {
					switch method.Type().In(i).String() {
					case "string":
						args = append(args, reflect.ValueOf([]string{text, "<$1>"}[min(i, 1)]))
					case "[]uint8":
						args = append(args, reflect.ValueOf([]byte(text)))
					case "int":
						args = append(args, reflect.ValueOf(-1))
					default:
						args = append(args, reflect.ValueOf(strings.ToUpper))
					}
				}
				got, want := method.Call(args)[0].Interface(), theirs.MethodByName(name).Call(args)[0].Interface()
				if !reflect.DeepEqual(got, want) {
					t.Errorf("%s of %q in %q: got %v, want %v", name, expression, text, got, want)
				}
			}
		}
	}
}

// An expression is compiled when it is first used, and no sooner.
func TestCompiledWhenUsed(t *testing.T) {
	broken := MustCompile("(")
	defer func() {
		if recover() == nil {
			t.Error("an expression that cannot be parsed was used")
		}
	}()
	broken.MatchString("")
}
