# ruff: noqa: E501, S311 the documents are long texts, and chance needs no secrets
"""Damaged and hostile documents from a seed: cut off, wrong signs, bombs, deep nesting, macros, references outward."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

from reportlab.lib import pdfencrypt
from reportlab.pdfgen.canvas import Canvas

from tests.papers.samples import write_samples

Made = tuple[bytes, str]

_SHARE_DAMAGED = 0.75  # of the documents are healthy ones that were damaged; the others are built to do harm

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TEXTS = {
    "report.txt": "Arbeidsdeskundig onderzoek\nDatum rapport: 14-09-2026\n1. Is het eigen werk passend?\nNee.\nPassende functies:\n- receptionist\n",
    "cv.txt": "Curriculum vitae\nWerkervaring\n2012 - heden  Magazijnmedewerker\nOpleiding\n2011 mbo 2 logistiek\n",
    "cv.json": '{"basics": {"name": "Jan Voorbeeld"}, "work": [{"position": "planner", "startDate": "2012-01-01"}]}',
    "cv.xml": '<SkillsPassport><WorkExperience><Period><From year="2012"/></Period><Position><Label>planner</Label></Position></WorkExperience></SkillsPassport>',
}  # fmt: skip


def seeds(folder: Path) -> list[Made]:
    """Answer healthy documents of every kind, to damage."""
    found = [(path.read_bytes(), path.suffix) for path in write_samples(folder, each=1, seed=5)]
    return found + [(text.encode(), Path(name).suffix) for name, text in _TEXTS.items()]


def hostile(number: int, healthy: list[Made]) -> tuple[str, bytes, str]:
    """Answer one hostile document: what was done, its bytes and its ending.

    Args:
        number: the same number gives the same document.
        healthy: documents to damage.
    """
    pick = random.Random(number)
    if pick.random() < _SHARE_DAMAGED:
        content, suffix = pick.choice(healthy)
        how = pick.choice(_DAMAGE)
        return how.__name__.strip("_"), how(content, pick), suffix
    make = pick.choice(_BUILT)
    content, suffix = make(pick)
    return make.__name__.strip("_"), content, suffix


def _cut(content: bytes, pick: random.Random) -> bytes:
    return content[: pick.randrange(len(content))]


def _flipped(content: bytes, pick: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(pick.choice((1, 10, 200))):
        changed[pick.randrange(len(changed))] = pick.randrange(256)
    return bytes(changed)


def _hole(content: bytes, pick: random.Random) -> bytes:
    start = pick.randrange(len(content))
    return content[:start] + bytes(pick.randrange(2000)) + content[start + pick.randrange(2000) :]


def _doubled(content: bytes, pick: random.Random) -> bytes:
    start = pick.randrange(len(content))
    part = content[start : start + pick.randrange(5000)]
    return content[:start] + part * pick.randrange(2, 50) + content[start:]


def _other_encoding(content: bytes, pick: random.Random) -> bytes:
    return content.decode("latin-1").encode(pick.choice(("utf-16", "utf-32", "cp037", "utf-8")), "replace")


def _part_changed(content: bytes, pick: random.Random) -> bytes:
    if not content.startswith(b"PK"):
        return _flipped(content, pick)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        victim = pick.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, _flipped(part, pick) if name == victim and part else part)
    return target.getvalue()


_DAMAGE: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _cut, _flipped, _hole, _doubled, _other_encoding, _part_changed,
)  # fmt: skip


def _word(body: str, extra: dict[str, bytes] | None = None) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<?xml version="1.0"?><w:document {_W}><w:body>{body}</w:body></w:document>'
        )
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return target.getvalue()


def _zip_bomb(pick: random.Random) -> Made:
    return _word("<w:p/>", {"word/media/a.bin": bytes(pick.choice((40, 90)) * 1_000_000)}), ".docx"


def _text_bomb(pick: random.Random) -> Made:
    return _word(f"<w:p><w:r><w:t>{'a ' * pick.choice((400_000, 4_000_000))}</w:t></w:r></w:p>"), ".docx"


def _lying_directory(pick: random.Random) -> Made:
    content = bytearray(_word(f"<w:p><w:r><w:t>{'b ' * 2_000_000}</w:t></w:r></w:p>"))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = (pick.randrange(1, 900)).to_bytes(4, "little")
    return bytes(content), ".docx"


def _huge_table(pick: random.Random) -> Made:
    row = "<w:tr><w:tc><w:p><w:r><w:t>IV.13 Tillen 2</w:t></w:r></w:p></w:tc></w:tr>"
    return _word(f"<w:tbl>{row * pick.choice((3000, 60_000))}</w:tbl>"), ".docx"


def _deep_table(pick: random.Random) -> Made:
    depth = pick.choice((60, 2000))
    return _word("<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth), ".docx"


def _deep_runs(pick: random.Random) -> Made:
    depth = pick.choice((100, 50_000))
    return _word("<w:p>" + "<w:ins>" * depth + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * depth + "</w:p>"), ".docx"


def _entities(pick: random.Random) -> Made:
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY l0 "lol">{lines}]><r>&l9;</r>'
    outward = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY e SYSTEM "file:///etc/hostname">]><r>&e;</r>'
    network = '<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://voorbeeld.invalid/x.dtd"><r/>'
    return pick.choice((bomb, outward, network)).encode(), ".xml"


def _entities_in_word(pick: random.Random) -> Made:
    content, _ = _entities(pick)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", content)
    return target.getvalue(), ".docx"


def _references(pick: random.Random) -> Made:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" '
        f'Target="{pick.choice(("http://voorbeeld.invalid/x.dotm", "file:///etc/passwd"))}" TargetMode="External"/></Relationships>'
    )
    extra = {"word/_rels/document.xml.rels": relation.encode(), "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(200)}
    body = '<w:p><w:r><w:t>Functionele Mogelijkhedenlijst</w:t></w:r></w:p><w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>'
    return _word(body, extra), pick.choice((".docx", ".docm"))


def _locked_pdf(pick: random.Random) -> Made:
    target = io.BytesIO()
    canvas = Canvas(target, encrypt=pdfencrypt.StandardEncryption("geheim", ownerPassword=str(pick.random())))
    canvas.drawString(50, 700, "Functionele Mogelijkhedenlijst")
    canvas.save()
    return target.getvalue(), ".pdf"


def _many_pages(pick: random.Random) -> Made:
    target = io.BytesIO()
    canvas = Canvas(target)
    for page in range(pick.choice((130, 900))):
        canvas.drawString(50, 700, f"bladzijde {page}")
        canvas.showPage()
    canvas.save()
    return target.getvalue(), ".pdf"


def _crowded_page(pick: random.Random) -> Made:
    target = io.BytesIO()
    canvas = Canvas(target)
    for _ in range(pick.choice((2000, 30_000))):
        canvas.line(pick.random() * 500, pick.random() * 800, pick.random() * 500, pick.random() * 800)
        canvas.rect(pick.random() * 500, pick.random() * 800, 8, 8)
    canvas.drawString(50, 700, "IV.13 Tillen 2")
    canvas.save()
    return target.getvalue(), ".pdf"


def _deep_json(pick: random.Random) -> Made:
    depth = pick.choice((60, 200_000))
    return b"[" * depth + b"]" * depth, ".json"


def _noise(pick: random.Random) -> Made:
    return pick.randbytes(pick.randrange(1, 5000)), pick.choice(
        (".pdf", ".docx", ".xlsx", ".txt", ".xml", ".json", ".png")
    )


def _long_lines(pick: random.Random) -> Made:
    return ("IV.13 Tillen " * pick.choice((5000, 40_000))).encode(), ".txt"


def _many_items(pick: random.Random) -> Made:
    return "\n".join(
        f"IV.{pick.randrange(1, 30)} Tillen {pick.randrange(9)}" for _ in range(pick.choice((500, 15_000)))
    ).encode(), ".txt"


_BUILT: tuple[Callable[[random.Random], Made], ...] = (
    _zip_bomb, _text_bomb, _lying_directory, _huge_table, _deep_table, _deep_runs, _entities, _entities_in_word,
    _references, _locked_pdf, _many_pages, _crowded_page, _deep_json, _noise, _long_lines, _many_items,
)  # fmt: skip
