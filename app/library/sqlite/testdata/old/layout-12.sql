-- A library of layout 12, as the program of its time wrote it: that of layout 11 with an index that
-- has the words of headlines as words of their own.
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
		text     TEXT NOT NULL,    -- the release's TOML form: the truth
		checksum BLOB NOT NULL     -- SHA-256 of text
	, embargo TEXT NOT NULL DEFAULT '', fingerprint INTEGER NOT NULL DEFAULT 0, position INTEGER NOT NULL DEFAULT 0, number INTEGER NOT NULL DEFAULT 1, begun INTEGER NOT NULL DEFAULT 0, name TEXT NOT NULL DEFAULT '', uuid TEXT, release_number TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE version (
			release  INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE,
			number   INTEGER NOT NULL,
			saved    INTEGER NOT NULL, -- milliseconds since 1970, UTC
			name     TEXT NOT NULL,
			whole    INTEGER NOT NULL, -- 1: body needs no other version
			body     BLOB NOT NULL,    -- difference from the next newer version
			checksum BLOB NOT NULL,    -- SHA-256 of the version's text
			PRIMARY KEY (release, number)
		) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (headline, text, speakers, place, tags, facets,
	content = '', contentless_delete = 1, prefix = '3 4', tokenize = "ascii");
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE picture (
		id    INTEGER PRIMARY KEY,
		hash  TEXT NOT NULL UNIQUE, -- SHA-256 of the file, in small hexadecimal letters
		since INTEGER NOT NULL      -- when it was added, or a save let go of it; milliseconds since 1970, UTC
	) STRICT;
CREATE TABLE picture_file (
		picture INTEGER PRIMARY KEY REFERENCES picture (id) ON DELETE CASCADE,
		data    BLOB NOT NULL
	) STRICT;
CREATE TABLE shown (
		release INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
		version INTEGER NOT NULL,
		picture TEXT NOT NULL, -- its hash
		PRIMARY KEY (release, version, picture)
	) STRICT, WITHOUT ROWID;
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (1, 3, 'Совет принял план строительства дорог', 'Пробный', 'Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.', '2024-09-11', 'approved', 'meeting', 'ru', 1726063320000, 1726070520000, NULL, 'format = 1
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
', X'193C94487797D1B3D954C0C93CB5F908AB23A482247A8EC9F0C381DBE5FD412E', '2024-09-11T12:00:00+06:00[Asia/Bishkek]', 65782353436036085, 3174577832198145, 3, 1726070520000, '', '1445a73d-207b-875e-9a9c-d44dc729329c');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (2, 1, 'Совет принял план строительства дорог', 'Пробный', 'Совет обсудил дороги, мосты, школы и больницы, принял план и утвердил порядок работ.', '2024-09-11', 'approved', 'meeting', 'ru', 1726074120000, 1726074120000, NULL, 'format = 1
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
', X'193C94487797D1B3D954C0C93CB5F908AB23A482247A8EC9F0C381DBE5FD412E', '2024-09-11T12:00:00+06:00[Asia/Bishkek]', 65782353436036085, 3174577832198146, 1, 1726074120000, '', 'a55f4b76-796f-8a05-af5a-bb227f84ccb9');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (3, 1, 'Коротко', '', '', '', 'draft', 'news', 'ru', 1726074120000, 1726074120000, NULL, 'format = 1
language = "ru"
kind = "news"
status = "draft"
headline = "Коротко"
', X'6CCF5E09BCF8AA73960622C0CFE15832EED9D03EBF7883205D99CA025669723B', '', 0, 3174577832198147, 1, 1726074120000, '', '1086f9d2-0098-8513-9770-0e85eaf8e89d');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (4, 1, 'Коротко', '', '', '', 'draft', 'news', 'ru', 1726074120000, 1726074120000, NULL, 'format = 1
language = "ru"
kind = "news"
status = "draft"
headline = "Коротко"
', X'6CCF5E09BCF8AA73960622C0CFE15832EED9D03EBF7883205D99CA025669723B', '', 0, 3174577832198148, 1, 1726074120000, '', 'b73484c8-bf01-891f-909c-706e5dc9fa32');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (5, 1, 'Thrown away', '', '', '', 'draft', 'news', 'en', 1726074120000, 1726074120000, 1726074120000, 'format = 1
language = "en"
kind = "news"
status = "draft"
headline = "Thrown away"

[[unread]]
field = "date"
text = "31.06.2027"
', X'7723460013B6BC8A71946350A792E336C7A63B85EE3C75E70362031FB1010FE9', '', 0, 3174577832198149, 1, 1726074120000, '', '6962e63e-bf77-8fe1-8d73-fb55cafff27c');
INSERT INTO release (id, revision, headline, place, lead, day, status, kind, language, created, saved, trashed, text, checksum, embargo, fingerprint, position, number, begun, name, uuid) VALUES (6, 1, 'Открылась выставка', '', 'В Озёрске открылась выставка.', '', 'draft', 'news', 'ru', 1726131600000, 1726131600000, NULL, 'format = 2
uuid = "b326e82f-67bc-4db9-8327-5e4ab006a7f6"
language = "ru"
kind = "news"
status = "draft"
headline = "Открылась выставка"
lead = "В Озёрске открылась выставка."

[[blocks]]
id = 1
kind = "picture"
text = "Открытие выставки"
picture = "eaa4a94ea300e0d2c775968cbe42f0b5b51ceafdeb73d64e9efddf6d4e880865"
author = "Мария Снимкова"
alternative = "Посетители у витрины"
', X'E24A8258C39DE843522485280AA50F30C079AC5EF5B3766A9B924748BC260D54', '', 1647481089066511999, 3174582127165446, 1, 1726131600000, '', 'b326e82f-67bc-4db9-8327-5e4ab006a7f6');
INSERT INTO version (release, number, saved, name, whole, body, checksum) VALUES (1, 1, 1726063320000, '', 0, X'01B00596021A793EC6AEB9B034BF24B124333F0F49EF14A85F36831CB1F762F3856D106F6DBAD87861EB853D7A4A5CC505A989D9A94560D5332E6C8224B8F9604D1B416A2FECC46E5B4E6671099245F0441E938748E43179E8491C100000FFFF', X'D770B8948EC7A9794BCC12E69E35F702DAEC74F66AE189FB05F9268DA1D0D011');
INSERT INTO version (release, number, saved, name, whole, body, checksum) VALUES (1, 2, 1726066920000, 'на согласовании', 0, X'00800B8C02', X'BB7380213D872A03126E188E4457920D6FCB29182A0BB566269A1E2F8F91B49C');
INSERT INTO picture (id, hash, since) VALUES (1, 'eaa4a94ea300e0d2c775968cbe42f0b5b51ceafdeb73d64e9efddf6d4e880865', 1726131600000);
INSERT INTO picture_file (picture, data) VALUES (1, X'89504E470D0A1A0A0000000D49484452000000010000000108000000003A7E9B550000000A49444154789C636000000002000148AFA4710000000049454E44AE426082');
INSERT INTO shown (release, version, picture) VALUES (6, 1, 'eaa4a94ea300e0d2c775968cbe42f0b5b51ceafdeb73d64e9efddf6d4e880865');
INSERT INTO vocabulary (word) VALUES ('14');
INSERT INTO vocabulary (word) VALUES ('example');
INSERT INTO vocabulary (word) VALUES ('press');
INSERT INTO vocabulary (word) VALUES ('sovet');
INSERT INTO vocabulary (word) VALUES ('анна');
INSERT INTO vocabulary (word) VALUES ('больницы');
INSERT INTO vocabulary (word) VALUES ('в');
INSERT INTO vocabulary (word) VALUES ('всем');
INSERT INTO vocabulary (word) VALUES ('выставка');
INSERT INTO vocabulary (word) VALUES ('выставки');
INSERT INTO vocabulary (word) VALUES ('дальше');
INSERT INTO vocabulary (word) VALUES ('для');
INSERT INTO vocabulary (word) VALUES ('договорились');
INSERT INTO vocabulary (word) VALUES ('дорог');
INSERT INTO vocabulary (word) VALUES ('дороги');
INSERT INTO vocabulary (word) VALUES ('и');
INSERT INTO vocabulary (word) VALUES ('иван');
INSERT INTO vocabulary (word) VALUES ('консультации');
INSERT INTO vocabulary (word) VALUES ('коротко');
INSERT INTO vocabulary (word) VALUES ('мосты');
INSERT INTO vocabulary (word) VALUES ('не');
INSERT INTO vocabulary (word) VALUES ('нужны');
INSERT INTO vocabulary (word) VALUES ('обсудил');
INSERT INTO vocabulary (word) VALUES ('озерова');
INSERT INTO vocabulary (word) VALUES ('озерске');
INSERT INTO vocabulary (word) VALUES ('открылась');
INSERT INTO vocabulary (word) VALUES ('открытие');
INSERT INTO vocabulary (word) VALUES ('печати');
INSERT INTO vocabulary (word) VALUES ('план');
INSERT INTO vocabulary (word) VALUES ('порядок');
INSERT INTO vocabulary (word) VALUES ('принял');
INSERT INTO vocabulary (word) VALUES ('пробный');
INSERT INTO vocabulary (word) VALUES ('продолжить');
INSERT INTO vocabulary (word) VALUES ('работ');
INSERT INTO vocabulary (word) VALUES ('с');
INSERT INTO vocabulary (word) VALUES ('совет');
INSERT INTO vocabulary (word) VALUES ('стороны');
INSERT INTO vocabulary (word) VALUES ('строительства');
INSERT INTO vocabulary (word) VALUES ('утвердил');
INSERT INTO vocabulary (word) VALUES ('что');
INSERT INTO vocabulary (word) VALUES ('школы');
UPDATE sqlite_sequence SET seq = 6 WHERE name = 'release';
INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (3174577832198145, 'совет принял план строительства дорог ', 'совет обсудил дороги мосты школы и больницы принял план и утвердил порядок работ стороны договорились продолжить консультации в озерске что дальше дороги нужны всем мосты школы больницы иван пробный пробный 14 с не для печати дороги план анна озерова press sovet example ', 'иван пробный ', 'пробный ', 'дороги план ', 'all statusapproved kindmeeting template languageru twin совет принял план строительства дорог');
INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (3174577832198146, 'совет принял план строительства дорог ', 'совет обсудил дороги мосты школы и больницы принял план и утвердил порядок работ стороны договорились продолжить консультации в озерске что дальше дороги нужны всем мосты школы больницы иван пробный пробный 14 с не для печати дороги план анна озерова press sovet example ', 'иван пробный ', 'пробный ', 'дороги план ', 'all statusapproved kindmeeting template languageru twin совет принял план строительства дорог');
INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (3174577832198147, 'коротко ', '', '', '', '', 'all statusdraft kindnews template languageru коротко');
INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (3174577832198148, 'коротко ', '', '', '', '', 'all statusdraft kindnews template languageru коротко');
INSERT INTO words (rowid, headline, text, speakers, place, tags, facets) VALUES (3174582127165446, 'открылась выставка ', 'в озерске открылась выставка открытие выставки мария снимкова посетители у витрины ', '', '', '', 'all statusdraft kindnews template languageru открылась выставка');
CREATE UNIQUE INDEX release_position ON release (position) WHERE trashed IS NULL;
CREATE INDEX release_trash ON release (trashed) WHERE trashed IS NOT NULL;
CREATE INDEX release_fingerprint ON release (fingerprint);
CREATE UNIQUE INDEX release_uuid ON release (uuid);
CREATE INDEX shown_picture ON shown (picture);
UPDATE release SET release_number = '14-с' WHERE id IN (1, 2);
CREATE TABLE checked (
	release  INTEGER PRIMARY KEY REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
	revision INTEGER NOT NULL, -- of the text that was checked
	findings INTEGER NOT NULL
) STRICT;
INSERT INTO checked (release, revision, findings) SELECT id, revision, 3 FROM release WHERE id = 1;
ALTER TABLE release ADD COLUMN author TEXT NOT NULL DEFAULT '';
ALTER TABLE version ADD COLUMN author TEXT NOT NULL DEFAULT '';
CREATE TABLE request (
		id       TEXT PRIMARY KEY,
		release  INTEGER NOT NULL REFERENCES release (id) ON DELETE CASCADE ON UPDATE CASCADE,
		revision INTEGER NOT NULL, -- what it was answered with
		checksum BLOB NOT NULL,    -- of the text
		answered INTEGER NOT NULL  -- milliseconds since 1970, UTC
	) STRICT, WITHOUT ROWID;
CREATE TABLE change (
		number  INTEGER PRIMARY KEY AUTOINCREMENT,
		release INTEGER NOT NULL, -- 0: any of them
		uuid    TEXT NOT NULL,
		writer  INTEGER NOT NULL  -- which open library wrote it
	) STRICT;
ALTER TABLE release ADD COLUMN twin INTEGER NOT NULL DEFAULT 0;
UPDATE release SET twin = 1 WHERE id IN (1, 2);
CREATE TABLE unpaired (fingerprint INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER release_made AFTER INSERT ON release WHEN new.fingerprint <> 0 AND EXISTS (SELECT 1 FROM release WHERE fingerprint = new.fingerprint AND id <> new.id) BEGIN
		INSERT OR IGNORE INTO unpaired VALUES (new.fingerprint); END;
CREATE TRIGGER release_said AFTER UPDATE OF fingerprint, trashed ON release WHEN old.fingerprint <> new.fingerprint OR old.trashed IS NOT new.trashed BEGIN
		UPDATE release SET twin = 0 WHERE id = new.id;
		INSERT OR IGNORE INTO unpaired SELECT old.fingerprint WHERE old.fingerprint <> 0 AND EXISTS (SELECT 1 FROM release WHERE fingerprint = old.fingerprint AND id <> old.id);
		INSERT OR IGNORE INTO unpaired SELECT new.fingerprint WHERE new.fingerprint <> 0 AND EXISTS (SELECT 1 FROM release WHERE fingerprint = new.fingerprint AND id <> new.id); END;
CREATE TRIGGER release_gone AFTER DELETE ON release WHEN old.fingerprint <> 0 AND old.trashed IS NULL AND EXISTS (SELECT 1 FROM release WHERE fingerprint = old.fingerprint AND id <> old.id) BEGIN
		INSERT OR IGNORE INTO unpaired VALUES (old.fingerprint); END;
CREATE INDEX release_edited ON release (saved DESC, id DESC, position) WHERE trashed IS NULL;
CREATE TABLE unindexed (id INTEGER PRIMARY KEY) STRICT;
PRAGMA application_id = 1129270609;
CREATE TABLE unrenewed (id INTEGER PRIMARY KEY) STRICT;
ALTER TABLE release ADD COLUMN brought INTEGER;
PRAGMA user_version = 12;
