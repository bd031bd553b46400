"""What a Dutch vacancy says: facts and what the work asks per channel, each with the words it rests on."""

from matcher.vacancy_text.credentials import language_code
from matcher.vacancy_text.many import understand_all
from matcher.vacancy_text.understand import understand

__all__ = ["language_code", "understand", "understand_all"]
