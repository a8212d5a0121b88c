package grammar

import (
	"reflect"
	"testing"
)

// What is declined from one reading is what the post and the name are by themselves, whichever
// way the house writes.
func TestHolderIsDeclinedAsItsParts(t *testing.T) {
	phrases := append(headlines(t, "headlines"),
		"делегация Сената во главе с послом Анной Пробной Иван Озеров", "директор делегации во главе с министром обороны Иван Озеров", "делегация Сената  во  главе  с послом Анной Пробной", "митрополит Антоний (Пробнов)", "вице-президент Иван Пробный – старший",
		"супруги Иван и Мария Пробновы", "министр Иван Пробный (МИД России)", "  директор   архива  Анна Пробная ", "Королева", "министр", "Иван Пробный", "")
	for _, h := range []House{{}, {Yo: YoInNames}, {Yo: YoNowhere}, {Zoda: ZodaStay}} {
		for _, phrase := range phrases {
			of := ReadHolder(phrase, nil)
			want := h.DeclinePost(of.Post).Followed(h.DeclinePerson(GenderOfPost(of.Post), of.Name))
			if got := h.DeclineHolder(Unknown, of); !reflect.DeepEqual(got, want) {
				t.Errorf("%+v: %q is %+v, not %+v", h, phrase, got, want)
			}
		}
	}
	of := ReadHolder("посол Саша Пробных", nil)
	if d := house.DeclineHolder(Feminine, of); d.Gender != Feminine {
		t.Errorf("a woman is declined as %q", d.Gender)
	}
}

// What may be whom or what the post is of, and was read as the first word of the name, is a guess.
func TestWordsBetweenPostAndName(t *testing.T) {
	for phrase, guess := range map[string]bool{
		"директор Пробнадарана Пробдеси Уркиза": true, "директор ПРОБ Сергей Никифорович": true, "директор Пробнова Анна Сергеевна": false,
		"директор ЦОЙ Сергей Никифорович": false, "директор ОЗЕРОВ Сергей Никифорович": false, "директор ПРОБ Анна Сергеевна": false, "директор Амина Пробдеси Уркиза": false,
	} {
		if d := house.DeclineHolder(Unknown, ReadHolder(phrase, nil)); d.Guess != guess {
			t.Errorf("%s: %t, %s", phrase, d.Guess, d.Forms[Genitive])
		}
	}
}
