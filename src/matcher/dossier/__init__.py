"""The file around the zoekprofiel."""
