"""The map of states as tiles, in classes of a figure."""

from guides.official.states import STATES
from guides.rendering.charts.state_map import CLASSES, PITCH, state_map


def test_every_state_has_a_tile_of_its_own():
    tiles = state_map({}).tiles
    assert sorted(tile.code for tile in tiles) == sorted(state.postal for state in STATES)
    assert len({(tile.x, tile.y) for tile in tiles}) == len(STATES)
    assert all(tile.x % PITCH == tile.y % PITCH == 0 for tile in tiles)


def test_classes_have_about_as_many_states_each():
    values = {state.postal: 100 * at for at, state in enumerate(STATES)}
    assert sorted(level.count for level in state_map(values).levels) == [10, 11, 11, 11, 11]


def test_the_bounds_of_a_class_are_its_lowest_and_highest_value():
    levels = state_map({"CA": 5, "NY": 7, "TX": 9, "AL": 9, "ME": 1}).levels
    assert [(level.lowest, level.highest) for level in levels] == [(1, 1), (5, 5), (7, 7), (9, 9)]


def test_states_with_one_value_are_in_one_class():
    found = state_map({"CA": 5, "NY": 5})
    assert [(level.number, level.count) for level in found.levels] == [(CLASSES, 2)]


def test_a_state_without_a_value_is_in_no_class():
    tiles = {tile.code: tile for tile in state_map({"CA": None, "NY": 3}).tiles}
    assert (tiles["CA"].level, tiles["TX"].level, tiles["NY"].level) == (None, None, 1)
