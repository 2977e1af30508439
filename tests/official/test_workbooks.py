"""Reading workbooks row by row."""

import zipfile

import pytest

from guides.official.reading.errors import FileError
from guides.official.reading.workbooks import open_workbook
from tests.official.files import workbook

ROWS = [["CODE", "TITLE", "PAY"], ["43-4051", "A & B", "12.5"], ["", "", "7"], ["43-4052"]]


def rows_of(path, sheet="data"):
    with open_workbook(path) as opened:
        return list(opened.rows(sheet))


@pytest.mark.parametrize("shared", [True, False])
def test_cells_are_read_whether_their_texts_are_shared_or_not(tmp_path, shared):
    assert rows_of(workbook(tmp_path / "a.xlsx", {"data": ROWS}, shared=shared)) == ROWS


def test_sheets_are_found_by_title_in_any_order(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"notes": [["x"]], "data": ROWS})
    assert rows_of(path, "notes") == [["x"]]


def rewritten(path, name, old, new):
    """The workbook with a change in one of its files."""
    with zipfile.ZipFile(path) as file:
        contents = {item: file.read(item) for item in file.namelist()}
    contents[name] = contents[name].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for item, content in contents.items():
            file.writestr(item, content)
    return path


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"</sheetData></worksheet>", b"", "damaged"),
        (b"</sheetData>", b"", "damaged"),
        (b'r="B2"', b'r="ZZZZ2"', "impossible cell"),
        (b'r="B2"', b'r="A2"', "out of order"),
        (b"<worksheet", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet', "document type"),
    ],
)
def test_a_damaged_sheet_is_refused(tmp_path, old, new, words):
    path = rewritten(workbook(tmp_path / "a.xlsx", {"data": ROWS}), "xl/worksheets/sheet0.xml", old, new)
    with pytest.raises(FileError, match=words):
        rows_of(path)


def test_a_shared_text_that_does_not_exist_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"data": ROWS}, shared=True)
    rewritten(path, "xl/worksheets/sheet0.xml", b"<v>0</v>", b"<v>99</v>")
    with pytest.raises(FileError, match="impossible cell"):
        rows_of(path)


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.99])
def test_a_workbook_that_is_cut_off_is_refused(tmp_path, share):
    path = workbook(tmp_path / "a.xlsx", {"data": ROWS * 100})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    with pytest.raises(FileError, match="damaged or not complete"):
        rows_of(path)


def test_a_file_outside_its_folder_is_refused(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"data": ROWS})
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("../evil.txt", "x")
    with pytest.raises(FileError, match="outside its own folder"):
        rows_of(path)


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/worksheets/sheet0.xml", b" " * 20_000_000)
    with pytest.raises(FileError, match="suspiciously large"):
        rows_of(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"AREA,AREA_TITLE", "is no .xlsx or .zip file"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><title>Access Denied</title>", "is a web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old kind"),
        (b"", "is empty"),
        (b"PK\x03\x04", "damaged or not complete"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_with_what_it_is(tmp_path, content, words):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileError, match=words):
        rows_of(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(FileError, match="cannot be read: No such file"):
        rows_of(tmp_path / "a.xlsx")


def test_a_zip_file_of_workbooks_names_the_one_to_import(tmp_path):
    with zipfile.ZipFile(tmp_path / "oesm25nat.zip", "w") as file:
        file.write(workbook(tmp_path / "a.xlsx", {"data": ROWS}), "oesm25nat/national_M2025_dl.xlsx")
    with pytest.raises(FileError, match=r"Unpack it and import national_M2025_dl\.xlsx"):
        rows_of(tmp_path / "oesm25nat.zip")


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("xl/_rels/workbook.xml.rels", b'Target="', b'Target="/xl/'),
        ("xl/worksheets/sheet0.xml", b"<sheetData>", b"<sheetData><row/><row></row>"),
        ("xl/worksheets/sheet0.xml", b"</sheetData>", b"</sheetData><drawing/>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships>", b"<Relationships><Relationship/>"),
        ("xl/workbook.xml", b"<sheets>", b"<sheets><sheet/>"),
    ],
)
def test_what_other_programs_write_is_read(tmp_path, name, old, new):
    assert rows_of(rewritten(workbook(tmp_path / "a.xlsx", {"data": ROWS}), name, old, new)) == ROWS


def test_cells_without_a_reference_follow_each_other_also_after_blank_ones(tmp_path):
    cells = "".join(f"<c t='inlineStr'><is><t>{words}</t></is></c>" for words in ("A", "", "", "D"))
    path = workbook(tmp_path / "a.xlsx", {"data": [["REPLACED"]]})
    rewritten(path, "xl/worksheets/sheet0.xml", b"<row ", f"<row>{cells}</row><row ".encode())
    assert rows_of(path)[0] == ["A", "", "", "D"]


def test_elements_with_a_prefix_are_read(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"data": ROWS}, shared=True)
    for name in ("xl/workbook.xml", "xl/worksheets/sheet0.xml", "xl/sharedStrings.xml"):
        for old, new in ((b"</", b"<\0"), (b"<", b"<x:"), (b"<x:\0", b"</x:"), (b"xmlns=", b"xmlns:x=")):
            rewritten(path, name, old, new)
    assert rows_of(path) == ROWS


def test_booleans_are_read_as_spreadsheets_show_them(tmp_path):
    path = workbook(tmp_path / "a.xlsx", {"data": [["ANNUAL", "HOURLY"], ["1", "5"]]})
    for old, new in ((b'"A2"', b'"A2" t="b"'), (b'"B2"', b'"B2" t="b"'), (b"<v>5</v>", b"<v>0</v>")):
        rewritten(path, "xl/worksheets/sheet0.xml", old, new)
    assert rows_of(path) == [["ANNUAL", "HOURLY"], ["TRUE", "FALSE"]]
