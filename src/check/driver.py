"""Follows a plan of pieces in another interpreter and tells what each line prints; see engine.rs."""
import io
import os
import sys
import traceback
import types


def read_plan(path):
    with open(path, "rb") as file:
        while head := file.readline():
            _, mode, name, source = head.split()
            yield mode.decode(), file.read(int(name)).decode(), file.read(int(source)).decode()


class Teller:
    def __init__(self):
        self.piece = 0
        self.file = ""
        self.out = os.dup(1)

    def tell(self, kind, lines, body=b""):
        os.write(self.out, f"{kind} {self.piece} {lines} {len(body)}\n".encode() + body)

    def lines(self):
        frame, lines = sys._getframe(2), []
        while frame is not None:
            if frame.f_code.co_filename == self.file:
                lines.append(str(frame.f_lineno))
            frame = frame.f_back
        return ",".join(lines) or "0"


class Tap(io.RawIOBase):
    def __init__(self, teller, kind, number):
        self.teller, self.kind, self.number = teller, kind, number

    def writable(self):
        return True

    def fileno(self):
        return self.number

    def write(self, data):
        self.teller.tell(self.kind, self.teller.lines(), bytes(data))
        return len(data)


def last_line(error):
    return traceback.format_exception_only(type(error), error)[-1].rstrip("\n").encode()


def run(teller, mode, name, source, namespace):
    try:
        if mode == "file":
            namespace["__file__"] = name
            mode = "exec"
        exec(compile(source, name, mode), namespace)
    except SystemExit:
        pass
    except BaseException as error:
        frames = error.__traceback__.tb_next
        traceback.print_exception(type(error), error, frames)
        teller.tell("X", frames.tb_lineno if frames else getattr(error, "lineno", 0) or 0, last_line(error))
    teller.tell("D", 0)


def main():
    teller = Teller()
    main_module = types.ModuleType("__main__")
    plan = list(read_plan(sys.argv[1]))
    sys.modules["__main__"] = main_module
    sys.argv = [plan[0][1] if plan else ""]
    sys.path[0] = os.getcwd()
    for kind, number in (("O", 1), ("E", 2)):
        stream = io.TextIOWrapper(Tap(teller, kind, number), encoding="utf-8", write_through=True)
        setattr(sys, ("stdout", "stderr")[number - 1], stream)
    for teller.piece, (mode, name, source) in enumerate(plan):
        teller.file = name
        run(teller, mode, name, source, main_module.__dict__)


main()
