package letterhead

import (
	"communique/editor/regexp"
)

// EmbargoLine says that the text is not to be published yet. "Embargo on oil
// lifted" is a headline.
var EmbargoLine = regexp.Any{
	regexp.MustCompile(called + `(?:` + englishHold + `|` + russianHold + `|` + europeanHold + `|` + easternHold + `))`),
	regexp.MustCompile(called + holdBehind + `)`),
}

const (
	// called is what stands before it to be seen: "Attention!".
	called      = `^\W{0,4}(?i:(?:(?:внимание|важно|attention|please note|achtung|important)\s*[!:.,–—-]*\s*)?`
	englishHold = `(?:(?:this|the) (?:(?:press|media|news) )?(?:release|material|document|information|report|content|text|story) is\s+)?(?:strictly\s+)?(?:under\s+)?(?:(?:a )?strict\s+)?(?:press |media |news )?embargo(?:ed)?(?:\s+(?:until|till|to|for|lifts|ends|expires|date|time|\d)|\s*[:–—-]|[^\p{L}\d]*$)` +
		`|(?:hold|not) for (?:release|publication|broadcast|use)[\s:]|for release (?:at|on|upon|after)\s|release at will after\s|please (?:observe|respect) (?:the|this|our) embargo|hold until\s|(?:do not|not to be) (?:publish|release|us|broadcast)(?:ed)? (?:before|until)\s|release (?:date and )?time:`
	russianHold = `(?:(?:весь |настоящий |данный )?(?:материал|текст|информация|(?:пресс-)?релиз)\s+)?(?:(?:находится )?под\s+)?(?:(?:срок )?эмбарго|запрет на публикацию)(?:\s+(?:до|на публикацию|снимается|действует|истекает)\s|(?:\s+на публикацию)?\s*[:–—-]|[^\p{L}\d]*$)` +
		`|(?:(?:материал|текст|информация|(?:пресс-)?релиз) )?под эмбарго[!.,;(]|эмбарго!|(?:прос(?:им|ьба) )?не (?:публиковать|для публикации|распространять)\s+(?:до|ранее|раньше)\s|(?:(?:информация|материал|текст) )?не для (?:публикации|печати|эфира|распространения)\s+(?:до|ранее|раньше)\s|(?:снятие|окончание) эмбарго\s*[:–—-]` +
		`|публиковать (?:можно )?(?:только )?(?:не ранее|после|с)\s+\d|(?:(?:информация|материал|текст) )?(?:для|к) публикации не (?:ранее|раньше)\s|публикация (?:разрешена|возможна)\s|(?:информация|материал|текст|релиз) закрыта?о? до\s|(?:выход в эфир|публикация)(?: и (?:публикация|выход в эфир))?\s*[–—:-]\s*(?:не ранее|не раньше|после|с)\s|разреш(?:ено|ается) (?:к публикации|публиковать)\s` +
		`|(?:материал )?предназначена?о? для публикации (?:после|с)\s|(?:к публикации|опубликовать) (?:не ранее|после)\s|к публикации\s+\d|время публикации:|до\s[^.!?]{3,80}\sне (?:публиковать|распространять)\W*$`
	europeanHold = `(?:(?:communiqué|information|document|texte) )?sous embargo(?:\s|\s*:|$)|embargo (?:jusqu|bis |hasta |fino |até )|(?:à )?ne pas (?:diffuser|publier|divulguer) avant\s|(?:diffusion|publication) interdite avant\s` +
		`|sperrfrist(?:\s*:|\s+(?:bis|\d)|\s*[–—-]\s|$)|frei (?:zur veröffentlichung|ab)\s|nicht (?:veröffentlichen|zur veröffentlichung) vor\s|gesperrt bis\s` +
		`|(?:información |nota )?embargad[oa] (?:hasta|até)\s|bajo embargo\s|sob embargo\s|sotto embargo\s|no (?:publicar|difundir) (?:antes|hasta)\s|(?:da )?non (?:diffondere|pubblicare) prima\s|não (?:publicar|divulgar) antes\s|nie publikować (?:przed|do)\s` +
		`|(?:під )?ембарго(?:\s+(?:до|діє)\s|\s*:)|не публікувати (?:до|раніше)\s|(?:пад )?эмбарга(?:\s+(?:да|дзейнічае)\s|\s*:)|не публікаваць (?:да|раней)\s`
	easternHold = `эмбарго\s+.{3,60}(?:дейін|чейин|гача)(?:\s|$)|embargo\s+.{3,60}\sgacha(?:\s|$)`
	// holdBehind is what languages with the verb at the end say.
	holdBehind = `.{3,80}\s?(?:дейін|чейин|gacha|гача|oldin|олдин|мурда|бұрын)\s+(?:жариялауға|таратуға|жарыялоого|таратууга|(?:e.lon qilin|chop etil|tarqatil|эълон қилин|чоп этил)(?:ma|ма)|жариялан|жарыялан|эмбарго|embargo|e.lon qilish|эълон қилиш)`
)
