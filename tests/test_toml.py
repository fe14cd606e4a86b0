"""Files of TOML as people save them: with a mark, in another encoding, broken, or not there."""

import pytest

from timeline.errors import DataError
from timeline.toml import read_toml


def test_a_byte_order_mark_is_no_part_of_the_table(tmp_path):
    path = tmp_path / "topik.toml"
    path.write_bytes('\ufeffid = "é"\r\n'.encode())
    assert read_toml(path) == {"id": "é"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('a = 1\nid = "é"'.encode("latin-1"), "line 2, byte 7: 0xe9 is not UTF-8"),
        ('id = "a"'.encode("utf-16"), "this is UTF-16"),
        (b'id = "a\n', "it is not TOML.*line 1"),
        (b"Putin bertemu Kim", "it is not TOML.*line 1.*quotation marks"),
    ],
)
def test_what_is_no_toml_is_told_by_its_place(tmp_path, content, says):
    path = tmp_path / "topik.toml"
    path.write_bytes(content)
    with pytest.raises(DataError, match=says) as refused:
        read_toml(path)
    assert refused.value.file == str(path)


def test_a_folder_and_a_missing_file_are_named(tmp_path):
    for path in (tmp_path, tmp_path / "none.toml"):
        with pytest.raises(DataError, match="Check its name and its permissions"):
            read_toml(path)
