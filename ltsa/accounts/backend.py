from allauth.account.auth_backends import AuthenticationBackend

from .models import Posting, User


class PostingBackend(AuthenticationBackend):
    """Loads a signed-in person together with today's posting: one query a request instead of two."""

    def get_user(self, user_id):
        posting = Posting.objects.current().with_place().filter(user=user_id).first()
        if posting is not None:
            user = posting.user
            user.posting = posting
        else:
            user = User.objects.not_suspended().filter(pk=user_id).first()
        return user if user is not None and user.is_active else None
