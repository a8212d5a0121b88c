package command

import (
	"bytes"
	"context"
	"os"
	"strings"
	"time"

	"communique/app/library/sqlite"
	"communique/editor/intake"
	"communique/editor/release"
)

// sessions are the commands with their flags, their JSON and their errors, each
// session by the name of its golden files.
var sessions = map[string]session{
	"usage": {nil, []string{
		"--version", "fly", "draft.toml", "--colour", "-x", "--library", "help fly", "help people fly", "help show 1",
		"list --colour", "list -z", "list --limit", "list --limit=x", "list --json=maybe", "list extra", "list --=x",
		"show", "show 1 2", "search", "quotes", "history", "diff 1 1", "restore 1", "backup a b", "restore-backup", "verify x",
		"trash 1 --restore --erase", "check 1 --json --sarif", "new", "new --template meeting extra", "import", "check",
		"export 1", "export --to txt", "export 1 --all --to txt",
		"people fly", "people list extra", "people add", "people import", "people export a b", "places add Пробный --post Министр",
		"styles fly", "styles show", "styles check", "templates fly", "templates show a b", "templates check",
		"snippets fly", "snippets show", "snippets add", "snippets add a b c", "snippets remove",
		"completion", "completion tcsh", "licences a b", "message-box one",
	}},
	"new": {furnished, []string{
		"new --template statement --set date=2024-10-02 --set place=Женева --set 'speaker=Иван Пробный' --set 'subject=о дорогах'",
		"new --template statement --language en --set place=Geneva",
		"new --template meeting --set 'host=Анна Озерова' --set 'guest=Юрий Кравец'",
		"new --template meeting --set 'guest=Иван Пробный' --set 'guest.ins=Иваном-свет Пробным' --set 'guest.дат=Ивану-свет'",
		"new --template call --set 'date=11.09.2024' -o draft.toml", "cat draft.toml",
		"new --template call -o draft.toml", "new --template call -o draft.toml --force", "cat draft.toml",
		"new --template call --save", "new --template call --save -o both.toml", "ls both.toml", "new --template call --save -o -", "list --count",
		"new --template meeting --save --set 'host=Министр обороны Анна Озерова'", "people list", "new --template call -o nowhere/draft.toml",
		"new --template party", "new --template meeting --language de", "new --template meeting --set gast=Я",
		"new --template meeting --set guest.voc=Я", "new --template meeting --set guest", "new --template meeting --set date=вчера",
		"new --template meeting --save --library config", "new --template meeting --config wire.txt",
	}},
	"import": {wired, []string{
		"import wire.txt", "import wire.txt --json", "import bare.txt good.toml --json", "import - < two.txt", "import no-headline.txt", "import 7", "import order.TOML",
		"import two.txt -o out", "cat out/2024-03-14-v-probnom-proshla-vstrecha-predstaviteley-soveta-2.release.toml", "import two.txt -o out", "import two.txt -o out --force",
		"ls out", "import two.txt --save", "import wire.txt --save -o saved", "list",
		"import missing.txt wire.txt", "import missing.txt wire.txt --json", "import zeros.txt", "import empty.txt", "import bad.toml", "import key.toml", "import . -o out",
		"import wire.txt -o wire.txt", "import wire.txt --save --library config/settings.toml",
		"import old --library other.db", "import old wire.txt --json --library other.db", "import old.zip --library other.db", "import old --library wire.txt",
		"list --library other.db",
	}},
	"documents": {documents, []string{
		"import release.docx --save", "show 1", "check release.docx", "export release.docx --to html,txt -o direct", "export 1 --to md -o kept", "import release.docx --save",
		"import page.html -o brought", "ls brought", "import letter.eml --json", "import notes.md",
		"import old.rtf secret.docx broken.docx", "import folder --library other.db", "export 1 2 --to txt -o all --library other.db",
	}},
	"list": {stocked, []string{
		"list", "list --json", "list --count", "list --limit 1", "list --sort oldest", "list --sort edited --limit 1 --json", "list --sort pretty",
		"search встреч", "search встречи членов --json", "search 'нет такого'", "search 'нет такого' --json", "search год:2024 --count", "search status:draft --limit 1",
		"search 'встречи дорогах'", "search сказал:Пробного --sort best", "search встреч --sort pretty",
		"quotes Иван Пробный", "quotes Пробный --json", "quotes Никто", "quotes Никто --json",
		"list --library old", "search x --library old", "quotes x --library old", "list --count --library old",
	}},
	"show": {stocked, []string{
		"show 1", "show 1 --json", "show 2 --json", "show 1 --version 1", "show 1 --version 9", "show 77", "show 77 --version 3", "show abc", "show a", "show 9", "show 9223372036854775807", "show 1 --library old",
		"history 1", "history 1 --json", "history 77", "history abc", "history 1 --library old",
		"diff 1 1 2", "diff 1 1 2 --json", "diff 1 2 1", "diff 1 2 2", "diff 1 2 2 --json", "diff 1 1 9", "diff 1 9 1", "diff x 1 2", "diff 1 x 2", "diff 1 1 x", "diff 1 1 2 --library old",
		"restore 1 1", "history 1", "show 1", "restore 1 9", "restore 77 1", "restore x 1", "restore 1 x", "restore 1 1 --library old",
	}},
	"trash": {stocked, []string{
		"trash", "trash --json", "trash 1", "trash", "trash --json", "list --count", "trash --restore", "trash 1 --restore", "list --count",
		"trash 1 2", "trash --erase 1", "trash", "trash --erase", "trash", "list --count",
		"trash x", "trash 77", "trash 77 --restore", "trash 77 --erase", "trash --library old", "trash 1 --library old",
	}},
	"backup": {backedUp, []string{
		"backup", "backup --json", "backup копия.db", "backup копия.db", "trash 1 2", "trash --erase", "list --count", "restore-backup копия.db", "list --count",
		"restore-backup нет.db", "restore-backup wire.txt", "backup --library old", "backup x.db --library old", "restore-backup копия.db --library old",
		"restore-backup копия.db --library новая/library.db", "list --count --library новая/library.db",
		"list --library нет.db", "search x --library нет.db", "verify --library нет.db", "care --library нет.db", "backup --library нет.db", "export --all --to txt -o all --library нет.db", "list --library нет.db",
		"verify", "verify --json", "verify --library old", "care", "care --json", "care --library old", "recover", "recover --library old", "recover --library wire.txt",
	}},
	"damage": {damaged, []string{"verify", "verify --json", "show 1", "list", "check 1 2", "export 1 2 --to txt -o out", "export --all --to txt -o all", "export --all --to toml -o archive", "care", "care --json", "recover", "recover --json", "verify"}},
	"merge": {parted, []string{
		"list", "merge --json", "merge", "ls merged", "list", "history 1", "history 2", "show 2", "trash", "merge 'merged/library (конфликтующая копия PRESS 2024-09-11).db'", "verify",
		"merge wire.txt missing.db library.db", "merge old", "merge --library old",
	}},
	"shared": {stocked, []string{
		"import wire.txt --save --library Dropbox/library.db", "list --library Dropbox/library.db", "list", "cat config/settings.toml",
	}},
	"check": {wired, []string{
		"check wire.txt", "check wire.txt --json", "check two.txt bare.txt", "check bare.txt --json", "check embargo.toml", "check good.toml", "check good.toml --json", "check - < good.toml", "check - < bare.txt",
		"check 7", "check a", "check 9", "check 9223372036854775807", "check missing.txt good.toml", "check missing.txt --json", "check 1", "check old", "check key.toml wire.txt",
		"import wire.txt --save", "check 1", "check 12 --json", "check 1 --only space-twice --without space-twice",
	}},
	"export": {wired, []string{
		"export wire.txt --to pdf,docx,txt,html,md,eml,ninjs,package -o out", "ls out", "cat out/2024-03-14-v-probnom-proshla-vstrecha-predstaviteley-soveta.txt",
		"export wire.txt --to txt,md -o out", "export wire.txt --to txt -o out --force", "export wire.txt --to txt -o out --json", "export wire.txt --to package -o out", "export wire.txt --to package -o new --json",
		"export two.txt wire.txt good.toml --to txt,md -o several", "export two.txt --to txt,package -o several/more --json", "export missing.txt wire.txt --to txt -o third", "export missing.txt --to package -o third", "export missing.txt wire.txt --to txt -o fourth --json",
		"export good.toml --to txt", "cat 2024-09-11-sovet-prinyal-plan.txt", "export - --to txt -o stdin < good.toml",
		"export good.toml --to txt --width 30 -o narrow", "cat narrow/2024-09-11-sovet-prinyal-plan.txt",
		"export good.toml --to txt --crlf -o crlf", "cat crlf/2024-09-11-sovet-prinyal-plan.txt",
		"export good.toml --to txt --windows-1251 -o cp1251", "export kazakh.txt --to txt --windows-1251 -o cp1251", "export kanji.txt --to pdf -o kanji", "export kanji.txt --to pdf -o kanji --force --json",
		"export bare.txt --to txt -o bare", "export embargo.toml --to txt -o embargo", "export unread.toml --to txt -o unread",
		"export good.toml --with embargo.toml --to pdf -o with", "export good.toml --with missing.txt --to pdf -o without", "export good.toml --with missing.txt,embargo.toml --to pdf -o without",
		"export held.toml --to txt,package -o held", "export held.toml good.toml --to md -o held --json", "export good.toml --with held.toml --to pdf -o held", "export held.toml --to txt,package --despite ' ' -o held", "ls held",
		"export held.toml --to txt,package --despite 'Имя объявят на встрече' -o held", "export good.toml --with held.toml --to pdf --despite 'Имя объявят' -o held/with", "export overridden.toml --to txt -o held", "ls held",
		"export letters.toml --to pdf,txt,eml,package -o letters", "ls letters", "export letters.toml --to pdf,package --despite 'Так и задумано' -o letters", "ls letters",
		"export good.toml --to odt", "export good.toml --to package,odt", "export good.toml --to toml", "export good.toml --to pdf --style nowhere", "export good.toml --to txt --style nowhere", "export good.toml --to pdf --style gost -o gost",
		"export good.toml --to txt -o wire.txt", "export good.toml --to txt --config wire.txt", "export --all --to txt -o all", "import two.txt --save", "export --all --to txt -o all", "export --all --to txt,md -o all/json --json", "export 1 77 --to txt -o ids",
		"export --all --to toml -o archive", "ls archive", "import archive --library again.db", "list --library again.db", "export --all --to toml -o wire.txt", "export --all --to txt,toml -o all", "export --all --to txt -o all --library old", "export --all --to toml -o archive --library old",
	}},
	"decline": {wired, []string{
		"decline Министр обороны Иван Пробный", "decline Министр обороны Иван Пробный --json", "decline --case ins Иван Пробный", "decline --case пр --kind place Бишкек",
		"decline --kind person --gender f Женя Коваль", "decline --gender m Женя Коваль", "decline --kind person Министр обороны Иван Пробный", "decline Министр обороны", "decline --kind post Министр обороны --json", "decline --kind org 'Совет пробных государств'", "decline Крым --json", "decline --case тв двадцать одно государство", "decline --kind phrase --case gen подготовка к сессии", "decline --case dat < names.txt", "decline - --json < names.txt", "decline < empty.txt", "decline --json < empty.txt",
		"decline Юрий Кравец", "decline Юрий Кравец --json", "decline Иван --kind animal", "decline Иван --gender x", "decline Иван --case voc", "decline Иван --config wire.txt",
	}},
	"people": {wired, []string{
		"people list", "people list --json", "people add Министр обороны", "people add Министр обороны Иван Пробный", "people add --post 'Президент Ирана' Масуд Пезешкиан", "people add Анна Озерова", "people add Министр юстиции Иван Пробный",
		"people list", "people list --json", "people export", "people export -", "people export people.csv", "cat people.csv", "people export people.csv", "people export people.csv --force", "people export people.toml", "cat people.toml", "cat config/people.toml", "people export people.xls",
		"people import cards.csv --preview", "people import good.csv --preview", "people import cards.csv", "people import cards.toml", "people import - < cards.csv", "people import wire.txt", "people import missing.csv", "people import colour.csv", "people import office.csv", "people import good.csv", "people list",
		"people add 'Президент Ирана Масуд Пезешкиан'", "people add ' '", "people add --post Министр ' '", "people list --config wire.txt", "people add Я --config wire.txt", "people import good.csv --config wire.txt", "people export --config wire.txt",
		"new --template meeting --set 'host=Иван Пробный'",
	}},
	"places": {wired, []string{
		"people import nobody.csv", "ls config", "places list", "places list --json", "places add Пробный", "places add ' '", "places list", "places list --json", "places export", "places export places.toml", "cat places.toml", "places import places.toml", "places import places.csv", "places list", "places list --config wire.txt", "places export --config wire.txt",
		"organisations list --json", "organisations add Совет пробных государств", "organisations add ''", "organisations list", "organisations list --json", "organisations export", "organisations import orgs.csv", "organisations list",
		"people list", "people export --force config",
	}},
	"unread": {halfRead, []string{
		"list", "list", "people list", "people add Анна Озерова", "cat config/people.toml", "new --template meeting", "templates list", "decline Иван Пробный", "styles list", "styles list --json", "verify", "check wire.txt",
		"export wire.txt --to txt -o out", "export wire.txt --to pdf -o out", "cat config/settings.toml",
	}},
	"settings": {foreign, []string{"list", "show abc", "new --template meeting", "templates show call --language ru", "fly", "help list", "check wire.txt"}},
	"unread-english": {func(o *office) {
		halfRead(o)
		o.write("config/settings.toml", "language = \"en\"\ntheme = \"pink\"\n")
	}, []string{"list", "people list"}},
	"templates": {wired, []string{
		"templates list", "templates list --language en", "templates list --language de", "templates list --language en --json", "templates show call --language en", "templates show party", "templates show call --language de",
		"templates check good-template.toml", "templates check good-template.toml bad-template.toml missing.toml good-template.toml", "templates check - < good-template.toml", "templates check - < wire.txt",
		"templates list --config wire.txt", "templates show call --config wire.txt", "new --template call --config wire.txt",
	}},
	"styles": {wired, []string{
		"styles list", "styles list --json", "styles show gost", "styles show own", "styles show nowhere", "styles check config/styles/own.toml", "styles check broken-style.toml config/styles/own.toml missing.toml", "styles check pale-style.toml timeless-style.toml",
		"styles list --config wire.txt", "styles list --config empty.txt", "styles show own --config wire.txt", "export good.toml --to pdf --style own --config wire.txt",
		"export good.toml --to pdf --style own -o own", "export good.toml --to pdf --style config/styles/own.toml -o file", "export good.toml --to pdf --style broken-style.toml -o broken",
	}},
	"spell": {misspelling, []string{
		"spell text.txt", "spell text.txt --json", "spell english.txt", "spell - --json < english.txt", "spell release.toml --json", "spell text.txt missing.txt", "spell missing.txt --json", "spell", "spell zeros.txt",
		"words list", "words add Кракозябр шмурдяковый", "words list --json", "cat config/words.toml", "spell text.txt", "words remove Кракозябр нет", "words list", "words add 'два слова'", "words add", "words fly",
		"spell text.txt --config wire.txt", "words list --config wire.txt", "words add совет --config wire.txt",
	}},
	"snippets": {snippeted, []string{
		"snippets list", "snippets list --json", "snippets list --language en", "snippets show 'О партнёре'", "snippets show Нет", "snippets show Встреча --language en", "snippets show Встреча --language de",
		"snippets add Строка line.txt", "snippets add Строка line.txt", "snippets add Строка line.txt --force --language ru", "snippets add Строка line.txt --force", "snippets add 'Всё подряд' marks.txt --language ru", "snippets show 'Всё подряд'",
		"snippets add - < snippets.toml", "snippets add snippets.toml", "snippets add ' ' line.txt", "snippets add Пустая empty.txt", "snippets add Поле field.txt", "snippets add Нет missing.txt", "snippets add Двоичная zeros.txt", "snippets add 'С ввода' - < line.txt",
		"snippets remove Строка --language ru", "snippets remove Строка --language ru", "snippets remove Встреча", "snippets list", "cat config/snippets.toml",
		"snippets list --config wire.txt", "snippets add Строка line.txt --config wire.txt", "snippets remove Строка --config wire.txt",
	}},
	"snippets-unread": {func(o *office) {
		snippeted(o)
		o.write("config/snippets.toml", "[[snippets]]\ntitle = \"Годная\"\ntext = \"Слова.\"\n[[snippets]]\ntext = \"Без названия\"\n[[snippets]]\ntitle = \"Поле\"\ntext = \"{person.voc}\"\ncolour = 1\n")
	}, []string{"snippets list", "snippets add Строка line.txt", "snippets list", "cat config/snippets.toml"}},
	"licences": {nil, []string{"licences nowhere", "licences github.com/spf13/pflag"}},
}

const goodRelease = `format = 1
language = "ru"
kind = "news"
status = "issued"
number = "14-с"
headline = "Совет принял план"
date = "2024-09-11"
place = "Бишкек"
lead = "Стороны обсудили план «А & Б» <срочно> и приняли его."

[[contacts]]
name = "Пётр Образцов"
email = "press@council.example"
`

// heldRelease is issued, and what it says was never filled in.
var heldRelease = strings.Replace(goodRelease, "и приняли его", "с [укажите: с кем]", 1)

const ownTemplate = `name = "own"
title = "Своё"
language = "ru"
kind = "news"
headline = "{guest.full} приехал"
date = "{date}"
lead = "Лид."

[[fields]]
name = "date"
kind = "date"
label = "Дата"

[[fields]]
name = "guest"
kind = "person"
label = "Кто"
`

// wired lays down the texts that a press office has about.
func wired(o *office) {
	release := "format = 1\nlanguage = \"en\"\nkind = \"news\"\nstatus = \"draft\"\nheadline = \"A meeting\"\nlead = \"It took place.\"\n"
	for name, text := range map[string]string{
		"wire.txt": raw, "two.txt": raw + "\n" + raw, "bare.txt": "Состоялась встреча с ХХХ.", "no-headline.txt": "14 марта 2024 года состоялась встреча.\n", "empty.txt": "", "zeros.txt": "а\x00б",
		"good.toml": goodRelease, "bad.toml": "format = 1\nheadline = «\n", "key.toml": "format = 1\ncolour = 1\n",
		"embargo.toml": release + "embargo = \"2099-01-01T12:00:00+06:00[Asia/Bishkek]\"\n", "unread.toml": unreadRelease,
		"held.toml": heldRelease, "overridden.toml": heldRelease + "[[overrides]]\nat = 2024-09-11T09:00:00Z\nwho = \"Анна Пробная\"\nwhy = \"Срочно\"\ncodes = [\"placeholder-left\"]\n",
		"letters.toml": strings.Replace(goodRelease, "принял план", "принял план 漢", 1),
		"kazakh.txt":   "Қазақстан жаңалықтары.\n", "kanji.txt": "Совет принял план 漢\n\nСостоялась встреча.\n",
		"names.txt":  "Иван Пробный\n\n  Анна Озерова \n",
		"cards.csv":  "first;last;post\nИван;Пробный;Посол\n;;Посол\nПётр;Образцов;\n",
		"cards.toml": "[[people]]\nfirst = \"Пётр\"\nlast = \"Иной\"\n[[people]]\ngender = \"m\"\n",
		"nobody.csv": "first;last;post\n;;Посол\n", "places.csv": "name;country;zone;english\nОзёрный;KG;Asia/Bishkek;Ozyorny\n",
		"7": goodRelease, "order.TOML": "headline = \"Совет\"\nlead = \"Лид.\"\nlanguage = \"ru\"\nkind = \"news\"\nstatus = \"draft\"\nformat = 1\n",
		"good.csv": "first;last;post\nЖанна;Долгих;Министр\n", "colour.csv": "colour\nred\n", "office.csv": "\xd4\xc8\xce;\xd2\xe5\xeb\xe5\xf4\xee\xed\n\xc1\xe5\xeb\xfb\xe9 \xcf\xb8\xf2\xf0;5\n", "orgs.csv": "name;abbreviation\nСовет содружества;СС\n",
		"old/a.txt": raw, "old/b/c.txt": "", "old/d.toml": goodRelease, "old/notes.xyz": "x", "old.zip": "no archive",
		"good-template.toml": ownTemplate, "bad-template.toml": "name = \"own\"\nheadline = \"{guest.weekday}\"\n", "broken-style.toml": "[text]\nsize = 900\n",
		"pale-style.toml": "letterhead.logo = 'empty.svg'\n[colours]\nmuted = '#aaaaaa'\n", "empty.svg": "<svg viewBox='0 0 9 9'/>", "timeless-style.toml": "words.en.embargo_until = 'HOLD IT'\n",
		"config/styles/own.toml": "base = \"gost\"\ntitle = { ru = \"Наш\", en = \"Ours\" }\n[draft]\nshow = false\n",
		"config/settings.toml":   "welcomed = true\n[organisation]\nname = \"Совет содружества\"\n[export]\npackage = [\"pdf\", \"txt\"]\n[export.mail]\nto = \"desk@agency.example\"\n",
	} {
		o.write(name, text)
	}
}

// misspelling is furnished, with texts that have mistakes, a dictionary that can be read and
// one that cannot.
func misspelling(o *office) {
	furnished(o)
	o.write("text.txt", "Агенство встретило Ивана Пробного.\r\n\nПробнаго и Кракозябра ждут шмурдяковые переговры, ghbdtn. См. www.sovet.example, COVID-19, МПКВЭС.\nМырзалар келелер бул жерге бүгүн кечинде, мырза.")
	o.write("english.txt", "The goverment’s spokesperson recieved teh delegation.\n") //nolint:misspell // it is a mistake on purpose
	o.write("release.toml", strings.Replace(goodRelease, "принял", "пренял", 1))
	o.write("config/dictionaries/ky.aff", "SET UTF-8\nSFX A Y 1\nSFX A 0 лар .\n")
	o.write("config/dictionaries/ky.dic", "7\nмырза/A\nкелелер\nбул\nжерге\nбүгүн\nкечинде\n")
	o.write("config/dictionaries/xx.aff", "SET KLINGON\n")
	o.write("config/dictionaries/xx.dic", "")
}

// snippeted is wired, with snippets of its own and files to make others from.
func snippeted(o *office) {
	wired(o)
	o.write("config/snippets.toml", "[[snippets]]\ntitle = \"О партнёре\"\nlanguage = \"ru\"\ntext = \"О партнёре рассказывает {person.nom.full}.\"\n[[snippets]]\ntitle = \"Встреча\"\nlanguage = \"ru\"\ntext = \"Встреча с {person.ins} прошла {place.in}.\"\n[[snippets]]\ntitle = \"Встреча\"\nlanguage = \"en\"\ntext = \"They met {person}.\"\n")
	o.write("line.txt", "\uFEFFПодробности {date}.\r\n")
	o.write("marks.txt", "Первый абзац.\n# Подзаголовок\n- пункт\n- ещё\n> Слова.\n> — Анна Озерова\n")
	o.write("field.txt", "О {place.voc}.\n")
	o.write("snippets.toml", "[[snippets]]\ntitle = \"Знак\"\ntext = \"* * *\"\n[[snippets]]\ntitle = \"\"\ntext = \"x\"\n")
}

// furnished is wired, with what the office puts into each release.
func furnished(o *office) {
	wired(o)
	o.write("config/settings.toml", "[organisation]\nname = \"Совет содружества\"\nboilerplate = \"О Совете.\"\n[[contacts]]\nname = \"Запасной\"\n[[contacts]]\ndefault = true\nname = \"Пётр Образцов\"\nemail = \"press@council.example\"\n")
	o.write("config/people.toml", "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n[people.forms]\ngen = \"Ивана Пробнога\"\n")
}

// stocked is wired, with two releases in the library, the first in two versions.
func stocked(o *office) {
	wired(o)
	found, err := intake.Read(intake.Source{Data: []byte(raw)})
	if err != nil {
		o.t.Fatal(err)
	}
	r := found.Releases[0]
	second := r.Clone()
	second.Headline, second.Lead, second.Number, second.Status = "", "Стороны обсудили\nдороги 2 октября.", "15-с", release.Issued
	second.Date, second.Place, second.Embargo = release.Date{}, "Женева", release.Embargo{}
	third := r.Clone()
	third.Headline, third.Blocks = "В Пробном прошла встреча пяти представителей Совета", third.Blocks[:1]
	third.Date, _ = release.NewDate(2024, 3, 15)
	for _, save := range []struct {
		id, revision int64
		r            release.Release
	}{{0, 0, r}, {0, 0, second}, {1, 1, third}} {
		o.now = o.now.Add(time.Hour)
		o.keep(func(store *sqlite.Library) error {
			_, err := store.Save(context.Background(), save.id, save.revision, save.r)
			return err
		})
	}
	o.keep(func(store *sqlite.Library) error {
		return store.NameVersion(context.Background(), 1, 1, "Отправлено на согласование")
	})
}

// keep changes the office's library.
func (o *office) keep(change func(*sqlite.Library) error) { o.keepIn("library.db", change) }

// keepIn changes a library.
func (o *office) keepIn(name string, change func(*sqlite.Library) error) {
	o.t.Helper()
	store, err := sqlite.Open(sqlite.Params{Path: o.path(name), Now: func() time.Time { return o.now }})
	if err != nil {
		o.t.Fatal(err)
	}
	if err := change(store); err != nil {
		o.t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		o.t.Fatal(err)
	}
}

// parted is stocked, with a conflicted copy of the library beside it: one release was changed in
// both, another in the copy alone, where it had been thrown away here, and one is new there.
func parted(o *office) {
	stocked(o)
	const copied = "library (конфликтующая копия PRESS 2024-09-11).db"
	data, err := os.ReadFile(o.path("library.db"))
	if err != nil {
		o.t.Fatal(err)
	}
	o.write(copied, string(data))
	o.now = o.now.Add(time.Hour)
	lead := func(id int64, lead string) func(*sqlite.Library) error {
		return func(store *sqlite.Library) error {
			r, e, err := store.Get(context.Background(), id)
			if err == nil {
				r.Lead = lead
				_, err = store.Save(context.Background(), id, e.Revision, r)
			}
			return err
		}
	}
	o.keep(lead(1, "Здешние слова."))
	o.keep(func(store *sqlite.Library) error { return store.Trash(context.Background(), 2) })
	o.keepIn(copied, lead(1, "Слова другого компьютера."))
	o.keepIn(copied, lead(2, "Стороны обсудили дороги и мосты."))
	o.keepIn(copied, func(store *sqlite.Library) error {
		r := release.New("ru")
		r.Headline, r.UUID = "Только в копии", "3f2b1c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d"
		_, err := store.Save(context.Background(), 0, 0, r)
		return err
	})
}

// backedUp is stocked, with a backup made the day before.
func backedUp(o *office) {
	stocked(o)
	made := time.Date(2024, 9, 10, 20, 30, 0, 0, time.UTC)
	if err := os.Chtimes(o.write("backups/library-2024-09-10.db", "0123456789"), made, made); err != nil {
		o.t.Fatal(err)
	}
}

// damaged is stocked, with words changed on the disk.
func damaged(o *office) {
	stocked(o)
	data, err := os.ReadFile(o.path("library.db"))
	if err != nil {
		o.t.Fatal(err)
	}
	o.write("library.db", string(bytes.ReplaceAll(data, []byte("рабочая встреча членов"), []byte("рабочая встречь членов"))))
}

// halfRead is stocked, with lines and cards that cannot be read.
func halfRead(o *office) {
	stocked(o)
	o.write("config/settings.toml", "theme = \"pink\"\n[organisation]\nname = 5\n")
	o.write("config/people.toml", "[[people]]\nfirst = \"Иван\"\nlast = \"Пробный\"\n[[people]]\n[[people.posts]]\ntitle = \"Президент\"\n")
	o.write("config/templates/ru/own.toml", "name = \n")
	o.write("config/styles/bad.toml", "[text]\nsize = 900\n")
}

// foreign is an office that speaks English, whose library's disk is not there.
func foreign(o *office) {
	wired(o)
	delete(o.env, "COMMUNIQUE_LIBRARY")
	o.write("config/settings.toml", "language = \"en\"\nlibrary = \"/nowhere/library.db\"\n")
}
