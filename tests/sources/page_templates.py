"""Pages in the manner of news sites, made from our own reports: what a page reader must find in them is known.

Every template is a site of its own: its markup, what it says of date, title and publisher and where, and the noise
around the report. The noise is drawn from a seeded generator, so that the same number gives the same page.
"""
# ruff: noqa: E501  # pages are written as pages are, in long lines

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from html import escape

from tests.sources.page_parts import COMMENTS, HEADLINES, Noise, Page, Report, load_reports


def _p(paragraphs: tuple[str, ...] | list[str], attributes: str = "") -> list[str]:
    return [f"<p{attributes}>{escape(words, quote=False)}</p>" for words in paragraphs]


def _long_day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


_NAV = "".join(
    f'<li><a href="/{name.lower()}">{name}</a></li>'
    for name in ("Home", "World", "Politics", "Business", "Opinion", "Sport", "Culture", "Video")
)
_FOOTER = (
    '<footer class="site-footer"><ul><li><a href="/about">About us</a></li><li><a href="/terms">Terms of use</a></li>'
    '<li><a href="/privacy">Privacy policy</a></li><li><a href="/contact">Contact</a></li></ul>'
    "<p>© 2024 Harbour Media Holdings. All rights reserved. Registered in Westmoor.</p></footer>"
)
_COOKIES = (
    '<div id="cookie-banner" class="cookie-consent" role="dialog"><p>We use cookies and similar technologies to personalise content '
    "and advertisements and to analyse how our site is used.</p><button>Accept all</button><button>Manage settings</button></div>"
)


def _classic(report: Report, noise: Noise) -> str:
    day = report.published.isoformat()
    about = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": report.title,
        "datePublished": f"{day}T18:41:00-05:00", "dateModified": f"{report.published + timedelta(days=1)}T09:00:00-05:00",
        "author": [{"@type": "Person", "name": report.author}],
        "publisher": {"@type": "NewsMediaOrganization", "name": "The Harbour Gazette", "logo": {"@type": "ImageObject", "url": "/l.png"}},
    }  # fmt: skip
    body = _p(report.paragraphs)
    body.insert(1, f'<figure><img src="/a.jpg" alt=""><figcaption>{noise.caption()}</figcaption></figure>')
    body.insert(4, f'<aside class="related"><h3>Related</h3><ul>{noise.links(3)}</ul></aside>')
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(report.title)} | The Harbour Gazette</title>
<meta property="og:title" content="{escape(report.title)}"><meta property="og:site_name" content="The Harbour Gazette">
<script type="application/ld+json">{json.dumps(about)}</script><style>p{{margin:0}}</style></head><body>
<a class="skip" href="#main">Skip to main content</a><header><nav><ul>{_NAV}</ul></nav></header>{_COOKIES}
<main id="main"><ol class="breadcrumb"><li>Home</li><li>World</li></ol><article><h1>{escape(report.title)}</h1>
<div class="byline">By <a rel="author" href="/by/x">{escape(report.author)}</a></div><time datetime="{day}T18:41:00-05:00">{_long_day(report.published)}</time>
<div class="share-bar"><a>Share on Facebook</a> <a>Tweet</a> <a>Email</a></div>
<div class="article-body">{"".join(body)}</div><div class="tags">Tags: <a>Europe</a>, <a>Diplomacy</a></div></article>
<section class="comments" id="comments"><h2>Comments</h2><ul>{noise.comments(4)}</ul></section></main>
<aside class="sidebar"><h2>Most read</h2><ul>{noise.links(6)}</ul></aside>{_FOOTER}</body></html>"""


def _graph(report: Report, noise: Noise) -> str:
    day = report.published.isoformat()
    url = f"https://courier.example/world/{report.slug}/"
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "@id": "https://courier.example/#org", "name": "Northern Courier"},
        {"@type": "WebSite", "@id": "https://courier.example/#site", "name": "Northern Courier", "publisher": {"@id": "https://courier.example/#org"}},
        {"@type": "Person", "@id": "https://courier.example/#p1", "name": report.author},
        {"@type": "WebPage", "@id": url, "url": url, "datePublished": f"{day}T06:00:00+00:00"},
        {"@type": ["Article", "NewsArticle"], "@id": f"{url}#article", "isPartOf": {"@id": url}, "headline": report.title,
         "author": {"@id": "https://courier.example/#p1"}, "publisher": {"@id": "https://courier.example/#org"},
         "datePublished": f"{day}T06:00:00+00:00", "dateModified": f"{day}T12:00:00+00:00"},
        {"@type": "BreadcrumbList", "itemListElement": []},
    ]}  # fmt: skip
    return f"""<!DOCTYPE html><html lang="en-US" prefix="og: http://ogp.me/ns#"><head><meta charset="UTF-8">
<title>{escape(report.title)} - Northern Courier</title><link rel="canonical" href="{url}">
<script type="application/ld+json" class="yoast-schema-graph">{json.dumps(graph)}</script></head>
<body class="post-template-default single single-post"><div id="page"><header id="masthead"><nav id="site-navigation" class="main-navigation"><ul>{_NAV}</ul></nav></header>
<div id="content" class="site-content"><main id="main" class="site-main"><article id="post-{noise.number(100, 999)}" class="post type-post hentry">
<header class="entry-header"><h1 class="entry-title">{escape(report.title)}</h1><div class="entry-meta"><span class="posted-on">{_long_day(report.published)}</span> <span class="author vcard">{escape(report.author)}</span></div></header>
<div class="entry-content">{"".join(_p(report.paragraphs))}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a>Twitter</a></li><li><a>Facebook</a></li></ul></div></div>
<footer class="entry-footer"><span class="cat-links">Posted in <a>World</a></span></footer></article>
<nav class="navigation post-navigation"><a rel="prev">{noise.teaser()}</a><a rel="next">{noise.teaser()}</a></nav>
<div id="comments" class="comments-area"><ol class="comment-list">{noise.comments(3)}</ol><div id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published.</p></div></div></main>
<aside id="secondary" class="widget-area"><section class="widget"><h2>Recent Posts</h2><ul>{noise.links(5)}</ul></section><section class="widget"><h2>Archives</h2><ul><li><a>March 2019</a></li><li><a>February 2019</a></li></ul></section></aside></div>
{_FOOTER}</div></body></html>"""


def _microdata(report: Report, noise: Noise) -> str:
    day = report.published.isoformat()
    return f"""<!doctype html><html><head><title>{escape(report.title)}</title></head><body itemscope itemtype="http://schema.org/WebPage">
<div class="top"><ul class="menu">{_NAV}</ul></div><div class="wrap"><div itemscope itemtype="http://schema.org/NewsArticle" class="story">
<h1 itemprop="headline">{escape(report.title)}</h1><p class="meta">By <span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">{escape(report.author)}</span></span>,
<meta itemprop="datePublished" content="{day}T08:15:00Z"><span class="when">{report.published.day} {report.published:%b} {report.published.year}</span></p>
<span itemprop="publisher" itemscope itemtype="http://schema.org/Organization"><meta itemprop="name" content="Westmoor Chronicle"></span>
<div class="img"><img src="x.jpg"><div class="caption">{noise.caption()}</div></div>
<div itemprop="articleBody">{"".join(_p(report.paragraphs))}</div></div>
<div class="promo"><h4>More from World</h4><ul>{noise.links(5)}</ul></div></div>{_FOOTER}</body></html>"""


def _meta_only(report: Report, noise: Noise) -> str:
    """A site of twenty years ago: tables for layout, everything it says in meta elements."""
    paragraphs = "".join(
        f'<p><font face="Verdana" size="2">{escape(words, quote=False)}</font></p>' for words in report.paragraphs
    )
    return f"""<html><head><title>{escape(report.title)}</title><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="author" content="{escape(report.author)}"><meta name="date" content="{report.published.isoformat()}"><meta name="keywords" content="news, world">
</head><body bgcolor="#ffffff"><table width="760" cellpadding="0"><tr><td colspan="2"><a href="/">HOME</a> | <a href="/world">WORLD</a> | <a href="/sport">SPORT</a></td></tr>
<tr><td width="150" valign="top"><ul>{noise.links(6)}</ul></td><td width="610" valign="top"><h1><font face="Georgia">{escape(report.title)}</font></h1>
{paragraphs}<p><a href="javascript:history.back()">Back</a></p></td></tr><tr><td colspan="2"><font size="1">Copyright 1998-2024</font></td></tr></table></body></html>"""


def _date_in_address(report: Report, noise: Noise) -> str:
    """A page made by a program: class names that mean nothing, the date in its address alone."""
    day = report.published
    url = f"https://news.example/{day:%Y/%m/%d}/{report.slug}.html"
    body = "".join(_p(report.paragraphs, ' class="css-axufdj evys1bk0"'))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><link rel="canonical" href="{url}">
<meta property="og:url" content="{url}"><meta property="og:site_name" content="Example News"></head><body><div id="app"><div class="css-1aor85t"><div class="css-mgtjo2"><ul class="css-x">{_NAV}</ul></div>
<div class="css-53u6y8"><h1 class="css-139djpt">{escape(report.title)}</h1><div class="css-233int">{escape(report.author)}</div><div class="css-s99gbd StoryBodyCompanionColumn"><div>{body}</div></div></div>
<div class="css-9tf9ac"><div>Advertisement</div></div><div class="css-1e1s8k7"><h2>Editors’ Picks</h2><ul>{noise.links(4)}</ul></div></div></div></body></html>"""


def _date_in_words(report: Report, noise: Noise) -> str:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} - The Riverside Post</title></head><body>
<div class="header"><div class="logo">The Riverside Post</div><ul class="nav">{_NAV}</ul></div><div class="container"><div class="post-content">
<h1 class="post-title">{escape(report.title)}</h1><div class="post-info">By {escape(report.author)} &nbsp;|&nbsp; Published: {_long_day(report.published)}</div>
<div class="post-text">{"".join(_p(report.paragraphs))}</div></div><div class="right-rail"><h3>Popular now</h3><ul>{noise.links(5)}</ul></div></div>
<div class="footer">Copyright © 2009–2024 The Riverside Post Ltd.</div></body></html>"""


def _cookie_wall(report: Report, noise: Noise) -> str:
    """The report stands below a long notice that fills the screen."""
    day = report.published.isoformat()
    purposes = "".join(
        f"<li><h4>{name}</h4><p>Our partners and we may {words} on this device, and you can object to it at any time in the settings below.</p></li>"
        for name, words in (("Store", "store and read information"), ("Select", "choose advertisements for you"), ("Measure", "measure what you read"),
                            ("Develop", "develop and improve their products"), ("Match", "combine data from other sources"))
    )  # fmt: skip
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(report.title)}</title>
<meta property="article:published_time" content="{day}T10:00:00+01:00"><meta property="article:modified_time" content="{report.published + timedelta(days=2)}T10:00:00+01:00">
<meta property="og:site_name" content="Lakeside Standard"><meta name="author" content="{escape(report.author)}"></head><body class="modal-open">
<div id="consent-overlay" class="consent-modal" role="dialog" aria-modal="true"><h2>We value your privacy</h2><p>We and our 812 partners store and access information on your device.</p><ul>{purposes}</ul><button>Agree</button><button>Disagree</button></div>
<header><ul>{_NAV}</ul></header><article class="article"><h1>{escape(report.title)}</h1><div class="article__content">{"".join(_p(report.paragraphs))}</div></article>
<section class="teasers">{"".join(f'<div class="teaser"><h3>{noise.teaser()}</h3></div>' for _ in range(4))}</section>{_FOOTER}</body></html>"""


def _live(report: Report, noise: Noise) -> str:
    """A live page: each paragraph of the report is an entry with its clock time."""
    day = report.published.isoformat()
    about = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": report.title, "datePublished": f"{day}T07:00:00Z",
             "dateModified": f"{day}T21:00:00Z", "publisher": {"@type": "Organization", "name": "The Harbour Gazette"}}  # fmt: skip
    entries = "".join(
        f'<div class="live-entry" id="e{n}"><time datetime="{day}T{8 + n:02}:15:00Z">{8 + n:02}:15</time><div class="live-text">{p}</div></div>'
        for n, p in enumerate(_p(report.paragraphs[:12]))
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Live: {escape(report.title)}</title><script type="application/ld+json">{json.dumps(about)}</script>
<meta property="og:title" content="{escape(report.title)}"></head><body><nav><ul>{_NAV}</ul></nav><main><article><div class="live-badge">LIVE</div><h1>{escape(report.title)}</h1>
<div class="live-feed">{entries}</div><button>Load more</button></article></main><aside><ul>{noise.links(4)}</ul></aside>{_FOOTER}</body></html>"""


def _comments(report: Report, noise: Noise) -> str:
    """More is said under the report than in it."""
    day = report.published.isoformat()
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><meta name="parsely-pub-date" content="{day}T05:00:00Z"><meta property="og:site_name" content="The Forum Daily">
</head><body><div id="nav">{_NAV}</div><div id="story"><h1>{escape(report.title)}</h1><div class="dateline">{_long_day(report.published)}</div><div class="story-body">{"".join(_p(report.paragraphs))}</div></div>
<div id="disqus_thread" class="comments"><h2>38 Comments</h2><ul class="comment-list">{noise.comments(25)}</ul></div>{_FOOTER}</body></html>"""


def _paywall(report: Report, noise: Noise) -> str:
    """Four paragraphs, then the wall: what is there is what can be read."""
    day = report.published.isoformat()
    about = {"@context": "http://schema.org", "@type": "NewsArticle", "isAccessibleForFree": "False", "headline": report.title,
             "datePublished": f"{day}T04:30:00.000Z", "author": {"@type": "Person", "name": report.author}, "publisher": {"@type": "Organization", "name": "Capital Review"}}  # fmt: skip
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} | Capital Review</title><script type="application/ld+json">[{json.dumps(about)}]</script></head>
<body><header><nav><ul>{_NAV}</ul></nav></header><article class="o-article"><h1>{escape(report.title)}</h1><div class="article-body">{"".join(_p(report.paragraphs[:4]))}</div>
<div class="paywall barrier"><h2>Subscribe to unlock this article</h2><p>Try unlimited access. Only $1 for 4 weeks, then $69 per month. Cancel any time during your trial.</p><a>Subscribe</a><p>Already a subscriber? Sign in</p></div></article>
<div class="explore"><h3>Explore more offers</h3><ul>{noise.links(3)}</ul></div>{_FOOTER}</body></html>"""


def _amp(report: Report, noise: Noise) -> str:
    day = report.published.isoformat()
    about = {"@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": "x", "headline": report.title,
             "datePublished": f"{day}T12:00:00Z", "publisher": {"@type": "Organization", "name": "Northern Courier"}}  # fmt: skip
    body = _p(report.paragraphs)
    body.insert(2, '<amp-ad width="300" height="250" type="doubleclick"></amp-ad>')
    body.insert(5, f'<amp-img src="a.jpg" width="1" height="1"></amp-img><p class="amp-caption">{noise.caption()}</p>')
    return f"""<!doctype html><html amp lang="en"><head><meta charset="utf-8"><script async src="https://cdn.example/v0.js"></script><title>{escape(report.title)}</title>
<link rel="canonical" href="https://courier.example/{report.slug}"><script type="application/ld+json">{json.dumps(about)}</script><style amp-boilerplate>body{{}}</style></head><body>
<amp-analytics><script type="application/json">{{"vars": {{"account": "UA-1"}}}}</script></amp-analytics><amp-sidebar id="s"><ul>{_NAV}</ul></amp-sidebar>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{escape(report.title)}</h1></header><div class="amp-wp-article-content">{"".join(body)}</div></article>
<footer class="amp-wp-footer"><p>Northern Courier</p></footer></body></html>"""


def _breaks(report: Report, noise: Noise) -> str:
    """Paragraphs parted by two line breaks, as hand-made pages and mailing lists have them."""
    day = report.published
    text = "<br /><br />\n".join(escape(words, quote=False) for words in report.paragraphs)
    return f"""<html><head><title>{escape(report.title)}</title><meta name="DC.date.issued" content="{day.isoformat()}"></head><body><div id="menu"><ul>{_NAV}</ul></div>
<div id="content"><h2>{escape(report.title)}</h2><div class="date">{day.day}.{day.month}.{day.year}</div><div class="text">{text}</div></div><div id="more"><ul>{noise.links(4)}</ul></div></body></html>"""


def _interrupted(report: Report, noise: Noise) -> str:
    """The report is interrupted by promotions that are marked up like its own paragraphs."""
    day = report.published.isoformat()
    body = _p(report.paragraphs)
    for position, words in (
        (2, f"<p><strong>READ MORE: <a href='/x'>{noise.teaser()}</a></strong></p>"),
        (4, "<p>Advertisement</p>"),
        (6, "<p><em>Sign up for our daily newsletter</em></p>"),
        (8, f"<p><a href='/y'>Related: {noise.teaser()}</a></p>"),
    ):
        body.insert(position, words)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><meta property="og:type" content="article">
<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="The Riverside Post"></head><body><header><ul>{_NAV}</ul></header>
<div class="main"><div class="article"><h1>{escape(report.title)}</h1><div class="text">{"".join(body)}<p>Share this article</p><p>Follow us on Twitter: @riverside</p></div></div></div>{_FOOTER}</body></html>"""


def _today(report: Report, noise: Noise) -> str:
    """The head of the page shows the day it is read on and the weather; the report's own day is written below it."""
    day = report.published
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} | Lakeside Standard</title></head><body>
<div id="top"><span class="today">Thursday, {_long_day(date(2024, 5, 16))}</span><span class="weather">14°C Westmoor</span><ul>{_NAV}</ul></div>
<div id="main"><h1>{escape(report.title)}</h1><p class="summary-line"><span>{escape(report.author)}</span> <span>{day.day} {day:%B} {day.year}</span></p>
<div class="body">{"".join(_p(report.paragraphs))}</div></div>
<div id="side"><h3>Latest</h3><ul><li><span>{_long_day(date(2024, 5, 16))}</span> <a href="/z">{noise.teaser()}</a></li><li><span>{_long_day(date(2024, 5, 15))}</span> <a href="/y">{noise.teaser()}</a></li></ul></div>{_FOOTER}</body></html>"""


def _pictures(report: Report, noise: Noise) -> str:
    """Pictures with captions in paragraphs, a pulled quotation that repeats the report, an embedded post."""
    day = report.published.isoformat()
    body = _p(report.paragraphs)
    pulled = report.paragraphs[2].split(". ")[0]
    body.insert(1, f'<div class="image-block"><img src="a.jpg"><p class="caption">{noise.caption()}</p></div>')
    body.insert(3, f'<blockquote class="pullquote"><p>{escape(pulled, quote=False)}</p></blockquote>')
    body.insert(
        5,
        '<blockquote class="twitter-tweet"><p>Terrible scenes at the border tonight</p>&mdash; A Reader (@areader) <a href="https://t.example/1">November 24</a></blockquote>',
    )
    body.insert(7, f'<div class="video-player"><p class="video-title">Watch: {noise.teaser()}</p></div>')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><meta name="pubdate" content="{day}"><meta property="og:site_name" content="Northern Courier"></head>
<body><header><ul>{_NAV}</ul></header><main><h1>{escape(report.title)}</h1><div class="gallery-teaser"><a>See all 12 pictures</a></div><div class="content">{"".join(body)}</div></main>{_FOOTER}</body></html>"""


def _list_of_others(report: Report, noise: Noise) -> str:
    """The page's JSON-LD speaks of other reports first, with their days."""
    other = (report.published + timedelta(days=40)).isoformat()
    others = {"@context": "https://schema.org", "@type": "ItemList", "itemListElement": [
        {"@type": "NewsArticle", "headline": HEADLINES[n], "datePublished": f"{other}T00:00:00Z", "author": {"name": "Somebody Else"}} for n in range(3)
    ]}  # fmt: skip
    also = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINES[4],
        "datePublished": f"{other}T00:00:00Z",
    }
    own = {"@context": "https://schema.org", "@type": "ReportageNewsArticle", "headline": report.title, "datePublished": f"{report.published}T01:00:00Z",
           "author": {"@type": "Person", "name": report.author}, "publisher": {"@type": "Organization", "name": "Capital Review"}}  # fmt: skip
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(part)}</script>' for part in (others, also, own))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title>{scripts}</head><body><nav><ul>{_NAV}</ul></nav>
<aside><h2>Latest</h2><ul><li><time datetime="{other}">1 hour ago</time>{noise.teaser()}</li></ul></aside><article><h1>{escape(report.title)}</h1>{"".join(_p(report.paragraphs))}</article>
<section><h2>More on this story</h2>{"".join(f"<div class='card'><h3>{noise.teaser()}</h3><p>{escape(words)}</p></div>" for words in COMMENTS[:3])}</section>{_FOOTER}</body></html>"""


def _no_paragraphs(report: Report, noise: Noise) -> str:
    """Paragraphs are divs, their words broken up by links and spans."""

    def mark(words: str) -> str:
        parts = escape(words, quote=False).split(" ")
        for place in range(5, len(parts), 11):
            parts[place] = (
                f'<a href="/topic/{place}">{parts[place]}</a>' if place % 2 else f"<span><b>{parts[place]}</b></span>"
            )
        return " ".join(parts)

    day = report.published.isoformat()
    body = "".join(
        f'<div class="paragraph" data-block="{n}"><div>{mark(words)}</div></div>'
        for n, words in enumerate(report.paragraphs)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><meta itemprop="datePublished" content="{day}"><meta property="og:site_name" content="Example News"></head><body>
<div class="nav">{_NAV}</div><div class="article-wrap"><h1>{escape(report.title)}</h1><div class="article-text">{body}</div></div><div class="foot">{noise.links(4)}</div>{_FOOTER}</body></html>"""


def _in_a_script(report: Report, noise: Noise) -> str:
    """An application that draws its page: the text stands only in what it tells search engines."""
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": report.title, "datePublished": f"{report.published}T09:00:00Z",
             "articleBody": report.text, "author": {"@type": "Person", "name": report.author}, "publisher": {"@type": "Organization", "name": "Example News"}}  # fmt: skip
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><script type="application/ld+json">{json.dumps(about)}</script></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>window.__STATE__={{"v":{noise.number(1, 9)}}}</script></body></html>"""


def _broken(report: Report, noise: Noise) -> str:
    """Tags that are never closed, closed twice or stand in the wrong place."""
    day = report.published
    body = "<p>".join(
        escape(words, quote=False) + ("</i>" if n % 3 == 0 else "") for n, words in enumerate(report.paragraphs)
    )
    return f"""<html><head><title>{escape(report.title)}<meta name=date content={day.isoformat()}></title><meta name="publish-date" content='{day.isoformat()}'>
<body><table><tr><td><div class=menu><ul>{_NAV}<div><h1>{escape(report.title)}</h2></div></td><td><div class=story><p>{body}</div></span></div>
<hr><p>Also today: <a href=/x>{noise.teaser()}</a></table></body>"""


def _signed(report: Report, noise: Noise) -> str:
    """The container of the report ends with who wrote it, a correction and a plea for money."""
    day = report.published.isoformat()
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} – The Forum Daily</title><meta property="article:published_time" content="{day}T09:00:00Z"><meta property="og:site_name" content="The Forum Daily">
</head><body><header><ul>{_NAV}</ul></header><article><h1>{escape(report.title)}</h1><div class="entry">{"".join(_p(report.paragraphs))}
<div class="author-bio"><p>{escape(report.author)} is a staff writer of The Forum Daily. She covers trade and the northern harbours.</p></div>
<div class="donate-box"><p>If you value our work, please consider a gift. Every contribution keeps our reporting free for all.</p></div><div class="newsletter-signup"><p>Get the Forum in your inbox every morning.</p></div></div></article>
<div class="related-posts"><h3>Related</h3><ul>{noise.links(3)}</ul></div>{_FOOTER}</body></html>"""


def _endless(report: Report, noise: Noise) -> str:
    """A page that goes on with the next report."""
    day = report.published.isoformat()
    following = "".join(f"<p>{escape(' '.join(COMMENTS[n:] + COMMENTS[:n])[:400])}.</p>" for n in range(3))
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)} | The Riverside Post</title><meta name="sailthru.date" content="{day}"></head><body><header><ul>{_NAV}</ul></header>
<article class="main-article"><h1>{escape(report.title)}</h1><div class="article-body">{"".join(_p(report.paragraphs))}</div></article>
<div class="next-article"><h4>Up next</h4><h2>{noise.teaser()}</h2><div class="excerpt">{following}</div></div>{_FOOTER}</body></html>"""


def _brief(report: Report, noise: Noise) -> str:
    """Two paragraphs between a great many other words."""
    day = report.published.isoformat()
    cards = "".join(
        f"<li class='card'><h3><a href='/n'>{escape(h)}</a></h3><p>{escape(c)}</p></li>"
        for h, c in zip(HEADLINES[:6], COMMENTS, strict=True)
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{escape(report.title)}</title><meta property="article:published_time" content="{day}T09:00:00Z"><meta property="og:site_name" content="The Harbour Gazette"></head><body>
<header><ul>{_NAV}</ul></header><article class="brief"><h1>{escape(report.title)}</h1>{"".join(_p(report.paragraphs[:2]))}</article><section class="more-stories"><h2>More stories</h2><ul>{cards}</ul></section>{noise.links(3)}{_FOOTER}</body></html>"""


_Template = Callable[[Report, Noise], str]
TEMPLATES: dict[str, tuple[_Template, str | None]] = {
    "classic": (_classic, "The Harbour Gazette"), "graph": (_graph, "Northern Courier"),
    "microdata": (_microdata, "Westmoor Chronicle"), "meta only": (_meta_only, None),
    "date in address": (_date_in_address, "Example News"), "date in words": (_date_in_words, "The Riverside Post"),
    "cookie wall": (_cookie_wall, "Lakeside Standard"), "live": (_live, "The Harbour Gazette"),
    "comments": (_comments, "The Forum Daily"), "paywall": (_paywall, "Capital Review"), "amp": (_amp, "Northern Courier"),
    "breaks": (_breaks, None), "interrupted": (_interrupted, "The Riverside Post"), "today": (_today, "Lakeside Standard"),
    "pictures": (_pictures, "Northern Courier"), "list of others": (_list_of_others, "Capital Review"),
    "no paragraphs": (_no_paragraphs, "Example News"), "in a script": (_in_a_script, "Example News"), "broken": (_broken, None),
    "signed": (_signed, "The Forum Daily"), "endless": (_endless, "The Riverside Post"), "brief": (_brief, "The Harbour Gazette"),
}  # fmt: skip


def make_pages(count: int) -> list[Page]:
    """Return `count` pages, reports and templates in turn."""
    reports = load_reports()
    pages = []
    for number in range(count):
        name, (template, publisher) = list(TEMPLATES.items())[number % len(TEMPLATES)]
        report = reports[(number // len(TEMPLATES) + number) % len(reports)]
        shown = {"paywall": report.paragraphs[:4], "live": report.paragraphs[:12], "brief": report.paragraphs[:2]}.get(
            name, report.paragraphs
        )
        html = template(report, Noise(number))
        told = Report(report.title, shown, report.published, report.author, report.slug)
        pages.append(Page(name, html, told, publisher))
    return pages
