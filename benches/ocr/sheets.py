"""Draws sheets of writing with known content: invented words and numbers, in the Arabic fonts of this machine.

    sheets.py train FOLDER PAGES SEED     sheets to learn numerals from: many fonts, sizes and kinds of wear
    sheets.py numbers FOLDER PAGES SEED   sheets of numbers among words, in Arabic fonts that were not learned from

Each sheet is NAME.pgm, with NAME.txt beside it: first `turn DEGREES X Y` (how far the drawing was turned, and about
which point), then `LEFT TOP RIGHT BOTTOM LABEL` for each thing drawn, in pixels before turning. The label of a word
is `A` (Arabic) or `L` (Latin), that of a numeral or of a sign within a number is the character itself. NAME.numbers
lists the numbers of the sheet, one a line, as they are read.

Needs Pillow with raqm, NumPy and fontTools.
"""

import io
import random
import subprocess
import sys
from pathlib import Path

import numpy
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFilter, ImageFont

ARABIC, PERSIAN, LATIN = "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"
# Outlined, cut, fancy or hair-thin numerals, which nobody prints a register with, and a second copy of a font.
LEFT_OUT = ("homa", "ae_Nada", "ae_Shado", "KacstTitleL", "ae_Japan", "AmiriQuranColored", "ae_Graph", "ae_Nagham",
            "Light", "Thabit-Oblique", "Thabit.ttf", "ae_Jet")
# These are for measuring: nothing is learned from them.
HELD_OUT = ("Scheherazade", "KacstBook", "PakType Naqsh", "FreeSerif", "ae_AlArabiya", "ae_Furat")
LATIN_FONTS = ("Liberation", "DejaVuSans.", "DejaVuSans-Bold.", "DejaVuSerif.", "Carlito", "Caladea", "Lato-Medium",
               "NotoSans-Regular", "NotoSerif-Regular", "LiberationMono", "FreeSans.")
# The size of the font in pixels: 13 points are 36 at 200 dots to the inch and 54 at 300.
SIZES = {"train": [26, 30, 34, 38, 44, 52, 60, 72], "numbers": [34, 38, 44, 54, 64]}
# Letters by how often they stand in running Arabic, roughly; shapes matter here and not the language.
LETTERS = "اااااااالللللليييييممممننننووووورررررتتتتببببهههههدددععععسسسفففقققكككححححةةةججشششصصخخضططثذزغءئىأإآؤظ"
LATIN_LETTERS = "eeeeeaaaiiooutttnnssrrhhllddccmmffppggwwybvkxjqzEAIOTNSRLDCMPBGHFJVWéèàçêôû"


def fonts():
    """Paths of the Arabic fonts that have all numerals, and those of Latin ones."""
    listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=True).stdout
    paths = sorted({line.strip().rstrip(":").strip() for line in listed.splitlines()})
    arabic = []
    for path in subprocess.run(["fc-list", ":lang=ar", "file"], capture_output=True, text=True, check=True).stdout.splitlines():
        path = path.strip().rstrip(":").strip()
        if any(name in path for name in LEFT_OUT) or path.endswith("ttc"):
            continue
        known = TTFont(path, lazy=True).getBestCmap()
        if all(ord(c) in known for c in ARABIC):
            arabic.append((path, all(ord(c) in known for c in PERSIAN)))
    latin = [path for path in paths if any(name in path for name in LATIN_FONTS)]
    return sorted(arabic), latin


class Sheet:
    """One sheet in the making."""

    def __init__(self, chance, arabic, latin, sizes):
        self.chance = chance
        path, self.has_persian = chance.choice(arabic)
        self.size = chance.choice(sizes)
        self.arabic = ImageFont.truetype(path, self.size)
        self.known = TTFont(path, lazy=True).getBestCmap()
        self.latin = ImageFont.truetype(chance.choice(latin), int(self.size * chance.uniform(0.6, 0.9)))
        self.width, self.height = 1500, 1900
        self.image = Image.new("L", (self.width, self.height), chance.choice([255, 255, 255, 245, 230]))
        self.draw = ImageDraw.Draw(self.image)
        self.ink = chance.choice([0, 0, 0, 30, 60, 90])
        self.labels, self.numbers = [], []

    def fill(self, token):
        margin = 90
        gap = self.arabic.getlength(" ") * self.chance.uniform(0.9, 1.6) + self.size * 0.08
        step = self.size * self.chance.uniform(1.7, 2.6)
        baseline = margin + self.size
        table = self.chance.random() < 0.25
        while baseline < self.height - margin:
            right = self.width - margin
            while True:
                kind, text = token()
                width = self.measure(kind, text)
                if right - width < margin:
                    break
                self.put(kind, text, right - width, baseline)
                right -= width + (gap if not table else max(gap, self.chance.uniform(1, 4) * self.size))
            baseline += step

    def font(self, kind, c="ا"):
        is_latin = kind in ("latin", "latin-number") or ord(c) not in self.known
        return self.latin if is_latin else self.arabic

    def measure(self, kind, text):
        if kind.endswith("number"):
            return sum(self.font(kind, c).getlength(c) for c in text)
        font = self.font(kind)
        return font.getlength(text, direction="rtl" if kind == "arabic" else "ltr")

    def put(self, kind, text, left, baseline):
        font = self.font(kind)
        top, bottom = baseline - self.size * 1.1, baseline + self.size * 0.6
        if not kind.endswith("number"):
            way = "rtl" if kind == "arabic" else "ltr"
            self.draw.text((left, baseline), text, font=font, fill=self.ink, anchor="ls", direction=way)
            label = "A" if kind == "arabic" else "L"
            self.labels.append((left, top, left + self.measure(kind, text), bottom, label))
            return
        self.numbers.append(text)
        for c in text:
            font = self.font(kind, c)
            width = font.getlength(c)
            self.draw.text((left, baseline), c, font=font, fill=self.ink, anchor="ls")
            self.labels.append((left, top, left + width, bottom, c))
            left += width

    def worn(self):
        """The sheet as a scanner or a telephone gives it, and how far it was turned."""
        chance, image = self.chance, self.image
        level = chance.random()
        degrees = 0.0 if level < 0.3 else chance.uniform(-2.5, 2.5)
        if degrees:
            image = image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
        if level < 0.25:
            return image, degrees
        if self.size >= 44 and chance.random() < 0.3:
            image = image.filter(ImageFilter.MinFilter(3))
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.2, min(0.028 * self.size, 1.6))))
        shades = numpy.asarray(image, dtype=numpy.float32)
        rng = numpy.random.default_rng(chance.randrange(1 << 30))
        shade = numpy.linspace(1.0, chance.uniform(0.7, 1.0), self.width, dtype=numpy.float32)
        shades = shades * shade + rng.normal(0, chance.uniform(1, 11), shades.shape)
        image = Image.fromarray(numpy.clip(shades, 0, 255).astype(numpy.uint8))
        packed = io.BytesIO()
        image.save(packed, "JPEG", quality=chance.choice([35, 40, 50, 70, 90]))
        return Image.open(packed).convert("L"), degrees


def number(chance, digits, persian):
    """A number or a date as registers hold them, in visual order."""
    one = lambda n: "".join(chance.choice(digits) for _ in range(n))
    kind = chance.random()
    if kind < 0.6:
        return one(chance.choice([1, 2, 2, 3, 3, 4, 4, 5, 6, 8, 9]))
    if kind < 0.8:
        return f"{one(chance.choice([1, 2]))}/{one(chance.choice([1, 2]))}/{one(4)}"
    if kind < 0.86:
        return f"{one(chance.choice([2, 4]))}/{one(3)}"
    if kind < 0.92:
        return f"{one(chance.choice([1, 2]))}:{one(2)}"
    if kind < 0.96:
        comma = "." if digits == LATIN else "٫"
        return f"{one(chance.choice([1, 2, 3]))}{comma}{one(chance.choice([1, 2]))}"
    return f"{one(2)}-{one(2)}-{one(4)}"


def tokens(sheet, words, share):
    chance = sheet.chance

    def token():
        kind = chance.random()
        fits = [word for word in (chance.choice(words) for _ in range(9)) if all(ord(c) in sheet.known for c in word)]
        if kind < share:
            script = chance.random()
            if script < 0.2:
                return "latin-number", number(chance, LATIN, False)
            if script < 0.32 and sheet.has_persian:
                return "number", number(chance, PERSIAN, True)
            return "number", number(chance, ARABIC, False)
        if kind < share + 0.12:
            return "latin", "".join(chance.choice(LATIN_LETTERS) for _ in range(chance.randint(1, 9)))
        if kind < share + 0.14:
            signs = ["ا", "ه", "ة", "و", "ء", "أ", "هـ", "(", ")", "،", "؛", "«", "»", "."]
            return "arabic", chance.choice([sign for sign in signs if all(ord(c) in sheet.known for c in sign)])
        if kind < share + 0.5 and fits:
            return "arabic", fits[0]
        return "arabic", "".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 8)))

    return token


def main():
    mode, folder, pages, seed = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    folder.mkdir(parents=True, exist_ok=True)
    arabic, latin = fonts()
    held = [font for font in arabic if any(name in font[0] for name in HELD_OUT)]
    learned = [font for font in arabic if font not in held]
    demo = Path(__file__).parents[2] / "demo"
    words = [w for p in sorted(demo.rglob("*.txt")) for w in p.read_text("utf-8", "ignore").split() if not any(c.isdigit() for c in w)]
    words = [w for w in words if any("\u0621" <= c <= "\u064a" for c in w)]
    for page in range(pages):
        chance = random.Random(seed * 1_000_003 + page)
        sheet = Sheet(chance, learned if mode == "train" else held, latin, SIZES[mode])
        sheet.fill(tokens(sheet, words, 0.45 if mode == "train" else 0.3))
        image, degrees = sheet.worn()
        name = folder / f"{mode}-{seed}-{page:04}"
        image.save(name.with_suffix(".pgm"))
        lines = [f"turn {degrees} {sheet.width / 2} {sheet.height / 2}"]
        lines += [f"{l:.1f} {t:.1f} {r:.1f} {b:.1f} {label}" for l, t, r, b, label in sheet.labels]
        name.with_suffix(".txt").write_text("\n".join(lines) + "\n", "utf-8")
        name.with_suffix(".numbers").write_text("\n".join(sheet.numbers) + "\n", "utf-8")


if __name__ == "__main__":
    main()
