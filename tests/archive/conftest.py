import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from sample_record import make_record


@pytest.fixture
def record():
    return make_record()
