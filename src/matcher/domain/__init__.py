"""The nouns of the field as frozen values. This package imports no other part of matcher."""
