"""What holds for all tests: history, settings and cache go to a folder of this run, never to those of its owner."""

import atexit
import os
import shutil
import tempfile

os.environ["QUIZ_HOME"] = tempfile.mkdtemp(prefix="quiz-tests-")
atexit.register(shutil.rmtree, os.environ["QUIZ_HOME"], ignore_errors=True)
