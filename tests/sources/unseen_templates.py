"""Seven further kinds of site, written after the rules were; docs/decisions/sources.md says what they showed at first sight."""
# ruff: noqa: E501  # pages are written as pages are, in long lines

from __future__ import annotations

import json
import textwrap
from html import escape

from tests.sources.page_parts import Noise, Page, Report, load_reports


def _long_day(report: Report) -> str:
    return f"{report.published:%B} {report.published.day}, {report.published.year}"


def _p(words: str) -> str:
    return f"<p>{escape(words, quote=False)}</p>"


def _drupal(report: Report, noise: Noise) -> str:
    body = "".join(map(_p, report.paragraphs))
    return f"""<!DOCTYPE html><html lang="en" dir="ltr" prefix="dc: http://purl.org/dc/terms/ schema: http://schema.org/"><head><meta charset="utf-8"><meta name="Generator" content="Drupal 7">
<title>{escape(report.title)} | Lakeside Standard</title><link rel="shortlink" href="https://lakeside.example/node/81"></head><body class="html not-front one-sidebar page-node node-type-article">
<div id="skip-link"><a href="#main-content">Skip to main content</a></div><div class="region region-header"><div class="block block-system-menu"><ul class="menu"><li>Home</li><li>News</li></ul></div><form class="search-form"><label>Search</label><input></form></div>
<div class="region region-content"><h1 class="title" id="page-title">{escape(report.title)}</h1><div class="tabs"></div><div class="node node-article clearfix" about="/node/81">
<div class="meta submitted"><span property="dc:date dc:created" content="{report.published}T10:30:00+00:00" datatype="xsd:dateTime">Submitted by <span class="username">{escape(report.author)}</span> on Tue, {report.published.day} {report.published:%b} {report.published.year} - 10:30</span></div>
<div class="content"><div class="field field-name-body field-type-text-with-summary"><div class="field-items"><div class="field-item even" property="content:encoded">{body}</div></div></div>
<div class="field field-name-field-tags"><div class="field-label">Tags:&nbsp;</div><div class="field-items"><a>Diplomacy</a></div></div></div><div class="link-wrapper"><ul class="links inline"><li>Log in or register to post comments</li></ul></div></div></div>
<div class="region region-sidebar-first"><div class="block block-views"><h2>Recent content</h2><div class="item-list"><ul>{noise.links(6)}</ul></div></div></div><div id="footer">Powered by Drupal</div></body></html>"""


def _blocks(report: Report, noise: Noise) -> str:
    """Each paragraph is a block of its own; pictures speak of themselves in hidden words; questions stand between."""
    about = {"@context": "http://schema.org", "@type": "ReportageNewsArticle", "headline": report.title, "datePublished": f"{report.published}T16:02:33.000Z", "dateModified": f"{report.published}T19:02:33.000Z",
             "publisher": {"@type": "NewsMediaOrganization", "name": "Harbour News"}, "author": {"@type": "NewsMediaOrganization", "name": "Harbour News"}}  # fmt: skip
    parts = [
        f'<div data-component="text-block" class="ssrcss-1 ep2"><div class="ssrcss-2"><p class="ssrcss-3 eq5">{"<b>" if n == 0 else ""}{escape(w, quote=False)}{"</b>" if n == 0 else ""}</p></div></div>'
        for n, w in enumerate(report.paragraphs)
    ]
    parts.insert(
        2,
        f'<div data-component="image-block"><figure><div><span><img alt=""></span><span role="text"><span class="visually-hidden">Image source, </span>Northern Images</span></div><figcaption><span class="visually-hidden">Image caption, </span>{noise.caption()}</figcaption></figure></div>',
    )
    parts.insert(
        4,
        f'<div data-component="links-block"><ul role="list"><li><a href="/1">{noise.teaser()}</a></li><li><a href="/2">{noise.teaser()}</a></li></ul></div>',
    )
    return f"""<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>{escape(report.title)} - Harbour News</title><meta property="og:title" content="{escape(report.title)}"><meta property="og:site_name" content="Harbour News"><script type="application/ld+json">{json.dumps(about)}</script></head><body>
<header role="banner"><nav aria-label="Harbour"><ul><li>Home</li><li>News</li><li>Sport</li></ul></nav></header><main id="main-content"><article><header><h1 id="main-heading" tabindex="-1">{escape(report.title)}</h1></header><div data-component="byline-block"><div><time data-testid="timestamp" datetime="{report.published}T16:02:33.000Z"><span aria-hidden="true">{report.published.day} {report.published:%B} {report.published.year}</span></time></div></div>
{"".join(parts)}<section data-component="tag-list"><h2>Related Topics</h2><ul><li><a>Europe</a></li></ul></section></article><div><section><h2>More on this story</h2><ul>{noise.links(3)}</ul></section></div></main>
<aside><section><h2>Top stories</h2><ol>{noise.links(5)}</ol></section></aside><footer><span>Copyright © 2024 Harbour. The Harbour is not responsible for the content of external sites.</span></footer></body></html>"""


def _plea(report: Report, noise: Noise) -> str:
    """A standfirst above, a long plea for gifts below, links with pictures within."""
    body = [f'<p class="dcr-1">{escape(w, quote=False)}</p>' for w in report.paragraphs]
    body.insert(3, f'<aside class="dcr-7"><a href="/9"><div>{noise.teaser()}</div><span>Read more</span></a></aside>')
    plea = "".join(f'<p class="dcr-9">{words}</p>' for words in (
        "This is what we are up against. Rich owners who write their own headlines. Governments that would rather not be asked.",
        "But there is one more thing on our side: readers like you. We have no owner, and nobody tells our reporters what to leave out.",
        "If you can, please support us on a monthly basis. It takes less than a minute to set up, and makes a great difference."))  # fmt: skip
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} | World news | The Warden</title><meta property="article:published_time" content="{report.published}T20:44:00.000Z"><meta property="article:author" content="https://www.warden.example/profile/x"><meta property="og:site_name" content="the Warden"><meta name="author" content="{escape(report.author)}"></head><body>
<div class="dcr-0"><nav><ul><li>News</li><li>Opinion</li></ul></nav></div><main><article><div data-gu-name="headline"><h1>{escape(report.title)}</h1></div><div data-gu-name="meta"><address>{escape(report.author)}</address><details><summary>Tue {report.published.day} {report.published:%b} {report.published.year} 20.44 GMT</summary></details></div>
<div data-gu-name="body"><div id="maincontent">{"".join(body)}</div></div></article><div id="slot-body-end"><section class="epic">{plea}<button>Support</button></section></div><div class="submeta"><ul><li>Europe</li></ul><a>Reuse this content</a></div></main>
<section data-link-name="most-viewed"><h2>Most viewed</h2><ol>{noise.links(5)}</ol></section></body></html>"""


def _enhanced(report: Report, noise: Noise) -> str:
    """Modules of other reports between the paragraphs; the day stands in words that say when it was updated."""
    body = [_p(w) for w in report.paragraphs]
    module = f'<div class="PageListEnhancement"><div class="PageList-header"><a>RELATED COVERAGE</a></div><div class="PageList-items"><div class="PagePromo"><h3 class="PagePromo-title"><a href="/r"><span>{noise.teaser()}</span></a></h3></div></div></div>'
    body.insert(2, module)
    return f"""<!DOCTYPE html><html class="ArticlePage"><head><meta charset="UTF-8"><title>{escape(report.title)} | Coast Press</title><meta property="og:site_name" content="Coast Press"><meta property="og:type" content="article"></head><body class="Page-body"><div class="Page-header"><ul><li>World</li><li>U.S.</li></ul></div>
<div class="Page-main"><h1 class="Page-headline">{escape(report.title)}</h1><div class="CarouselSlide-info"><span class="CarouselSlide-infoDescription">{noise.caption()}</span></div><div class="Page-byline"><div class="Page-authors">By&nbsp;<span class="Link">{escape(report.author.upper())}</span></div><div class="Page-dateModified">Updated <span>3:05 PM EST, {_long_day(report)}</span></div></div>
<div class="RichTextStoryBody RichTextBody">{"".join(body)}</div></div><div class="Page-below"><div class="PageListRightRailA">{noise.links(5)}</div></div>{_p("The Coast Press is an independent global news organization dedicated to factual reporting.")}</body></html>"""


def _ministry(report: Report, noise: Noise) -> str:
    """A press release: a list of what it is above, contacts below."""
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} - GOV.EXAMPLE</title><meta name="govuk:publishing-organisation" content="x"></head><body class="gem"><header><a>GOV.EXAMPLE</a></header><main id="content"><div class="title"><span>Press release</span><h1>{escape(report.title)}</h1></div>
<dl class="metadata"><dt>From:</dt><dd><a>Foreign Ministry</a></dd><dt>Published</dt><dd>{report.published.day} {report.published:%B} {report.published.year}</dd></dl><div class="govspeak">{"".join(map(_p, report.paragraphs))}</div>
<div class="contact"><h2>Media enquiries</h2><p>Email <a>press@ministry.example</a></p><p>Telephone 020 7946 0000</p></div><div class="share"><h2>Share this page</h2><ul><li><a>Share on Facebook</a></li><li><a>Share on X</a></li></ul></div></main><footer><ul>{noise.links(3)}</ul></footer></body></html>"""


def _weblog(report: Report, noise: Noise) -> str:
    text = "<br /><br />".join(escape(w, quote=False) for w in report.paragraphs)
    return f"""<!DOCTYPE html><html class='v2' dir='ltr'><head><meta content='text/html; charset=UTF-8' http-equiv='Content-Type'/><meta content='blogger' name='generator'/><title>Notes from the coast: {escape(report.title)}</title></head><body class='loading'><div class='navbar section'></div><div class='header'><h1 class='title'><a>Notes from the coast</a></h1></div>
<div class='main'><div class='blog-posts hfeed'><h2 class='date-header'><span>{report.published:%A}, {_long_day(report)}</span></h2><div class='post hentry'><h3 class='post-title entry-title'>{escape(report.title)}</h3><div class='post-body entry-content'>{text}<div style='clear: both;'></div></div>
<div class='post-footer'><span class='post-author vcard'>Posted by <span class='fn'>{escape(report.author)}</span></span> at <abbr class='published' title='{report.published}T11:54:00+01:00'>11:54 AM</abbr></div></div></div><div class='comments' id='comments'><h4>2 comments:</h4><dl id='comments-block'>{noise.comments(2)}</dl></div></div>
<div class='sidebar'><h2>Blog Archive</h2><ul><li>2015 (12)</li><li>2014 (40)</li></ul><h2>About Me</h2><p>I live by the sea.</p></div></body></html>"""


def _teletype(report: Report, noise: Noise) -> str:
    """A wire as it came, between two rules, in one preformatted block."""
    text = "\n\n".join(textwrap.fill(w, 66) for w in report.paragraphs)
    return f"""<HTML><HEAD><TITLE>{escape(report.title)}</TITLE></HEAD><BODY><A HREF="index.html">Index</A> <A HREF="next.html">Next</A><HR><H3>{escape(report.title)}</H3>
<I>{report.published.day} {report.published:%B} {report.published.year}</I><PRE>{escape(text, quote=False)}</PRE><HR><ADDRESS>Archive of the Westmoor library</ADDRESS></BODY></HTML>"""


UNSEEN = {
    "drupal": _drupal, "blocks": _blocks, "plea": _plea, "enhanced": _enhanced, "ministry": _ministry, "weblog": _weblog,
    "teletype": _teletype,
}  # fmt: skip


def make_unseen_pages() -> list[Page]:
    """Return a page of every bundled report, the kinds of site in turn, three times."""
    pages = []
    for number, report in enumerate(load_reports() * 3):
        name, template = list(UNSEEN.items())[number % len(UNSEEN)]
        pages.append(Page(name, template(report, Noise(number)), report, None))
    return pages
