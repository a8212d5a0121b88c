package dateline

import (
	"communique/editor/regexp"
)

// rubricElsewhere is one in languages beside Russian and English.
const rubricElsewhere = `жаңалықтар|жаңылыктар|янгиликлар|yangiliklar|ахбор|хабарҳо|навіны|новини|xəbərlər|նորություններ|haberler|actualités|actualité|aktuelles|nachrichten|noticias|notícias|notizie|aktualności|wiadomości|știri|aktuality|nieuws|nyheter|мәлімдеме|хабарландыру|билдирүү|кулактандыруу|изҳорот|эълон|баёнот|bayonot|eʼlon|bəyanat|məlumat|հայտարարություն|заява|анонс|оголошення|абвестка|déclaration|discours|erklärung|rede|declaración|discurso|declaração|dichiarazione|oświadczenie|declarație|açıklama|duyuru`

// Rubric is a page's section above a headline, or what somebody says of the paper.
var Rubric = regexp.MustCompile(`^(?i:\[?(?:statement|news|speech|remarks|readout|announcement|briefing|fact ?sheet|backgrounder|advisory|communiqu[eé]|invitation|opinion|comment|interview|feature|bulletin|newsletter|(?:daily|top|latest|weekly) news|news in brief|plenary session|urgent|draft|logo|новости|заявление|комментарий(?: пресс-\S+)?|объявление|события|главное|документы|релиз|пост-?релиз|лента(?: новостей)?|официально|важно|` +
	`срочно(?:!? в номер)?|версия \d.*|проект|логотип|(?:немедленно )?(?:к|для) (?:публикации|печати|распространения)|(?:материал|текст) (?:к|для) (?:публикации|печати)|` + rubricElsewhere + `|(?:немедленно|можно) (?:к|для) (?:публикации|распространения)|\d{1,2}\+)\]?[!.:]?)$`)
