"""Seeds in binary formats, small enough to be mutated well."""

import json
import pathlib
import struct
import sys


def safetensors(tensors):
    header, body = {}, b""
    for name, (kind, shape, data) in tensors.items():
        header[name] = {"dtype": kind, "shape": shape,
                        "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + body


def floats(*values):
    return struct.pack(f"<{len(values)}f", *values)


def term_hash(word):
    """TermHash.word of an ASCII word."""
    value = 0x9E3779B97F4A7C15 ^ len(word)
    for unit in word.encode():
        value = (value ^ unit) * 0x9FB21C651E98DF25 % 2**64
        value ^= value >> 32
    return value


def small_model():
    return safetensors({
        "term_offsets": ("U32", [3], struct.pack("<3I", 0, 3, 7)),
        "term_kinds": ("U8", [2], b"\0\0"),
        "term_bytes": ("U8", [7], b"slotoil"),
        "term_hashes": ("U64", [2], struct.pack("<2Q", term_hash("slo"), term_hash("toil"))),
        "idf": ("F32", [2], floats(1, 2)),
        "intercepts": ("F32", [2], floats(0.5, -0.5)),
        "weights": ("F32", [2, 2], floats(1, 2, 3, 4)),
    })


def small_vectors():
    return {
        "file": safetensors({
            "vectors": ("F32", [2, 2], floats(1, 0, 0, 1)),
            "rows": ("U32", [2], struct.pack("<2I", 0, 1)),
            "word_offsets": ("U32", [3], struct.pack("<3I", 0, 1, 2)),
            "word_bytes": ("U8", [2], b"ab"),
            "source_bytes": ("U8", [1], b"s"),
        }),
        "text": "2 3\n監視 1 0 0.5\nslo 0 1e-3 -1\n".encode(),
        "glove": "監視 1 0 0.5\nslo 0 1e-3 -1\n".encode(),
        "binary": b"2 2\nslo " + floats(1, 0) + b"\ntoil " + floats(0, 1) + b"\n",
    }


def npy(shape, major=1):
    header = repr({"descr": "<f4", "fortran_order": False, "shape": shape}).encode() + b"\n"
    length = struct.pack("<H" if major == 1 else "<I", len(header))
    return b"\x93NUMPY" + bytes([major, 0]) + length + header + floats(1, 2, 3, 4)


def main():
    target, folder = sys.argv[1:]
    seeds = {
        "model": lambda: {"small": small_model()},
        "vectors": small_vectors,
        "numpy": lambda: {
            "npy": npy((2, 2)), "npy2": npy((2, 2), 2), "map": b"\x82\x01\x02\xcd\x01\x00\x03",
        },
    }[target]()
    for name, data in seeds.items():
        (pathlib.Path(folder) / name).write_bytes(data)


main()
