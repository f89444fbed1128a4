"""Coroutines side by side: tasks on an event loop, and what they wait for."""

from .events import *
from .exceptions import *
from .futures import *
from .groups import *
from .locks import *
from .queues import *
from .runners import *
from .tasks import *

TimeoutError = TimeoutError
