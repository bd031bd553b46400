"""The bureau's own paragraphs: after the head and before the end of a document."""

from dataclasses import replace

from matcher.documents.house_style import HouseStyle
from matcher.documents.model import Document
from matcher.prose import Block, Fragment, Provenance, Sentence, Text, audiences_of

_HEAD_BLOCKS = 1


def with_own_paragraphs(document: Document, style: HouseStyle) -> Document:
    """Answer the document with the paragraphs that the house style holds for its kind.

    Args:
        document: the document.
        style: the house style.
    """
    own = style.paragraphs.get(document.kind)
    if own is None:
        return document
    opening = tuple(_paragraph(text, f"style.opening.{place}") for place, text in enumerate(own.opening))
    closing = tuple(_paragraph(text, f"style.closing.{place}") for place, text in enumerate(own.closing))
    blocks = document.blocks
    return replace(document, blocks=(*blocks[:_HEAD_BLOCKS], *opening, *blocks[_HEAD_BLOCKS:], *closing))


def _paragraph(text: str, ref: str) -> Block:
    piece = Fragment(text, Provenance.COACH, audiences_of("document_frame"), ref)
    return Text((Sentence("style", (piece,)),))
