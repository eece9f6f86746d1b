"""What holds for all tests: history, settings and cache go to a folder of this run, never to those of its owner, and no
property has to hold within so many milliseconds.
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

settings.register_profile("quiz", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("quiz")
os.environ["QUIZ_HOME"] = tempfile.mkdtemp(prefix="quiz-tests-")
atexit.register(shutil.rmtree, os.environ["QUIZ_HOME"], ignore_errors=True)
