"""A document as one HTML page that needs no script, no font and no other file."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document, Part, Picture
from matcher.prose import Points, Table, Title

_CSS = (
    "body{{font:1rem/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}}"
    "h1,h2,h3{{color:{accent};line-height:1.25}}table{{border-collapse:collapse;width:100%;margin:1rem 0}}"
    "th,td{{border:1px solid #767676;padding:.4rem .6rem;text-align:left;vertical-align:top}}th{{background:#f3f3f3}}"
    "footer{{border-top:1px solid #767676;margin-top:2rem;padding-top:.5rem}}img{{max-height:4rem}}"
    "figure{{margin:1rem 0}}figure svg{{width:100%;height:auto}}figcaption{{font-size:.9rem}}"
    "@media print{{body{{margin:0;max-width:none}}h2,h3{{break-after:avoid}}tr,figure{{break-inside:avoid}}}}"
)


def html_of(document: Document, style: HouseStyle) -> bytes:
    """Answer the document as an HTML page.

    Args:
        document: what `build_document` answered.
        style: the house style.
    """
    body = "\n".join(line for block in document.blocks for line in _block(block))
    logo = ""
    if style.logo is not None:
        kind = "jpeg" if style.logo_kind == "jpg" else "png"
        data = b64encode(style.logo).decode("ascii")
        logo = f'<header><img src="data:image/{kind};base64,{data}" alt="{escape(style.logo_text)}"></header>\n'
    foot = f"\n<footer><p>{escape(style.footer)}</p></footer>" if style.footer else ""
    page = (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>{_CSS.format(accent=style.accent)}</style>\n</head>\n"
        f"<body>\n{logo}<main>\n{body}\n</main>{foot}\n</body>\n</html>\n"
    )
    return page.encode()


def _block(block: Part) -> Iterator[str]:
    if isinstance(block, Picture):
        yield f"<figure>\n{block.svg.strip()}\n<figcaption>{escape(block.caption.text)}</figcaption></figure>"
    elif isinstance(block, Title):
        yield f"<h{block.level}>{escape(block.sentence.text)}</h{block.level}>"
    elif isinstance(block, Points):
        yield "<ul>"
        yield from (f"<li>{escape(sentence.text)}</li>" for sentence in block.sentences)
        yield "</ul>"
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield f"<p>{escape(' '.join(sentence.text for sentence in block.sentences))}</p>"


def _table(table: Table) -> Iterator[str]:
    yield "<table>"
    yield "<thead><tr>" + "".join(f'<th scope="col">{escape(cell.text)}</th>' for cell in table.head) + "</tr></thead>"
    yield "<tbody>"
    for first, *rest in table.rows:
        cells = "".join(f"<td>{escape(cell.text)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first.text)}</th>{cells}</tr>'
    yield "</tbody></table>"
