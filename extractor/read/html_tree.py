"""A web page as a tree, and the order of what stands in it.

The parser is lxml's, used as a stream: it fetches nothing, expands no declared entities and repairs broken
mark-up as browsers do. Elements that are nested beyond reason dissolve into their ancestor (as a tree, lxml
would end the document there); old editors leave hundreds of fonts open, so formatting goes first. Nothing
here recurses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

MAX_DEPTH = 200  # elements: real pages stay below 100
MAX_FORMATTING = 100  # elements, below which no more formatting is taken in
FORMATTING = frozenset({"a", "b", "big", "em", "font", "i", "small", "span", "strong", "u"})
NEVER_TEXT = frozenset({
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "select", "option", "datalist", "input", "textarea", "label", "progress", "meter",
})  # fmt: skip


@dataclass(slots=True, eq=False)
class Node:
    """An element: lower-case tag, attributes, and elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """Return an attribute in lower case, empty when it is not there."""
        return self.attributes.get(name, "").strip().lower()


@dataclass(slots=True, frozen=True)
class Close:
    """The end of an element."""

    node: Node


Event = Node | str | Close  # an element begins, text, an element ends


class _Shallow:
    """Receives what the parser reports and keeps it as a tree of limited depth."""

    def __init__(self) -> None:
        self.root = Node("")
        self.path = [self.root]
        self.kept: list[bool] = []  # for each open element, whether it is in the path

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        tag = tag.lower()
        keep = len(self.path) < (MAX_FORMATTING if tag in FORMATTING else MAX_DEPTH)
        self.kept.append(keep)
        if keep:
            node = Node(tag, dict(attributes))
            self.path[-1].children.append(node)
            self.path.append(node)
        elif tag not in FORMATTING:
            self.data(" ")

    def end(self, tag: str) -> None:
        if self.kept and self.kept.pop():
            self.path.pop()
        elif tag not in FORMATTING:
            self.data(" ")

    def data(self, data: str) -> None:
        self.path[-1].children.append(data)

    def close(self) -> None:
        self.path = [self.root]


def parse(text: str) -> Node:
    """Return the tree of a web page, however broken; its root has no tag."""
    target = _Shallow()
    parser = etree.HTMLParser(
        target=target,  # type: ignore[arg-type]  # the stub asks for bytes as well, which Python 2 had
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
    )
    parser.feed(text.encode("utf-8", errors="replace") or b" ")
    parser.close()
    return target.root


def walk(root: Node, skip: Collection[Node] = ()) -> Iterator[Event]:
    """Yield what stands in `root`, itself first, in document order; neither scripts nor what is in `skip`."""
    path: list[tuple[Node, Iterator[Node | str]]] = [(root, iter(root.children))]
    yield root
    while path:
        node, children = path[-1]
        child = next(children, None)
        if child is None:
            path.pop()
            yield Close(node)
        elif isinstance(child, str):
            yield child
        elif child.tag not in NEVER_TEXT and child not in skip:
            path.append((child, iter(child.children)))
            yield child


def find(root: Node, *tags: str, skip: Collection[Node] = ()) -> Iterator[Node]:
    """Yield the elements below `root` with one of the tags."""
    return (part for part in walk(root, skip) if isinstance(part, Node) and part.tag in tags)


def text_of(node: Node) -> str:
    """Return the text of an element on one line."""
    return " ".join("".join(part for part in walk(node) if isinstance(part, str)).split())
