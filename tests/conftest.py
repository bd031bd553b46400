"""No property fails because a machine is slow: what an example may take is no part of any property here."""

from importlib.util import find_spec

if find_spec("hypothesis") is not None:  # the environment of the encoders has no hypothesis
    from hypothesis import HealthCheck, settings

    settings.register_profile("matcher", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("matcher")
