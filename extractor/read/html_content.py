"""Which part of a web page is the document, and which is the site around it.

Menus, banners and links show themselves by their element or role (`nav`, `footer`), or by class and id
(«breadcrumb», «cookie-banner»). None of these may cost real content: what holds a large share of the text
stays, whatever it is called, and a name such as «nav» (a state agency, too) or «menu» counts only where
most of the text is links. Inside `main` and `article`, headers, footers and asides belong to the document
unless they are links. Lists and paragraphs that only lead to other places on the page are its contents list.

Of what is left, the smallest of `main`, `article` and their likes that holds nearly all text is the
document; failing that, the one that holds most of it; failing that, the whole body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from operator import itemgetter

from extractor.read.html_tree import Close, Node, find, walk

MENUS = frozenset({"nav", "navigation", "search", "menu", "menubar", "dialog", "alertdialog"})
EDGES = frozenset({"header", "footer", "aside", "banner", "contentinfo", "complementary"})
LISTED = frozenset({"ul", "ol", "li", "p"})
MAINS = frozenset({"main", "article"})
MAIN_IDS = frozenset({"main", "main-content", "maincontent", "content", "innhold", "innhald", "hovedinnhold"})
SURE_NAMES = frozenset({
    "breadcrumb", "breadcrumbs", "brodsmule", "brodsmuler", "cookie", "cookies", "cookiebanner", "consent",
    "readspeaker", "pagination", "pager",
})  # fmt: skip
LINK_NAMES = frozenset({
    "nav", "navbar", "navigation", "navigasjon", "meny", "menu", "hovedmeny", "hovudmeny", "mainmenu",
    "globalmenu", "globalmeny", "submenu", "sidebar", "sidemenu", "toolbar", "share", "sharing", "social",
    "some", "related", "relatert", "footer", "header", "skip", "skiplink", "skiplinks",
})  # fmt: skip

LINKS = 0.5  # a menu has at least this share of its text in links
LARGE = 0.4  # of the page's text: what holds more is content, whatever it is called
BANNER = 1500  # characters: a banner is shorter than this
ALL = 0.9  # a contents list has at least this share of its text in links to the same page
MOST = 0.5
NEARLY_ALL = 0.85


@dataclass(slots=True)
class Weight:
    """How much text an element holds, in characters without white space."""

    text: int = 0
    linked: int = 0
    inward: int = 0  # in links to places on the same page
    titled: bool = False  # holds an h1
    in_main: bool = False  # stands inside main or article

    @property
    def is_links(self) -> bool:
        """Whether most of it is links."""
        return self.linked >= LINKS * self.text


def find_content(page: Node) -> tuple[Node, frozenset[Node]]:
    """Return the element that holds the document, and the elements in it that belong to the site."""
    body = next(find(page, "body"), page)
    weights = dict(_weigh(body))
    total = weights[body].text
    chrome = frozenset(
        node
        for node, weight in weights.items()
        if node is not body and _is_chrome(node, weight, large=weight.text > LARGE * total)
    )
    return _find_main(body, chrome), chrome


def _weigh(root: Node, skip: Collection[Node] = ()) -> Iterator[tuple[Node, Weight]]:
    """Yield each element that may be chrome or the document, with what it weighs."""
    path: list[tuple[Node, Weight]] = []
    links = inward = 0  # how many links are open, and how many of them lead to the same page
    for part in walk(root, skip):
        if isinstance(part, Node):
            links += part.tag == "a"
            inward += _leads_inward(part)
            in_main = bool(path) and (path[-1][1].in_main or _is_main(path[-1][0]))
            path.append((part, Weight(titled=part.tag == "h1", in_main=in_main)))
        elif isinstance(part, Close):
            node, weight = path.pop()
            links -= node.tag == "a"
            inward -= _leads_inward(node)
            if path:
                _add(path[-1][1], weight)
            if node is root or _is_candidate(node):
                yield node, weight
        else:
            length = sum(map(len, part.split()))
            path[-1][1].text += length
            path[-1][1].linked += length if links else 0
            path[-1][1].inward += length if inward else 0


def _add(outer: Weight, inner: Weight) -> None:
    outer.text += inner.text
    outer.linked += inner.linked
    outer.inward += inner.inward
    outer.titled |= inner.titled


def _leads_inward(node: Node) -> bool:
    return node.tag == "a" and node.get("href").startswith("#")


def _is_candidate(node: Node) -> bool:
    return bool(
        node.tag in MENUS | EDGES | MAINS | LISTED or node.attributes.keys() & {"role", "class", "id"}
    )


def _is_main(node: Node) -> bool:
    return node.tag in MAINS or node.get("role") in MAINS or node.get("id") in MAIN_IDS


def _is_chrome(node: Node, weight: Weight, *, large: bool) -> bool:
    kinds = {node.tag, node.get("role")}
    if kinds & MENUS:
        return weight.is_links or not large
    if node.tag in LISTED and weight.inward >= max(ALL * weight.text, 1):
        return True
    if weight.titled or _is_main(node):
        return False
    if kinds & EDGES:
        return weight.is_links or not (large or weight.in_main)
    names = _names(node)
    if large or not names & (SURE_NAMES | LINK_NAMES):
        return False
    return weight.is_links or (bool(names & SURE_NAMES) and weight.text <= BANNER)


def _names(node: Node) -> set[str]:
    """Return the words of class and id: «mainMenu nav-bar» holds main, menu, mainmenu, nav and so on."""
    names: set[str] = set()
    for name in f"{node.attributes.get('class', '')} {node.attributes.get('id', '')}".split():
        parts = re.findall(r"[a-z]+", re.sub(r"([a-z])([A-Z])", r"\1-\2", name).lower().replace("ø", "o"))
        names.update(parts, ["".join(parts)])
    return names


def _find_main(body: Node, chrome: frozenset[Node]) -> Node:
    weights = dict(_weigh(body, chrome))
    total = weights[body].text
    mains = sorted(
        (
            (weight.text, index, node)
            for index, (node, weight) in enumerate(weights.items())
            if _is_main(node)
        ),
        key=itemgetter(0, 1),
    )
    for text, _, node in mains:
        if text >= NEARLY_ALL * total:
            return node
    articles = [node for _, _, node in mains if node.tag == "article"]
    for text, _, node in reversed(mains):
        if text >= MOST * total and (node.tag != "article" or len(articles) == 1):
            return node
    return body
