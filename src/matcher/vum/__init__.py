"""The VUM jobseeker profile: out for whoever looks for work with somebody, in as the start of a case."""

from matcher.vum.profile_in import VumReading, read_vum, read_vum_file
from matcher.vum.profile_out import VumProfile, vum_profile

__all__ = ["VumProfile", "VumReading", "read_vum", "read_vum_file", "vum_profile"]
