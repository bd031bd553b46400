"""The styles of a Word file: everything about the look stands here once, so that a coach can change it in Word."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.section import Section

FONT = "Calibri"
LIST, CAPTION = "List Bullet", "Caption"
AFTER_TABLE, TABLE_TEXT, TABLE_HEAD, TABLE_STYLE = "Na tabel", "Tabeltekst", "Tabelkop", "Matcher tabel"
TEXT_WIDTH_CM = 16.6
_PAGE_CM, _MARGIN_CM = (21.0, 29.7), 2.2
_LEVELS = {1: (20, 0, 8), 2: (14, 16, 4), 3: (12, 12, 3)}  # size, room before and after, in points
_TABLE_XML = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="MatcherTabel"><w:name w:val="{name}"/>'
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
    "<w:tblPr><w:tblBorders>{borders}</w:tblBorders>"
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F0F2F5"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")


def set_look(word: "Word", language: str, accent: str) -> None:
    """Set page, language and styles.

    Args:
        word: the Word file.
        language: e.g. nl-NL; Word checks spelling by it.
        accent: colour of headings, `#rrggbb`.
    """
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415 only when a Word file is asked for
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    styles: Any = word.styles
    _set_language(word, language)
    normal = styles["Normal"]
    _set_font(normal, 11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.1
    for level, (height, before, after) in _LEVELS.items():
        heading = styles[f"Heading {level}"]
        _set_font(heading, height)
        heading.font.color.rgb = RGBColor.from_string(accent.lstrip("#").upper())
        heading.paragraph_format.keep_with_next = True
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(before), Pt(after)
    styles[LIST].paragraph_format.space_after = Pt(2)
    caption = styles[CAPTION]
    _set_font(caption, 9)
    caption.font.bold, caption.font.italic, caption.font.color.rgb = False, True, RGBColor(0x1A, 0x1A, 0x1A)
    for name, size, bold, before, after in (
        (TABLE_TEXT, 9.5, False, 0, 0),
        (TABLE_HEAD, 9.5, True, 0, 0),
        (AFTER_TABLE, 11, False, 8, 6),
    ):
        made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = normal
        _set_font(made, size)
        made.font.bold = bold
        made.paragraph_format.space_before, made.paragraph_format.space_after = Pt(before), Pt(after)
        made.paragraph_format.keep_with_next = name == TABLE_HEAD
    _add_table_style(word)
    section = word.sections[0]
    section.page_width, section.page_height = (Cm(size) for size in _PAGE_CM)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(_MARGIN_CM)


def add_page_number(section: "Section", footer: str | None) -> None:
    """Put the footer of the house style and the page number at the foot of every page.

    Args:
        section: the section of the Word file.
        footer: the line of the house style, or None.
    """
    from docx.enum.text import WD_TAB_ALIGNMENT  # noqa: PLC0415
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Cm  # noqa: PLC0415

    line: Any = section.footer.paragraphs[0]
    stops = line.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Cm(TEXT_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{footer or ''}\t")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    line._p.append(field)  # noqa: SLF001 the library has no way to set a field


def _set_font(style: Any, size: float) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme font would win from the name
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_language(word: "Word", language: str) -> None:
    from docx.oxml.ns import qn  # noqa: PLC0415

    for node in word.styles.element.iter(qn("w:lang")):
        node.set(qn("w:val"), language)
        node.set(qn("w:eastAsia"), language)


def _add_table_style(word: "Word") -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    edges = "".join(f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="767676"/>' for edge in _EDGES)
    word.styles.element.append(parse_xml(_TABLE_XML.format(ns=nsdecls("w"), name=TABLE_STYLE, borders=edges)))
