"""Draw pictures as SVG: elements, words and the few colours that all pictures share."""

import xml.etree.ElementTree as ET

INK, QUIET, LINE, BAR, PAPER = "#1b1f24", "#4d5761", "#d0d7de", "#d5dee9", "#ffffff"
FONTS = "system-ui, 'Segoe UI', Helvetica, Arial, sans-serif"


def element(parent: ET.Element, tag: str, **attributes: str | float) -> ET.Element:
    """Answer a new child; underscores in attribute names become hyphens."""
    return ET.SubElement(parent, tag, {name.replace("_", "-"): f"{value}" for name, value in attributes.items()})


def words(
    parent: ET.Element,
    x: float,
    y: float,
    text: str,
    *,
    size: int,
    anchor: str = "start",
    fill: str = INK,
    weight: str = "400",
) -> None:
    """Write one line of text."""
    node = element(parent, "text", x=x, y=y, font_size=size, text_anchor=anchor, fill=fill, font_weight=weight)
    node.text = text


def picture(
    name: str, title: str, description: str, width: int, height: int, *, fonts: str = FONTS, lang: str = "nl"
) -> ET.Element:
    """Answer an empty picture that a screen reader can tell: a title, a description, the language.

    Args:
        name: short name, the beginning of its ids.
        title: what the picture is.
        description: what it shows, in sentences.
        width: in pixels.
        height: in pixels.
        fonts: font families, the first that is there counts.
        lang: language of its words.
    """
    svg = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {height}",
            "width": str(width),
            "height": str(height),
            "role": "img",
            "lang": lang,
            "aria-labelledby": f"{name}-titel {name}-beschrijving",
            "font-family": fonts,
        },
    )
    element(svg, "title", id=f"{name}-titel").text = title
    element(svg, "desc", id=f"{name}-beschrijving").text = description
    element(svg, "rect", x=0, y=0, width=width, height=height, fill=PAPER)
    return svg
