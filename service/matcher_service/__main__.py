"""`python -m matcher_service` writes the OpenAPI description of the API to standard output."""

import json
import sys

from matcher_service import Settings, create_app

json.dump(create_app(Settings()).openapi(), sys.stdout, ensure_ascii=False, indent=1, sort_keys=True)
sys.stdout.write("\n")
