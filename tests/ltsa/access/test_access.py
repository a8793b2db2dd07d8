from ltsa.access import PUBLIC, Permission, access, declared


def test_a_view_that_says_nothing_declares_nothing():
    assert declared(lambda request: None) == ()


def test_several_needs_mean_any_of_them():
    @access(Permission.CASE_SEE, PUBLIC)
    def view(request):
        return None

    assert declared(view) == (Permission.CASE_SEE, PUBLIC)


def test_a_viewset_declares_an_action_at_a_time():
    class Viewset:
        access = {"list": Permission.CASE_SEE}

    def view(request):
        return None

    view.cls = Viewset
    assert declared(view, "list") == (Permission.CASE_SEE,)
    assert declared(view, "destroy") == ()
