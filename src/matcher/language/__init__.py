"""Dutch titles and experience: what work is meant, and how close one kind of work is to another."""

from matcher.language.linker import expect_many_titles, link_title
from matcher.language.normalise import NormalisedTitle, normalise
from matcher.language.title_link import TitleLink, TitleMatch
from matcher.language.two_jobs import jobs_in

__all__ = ["NormalisedTitle", "TitleLink", "TitleMatch", "expect_many_titles", "jobs_in", "link_title", "normalise"]
