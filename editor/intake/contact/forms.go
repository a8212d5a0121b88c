package contact

import (
	"communique/editor/regexp"
)

// mentionElsewhere says that a contact follows, without a colon, in languages beside those of the CIS and English.
//
//nolint:misspell // they are not English
const mentionElsewhere = `contactos?(?: (?:de|para|con)(?: la| los)? (?:prensa|medios))?|contatt[oi](?: (?:stampa|per la stampa|per i media))?|contatos?(?: (?:para|com|à|de)(?: a)? (?:imprensa|mídia))?|assessoria de (?:imprensa|comunicação)|gabinete de (?:prensa|comunicación|imprensa)|` +
	`contacts? (?:presse|médias?)|service de presse|ufficio stampa|lisäti(?:etoja|edot)|yhteystiedot|presskontakt(?:er)?|kontaktpersoner?|mer information|ytterligare information|perscontact(?:en)?|nadere informatie|kontakt (?:prasowy|dla mediów|pro média)|sajtókapcsolat|kapcsolat|basın iletişim(?: bilgileri)?|iletişim|(?:date de )?contact(?: (?:presă|pentru presă))?|kontakt za medije|kontaktas(?: žiniasklaidai)?|weitere informationen|rückfragen`

var (
	email = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}`)
	// hiddenAt is how people write the sign in an address that no program is to gather: "press(at)council.example", «press [собака] council.example»;
	// hiddenDot the same for its dots.
	hiddenAt  = regexp.MustCompile(`([\p{L}\d_-])(?:\s?[(\[{<]\s?(?i:at|ät|собака|собачка|@|arroba)\s?[)\]}>]\s?|\s@\s)([\p{L}\d])`)
	hiddenDot = regexp.MustCompile(`([\p{L}\d])\s?[(\[{]\s?(?i:dot|точка|\.)\s?[)\]}]\s?(\p{L})`)
	// accountBehind is an account with the name of its network behind it: "@council (Telegram)".
	accountBehind = regexp.MustCompile(`(@\w{3,})\s*\((?i:(telegram|телеграм|tg))\)`)
	// mention says that a contact follows, and nothing else.
	mention = regexp.MustCompile(`^(?i:(?:(?:медиа-?|пресс-?)?контакт[а-я]*|контактн\S+ (?:лиц|информаци|данны|телефон)\S*|(?:телефоны?|номера?) для связи|дополнительная информация|справки|(?:press |media |company |press office |media relations |investor |investor relations |analyst |corporate |ir |pr )?(?:contacts?(?: (?:information|details|persons?|us))?|enquiries|inquiries)|kontakt\S*|contacts? presse|байланыш(?: үчүн)?|байланыс(?: үшін)?|aloqa(?: uchun)?|барои тамос|кантактн\S+ (?:асоб|інфармацы|даны|тэлефон)\S*|кантакт\S*)` +
		`(?:\s(?:для|по|for|of)\s[^:]{1,60})?\s*:|для (?:представителей |прадстаўнікоў )?(?:сми|смі|змі|прессы|прэсы|журналистов|інвестараў|инвесторов|аналитиков|партн[её]ров|участников|посетителей|гостей)\s*:|(?:бақ|журналистер)(?: өкілдері)? үшін\s*:|жмк үчүн\s*:|oav uchun\s*:|телефоны?\sгорячей линии\s*:|тел(?:\.|ефоны?)\s(?:для\s(?:представителей )?(?:сми|прессы|журналистов|справок)|пресс-\S+)(?:\s[^:\d]{1,40})?\s*:|исп\.\s*:?|исполнитель(?:\s*:|\s)|(?:орынд(?:аушы|аған|\.)|аткаруучу|выканаўца|вык\.|ijrochi|иҷрокунанда)\s*:|для связи\s*:|for (?:the )?(?:press|media|investors?|analysts?|shareholders|customers|editors|broadcasters|partners)(?: (?:and|&) \p{L}+)?(?: (?:relations|enquiries|inquiries|queries|information))?\s*:|(?:to )?rsvp\s*:|ответственн(?:ый|ая|ое)(?:\s(?:лицо|исполнитель))?(?:\sза\s[^:\d]{3,40})?\s*:)\s*|^(?i:контакт[а-я]*)\s\p{Ll}[^:\d@]{2,60}:\s*|^(?i:контакт[а-я]*(?: лицо)?\s(?:для|по|for)\s[^:–—\d@]{2,60}?|лицо для связи|для связи|организатор(?:ы)?(?:\s\p{Ll}+)?)\s+[–—-]\s+|` +
		`^(?i:(?:(?:медиа-?|пресс-?)?контакт[а-я]*|контактн\S+ (?:лиц|информаци|данны|телефон)\S*|(?:press |media |company |press office |media relations |investor |investor relations |analyst |corporate |ir |pr )?contacts?(?: (?:information|details|persons?|us))?|(?:for )?(?:all )?(?:press|media) (?:enquiries|inquiries|queries)|дополнительная информация|информация для (?:сми|прессы|журналистов)|(?:для|для прадстаўнікоў) (?:представителей )?(?:сми|смі|змі|прессы|прэсы|журналистов|инвесторов|аналитиков|партн[её]ров)|кантакт[а-яі]*|контакти|(?:presse|medien)?kontakt(?:e|y|lar)?|ansprechpartner(?:in)?|(?:бақ үшін )?байланыс(?: үшін)?|(?:жмк үчүн )?байланыш(?: үчүн)?|(?:oav uchun )?aloqa(?: uchun)?|барои тамос|(?:for )?(?:more|further|additional) information|` + mentionElsewhere + `)(?:\s(?:для|for)\s\S+|\s(?:пресс-службы|пресс-центра|организатор\p{Ll}+|компании|фонда|музея|театра|редакции|агентства|оргкомитета|заявителя))?|\p{L}+ қызметінің байланыс деректері|байланыс деректері)$`)
	// matter says on what somebody is to be asked.
	matter = regexp.MustCompile(`^(?i:(?:у вас )?(?:есть|остались|возникли|появились) вопросы\?|(?:за |для )?(?:получения )?дополнительной информаци\S+|по (?:всем )?вопросам|вопросы|интервью|запросы|аккредитация|for (?:(?:more|further|additional) information|(?:immediate|urgent|further) (?:assistance|help)))(?:\d:\d|[^:]){0,60}:(?:\s+|$)`)
	// Courtesy ends a letter above its writer.
	Courtesy = regexp.MustCompile(`^(?i:с (?:глубоким |искренним )?уважением|з павагай|құрметпен|урматтоо менен|(?:сый-)?урмат менен|бо эҳтиром|hurmat bilan|հարգանքով|respectfully|(?:best |kind |warm )?regards|(?:yours )?(?:sincerely|faithfully)(?: yours)?)(?:\s*[,.!:՝]\s*|$)|^(?i:с уважением и \p{L}[\p{L} ]{3,50}|искренне ваша?|(?:спасибо|благодар(?:им|ю)(?: вас)?) за (?:внимание|сотрудничество|понимание|содействие)|заранее (?:спасибо|благодар(?:им|ю|ен|на|ны)(?: вас)?(?: за \p{L}+)?)|(?:с надеждой|надеемся|надеюсь) на (?:сотрудничество|встречу|ваш интерес)|хорошего дня|доброго дня|с благодарностью|cheers|warmly|cordially|best regards,? .{2,20}|mit freundlichen grü(?:ß|ss)en|freundliche grü(?:ß|ss)e|cordialement|bien à vous|z poważaniem|з повагою|hörmətlə|cu stimă|с наилучшими пожеланиями|всего (?:доброго|хорошего)|all the best|best|(?:many )?thanks(?: and \p{L}[\p{L} ]{3,30})?|thank you|best wishes)\s*[,.!]?$`)
	// site is a web address with nothing but its name before it. «А.И.Пробная» is none.
	site = regexp.MustCompile(`^(?:(?i:(?:(?:наш )?(?:канал|чат|бот|группа|страница|сообщество) (?:в|на) )(?:телеграмм?е?|telegram|max|макс|vk|вк(?:онтакте)?|дзене|rutube|youtube)|(?:официальный |интернет-|веб-)?сайт(?:ы)?(?:\s\p{L}+)?|(?:veb-)?sayt|сомона|կայք|w|web|website|(?:телеграмм?|telegram|vk|вк(?:онтакте)?|facebook|instagram|x|twitter|youtube|rutube|одноклассники|дзен|max|linkedin|тг|tg|ok|rss)(?:[ -](?:канал|группа|страница|бот|чат|channel|page))?)(?:\s*:\s*|\s+))?((?:https?://|www\.)\S+?|[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:\p{Ll}{2,}|\p{Lu}{2,})(?:/\S*?)?)[.,;]?$`)
	// account is a name in Telegram, which has an address on the web.
	account = regexp.MustCompile(`^(?i:telegram|телеграм|tg)(?i:-?канал)?\s*:?\s*@(\w{3,})[.,;]?$`)
	// numbering stands before people in a list, and tag before what a form says of one.
	numbering = regexp.MustCompile(`^\d{1,2}[.)]\s+(\p{Lu})`)
	tag       = regexp.MustCompile(`^(?i:(ф\.?\s?и\.?\s?о\.?|имя(?: и фамилия)?|фамилия,? имя(?:,? отчество)?|name|attn|attention)|(должность|(?:job )?title|position|post)|((?:(?:полное )?(?:название|наименование) )?(?:организаци[яи]|компани[яи]|учреждения|ведомства)|компания|ведомство|организатор|источник|автор|подготовлено|подготовил[аи]?|issued by|organi[sz]ation|company|organi[sz]er|source|agency|агентство|firm|client|клиент))\s*:\s*(\S.*)$`)
	// twoWords is such a tag, or what is said of a number, whose other word says no more.
	twoWords = regexp.MustCompile(`^(?i:(?:media |press )?contact\s+(name|e-?mail|phone|telephone)(?: address| number)?|(company|organi[sz]ation|agency)\s+name)\s*:`)
	// pleaseContact begins a sentence that names somebody and says how he is reached.
	pleaseContact = regexp.MustCompile(`^((?i:(?:for|to|media|journalists|reporters|those)\s[^:.@\d]{3,90}?\s(?:contact|reach out to|get in touch with|write to|call|phone|telephone|e-?mail|speak to)|[^:.@\d?]{3,60}\?\s(?:please\s)?(?:contact|call|e-?mail|write to)|(?:further|more|additional) (?:information|details) (?:is available |available )?from)\s+(?i:(?:the|our)\s+)?)\p{Lu}`)
	// provided says who wrote a text, above how he is reached.
	provided = regexp.MustCompile(`^(?i:(?:информаци[яю]|материалы?|текст|сообщение|(?:пресс-)?релиз) (?:предоставил[аи]?|предоставлен[аоы]?|подготовил[аи]?|подготовлен[аоы]?)|подготовил[аи]?|подготовка)\s*:?\s+`)
	// issuer names, without a colon, the organisation that issues a release.
	issuer = regexp.MustCompile(`^(?:(?i:issued by)\s(?:the\s)?|SOURCE\s)(\p{Lu}\S.*)$`)
	// atOffice is a person with where he works: "Jo Nash in the University press office".
	atOffice = regexp.MustCompile(`^(\p{Lu}\p{Ll}+\s\p{Lu}[\p{L}.-]+(?:\s\p{Lu}[\p{L}-]+)?)\s(?:in|at|from|with|for)\s(?:the\s)?(\p{Lu}.*)$`)
	// stopped is a full stop before what says how somebody is reached: "… City. Tel.: …".
	stopped = regexp.MustCompile(`(\p{L}{4}|\d)\.\s+((?i:телефоны?|пресс-\p{Ll}+|контакт\p{Ll}*|тел|факс|моб|e-?mail|эл|почта|tel|telephone|phone|fax|mob|mobile|сайт|web|twitter|facebook|instagram|telegram|мобильн\p{Ll}+|сотов\p{Ll}+|рабоч\p{Ll}+|пишите|наш\s(?:сайт|телефон)|часы работы|режим работы|office hours)[\s.:/])`)
	// joins stands between such words and between two numbers.
	joins = regexp.MustCompile(`(?i:(?:^|[\s,(]+)(?:please|on|at|by|via|or|and|through|(?:can|may) be (?:reached|contacted)|e-?mail|call|visit|go to|see|или|либо|и|по|на|(?:в|на) (?:нашей |официальной |нашем |официальном )?(?:групп|страниц|сайт|канал|сообществ)\p{Ll}*))+[\s:]*$`)
	// whenBefore is in brackets behind an office: «Пресс-центр (с 9:00 до 20:00): …».
	whenBefore = regexp.MustCompile(`\s*\(([^()]*(?:\d{1,2}[:.]\d\d|\d\sдо\s\d|круглосуточно|24/7|24 hours)[^()]*)\)\s*(:|[,;–—-]\s)`)
	// whenBehind stands at the end of a line: «…, часы работы: 8:00–22:00».
	whenBehind = regexp.MustCompile(`[,;]\s+((?i:(?:часы|время|график|режим) работы|(?:office|working|opening) hours)\s*:?\s[^@]*)$`)
	// handle is an account that has no address by itself: "Twitter: @council".
	handle = regexp.MustCompile(`^@\w{3,}\s(?:(?:on|в|на)\s\p{L}[\p{L} ]{0,20}|\((?:[XХ]|Twitter|Instagram|Threads|TikTok|YouTube)\))$|^(?:\p{L}[\p{L}\d /]{0,20}\s*:?\s*)?@\w{3,}$|^(?i:skype|скайп|wechat|discord|threema|signal)\s*:\s*[\w.:-]{3,40}$`)
	// where says for which place somebody is to be asked: "In Brussels: …", «В Москве: …».
	where = regexp.MustCompile(`^(?:In|В|Во)\s\p{Lu}[\p{L} -]{2,30}:\s+`)
	// mailLabel is whatever stands before a mail address.
	mailLabel = regexp.MustCompile(`^\p{L}[\p{L}.'’‘-]*(?:\s[\p{L}.'’‘-]+){0,3}\s*[:–—-]$`)
	// mailOf is what says whose an address of mail is.
	mailOf = regexp.MustCompile(`^(?:\p{L}[\p{L}-]*\s){0,2}(?i:e-?mail|(?:эл(?:ектронная|\.)\s)?почта)(?:\s\p{L}[\p{L}-]*){1,3}\s*:\s*$`)
	// messenger says by which program a number answers, and stays with it.
	messenger = regexp.MustCompile(`(?i:whats\s?app|в[ао]т[сц]апп?|viber|вайбер|telegram|телеграм|signal|imo|(?:emergency |urgent )?out[- ]of[- ]hours|after[- ]hours|weekends?|tty|tdd|toll[- ]free|freephone|для (?:экстренной|срочной|оперативной|быстрой) связи|экстренная связь|срочная связь|в нерабочее время|круглосуточно|бесплатно|[/,+&]\s?(?:max|макс))[\s:/,()]*$|(?:^|[\s/,(])(?:MAX|МА(?:Х|КС)|WA|wa)[\s:/,()]*$`)
	// townBehind is one before a town: «443000 Самара».
	townBehind = regexp.MustCompile(`^\d{6}\s(\p{Lu}[\p{L} -]+)$`)
	// numeric is a date, or a span of years or hours, that looks like a number to call.
	numeric = regexp.MustCompile(`^\(?(?:\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$|\d{1,2}[/-]\d{1,2}[/-](?:19|20)\d\d$|(?:19|20)\d\d-\d\d-\d\d$|(?:19|20)\d\d\s?[–—-]\s?(?:19|20)\d\d$|(?:[01]?\d|2[0-4])[.:][0-5]\d\s?[–—-]\s?(?:[01]?\d|2[0-4])[.:][0-5]\d\)?$)`)
	// WithInitial is a name, even where its surname looks like an adjective: «Пробная А. И.».
	WithInitial = regexp.MustCompile(`(?:^|[\s.])\p{Lu}\.`)
	// hours say when somebody answers, and stay beside a contact.
	hours = regexp.MustCompile(`^\(?(?i:(?:(?:часы|время|график|режим) (?:работы|при[её]ма)|(?:в |по )?(?:(?:пн|вт|ср|чт|пт|сб|вс)\.?[\s,–—-]|понедельник|будн|рабочи(?:е|м) дн|ежедневно)|` +
		`(?:(?:office|working|opening|business|press|media) )?hours\s*:|(?:office|working|opening|business) hours|(?:mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)?[\s,.–—-]|daily|с)[^\n]*\d{1,2}(?:[:.]\d\d|\sдо\s\d|\s?[–—-]\s?\d|\s?[ap]\.?m)|[^\n\d]{0,40}(?:круглосуточно|24/7))`)
	// desks answer phones, and are no persons.
	desks = regexp.MustCompile(`^(?i:(?:\p{L}+ая\s)?горячая линия(?:\s[^\d:@,;]{2,60})?|(?:единая )?дежурно-диспетчерская служба|еддс|дежурная часть|диспетчерская|(?:единый )?тел(?:ефоны?|\.) доверия|(?:сенім|ишеним) телефону?ы?|ишонч телефони|ishonch telefoni|контактный центр|единый (?:контактный )?телефон|(?:общественная )?при[её]мная|справочная(?: служба)?|(?:билетн\S+ )?касс[аы]|регистратура|ресепшн|администратор|экскурсионное бюро|бронирование|запись на экскурсии|box office|ticket office|reception|front desk|bookings|(?:call|колл)-центр|main(?: (?:office|line|number))?|байланыс орталығы|байланыш борбору|aloqa markazi|(?:(?:media|press|news|information|crisis|support|customer|emergency|info|public|national|toll-free|visitor|passenger|24-hour|24/7) ){0,2}(?:hotline|helpline|switchboard|newsroom)|(?:(?:24-hour|24/7|out-of-hours|after-hours|weekend|duty) )?(?:media|press|news) (?:line|phone|number)|(?:(?:24-hour|24/7|out-of-hours|after-hours|weekend|duty|emergency) )+(?:line|phone|number|contact|desk)|(?:круглосуточная |прямая )?линия (?:для (?:сми|прессы|журналистов)|пресс-\S+))$`)
	// deskOf is such a desk with whose it is: "Northwind Energy Media Line".
	deskOf = regexp.MustCompile(`^(?:\p{Lu}[\p{L}&.’'-]*\s){1,5}(?i:media|press|news)\s(?i:line|desk|hotline|phone|number)$`)
	// officeAsked asks to turn to an office by its name: "Contact the Marsh Trust press office: …".
	officeAsked = regexp.MustCompile(`^((?i:please )?(?i:contact|call|ring|phone|e-?mail) (?i:the|our) )(?:\p{Lu}[^:,@\d]{1,60}? )?(?i:(?:press|media|news|communications) (?:office|team|desk|cent(?:re|er)|department))(?:[\s:,]|$)`)
	// bracketed is a post behind a name: «Анна Примерова (пресс-секретарь)».
	bracketed = regexp.MustCompile(`^(\p{L}[^()]+?)\s+\((\p{L}[^()\d]{1,60})\)$`)
	// placed is a line of a form that says where somebody is, "Country: Canada", and what a wire writes in the place of an address.
	placed = regexp.MustCompile(`^(?i:(?:country|city|city/country|state|province|location|страна|город|регион)\s*:\s*\p{L}[^@\d]*|contact (?:via|by) e-?mail)$`)
	// shortNumber is one of few digits, which only an office's name before it tells from any other: «Справочная служба: 122».
	shortNumber = regexp.MustCompile(`^([^:\d@]{3,60}?)\s*[:–—-]\s*(\*?\d{3,5})\.?$`)
	// between parts a name from a post, and both from what reaches them.
	between = regexp.MustCompile(`\s+(?:[—–|·•-]|//?)\s+|\s*[,;|]\s+`)
)
