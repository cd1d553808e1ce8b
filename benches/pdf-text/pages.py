"""Pages of known text: a small markup, what a reader is to find, and the sources that tools print from."""

import html
import re
import zipfile

LATIN = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’' -]*[A-Za-zÀ-ÿ]")
ARABIC = re.compile(r"[\u0590-\u08ff]")


def read(path):
    """Blocks of a page: (kind, content). A file without the ending `.page` has paragraphs only."""
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file]
    if not path.endswith(".page"):
        return [("p", line) for line in lines if line]
    blocks = []
    for line in filter(None, lines):
        kind, _, rest = line.partition(" ")
        kind = {"#": "h", "%": "head", "+": "li", "^": "note", "~": "caps", "==": "cols"}.get(kind)
        if line.startswith("|"):
            row = [cell.strip() for cell in line[1:].split("|")]
            if blocks and blocks[-1][0] == "table":
                blocks[-1][1].append(row)
            else:
                blocks.append(("table", [row]))
        else:
            blocks.append((kind, rest) if kind else ("p", line))
    return blocks


def is_rtl(blocks):
    text = " ".join(str(content) for _, content in blocks)
    return len(ARABIC.findall(text)) > len(re.findall("[A-Za-z]", text))


def expected(blocks):
    """The text in reading order: header first, notes last, list items and notes with their numbers."""
    out, notes, item = [], [], 0
    for kind, content in blocks:
        item = item + 1 if kind == "li" else 0
        if kind == "table":
            out += ["\t".join(row) for row in content]
        elif kind == "li":
            out.append(f"{item}. {content}")
        elif kind == "note":
            notes.append(f"{len(notes) + 1} {content}")
        elif kind != "cols":
            out.append(content)
    return re.sub(r"\[(\d)\]", r" \1", "\n".join(out + notes)) + "\n"


STYLE = """@page { size: A4; margin: 22mm 20mm } * { font-family: FONT, 'Noto Sans' } html { font-size: SIZE }
body { margin: 0; line-height: 1.7; text-align: ALIGN } h1 { font-size: 1.4em; text-align: start } p { margin: 0 0 .7em }
table { border-collapse: collapse; width: 100%; margin: .8em 0; text-align: start } RULES
.cols { columns: 2; column-gap: 9mm; margin-bottom: 1.2em } .caps span { font-variant: small-caps }
.head { font-size: .8em; border-bottom: .5pt solid; margin-bottom: 1em }
.notes { border-top: .5pt solid; margin-top: 2em; font-size: .8em } sup { line-height: 0 }"""
RULED = "td, th { border: .5pt solid #555; padding: 1mm 2mm; vertical-align: top }"
BARE = "td, th { padding: 1.2mm 3mm; vertical-align: top; font-weight: normal }"


def as_html(blocks, font, size="12pt", justify=False, ruled=True):
    style = STYLE.replace("FONT", f"'{font}'").replace("SIZE", size).replace("RULES", RULED if ruled else BARE)
    style = style.replace("ALIGN", "justify" if justify else "start")
    rtl = is_rtl(blocks)
    body, notes, items, columns = [], [], [], False
    for kind, content in [*blocks, ("end", "")]:
        if kind != "li" and items:
            body.append("<ol>" + "".join(items) + "</ol>")
            items = []
        inline = "" if kind == "table" else re.sub(r"\[(\d)\]", r"<sup>\1</sup>", html.escape(content))
        if kind == "li":
            items.append(f"<li>{inline}</li>")
        elif kind == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in content)
            body.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "note":
            notes.append(f"<div><sup>{len(notes) + 1}</sup> {inline}</div>")
        elif kind == "cols":
            body.append("</div>" if columns else '<div class="cols">')
            columns = not columns
        elif kind == "caps":
            body.append(f'<p class="caps">{LATIN.sub(lambda m: f"<span>{m[0]}</span>", inline)}</p>')
        elif kind in ("p", "h", "head"):
            tag = {"p": "p", "h": "h1", "head": 'div class="head"'}[kind]
            body.append(f"<{tag}>{inline}</{tag.split()[0]}>")
    if notes:
        body.append('<div class="notes">' + "".join(notes) + "</div>")
    direction = 'lang="ar" dir="rtl"' if rtl else 'lang="en"'
    return f'<!doctype html><html {direction}><meta charset="utf-8"><title>x</title><style>{style}</style>' + "\n".join(body)


def as_docx(blocks, font, path, justify=False, ruled=True):
    """A Word document with right-to-left paragraphs, a real table, columns and footnotes."""
    rtl = is_rtl(blocks)
    names = f'<w:rFonts w:ascii="Noto Sans" w:hAnsi="Noto Sans" w:cs="{font}"/>'
    notes = [content for kind, content in blocks if kind == "note"]

    def runs(text, extra=""):
        out = []
        for piece in re.split(r"(\[\d\])", text):
            if re.fullmatch(r"\[\d\]", piece):
                out.append(f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{int(piece[1]) + 1}"/></w:r>')
                continue
            for part in re.split(f"({LATIN.pattern})", piece):
                if part:
                    mark = "<w:rtl/>" if rtl and not LATIN.fullmatch(part) else extra
                    out.append(f'<w:r><w:rPr>{names}<w:sz w:val="24"/><w:szCs w:val="24"/>{mark}</w:rPr>'
                               f'<w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>')
        return "".join(out)

    bidi = "<w:bidi/>" if rtl else ""
    align = '<w:jc w:val="both"/>' if justify else ""

    def paragraph(text, extra="", style=""):
        return f"<w:p><w:pPr>{style}{bidi}{align}</w:pPr>{runs(text, extra)}</w:p>"

    def section(columns, last=False):
        inner = f'<w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" ' \
                f'w:bottom="1134" w:left="1134" w:header="600" w:footer="600"/><w:cols w:num="{columns}" w:space="500"/>{bidi}'
        return f"<w:sectPr>{inner}</w:sectPr>" if last else f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>"

    body, item, columns = [], 0, False
    for kind, content in blocks:
        item = item + 1 if kind == "li" else 0
        if kind == "table":
            line = '<w:tblBorders>' + "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in
                                              ("top", "left", "bottom", "right", "insideH", "insideV")) + "</w:tblBorders>"
            rows = "".join("<w:tr>" + "".join(f"<w:tc><w:p><w:pPr>{bidi}</w:pPr>{runs(cell)}</w:p></w:tc>" for cell in row) + "</w:tr>"
                           for row in content)
            visual = "<w:bidiVisual/>" if rtl else ""
            body.append(f'<w:tbl><w:tblPr>{visual}<w:tblW w:w="5000" w:type="pct"/>{line if ruled else ""}</w:tblPr>{rows}</w:tbl>')
        elif kind == "cols":
            body.append(section(2 if columns else 1))
            columns = not columns
        elif kind == "li":
            body.append(paragraph(f"{item}. {content}"))
        elif kind == "caps":
            body.append(paragraph(content, "<w:smallCaps/>"))
        elif kind != "note":
            # Under columns there is room, as under any other block.
            after_columns = body and body[-1] == section(2)
            body.append(paragraph(content, style='<w:spacing w:before="280"/>' if after_columns else ""))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    foot = "".join(f'<w:footnote w:id="{n}"><w:p><w:pPr>{bidi}</w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
                   f'{runs(" " + text)}</w:p></w:footnote>' for n, text in enumerate(notes, 2))
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' \
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' \
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' \
            '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' \
           '<Relationship Id="r1" Type="{}/{}" Target="{}"/></Relationships>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", rels.format(relation, "officeDocument", "word/document.xml"))
        file.writestr("word/_rels/document.xml.rels", rels.format(relation, "footnotes", "footnotes.xml"))
        file.writestr("word/document.xml", f"<w:document {space}><w:body>{''.join(body)}{section(1, True)}</w:body></w:document>")
        file.writestr("word/footnotes.xml", f"<w:footnotes {space}>{foot}</w:footnotes>")
