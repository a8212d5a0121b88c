package rubric

// markElsewhere is what an office writes above a headline to say what the paper is, in languages beside Russian and English.
//
//nolint:misspell // they are not English
const markElsewhere = `баспасөз[- ](?:хабарламасы|хабары|релизі?)|басма сөз[- ](?:билдирүүсү|кабары|релизи?)|(?:баёнияи|хабари|иттилооти|гузориши) матбуотӣ|матбуот (?:хабари|баёноти|релизи)|matbuot (?:xabari|relizi|bayonoti)|прэс-?рэліз|прес-?реліз|bas[ıI]n (?:bülten[iİ]|aç[ıI]klamas[ıI]|duyurusu)|mətbuat (?:xəbəri|relizi|açıqlaması)|პრეს-?რელიზი|(?:presse|medien)(?:mitteilung|information)|presseaussendung|communiqués? de presse|comunicat de presă|comunicado de prensa|nota de prensa|comunicato stampa|nota à imprensa|informacja prasowa|tisková zpráva|паведамленне для (?:прэсы|смі)|(?:մամուլի|մամլո) (?:հաղորդագրություն|ռելիզ)|press-?reliz|` +
	// Kazakh, Kyrgyz, Tajik, Uzbek
	`баспасөз[- ](?:баяндамасы|анонсы)|ресми хабарлама|баспасөз релиз|baspasóz (?:habarlamasy|relızі)|маалымдама|маалымат (?:каты?|баракчасы)|расмий (?:билдирүү|маалымат)|басма сөз[- ]релиз|хабарнома(?:и матбуотӣ)?|ахбори матбуот|матбуот учун (?:маълумот|ахборот)|пресс-?релиз|matbuot uchun (?:maʼlumot|axborot)|rasmiy (?:xabar|maʼlumot)|расмий хабар|` +
	// Azerbaijani, Armenian, Belarusian, Ukrainian
	`mətbuat (?:rel[iİ]z[iİ]|açıqlaması|üçün məlumat)|rəsmi (?:məlumat|xəbər)|մամուլի հայտարարություն|պաշտոնական հաղորդագրություն|прэс-?анонс|інфармацыя для (?:прэсы|смі)|афіцыйнае паведамленне|прес-?анонс|повідомлення для (?:преси|змі|медіа)|інформація для (?:преси|змі|медіа)|для (?:негайного поширення|неадкладнага распаўсюджвання)|` +
	// German, French, Spanish, Portuguese, Italian, Polish, Romanian, Turkish and others
	`presseerklärung|pressemeldung|medienmeldung|zur sofortigen veröffentlichung|communiqué(?: conjoint)?|information presse|note aux (?:rédactions|médias)|pour diffusion immédiate|comunicado(?: conjunto| oficial)?(?: à imprensa)?|bolet[ií]n(?: de prensa| informativo)?|nota informativa|para (?:difusión|publicación) inmediata|nota (?:à|para a) (?:comunicação social|imprensa)|comunicado de imprensa|nota stampa|comunicato(?: congiunto)?|` +
	`notatka prasowa|komunikat(?: prasowy)?|informacja dla mediów|comunicat(?: de presă| oficial)?|bas[ıIiİ]n (?:bülten[iİ]|aç[ıIiİ]klamas[ıIiİ]|duyurusu)|tlačová správa|persbericht|pressmeddelande|pressemelding|pressemeddelelse|lehdistötiedote|sajtóközlemény|priopćenje za (?:medije|javnost)|saopštenje za (?:medije|javnost)`
