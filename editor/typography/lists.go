package typography

import "communique/editor/wordset"

// longestListed is more bytes than any word of the lists has.
const longestListed = 26

// The lists hold words in small letters; units and abbreviations also as they are written.
var (
	months = wordset.Of(`январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
		января февраля марта апреля мая июня июля августа сентября октября ноября декабря
		январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
		январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю`)
	shortMonths = wordset.Of(`янв фев февр мар апр июн июл авг сен сент окт ноя нояб дек`)
	weekdays    = wordset.Of(`понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс
		monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun`)
	years = wordset.Of(`г гг год года году годом годе годы годов годам годами годах`)
	// seasons follow a year and the end of the next: 2024-25 учебный год.
	seasons   = wordset.Of(`учебный учебного учебном учебному бюджетный бюджетного бюджетном сезон сезона сезоне`)
	centuries = wordset.Of(`в вв столетие столетия столетию столетием столетии столетий столетиям столетиях век века веку веком веке веков векам веками веках
		квартал квартала кварталу квартале кварталы кварталов кварталах полугодие полугодия полугодии степени степень тысячелетие тысячелетия созыва созыв`)

	// prepositions and conjunctions are no longer than four letters; those of one or two need no list.
	prepositions = wordset.Of(`без для про над под при как или изо обо ото если`)
	// addressed are words before a number of an address.
	addressed = wordset.Of(`дом квартира офис корпус строение подъезд кабинет`)
	// divisions are those of a document, before their numbers.
	divisions = wordset.Of(`статья статьи статье статью статьей статьёй статей статьям статьями статьях пункт пункты пунктов пунктам пунктами пунктах пункта пункту пунктом пункте подпункт подпункты подпунктов подпунктам подпунктами подпунктах подпункта подпунктом подпункте часть части частью частей частям частях глава главы главе главу главой глав главам главах
		раздел раздела разделу разделом разделе разделы разделов разделах абзац абзацы абзацев абзацах абзаца абзацем абзаце приложение приложения приложению приложением приложении приложений приложениях параграф параграфы параграфов параграфа параграфом параграфе`)
	// links stand between the last two numbers of several.
	links = wordset.Of(`и или`)
	// standards are called by a number.
	standards = wordset.Of(`ГОСТ ОСТ ТУ СНиП СанПиН ISO`)
	// joints are other words that hold a sentence together.
	joints = wordset.Of(`или либо что чтобы когда пока уже ещё еще был была было были будет будут это эта этот так тоже также затем потом между через после перед из-за около более менее`)
	// lettered are words before a letter of an address.
	lettered = wordset.Of(`литер литера корпус`)
	// titles stand before a name without a full stop.
	titles = wordset.Of(`г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой пр-т пр-та пр-ту пр-те б-р б-ра б-ре пгт`)
	// particles belong to the word before them.
	particles = wordset.Of(`бы б же ж ли ль`)
	// legalForms stand before a name in quotation marks.
	legalForms = wordset.Of(`ООО ОАО ЗАО ПАО АО НАО ГУП МУП ФГУП НИИ НКО АНО ТОО ОсОО КОО ЧУП ИП`)

	// units stand behind a number.
	units = wordset.Of(`тыс млн млрд трлн руб рублей рубля рубль коп долл сом сомов сома тенге евро
		мм см дм м км кв га г гг кг т ц л мл мг мин сек ч час часа часов вт квт мвт гвт кВт МВт ГВт кВт В А Гц МГц ГГц Кб Мб Гб Тб КБ МБ ГБ ТБ
		тысяч тысячи тысячам миллион миллиона миллионов миллиард миллиарда миллиардов триллион триллиона триллионов
		мм см km cm mm kg MW GW kW GB MB dpi lpi ppi экз чел шт стр л лет год года году годов году
		доллар доллара долларов минут минуты минута секунд секунды куб пог р
		тонн тонны метров метра километров километра гектаров гектара процентов процента этаж`)
	// powers stand with a full stop between a number and its unit.
	powers = wordset.Of(`кв куб пог`)
	// degrees stand behind their sign.
	degrees = wordset.Of(`c с f`)
	// glued are units that people write to the number.
	glued = wordset.Of(`тыс млн млрд трлн руб коп долл мм см дм км м кг га мм шт чел dpi lpi ppi гг`)
	// lengths are units that those of area and of volume are made of.
	lengths = wordset.Of(`мм см дм м км`)
	// measures are units that thousands and millions of a thing are counted in.
	measures = wordset.Of(`м км кв куб га кг т ц л вт квт мвт гвт ч чел экз шт`)
	// magnitudes stand between a number and its currency, or its measure.
	magnitudes = wordset.Of(`тыс млн млрд трлн`)
	currencies = wordset.Of(`руб долл сом сомов тенге рублей рубля евро р коп`)

	// places stand with a full stop before a name.
	places = wordset.Of(`г ул пр пр-т просп пер пл пос обл наб бул ш с д дер р-н туп мкр им ст о оз р гр проф акад доц ген`)
	// beforeNumbers stand with a full stop before a number.
	beforeNumbers = wordset.Of(`с стр п пп ст ч гл рис табл т тт д кв корп оф подп подъезд эт ком разд прил илл каб ауд абз подп ок`)
	// seeing stand with a full stop before what is meant.
	seeing = wordset.Of(`см им ср`)
	// pairs are abbreviations of two words.
	pairs = map[string]bool{
		"т д": true, "т п": true, "т е": true, "т к": true, "т н": true, "т о": true, "т ч": true, "т г": true, "с г": true, "н э": true, "и о": true, "в д": true,
		"с ш": true, "ю ш": true, "з д": true, "ж д": true, "рт ст": true, "ед ч": true, "мн ч": true, "ст л": true, "ст ст": true, "н ст": true, "ф ст": true,
		"п н": true, "к т": true, "д н": true, "п м": true, "а е": true, "е м": true, "с х": true, "ч л": true, "т с": true, "у е": true,
		"л с": true, "в в": true, "г г": true, "м н": true, "э н": true, "ю н": true, "и н": true, "ф н": true, "х н": true, "б н": true, "д м": true, "д э": true, "д ю": true, "д и": true, "д п": true, "д ф": true, "д х": true, "д б": true, "к м": true, "к э": true, "к ю": true, "к и": true, "к п": true, "к ф": true, "к х": true, "к б": true, "д т": true, "рос руб": true, "рос р": true, "ст м": true, "м эл": true, "п п": true,
	}

	// endings are those of ordinals that say too much, with the right ones (Мильчин,
	// Чельцова, Справочник издателя и автора, 6.1.4): one letter behind a vowel, two behind
	// a consonant.
	endings = map[string]string{
		"ый": "й", "ий": "й", "ой": "й", "ая": "я", "яя": "я", "ое": "е", "ее": "е", "ей": "й", "ые": "е", "ие": "е", "ым": "м", "им": "м", "ом": "м", "ем": "м", "ых": "х", "их": "х",
		"ого": "го", "его": "го", "ому": "му", "ему": "му", "ыми": "ми", "ими": "ми", "ую": "ю",
	}

	// numbered are words before a number that names something: no range.
	numbered = wordset.Of(`тел телефон телефона телефоны телефону телефонам факс моб доб код инн огрн кпп бик индекс гост снип санпин ту исо din iso гост р счет счёт счета счёта счетом счётом
		phone tel fax mobile ext no isbn issn приказ постановление решение распоряжение указ закон договор`)
	houses = wordset.Of(`дом доме корпус`) // with the number right behind them
	phones = wordset.Of(`тел телефон телефона телефоны телефону телефонам факс моб phone tel fax mobile`)

	englishUnits  = wordset.Of(`dpi lpi ppi km cm mm m kg g mg t l ml ha mw gw kw million billion trillion percent per`)
	englishMonths = wordset.Of(`january february march april may june july august september october november december jan feb mar apr aug sept oct nov dec`)
	honorifics    = wordset.Of(`mr mrs ms dr prof gen sen gov st`)
	shortened     = wordset.Of(`tis twas em til cause`)
	halves        = wordset.Of(`a p`)
	shortHalves   = wordset.Of(`am pm`)
	pages         = wordset.Of(`p pp vol fig ch art sec`)
)

const (
	roman         = "IVXLCХ" // the last is Cyrillic, as it is often typed
	romanOfRulers = "IVX"
)
