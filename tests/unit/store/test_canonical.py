import hashlib
import unicodedata

import pytest

from desktop.store.canonical import canonical_bytes, content_hash, record_id
from desktop.store.errors import NotCanonicalError


def test_keys_are_sorted_and_nothing_is_escaped_that_need_not_be():
    assert canonical_bytes({"b": 1, "a": "评议", "c": [True, None]}) == (
        '{"a":"评议","b":1,"c":[true,null]}'.encode()
    )


@pytest.mark.parametrize("value", [1.5, {"a": [0.1]}, unicodedata.normalize("NFD", "é"), 2**60])
def test_floats_huge_numbers_and_other_normal_forms_are_refused(value):
    with pytest.raises(NotCanonicalError):
        canonical_bytes(value)


def test_ids_carry_a_domain_tag_and_content_hashes_do_not():
    body = canonical_bytes({"a": 1})
    assert record_id(body) == hashlib.sha256(b"pingyi/record/1\n" + body).hexdigest()
    assert content_hash({"a": 1}) == hashlib.sha256(body).hexdigest()
