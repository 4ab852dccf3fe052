"""The script of faults: what goes wrong, for which method and chat, how often."""

from dataclasses import dataclass, field

PAGE = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass
class Fault:
    """One thing that goes wrong; the oldest that matches and has times left acts.

    Attributes:
        code: the platform's own refusal, `{"ok": false, "error_code": code}`.
        inside: the refusal comes inside HTTP 200; else the HTTP status is the code too.
        status, html: an answer of somebody in between.
        delay: seconds before anything happens.
        applied: the call is carried out all the same.
        cut: the connection is closed without an answer.
        retry_after: in the header.
    """

    method: str
    chat: str | None = None
    times: int = 1
    after: int = 0
    code: int = 0
    text: str = ""
    inside: bool = True
    status: int = 0
    html: bool = False
    delay: float = 0.0
    applied: bool = False
    cut: bool = False
    retry_after: int | None = None


@dataclass
class Faults:
    script: list[Fault] = field(default_factory=list)

    def add(self, method: str, **how: object) -> None:
        self.script.append(Fault(method, **how))

    def clear(self) -> None:
        self.script.clear()

    def meet(self, method: str, chat: str | None) -> Fault | None:
        """The fault that befalls this call, counted."""
        for fault in self.script:
            if fault.method in {method, "*"} and fault.chat in {None, chat}:
                if fault.after > 0:
                    fault.after -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.script.remove(fault)
                return fault
        return None
