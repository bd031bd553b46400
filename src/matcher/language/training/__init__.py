"""The recipe of the title encoder and of the weights that combine its signals; needs the extra `encoders`.

Run `python -m matcher.language.training --help`. Nothing here is imported at run time.
"""
