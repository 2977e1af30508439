"""The limits of the code: short functions, and modules of one concept; `benchmarks/code_size.py` prints the sizes."""

from benchmarks.code_size import function_sizes, module_sizes

MOST_LINES_OF_A_FUNCTION = 40
MOST_LINES_OF_A_MODULE = 300


def test_no_function_is_longer_than_a_screen():
    assert [size for size in function_sizes() if size.lines > MOST_LINES_OF_A_FUNCTION] == []


def test_no_module_is_too_long_to_hold_one_concept():
    assert [size for size in module_sizes() if size.lines > MOST_LINES_OF_A_MODULE] == []
