package html

import (
	"strings"
	"testing"

	"communique/editor/intake/layout/layouttest"
)

// On the page of a site the text is found where no element says that it is it, or the wrong ones do.
func TestTheTextOfAPage(t *testing.T) {
	said := strings.TrimSpace(strings.Repeat("Министры двух стран договорились о новых рейсах между столицами. ", 5))
	text := "<p>" + said + "</p>"
	menu := "<div><ul>" + strings.Repeat("<li><a href=/a>О министерстве сегодня</a></li>", 12) + "</ul></div>"
	list := "^- О министерстве сегодня" + strings.Repeat("|- О министерстве сегодня", 11)
	more := "<div><p>" + strings.Repeat("Мы рассказываем о том, что делаем каждый день для страны. ", 9) + "</p></div>"
	teaser := "<article><h2><a href=/b>Другое</a></h2><p>Читать</p></article>"
	page := func(body string) string {
		return "<html><head><title>Рейсы между столицами – Сайт</title></head><body>" + body
	}
	for name, c := range map[string]struct{ html, want string }{
		"a form around the page":            {page("<form id=aspnetForm><h1>Рейсы</h1>" + text + "</form>"), "# Рейсы|" + said},
		"a form beside the text":            {page("<h1>Рейсы</h1>" + text + "<form><p>Подпишитесь на письма нашей редакции, чтобы ничего не пропустить</p></form>"), "# Рейсы|" + said},
		"articles that are led to":          {page(teaser + teaser + "<div><h1>Рейсы</h1>" + text + text + "</div>" + teaser), "## Другое|Читать|## Другое|Читать|# Рейсы|" + said + "|" + said + "|## Другое|Читать"},
		"the main part and articles in it":  {page("<p>" + said + "</p><main><h1>Рейсы</h1>" + text + text + text + teaser + "</main>"), "# Рейсы|" + said + "|" + said + "|" + said + "|## Другое|Читать"},
		"a main part that is none":          {page("<main><p>Поиск</p></main><div>" + text + text + "</div>"), "Поиск|" + said + "|" + said},
		"the largest of articles":           {page("<article><p>Министры договорились о рейсах между двумя столицами сегодня.</p></article><article>" + text + text + "</article>"), said + "|" + said},
		"the first of articles":             {page("<article><p>первая</p>" + text + "</article><article>" + text + "</article>"), "первая|" + said},
		"an article with readers' words":    {page("<article>" + text + "</article><div id=comments>" + text + text + text + text + "</div>"), said},
		"a short article with its headline": {page("<article><h1>Рейсы</h1><p>Министры договорились сегодня в столице о новых рейсах между городами обеих стран.</p></article>" + text + text), "# Рейсы|Министры договорились сегодня в столице о новых рейсах между городами обеих стран."},
		"menus on both sides":               {page(menu + "<div><div>" + text + "</div></div>" + menu), said},
		"few links":                         {page("<div><a href=/a>О министерстве</a></div><div>" + text + "</div>"), "О министерстве|" + said},
		"a headline above":                  {page(menu + "<h1>Рейсы</h1>" + menu + "<div>" + text + "</div>" + menu), "# Рейсы|" + said},
		"a headline by the title":           {page(menu + "<div>Рейсы между столицами</div>" + menu + "<div>" + text + "</div>" + menu), "Рейсы между столицами|" + said},
		"what stands below a headline":      {page(menu + "<div><h1>Рейсы</h1><p>8 мая 2025 года</p><div>" + text + "</div></div>" + menu), "# Рейсы|8 мая 2025 года|" + said},
		"a lead between":                    {page(menu + "<h1>Рейсы</h1><div><p>Авиакомпании двух стран начнут летать между столицами уже летом этого года.</p></div><div><div>" + text + "</div></div>" + menu), "# Рейсы|Авиакомпании двух стран начнут летать между столицами уже летом этого года.|" + said},
		"a headline within":                 {page("<h1>Сайт</h1>" + menu + "<div><h1>Рейсы</h1>" + text + "</div>" + menu), "# Рейсы|" + said},
		"contacts below":                    {page("<div>" + menu + "<div>" + text + "</div><div>Пресс-служба: 123-45-67</div><div><a href=/c>Ещё</a></div><div>Подвал</div></div>"), said + "|Пресс-служба: 123-45-67"},
		"a date above":                      {page("<div>" + menu + "<div>8 мая 2025 года</div><div>" + text + "</div></div>"), "8 мая 2025 года|" + said},
		"a link around blocks":              {page("<div>" + text + "</div><div>" + strings.Repeat("<a href=/a><div><p>Президент принял послов девяти стран и говорил с каждым</p></div></a>", 4) + "</div>"), said},
		"a link that nobody ends":           {page("<div><a href=/a>Печать " + text + text + "</div>" + menu + menu), "Печать|" + said + "|" + said},
		"a text without spaces":             {page(menu + "<div><p>" + strings.Repeat("外交部发言人主持例行记者会。", 8) + "</p></div>" + menu), strings.Repeat("外交部发言人主持例行记者会。", 8)},
		"an aside with more":                {page(menu + menu + "<div>" + text + "</div><aside>" + more + "</aside>"), said},
		"a short article":                   {page("<article><p>Кратко</p></article><div>" + text + "</div>"), "Кратко"},
		"many articles":                     {page(strings.Repeat("<article>"+text+"</article>", 5)), said},
		"a short text between menus":        {page(menu + "<div><p>Министры договорились о новых рейсах между столицами двух стран.</p></div>" + menu), list + "|Министры договорились о новых рейсах между столицами двух стран.|" + list},
		"lines beside a menu":               {page(menu + "<div>" + text + "</div><ul>" + strings.Repeat("<li>Новый рейс каждый день</li>", 20) + "</ul>"), list + "|" + said + "|^- Новый рейс каждый день" + strings.Repeat("|- Новый рейс каждый день", 19)},
		"the title in the text":             {page(menu + "<h1>Рейсы</h1>" + menu + "<div>" + text + "<p>Рейсы между столицами</p></div>" + menu), "# Рейсы|" + said + "|Рейсы между столицами"},
		"the title below the headline":      {page(menu + "<h1>Рейсы</h1>" + menu + "<div>Рейсы между столицами</div>" + menu + "<div>" + text + "</div>" + menu), "# Рейсы|" + said},
		"the title in an aside":             {page(menu + "<aside><p>Рейсы между столицами</p></aside>" + menu + "<div>" + text + "</div>" + menu), said},
		"a footer with more":                {page(menu + menu + "<div>" + text + "</div><footer>" + more + "</footer>"), said},
		"hidden words that are more":        {page(menu + menu + "<div>" + text + "</div><div hidden>" + more + "</div>"), said},
		"unseen words that are more":        {page(menu + menu + "<div>" + text + "</div><div style='display:none'>" + more + "</div>"), said},
		"other news with more":              {page(menu + menu + "<div>" + text + "</div><div class=related-news><div>" + more + "</div></div>"), said},
		"readers' words that are more":      {page(menu + menu + "<div>" + text + "</div><div id=disqus_thread>" + more + "</div>"), said},
		"links with a few words":            {page(menu + "<div>" + text + "</div><div>" + strings.Repeat("<p><a href=/a>Президент принял послов девяти стран и говорил с каждым из них</a> Сегодня в столице он ещё встретился с молодёжью</p>", 6) + "</div>"), said},
		"an end across a cell":              {page(menu + "<div><table><tr><td>" + text + "</div>" + text + "</td></tr></table></div>" + menu), said + "|" + said},
		"a headline above an article":       {page("<h1>Рейсы между столицами</h1><div>8 мая 2025 года</div><article>" + text + "</article>"), "# Рейсы между столицами|8 мая 2025 года|" + said},
		"a menu above an article":           {page("<div>Рейсы между столицами</div>" + menu + "<article>" + text + "</article>"), "Рейсы между столицами|" + said},
		"a site's name above an article":    {page("<h1>Сайт нашего министерства</h1><article>" + text + "</article>"), said},
		"the end of a title":                {page("<div>столицами – Сайт</div><article>" + text + "</article>"), said},
		"headlines above and in an article": {page("<h1>Рейсы между столицами</h1><article><h1>Рейсы</h1>" + text + "</article>"), "# Рейсы|" + said},
		"a headline below an article":       {page("<h1>Рейсы между столицами</h1><article>" + text + "</article><h1>Другое</h1>"), "# Рейсы между столицами|" + said},
		"menus within one another":          {page(menu + strings.Repeat("<div>", 300) + text + strings.Repeat("</div>", 300)), said},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := Read(Params{Text: c.html})
			d.Lost = nil // links within the site
			if got := layouttest.Write(d); err != nil || got != c.want {
				t.Errorf("got  %s\nwant %s\n%v", got, c.want, err)
			}
		})
	}
}
