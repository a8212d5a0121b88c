package intake

import (
	"strings"

	"communique/editor/intake/layout"
	"communique/editor/regexp"
	"communique/editor/release"
)

// audience says in a line of its own for whom the person below is there: "Media:", "Investor relations:". It is what he is where he has no post of his own.
var audience = regexp.MustCompile(`^(?i:(?:for )?(?:the )?(?:media|press|investors?|analysts?|shareholders?|journalists?|editors|broadcasters?|general|public|trade|customers?|industry)(?: (?:and|&) \p{L}+)?(?: relations| media| press)?)\s*:?$`)

// forWhom keeps such a line until the contact has a post.
func (r *reader) forWhom(l contactLine, at layout.Place) {
	if len(l.who) == 1 && !l.reachable() && audience.MatchString(l.text) {
		r.audience = layout.Paragraph{Text: l.text, At: at}
	}
}

// instead reports whether a post takes the place of the words that say for whom the contact is there; these go aside.
func (r *reader) instead(c *release.Contact, w called) bool {
	is := !w.office && r.audience.Text != "" && c.Name != "" && c.Post == strings.TrimRight(r.audience.Text, " :")
	if is {
		r.aside(asideContact, r.audience)
		c.Post, r.audience = w.post, layout.Paragraph{}
	}
	return is
}

// labelBefore is what a form says of somebody behind it, where a tab stood between them: «Контактное лицо Анна Примерова».
var labelBefore = regexp.MustCompile(`^(?i:контактное лицо|контакт|ф\.?\s?и\.?\s?о\.?|имя|contact(?: person| name)?|(?:media|press) contact|name)\s+(\p{Lu})`)

// labelIn returns how a text begins that is such a label; "" where nobody is named behind it.
func labelIn(text string) string {
	m := labelBefore.FindStringSubmatchIndex(text)
	if m == nil {
		return ""
	}
	if c, known := calledBy(between.Split(text[m[2]:], 2)[0]); !known || c.name == "" {
		return ""
	}
	return text[:m[2]]
}

var (
	// networks says that addresses on social networks follow, and material where pictures lie, or where one registers: neither is anybody's site.
	networks = regexp.MustCompile(`^(?i:(?:мы |найдите нас |следите за нами |подписывайтесь(?: на нас)? |наши |присоединяйтесь )?(?:в |на )?(?:социальн\S+ сет\S+|соцсет\S+|мессенджер\S*)|(?:follow|find) us(?: on)?(?: social media)?|social(?: media| networks?)?|connect with us)\s*:\s*`)
	material = regexp.MustCompile(`^(?i:(?:скачать |ссылка на )?(?:фото|видео|изображени|иллюстраци|пресс-кит|пресс-пакет|медиакит|логотип|запись|трансляци|регистраци|анкета|форма|презентаци|(?:high[- ]res\S*\s)?(?:photo|image|picture|video|footage|logo|b-roll)|(?:press|media) kit|download|registration|register|livestream)[^:@\d]{0,60}:)\s+(?:https?://|www\.)\S+$`)
)
