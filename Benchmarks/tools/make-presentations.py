#!/usr/bin/env python3
"""Makes the PowerPoint and PDF files that the tests of Ingestion read.

    python3 -m venv .venv && .venv/bin/pip install -r Benchmarks/tools/requirements.txt
    .venv/bin/python Benchmarks/tools/make-presentations.py Tests/IngestionTests/Fixtures

The same versions give the same bytes. All text is invented.
"""

import io
import sys
import zipfile
from datetime import datetime
from pathlib import Path

from PIL import Image
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.util import Inches
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DIAGRAM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
DIAGRAM_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
BOX = (Inches(1), Inches(2), Inches(6), Inches(1))


def picture():
    """A small picture without text."""
    stream = io.BytesIO()
    Image.new("RGB", (8, 8), (200, 120, 40)).save(stream, "PNG")
    stream.seek(0)
    return stream


def text_box(shapes, text):
    shapes.add_textbox(*BOX).text_frame.text = text


def add_diagram(slide, words):
    """SmartArt, which python-pptx cannot make: a frame and its data part."""
    points = "".join(
        f'<dgm:pt modelId="{index}"><dgm:t><a:bodyPr/><a:p><a:r><a:t>{word}</a:t></a:r></a:p>'
        "</dgm:t></dgm:pt>"
        for index, word in enumerate(words)
    )
    data = f'<?xml version="1.0" encoding="UTF-8"?><dgm:dataModel {NAMESPACES}>' \
        f"<dgm:ptLst>{points}</dgm:ptLst></dgm:dataModel>"
    package = slide.part.package
    part = Part(PackURI("/ppt/diagrams/data1.xml"), DIAGRAM_TYPE, package, data.encode())
    relationship = slide.part.relate_to(part, DIAGRAM)
    slide.shapes._spTree.append(parse_xml(
        f"<p:graphicFrame {NAMESPACES}><p:nvGraphicFramePr><p:cNvPr id='90' name='図'/>"
        "<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>"
        "<p:xfrm><a:off x='0' y='0'/><a:ext cx='100' cy='100'/></p:xfrm><a:graphic>"
        "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/diagram'>"
        f"<dgm:relIds r:dm='{relationship}'/></a:graphicData></a:graphic></p:graphicFrame>"))


def add_alternatives(slide):
    """Text that old programs show in another way; it must be read once."""
    def shape(number, word):
        return (
            f"<p:sp><p:nvSpPr><p:cNvPr id='{number}' name='代'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr/><p:txBody><a:bodyPr/><a:p><a:r><a:t>{word}</a:t></a:r></a:p></p:txBody>"
            "</p:sp>")
    slide.shapes._spTree.append(parse_xml(
        f"<mc:AlternateContent {NAMESPACES}><mc:Choice Requires='a14'>{shape(91, '新しい図形')}"
        f"</mc:Choice><mc:Fallback>{shape(92, '古い図形')}</mc:Fallback></mc:AlternateContent>"))


def deck():
    """Seven slides: all kinds of content that the reader knows."""
    presentation = Presentation()
    layouts = presentation.slide_layouts
    presentation.core_properties.title = "小さな監視の物語"
    presentation.core_properties.modified = datetime(2024, 8, 3)

    first = presentation.slides.add_slide(layouts[0])
    first.shapes.title.text = "小さな監視の物語"
    first.placeholders[1].text = "架空の発表者 & <友人>"

    bullets = presentation.slides.add_slide(layouts[1])
    bullets.shapes.title.text = "障害から\v学ぶ"
    frame = bullets.placeholders[1].text_frame
    frame.text = "手順書"
    frame.paragraphs[0].add_run().text = "を書く"
    frame.add_paragraph().text = ""
    frame.add_paragraph().text = "当番を回す"
    bullets.notes_slide.notes_text_frame.text = "ここで三分話す\n質問を待つ"
    bullets.shapes._spTree.append(parse_xml(
        f"<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id='95' name='番号'/><p:cNvSpPr/><p:nvPr>"
        "<p:ph type='sldNum'/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:p>"
        "<a:fld id='{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}' type='slidenum'><a:t>2</a:t></a:fld>"
        "</a:p></p:txBody></p:sp>"))

    table = presentation.slides.add_slide(layouts[6])
    cells = table.shapes.add_table(2, 3, *BOX).table
    for index, word in enumerate(["指標", "目標", "実績", "可用性", "", "99.9%"]):
        cells.cell(index // 3, index % 3).text = word
    outer = table.shapes.add_group_shape()
    text_box(outer.shapes, "外の箱")
    inner = outer.shapes.add_group_shape()
    text_box(inner.shapes, "内の箱")

    hidden = presentation.slides.add_slide(layouts[5])
    hidden.shapes.title.text = "予備の資料"
    hidden._element.set("show", "0")

    chart = presentation.slides.add_slide(layouts[6])
    data = CategoryChartData()
    data.categories = ["春", "夏"]
    data.add_series("障害の件数", (4, 2))
    data.add_series("当番の人数", (2, 3))
    frame = chart.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "季節と障害"

    diagram = presentation.slides.add_slide(layouts[6])
    add_diagram(diagram, ["検知", "対応", "振り返り"])
    add_alternatives(diagram)

    presentation.slides.add_slide(layouts[6]).shapes.add_picture(picture(), *BOX)

    # The order of presentation is not that of the files: the diagram comes third.
    slides = presentation.slides._sldIdLst
    slides.insert(2, slides[5])
    return presentation


def pictures():
    presentation = Presentation()
    for _ in range(2):
        presentation.slides.add_slide(presentation.slide_layouts[6]) \
            .shapes.add_picture(picture(), *BOX)
    return presentation


def save(presentation, path):
    """Writes a package whose bytes do not depend on the time."""
    stream = io.BytesIO()
    presentation.save(stream)
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            # The workbook behind a chart and the preview are not read.
            if name.startswith("ppt/embeddings/") or name.startswith("docProps/thumbnail"):
                continue
            info = zipfile.ZipInfo(name, (2024, 8, 3, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))


def japanese(path, encrypt=None):
    """Three pages, the second empty, in a Japanese font that is not embedded."""
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiKakuGo-W5"))
    canvas = Canvas(str(path), invariant=1, pageCompression=1, encrypt=encrypt)
    for lines in [["小さな監視の物語", "架空の発表者"], [], ["手順書を書く", "SLO 99.9%"]]:
        canvas.setFont("HeiseiKakuGo-W5", 20)
        for index, line in enumerate(lines):
            canvas.drawString(72, 700 - 40 * index, line)
        canvas.showPage()
    canvas.save()


def drawn(path):
    """Two pages without a letter."""
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    for _ in range(2):
        canvas.rect(72, 500, 200, 100, fill=1)
        canvas.showPage()
    canvas.save()


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    save(deck(), folder / "deck.pptx")
    save(pictures(), folder / "pictures.pptx")
    japanese(folder / "japanese.pdf")
    japanese(folder / "encrypted.pdf", StandardEncryption("秘密".encode().hex(), canPrint=0))
    drawn(folder / "pictures.pdf")


if __name__ == "__main__":
    main()
