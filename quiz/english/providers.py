"""Who can translate French into English, each behind one protocol: what it is called, where a text would go, what it
takes and how long to wait between two requests.

The only importer of deep_translator, and that when the first sentence is sent. It refuses to know decks, caches and
what makes a translation good (`translate_verify.py`); what leaves the machine goes through `providers_transport.py`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

from quiz.english.providers_failures import Failure, TranslationFailed
from quiz.english.providers_transport import Door, Reply, Timeouts, Transport, reach
from quiz.errors import QuizError
from quiz.typography import safe_text

OFFLINE = "offline"
"""The name of the translator that needs no network (`providers_offline.py`)."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a translator takes: the longest sentence in characters and in bytes of UTF-8, and the seconds to leave
    between two requests."""

    characters: int
    octets: int
    pause: float


class Provider(Protocol):
    """A translator from French into English."""

    @property
    def name(self) -> str:
        """What `--provider` calls it; the cache keeps its sentences under this name."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def online(self) -> bool:
        """Whether a sentence leaves this machine."""

    @property
    def host(self) -> str:
        """The machine a sentence goes to, "" where it goes nowhere."""

    @property
    def quality(self) -> Literal["machine", "rough"]:
        """The origin its English is labelled with."""

    @property
    def limits(self) -> Limits:
        """What it takes."""

    def check(self) -> None:
        """Raise TranslationFailed where it plainly cannot be reached. Sends no text."""

    def translate(self, sentence: str) -> str:
        """The English of one sentence, as the translator gives it. Raises TranslationFailed."""


@dataclass(frozen=True, slots=True)
class Service:
    """One online service: its class in deep_translator, its address and what it wants to be asked with."""

    name: str
    title: str
    module: str
    cls: str
    base: str | None
    """Where it is; None: wherever its `url_variable` says."""
    source: str
    target: str
    limits: Limits
    key_variable: str | None = None
    key_needed: bool = False
    url_variable: str | None = None


SERVICES = {
    service.name: service
    for service in (
        Service("google", "Google", "google", "GoogleTranslator", "https://translate.google.com", "fr", "en",
                Limits(4900, 15_000, 0.4)),
        Service("mymemory", "MyMemory", "mymemory", "MyMemoryTranslator", "https://api.mymemory.translated.net",
                "fr-FR", "en-GB", Limits(499, 500, 0.6)),
        Service("libretranslate", "LibreTranslate", "libre", "LibreTranslator", None, "fr", "en",
                Limits(2000, 8000, 0.0), "LIBRETRANSLATE_KEY", url_variable="LIBRETRANSLATE_URL"),
        Service("deepl", "DeepL", "deepl", "DeeplTranslator", "https://api.deepl.com", "fr", "en",
                Limits(5000, 100_000, 0.1), "DEEPL_API_KEY", key_needed=True),
        Service("microsoft", "Microsoft", "microsoft", "MicrosoftTranslator",
                "https://api.cognitive.microsofttranslator.com", "fr", "en", Limits(10_000, 40_000, 0.1),
                "MICROSOFT_TRANSLATOR_KEY", key_needed=True),
    )
}  # fmt: skip
"""The online services by name."""
NAMES = (*SERVICES, OFFLINE)
"""What `--provider` can be."""
_DEEPL_FREE = "https://api-free.deepl.com"
_OWN_SERVER = Timeouts(connect=5, read=45, whole=60)
"""A server at school loads its model with the first sentence."""
_REGION_VARIABLE = "MICROSOFT_TRANSLATOR_REGION"


def provider(
    name: str, url: str | None = None, environ: Mapping[str, str] | None = None, timeouts: Timeouts | None = None
) -> Provider:
    """The translator called `name`; `url` is the address of a server to use in place of its own.

    Keys and LibreTranslate's address come from the environment. Raises QuizError: `provider-unknown`,
    `provider-key-missing` (naming the variable), `provider-url-missing`, `provider-url-invalid`, and for "offline"
    what `providers_offline.offline` raises. Connects to nothing.
    """
    environ = os.environ if environ is None else environ
    if name == OFFLINE:
        from quiz.english.providers_offline import offline

        return offline()
    service = SERVICES.get(name)
    if service is None:
        raise QuizError("provider-unknown", status=2, name=name, names=", ".join(NAMES))
    key = environ.get(service.key_variable or "", "").strip() or None
    if service.key_needed and key is None:
        raise QuizError("provider-key-missing", provider=service.title, variable=service.key_variable)
    if key is not None and not (key.isascii() and key.isprintable()):
        raise Failure.KEY_REFUSED.as_error(service.title)
    base = url or (environ.get(service.url_variable, "").strip() if service.url_variable else "") or service.base
    if service.name == "deepl" and not url and (key or "").endswith(":fx"):
        base = _DEEPL_FREE
    if base is None:
        raise QuizError("provider-url-missing", provider=service.title, variable=service.url_variable)
    if not _is_address(base):
        raise QuizError("provider-url-invalid", provider=service.title)
    region = environ.get(_REGION_VARIABLE, "").strip() or None
    usual = _OWN_SERVER if service.base is None else Timeouts()
    return Online(service, base, key, region, timeouts or usual)


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not parts.query
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, repr=False)
class Online:
    """An online service, ready to be asked. Holds no connection: each sentence has an instance and a request of its
    own, since shared instances of deep_translator mix up answers. Never shows its key."""

    service: Service
    base: str
    key: str | None
    region: str | None
    timeouts: Timeouts

    online = True
    quality: Literal["machine", "rough"] = "machine"

    @property
    def name(self) -> str:
        """What `--provider` calls it."""
        return self.service.name

    @property
    def title(self) -> str:
        """What people call it."""
        return self.service.title

    @property
    def host(self) -> str:
        """The machine a sentence goes to."""
        return safe_text(urlsplit(self.base).hostname or "")

    @property
    def limits(self) -> Limits:
        """What the service takes."""
        return self.service.limits

    def check(self) -> None:
        """Raise TranslationFailed where there is no way to the service's host."""
        reach(self.base)

    def translate(self, sentence: str) -> str:
        """The English of one sentence. Raises TranslationFailed."""
        sentence = " ".join(sentence.split())
        if len(sentence) > self.limits.characters or len(sentence.encode()) > self.limits.octets:
            raise TranslationFailed(Failure.TOO_LONG)
        failed = None
        found: object = None
        try:
            with _DOOR.through(self._transport()):
                found = _class_of(self.service)(**self._arguments()).translate(sentence)
        except TranslationFailed as error:
            failed = error
        except Exception:  # whatever deep_translator makes of a reply it did not expect; its text may hold the sentence
            failed = TranslationFailed(Failure.BAD_REPLY, again=True)
        if failed is not None:
            raise failed
        if not isinstance(found, str) or not found.strip():
            raise TranslationFailed(Failure.BAD_REPLY)
        english = safe_text(found).strip()
        if _QUOTA_TEXT.search(english) and not _SPEAKS_OF_IT.search(sentence):
            raise TranslationFailed(Failure.QUOTA)
        return english

    def _transport(self) -> Transport:
        judge = partial(_judge, self.service.name, self.key is not None)
        if self.service.name == "deepl":  # a GET with the key in the address is refused since 2025
            headers = {"Authorization": f"DeepL-Auth-Key {self.key}"}
            return Transport(self.base, judge, True, ("auth_key",), headers, self.timeouts)
        if self.service.name == "libretranslate":
            unneeded = () if self.key else ("api_key",)
            return Transport(self.base, judge, True, unneeded, timeouts=self.timeouts)
        return Transport(self.base, judge, timeouts=self.timeouts)

    def _arguments(self) -> dict[str, Any]:
        arguments: dict[str, Any] = {"source": self.service.source, "target": self.service.target}
        if self.service.name == "libretranslate":  # `base_url` would be passed over, and a public host used
            arguments |= {"custom_url": "http://the-transport-knows/", "api_key": self.key or "-"}
        elif self.key is not None:
            arguments["api_key"] = self.key
        if self.service.name == "microsoft" and self.region:
            arguments["region"] = self.region
        return arguments


_QUOTA_TEXT = re.compile(
    r"(?i)MYMEMORY WARNING|\bfree translations\b|\bquota\b|\b(?:usage|rate|request|length) limit\b"
    r"|\btoo many requests\b|\bapi[ _]key\b"
)
"""What services write in the place of a translation."""
_SPEAKS_OF_IT = re.compile(r"(?i)quota|limit|\bclés?\b|requête|traduction")
_DOOR = Door()


@cache
def _class_of(service: Service) -> Any:
    """The class that speaks to a service, its requests going through our door."""
    module: Any = import_module(f"deep_translator.{service.module}")
    module.requests = _DOOR
    cls: Any = getattr(module, service.cls)
    if service.name == "microsoft":  # asks for the list of all languages each time an instance is made
        cls = type(cls.__name__, (cls,), {"_get_supported_languages": lambda _: {"french": "fr", "english": "en"}})
    return cls


# What a reply says before anybody looks for a translation in it


def _judge(name: str, keyed: bool, reply: Reply) -> TranslationFailed | None:
    """The failure a reply tells of, or None."""
    special = _SPECIAL.get(name)
    found = special(reply) if special else None
    if found is not None:
        return found
    status = reply.status_code
    if 300 <= status < 400:  # a portal's page, or Google's « sorry »
        sorry = "/sorry/" in reply.headers.get("location", "")
        return TranslationFailed(Failure.RATE_LIMITED, again=True) if sorry else TranslationFailed(Failure.BLOCKED)
    if status in (429, 529):
        return TranslationFailed(Failure.RATE_LIMITED, again=True, wait=_wait(reply))
    if status in (402, 456):
        return TranslationFailed(Failure.QUOTA)
    if status in (401, 403) and not _is_page(reply):
        return TranslationFailed(Failure.KEY_REFUSED if keyed or name == "libretranslate" else Failure.BLOCKED)
    if status in (401, 403, 407, 451, 511):
        return TranslationFailed(Failure.BLOCKED)
    if status in (413, 414):
        return TranslationFailed(Failure.TOO_LONG)
    if status >= 500:
        return TranslationFailed(Failure.BAD_REPLY, again=True, wait=_wait(reply))
    if not 200 <= status < 300:
        return TranslationFailed(Failure.BAD_REPLY)
    if name != "google" and _is_page(reply):
        return TranslationFailed(Failure.BLOCKED)
    return None


def _is_page(reply: Reply) -> bool:
    return "html" in reply.headers.get("content-type", "") or reply.text.lstrip()[:15].lower().startswith("<!doctype")


def _wait(reply: Reply) -> float | None:
    """The seconds a reply asks to wait; a date in their place is passed over."""
    asked = reply.headers.get("retry-after", "")
    return float(asked) if asked.isascii() and asked.isdigit() else None


def _body(reply: Reply) -> Any:
    """The JSON of a reply, or {} where it is none: then other signs tell."""
    try:
        return reply.json()
    except TranslationFailed:
        return {}


def _google(reply: Reply) -> TranslationFailed | None:
    """A page that is not Google's is a portal's; one that stops before its end is half a reply."""
    if reply.status_code != 200:
        return None
    if not re.search(r'class="(?:t0|result-container)"', reply.text):
        return TranslationFailed(Failure.BLOCKED)
    if "</html>" not in reply.text.lower():
        return TranslationFailed(Failure.BAD_REPLY, again=True)
    return None


def _mymemory(reply: Reply) -> TranslationFailed | None:
    """MyMemory says 200 and puts the status, and its warnings, inside."""
    body = _body(reply)
    if not isinstance(body, dict) or not body:
        return None
    data = body.get("responseData")
    text = str(data.get("translatedText") if isinstance(data, dict) else "") + str(body.get("responseDetails") or "")
    if body.get("quotaFinished") is True or "MYMEMORY WARNING" in text.upper():
        return TranslationFailed(Failure.QUOTA)
    if "LENGTH LIMIT" in text.upper():
        return TranslationFailed(Failure.TOO_LONG)
    status = str(body.get("responseStatus") or "200")
    if status == "429":
        return TranslationFailed(Failure.RATE_LIMITED, again=True, wait=_wait(reply))
    return TranslationFailed(Failure.BAD_REPLY) if status != "200" else None


def _libretranslate(reply: Reply) -> TranslationFailed | None:
    """LibreTranslate says 400 for a text too long and for a key that is missing."""
    body = _body(reply)
    error = str(body.get("error") or "").lower() if isinstance(body, dict) else ""
    if reply.status_code == 400 and "limit" in error:
        return TranslationFailed(Failure.TOO_LONG)
    if reply.status_code == 400 and "api key" in error:
        return TranslationFailed(Failure.KEY_REFUSED)
    return None


def _microsoft(reply: Reply) -> TranslationFailed | None:
    """Microsoft says 403 for a quota that is used up, too; its own number tells."""
    body = _body(reply)
    error = body.get("error") if isinstance(body, dict) else None
    code = str(error.get("code") if isinstance(error, dict) else "")
    if code.startswith("4030") or "quota" in str(error).lower():
        return TranslationFailed(Failure.QUOTA)
    if code.startswith("401"):
        return TranslationFailed(Failure.KEY_REFUSED)
    return TranslationFailed(Failure.TOO_LONG) if code == "400050" else None


_SPECIAL: dict[str, Callable[[Reply], TranslationFailed | None]] = {
    "google": _google,
    "mymemory": _mymemory,
    "libretranslate": _libretranslate,
    "microsoft": _microsoft,
}
