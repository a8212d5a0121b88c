package wording

// tongue is a language by which a text is known.
type tongue struct {
	tag string // BCP 47
	// alphabet is the letters beside a–z or а–я that it is written in; lacks are those of
	// a–z or а–я that it does not write its own words with.
	alphabet, lacks string
	// words are what most of its texts have: prepositions, conjunctions, verbs of news.
	words string
	// pairs are letters written with two signs; ' is the apostrophe, whichever is typed.
	pairs string
	// endings are how many of its words end.
	endings string
}

// cyrillic are the languages of the region that are written so; where a text speaks for two
// of them it is the first.
var cyrillic = []tongue{
	{
		tag: "ru", alphabet: "ё",
		words:   "и в во на с со по из к о об от до за для при не что как это его их был была было были который которая которые также год года году между после о под",
		endings: "ого его ому ему ый ий ая ые ую ить ать лся лась лись ние ния нии ция ции цию ость ости ский ская ских ского иях ами ями",
	},
	// Kazakh has letters of its own in nearly every line: a text without them is rather Kyrgyz.
	{
		tag: "ky", alphabet: "ңөү", lacks: "ё",
		words:   "жана менен үчүн боюнча тууралуу жөнүндө кыргыз болуп болду деп бул ушул жылдын жылы ал ортосундагы катары аркылуу чейин кийин өз эки бардык жаңы мамлекет",
		endings: "нын нин нун нүн дын дин дун дүн тын тин тун түн лар лер лор лөр дар дер тар тер дагы деги ган ген гон гөн ды ди ду дү ты ти ту тү шты шти уу үү оо өө луу дуу айт ейт үүдө дө тө гө кө",
	},
	{
		tag: "kk", alphabet: "әғқңөұүһі", lacks: "ё",
		words:   "және мен бен пен үшін туралы бойынша қазақстан болып болды деп бұл осы жылғы жылы ол арасындағы ретінде арқылы дейін кейін өз екі барлық жаңа мемлекет",
		endings: "ның нің дың дің тың тің лар лер дар дер тар тер ында інде сы сі ған ген қан кен ды ді ты ті",
	},
	{
		tag: "tg", alphabet: "ғӣқӯҳҷ", lacks: "щцыь",
		words:   "дар ва аз бо ба ки барои оид ин он шуд карда гардид мебошад аст тоҷикистон ҷумҳурии соли миёни байни доир то ҳам як давлат ба низ намуданд фардо имрӯз",
		endings: "ҳои ҳо ии ӣ ро анд онӣ ият ияти ори они орад унад авад",
	},
	{
		tag: "uz-Cyrl", alphabet: "ғқҳў", lacks: "щы",
		words:   "ва билан учун бўйича ҳақида ўзбекистон бўлиб бўлди деб бу шу йил йили у ўртасидаги сифатида орқали гача кейин ўз икки барча янги давлат ҳам эди",
		endings: "нинг лар ларнинг лари дан ган да ни ди лик моқда ётган даги ларини ишлар",
	},
	{
		tag: "be", alphabet: "ёіў", lacks: "ищъ",
		words:   "і ў у на з са па да для пра ад не што як гэта яго іх быў была было былі які якая якія таксама год года паміж пасля пад рэспублікі беларусі",
		endings: "ага яга аму ы ая ыя ую аць іць лася ліся нне ння нні цыя цыі цыю асць асці скі ская скай скага",
	},
	{
		tag: "uk", alphabet: "ґєії", lacks: "ёъыэ",
		words:   "і й та у в на з із зі по до для про від не що як це його їх був була було були який яка які також рік року році між після під україни",
		endings: "ого його ому ий ій ая ові ати ити лося лися ння ню ція ції цію ість ості ський ська ської ського",
	},
	{
		tag: "bg", lacks: "ыэё",
		words:   "и в на с със за от до по при не че как това той тя го се са е беше бяха който която които година между след към",
		endings: "ът ят ият ите ата ото ните ване",
	},
	{
		tag: "sr", alphabet: "ђјљњћџ", lacks: "йщъыьэюяё",
		words: "и у на са за од до по о не да који која које је су био била било бити се као између након године",
	},
	{
		tag: "mn", alphabet: "өү", lacks: "щ",
		words: "нь ба болон байна байгаа оны оны талаар хооронд энэ тус уу юм хоёр улсын монгол хийсэн болсон",
	},
}

// latin are those in Latin letters.
var latin = []tongue{
	{
		tag:     "en",
		words:   "the of and to in for on with at by from as is are was were has have had will be that this which an a it its their between after new said says not no his her who",
		endings: "ing tion ed ly ment ies ness ship",
	},
	// Azerbaijani has ə in nearly every line: a text without it is rather Turkish.
	{
		tag: "tr", alphabet: "çğıöşüâîû", lacks: "qwx",
		words:   "ve ile için bu da de ki olan oldu etti edildi hakkında türkiye cumhuriyeti arasında gibi kadar sonra kendi iki tüm yeni devlet bir tarafından",
		endings: "medi mesi meti leri inden den ye yi nın nin nun nün dır dir lar ler ların lerin ında inde sı si dı di mış miş mak mek",
	},
	{
		tag: "az", alphabet: "çəğıöşü", lacks: "w",
		words:   "və ilə üçün bu da də ki olan olub edib etdi edildi haqqında azərbaycan respublikasının respublikası ilə arasında kimi qədər sonra öz iki bütün yeni dövlət ilin",
		endings: "nın nin nun nün dır dir lar lər ların lərin ında ində sı si dı di mış miş maq mək",
	},
	{
		tag: "uz", lacks: "w", pairs: "o' g'",
		words:   "va bilan uchun bo'yicha haqida o'zbekiston bo'lib bo'ldi deb bu shu yil yili u o'rtasidagi sifatida orqali gacha keyin o'z ikki barcha yangi davlat ham edi etib qildi qilindi kuni",
		endings: "ning lar larning lari dan gan da ni di lik moqda yotgan dagi larini ishi landi ildi",
	},
	{
		tag: "ro", alphabet: "ăâîșțşţ",
		words:   "și de la în a al ai ale cu pe din pentru că care este au fost prin între după nu o un unei sunt republicii moldova privind despre va",
		endings: "ului elor ilor ție ții tă ea ile rea ul",
	},
	{
		tag: "de", alphabet: "äöüß",
		words:   "der die das und in im mit für von vom zu zum zur den dem des ein eine einer auf ist sind wurde wurden nach zwischen bei über nicht auch als am hat haben sich",
		endings: "ung ungen lich isch keit heit schaft chen en",
	},
	{
		tag: "fr", alphabet: "àâæçéèêëîïôœùûüÿ",
		words:   "le la les l d des du de et à au aux en dans pour par sur avec est sont a été ont une un qui que entre après ce cette s son ses leurs",
		endings: "tion ment eur aux ée ées és ique",
	},
	{
		tag: "tk", alphabet: "äçňöşüýž", lacks: "cqvwx",
		words:   "we bilen üçin boýunça hakynda türkmenistanyň bolup boldy diýip bu şu ýylyň ýyl ol arasynda hökmünde arkaly çenli soň öz iki ähli täze döwlet geçirildi",
		endings: "yň iň nyň niň lar ler dyr dir synda sinde ýän ýar ydy idi",
	},
	{
		tag: "pl", alphabet: "ąćęłńóśźż", lacks: "qvx",
		words:   "i w we na z ze do od dla o po przez że się jest są był była było nie oraz między który która które roku",
		endings: "ego emu ych ość ości nie nia cja cji ski ska skiego ów ami",
	},
	{
		tag: "es", alphabet: "áéíñóúü",
		words:   "el la los las de del y en a para por con que se un una es fue entre sobre su al lo",
		endings: "ción ciones mente dad ado ada ados",
	},
	{
		tag: "it", alphabet: "àèéìíòóùú",
		words:   "il lo la gli le di del della dei delle e in a per con che si un una è stato tra sul al nel da",
		endings: "zione zioni mente tà ato ata",
	},
	{
		tag: "pt", alphabet: "áâãàçéêíóôõúü",
		words: "o os as de do da dos das em na nos nas e a para por com que se um uma não é foi entre sobre seu sua ao aos mais como às",
	},
	{
		tag: "nl", alphabet: "éëïö",
		words: "de het een en van in op te dat die is was zijn voor met aan door om naar bij niet ook over heeft hebben werd worden uit tussen als zal deze",
	},
	{
		tag: "sv", alphabet: "åäöé",
		words: "och i att det som en ett på av för med den är var till har inte om de vid mellan efter under också ska sin kommer från",
	},
	{
		tag: "da", alphabet: "æøåé",
		words: "og i at det som en et på af for med den er var til har ikke om de ved mellem efter under også skal sin bliver fra blev",
	},
	{
		tag: "nb", alphabet: "æøåé",
		words: "og i å at det som en et på av for med den er var til har ikke om de ved mellom etter under også skal sin blir fra ble vil",
	},
	{
		tag: "fi", alphabet: "äöå", lacks: "qwxz",
		words: "ja on oli ei se että joka jotka sekä myös kanssa mutta ovat hän tai kun mukaan jälkeen välillä vuonna vuoden",
	},
	{
		tag: "et", alphabet: "äõöüšž", lacks: "qwxy",
		words: "ja on oli ei see et kes mis ning ka koos aga kui pärast vahel aasta aastal ta oma kahe ajal",
	},
	{
		tag: "cs", alphabet: "áčďéěíňóřšťúůýž", lacks: "qw",
		words: "a v ve na s se z ze do od o po pro za že který která které je jsou byl byla bylo byly nebo mezi jako také však roku ho jeho",
	},
	{
		tag: "hu", alphabet: "áéíóöőúüű", lacks: "qw",
		words: "a az és egy hogy nem is volt van meg el a ezt azt között után szerint mint való két illetve valamint évi",
	},
	{
		tag: "lt", alphabet: "ąčęėįšųūž", lacks: "qwx",
		words: "ir į su iš kad yra buvo bei dėl apie po nuo iki per tarp taip pat tai jo jos šių metų kurie kuris",
	},
	{
		tag: "lv", alphabet: "āčēģīķļņšūž", lacks: "qwxy",
		words: "un ar no uz par ir bija kas ka kā arī pēc pie lai starp gada gadā tās to viņa šo tika",
	},
	{
		tag: "hr", alphabet: "čćđšž", lacks: "qwxy",
		words: "i u na s sa za od do po o ne da koji koja koje je su bio bila bilo biti se kao između nakon godine dviju također prije poslije vrijeme suradnja suradnji suradnju priopćenje predsjednik predsjednica vijeće vijeća europske europskoj tijekom tisuća tisuću što siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca eura tvornica tvornicu tvornice posjetio posjetila posjet mjesto mjesta djeca djece riječ vlak kruh općina općine izvješće županija županije gradonačelnik zagreb zagrebu hrvatske hrvatskoj hrvatska",
	},
	{
		tag: "sr", alphabet: "čćđšž", lacks: "qwxy",
		words: "i u na s sa za od do po o ne da koji koja koje je su bio bila bilo biti se kao između nakon godine takođe pre posle vreme saradnja saradnji saradnju saopštenje saopštila saopštio saopšteno predsednik predsednica evropske evropskoj tokom hiljada šta deo deonicu mesto vest vesti bezbednost bezbednosti uvek gde izveštaj srbije srbiji odeljenje odeljenja zamenik delegacija delegaciju opština opštine javnost javnosti dve januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra septembar oktobar novembar decembar evra dinara fabrika fabriku fabrike posetio posetila posetu poseta posete učešće učešća učešćem deca dece reč voz hleb auto-put hiljade hiljadu beograd beogradu beograda srbija",
	},
	{
		tag: "id", lacks: "qx",
		words: "dan di yang untuk dengan dari dalam ini itu pada adalah akan telah oleh antara ke juga tidak bahwa para kedua tersebut",
	},
	{
		tag: "vi", alphabet: "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ", lacks: "fjwz",
		words: "và của các là có được cho trong với đã để một những tại này về người không từ giữa",
	},
	{
		tag: "kk-Latn", alphabet: "áıіǵńóúýäñöşūüğ", lacks: "cwx",
		words:   "jáne men ben pen úshіn úshin týraly boıynsha qazaqstan bolyp boldy dep bul osy jylǵy jyly ol arasyndaǵy retіnde arqyly deıіn keıіn óz ekі barlyq jańa memleket búgіn búgin jane üşın turaly boiynşa jylğy deiın keiın",
		endings: "nyń nіń niń dyń dіń tyń tіń ynda іnde sі ǵan gen qan ken dі tі",
	},
}
