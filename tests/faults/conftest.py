"""Fixtures that other parts have: a desk, the sample office at work, the emulator, a small disk."""

from tests.emulator.fixtures import emu_fixture, timedeltas_fixture  # noqa: F401
from tests.faults.test_files import small_disk  # noqa: F401
from tests.jobs.desk import desk_fixture  # noqa: F401
from tests.stories.conftest import linked_template_fixture, office  # noqa: F401
