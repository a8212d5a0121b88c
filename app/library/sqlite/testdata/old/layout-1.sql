-- A library of layout 1, as the program of its time wrote it: a release with an embargo,
-- its twin, a short one twice, and one in the trash.
CREATE TABLE release (
		id       INTEGER PRIMARY KEY AUTOINCREMENT,
		revision INTEGER NOT NULL,
		headline TEXT NOT NULL,
		place    TEXT NOT NULL,
		lead     TEXT NOT NULL,
		day      TEXT NOT NULL, -- the release's date, YYYY-MM-DD or empty
		status   TEXT NOT NULL,
		kind     TEXT NOT NULL,
		language TEXT NOT NULL,
		created  INTEGER NOT NULL, -- milliseconds since 1970, UTC
		saved    INTEGER NOT NULL,
		trashed  INTEGER,          -- when it went to the trash
		folded   TEXT NOT NULL,    -- what searches read
		text     TEXT NOT NULL,    -- the release's TOML form: the truth
		checksum BLOB NOT NULL     -- SHA-256 of text
	) STRICT;
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum) VALUES (1, 3, 'Совет принял план строительства дорог', 'Пробный', 'Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.', '2024-09-11', 'approved', 'meeting', 'ru', 1726063320000, 1726070520000, NULL, 'совет принял план строительства дорог

совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.
стороны договорились продолжить консультации в озерске.

что дальше

дороги нужны всем.
иван пробный
мосты
школы
больницы


пробный
14-с
не для печати
дороги
план
анна озерова


press@sovet.example', 'format = 1
language = "ru"
kind = "meeting"
status = "approved"
number = "14-с"
headline = "Совет принял план строительства дорог"
date = "2024-09-11"
place = "Пробный"
embargo = "2024-09-11T12:00:00+06:00[Asia/Bishkek]"
tags = ["дороги", "план"]
lead = "Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ."
notes = "не для печати"

[[blocks]]
kind = "paragraph"
text = "Стороны договорились продолжить консультации в Озёрске."

[[blocks]]
kind = "subheading"
text = "Что дальше"

[[blocks]]
kind = "quotation"
text = "Дороги нужны всем."
speaker = "Иван Пробный"

[[blocks]]
kind = "list"
text = "мосты\nшколы\nбольницы"

[[contacts]]
name = "Анна Озерова"
email = "press@sovet.example"

[[contacts.phones]]
number = "+996 000 000"
kind = "phone"
', X'193C94487797D1B3D954C0C93CB5F908AB23A482247A8EC9F0C381DBE5FD412E');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum) VALUES (2, 1, 'Совет принял план строительства дорог', 'Пробный', 'Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.', '2024-09-11', 'approved', 'meeting', 'ru', 1726074120000, 1726074120000, NULL, 'совет принял план строительства дорог

совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.
стороны договорились продолжить консультации в озерске.

что дальше

дороги нужны всем.
иван пробный
мосты
школы
больницы


пробный
14-с
не для печати
дороги
план
анна озерова


press@sovet.example', 'format = 1
language = "ru"
kind = "meeting"
status = "approved"
number = "14-с"
headline = "Совет принял план строительства дорог"
date = "2024-09-11"
place = "Пробный"
embargo = "2024-09-11T12:00:00+06:00[Asia/Bishkek]"
tags = ["дороги", "план"]
lead = "Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ."
notes = "не для печати"

[[blocks]]
kind = "paragraph"
text = "Стороны договорились продолжить консультации в Озёрске."

[[blocks]]
kind = "subheading"
text = "Что дальше"

[[blocks]]
kind = "quotation"
text = "Дороги нужны всем."
speaker = "Иван Пробный"

[[blocks]]
kind = "list"
text = "мосты\nшколы\nбольницы"

[[contacts]]
name = "Анна Озерова"
email = "press@sovet.example"

[[contacts.phones]]
number = "+996 000 000"
kind = "phone"
', X'193C94487797D1B3D954C0C93CB5F908AB23A482247A8EC9F0C381DBE5FD412E');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum) VALUES (3, 1, 'Коротко', '', '', '', 'draft', 'news', 'ru', 1726074120000, 1726074120000, NULL, 'коротко





', 'format = 1
language = "ru"
kind = "news"
status = "draft"
headline = "Коротко"
', X'6CCF5E09BCF8AA73960622C0CFE15832EED9D03EBF7883205D99CA025669723B');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum) VALUES (4, 1, 'Коротко', '', '', '', 'draft', 'news', 'ru', 1726074120000, 1726074120000, NULL, 'коротко





', 'format = 1
language = "ru"
kind = "news"
status = "draft"
headline = "Коротко"
', X'6CCF5E09BCF8AA73960622C0CFE15832EED9D03EBF7883205D99CA025669723B');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, folded, text, checksum) VALUES (5, 1, 'Thrown away', '', '', '', 'draft', 'news', 'en', 1726074120000, 1726074120000, 1726074120000, 'thrown away





', 'format = 1
language = "en"
kind = "news"
status = "draft"
headline = "Thrown away"
', X'4A049D79FD67B7516DAB8312144E09959B44044BB9E638639BDE9CFC6C400E1E');
UPDATE sqlite_sequence SET seq = 5 WHERE name = 'release';
CREATE INDEX release_newest ON release (CASE day WHEN '' THEN date(created / 1000, 'unixepoch') ELSE day END DESC, id DESC)
		WHERE trashed IS NULL;
PRAGMA user_version = 1;
