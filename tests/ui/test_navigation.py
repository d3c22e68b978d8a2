from reader.ui.navigation import Place, Trail

A, B, C = Place("a"), Place("b"), Place("c", "signs")


def test_a_trail_starts_at_the_start_page_and_stays_there() -> None:
    trail = Trail()
    assert trail.back() == Place()
    assert trail.forward() == Place()
    assert not trail.can_go_back
    assert not trail.can_go_forward


def test_back_and_forward_walk_the_places() -> None:
    trail = Trail()
    for place in (A, B, C):
        trail.visit(place)
    assert [trail.back(), trail.back(), trail.forward()] == [B, A, B]


def test_a_new_place_forgets_what_lay_ahead() -> None:
    trail = Trail()
    trail.visit(A)
    trail.visit(B)
    trail.back()
    trail.visit(C)
    assert not trail.can_go_forward
    assert trail.back() == A


def test_how_far_a_page_was_read_is_remembered() -> None:
    trail = Trail()
    trail.visit(A)
    trail.remember("why", 0.4)
    trail.visit(B)
    assert trail.back() == Place("a", "why", 0.4)
