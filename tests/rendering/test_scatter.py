"""Jobs as circles: positions in percent from the left and the top, radii and names in pixels."""

import pytest

from guides.rendering.charts import Job, pay_axis, scatter

AXIS = pay_axis("USD")


def circles(*jobs):
    return scatter([Job(*job) for job in jobs], AXIS).circles


def test_pay_goes_across_and_outlook_up():
    low, high = circles(("A", 50_000, -10, 1), ("B", 100_000, 20, 1))
    assert (low.x, high.x) == (25, 50)
    assert (low.y, high.y) == (93, 7)


def test_what_lies_beyond_an_axis_is_at_its_end_and_marked():
    [circle] = circles(("A", 300_000, -40, 1))
    assert (circle.x, circle.y) == (100, 93)
    assert (circle.is_beyond, circle.beyond) == (True, -1)
    assert circles(("A", 200_000, 20, 1))[0].beyond == 0


def test_the_area_of_a_circle_is_in_proportion_to_its_size():
    large, small = circles(("A", 50_000, 0, 40_000), ("B", 90_000, 0, 10_000))
    assert large.radius == 2 * small.radius


def test_the_smallest_circle_can_be_seen_and_pressed():
    _, small, unknown = circles(("A", 50_000, 0, 400_000), ("B", 90_000, 0, 1), ("C", 10_000, 0, None))
    assert small.radius == unknown.radius == 4
    assert 2 * small.target == 24


def test_circles_with_the_same_center_are_moved_apart():
    assert [circle.shift for circle in circles(*[(name, 50_000, 0, 100) for name in "ABC"])] == [0, 8, 16]


def test_the_middle_of_pay_and_outlook_is_drawn():
    drawing = scatter([Job("A", 40_000, 0, 1), Job("B", 60_000, 5, 1), Job("C", 150_000, 20, 1)], AXIS)
    assert (drawing.middle_amount.value, drawing.middle_amount.x) == (60_000, 30)
    assert drawing.middle_growth.value == 5


def test_the_legend_has_round_sizes():
    drawing = scatter([Job("A", 40_000, 0, 341_700)], AXIS)
    assert [size.value for size in drawing.sizes] == [20_000, 200_000]
    assert scatter([Job("A", 40_000, 0, None)], AXIS).sizes == ()


def test_a_name_is_where_it_covers_no_circle_and_no_other_name():
    first, second = circles(("Cook", 50_000, 0, 900), ("Waiter", 56_000, 0, 800))
    assert (first.name.anchor, second.name.anchor) == ("end", "start")


@pytest.mark.parametrize(("amount", "anchor"), [(0, "start"), (200_000, "end")])
def test_a_name_stays_inside_of_the_drawing(amount, anchor):
    assert circles(("Electrician", amount, 0, 1))[0].name.anchor == anchor


def test_a_name_without_room_is_left_out():
    assert circles(("A" * 200, 50_000, 0, 1))[0].name is None
