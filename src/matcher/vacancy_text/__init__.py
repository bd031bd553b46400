"""What a Dutch vacancy says: facts and what the work asks per channel, each with the words it rests on."""

from matcher.vacancy_text.understand import understand

__all__ = ["understand"]
