"""The child process: parse one document from standard input, answer its rows as JSON, touch nothing else."""

import json
import sys
from collections.abc import Callable
from typing import Any

from matcher.sheets.refusal import Refused
from matcher.sheets.sheet import packed

_MB = 1_000_000
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.spawn",
    "os.posix_spawn",
    "os.fork",
    "shutil.",
    "urllib.",
)
_CHANGING = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod")
_WRITES = 0o3 | 0o100 | 0o1000 | 0o2000  # access mode, create, truncate, append


def main(argument: str) -> int:
    """Answer the exit code after writing the answer to standard output.

    Args:
        argument: JSON with the kind of file, the task and the limits.
    """
    job = json.loads(argument)
    most: dict[str, int] = job["limits"]
    content = sys.stdin.buffer.read(most["file_mb"] * _MB + 1)
    parse = _parser(job["kind"], job["task"], job["page"])  # imported before the doors close
    _close_doors(most)
    try:
        answer = parse(content, most)
    except Refused as refused:
        answer = {"refused": refused.reason}
    except (MemoryError, RecursionError):
        answer = {"refused": "heavy"}
    except Exception:  # noqa: BLE001 any parser may fall over a damaged file; the parent says so
        answer = {"refused": "broken"}
    sys.stdout.write(json.dumps(answer))
    return 0


def _parser(kind: str, task: str, page: int) -> Callable[[bytes, dict[str, int]], dict[str, Any]]:
    if task == "picture":
        from matcher.sheets.pdf_picture import picture_of  # noqa: PLC0415 only what the job needs is loaded

        return lambda content, most: picture_of(content, page, most)
    if kind == "pdf":
        from matcher.sheets.pdf import sheet_of_pdf as read  # noqa: PLC0415
    elif kind == "docx":
        from matcher.sheets.word import sheet_of_word as read  # noqa: PLC0415
    elif kind == "xlsx":
        from matcher.sheets.excel import sheet_of_excel as read  # noqa: PLC0415
    elif kind in ("xml", "json"):
        from matcher.sheets.data_file import sheet_of_data  # noqa: PLC0415

        return lambda content, most: packed(sheet_of_data(content, kind, most))
    else:
        from matcher.sheets.plain_text import sheet_of_text as read  # noqa: PLC0415
    return lambda content, most: packed(read(content, most))


def _close_doors(most: dict[str, int]) -> None:
    try:
        import resource  # noqa: PLC0415 not on every platform; without it the time limit of the parent still holds
    except ImportError:
        pass
    else:
        memory = most["memory_mb"] * _MB
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (most["cpu_seconds"], most["cpu_seconds"] + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    roots = tuple({sys.prefix, sys.base_prefix, sys.exec_prefix, *(path for path in sys.path if path)})

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN) or event in _CHANGING:
            raise PermissionError(event)
        if event == "open":
            path, _, flags = arguments
            writes = isinstance(flags, int) and flags & _WRITES
            if writes or not isinstance(path, str) or not path.startswith(roots):
                raise PermissionError(event)  # the parser may load its own modules, nothing else

    sys.addaudithook(watch)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
