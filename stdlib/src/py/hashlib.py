"""Digests: MD5, the families of SHA, BLAKE2; what derives keys from passwords with them."""

import _hashlib

__always_supported = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256",
                      "sha3_384", "sha3_512", "shake_128", "shake_256")

algorithms_guaranteed = set(__always_supported)
algorithms_available = set(__always_supported)

__all__ = __always_supported + ("new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def _constructor(name):
    def construct(string=b"", *, usedforsecurity=True):
        return _hashlib.new(name, string)

    construct.__name__ = construct.__qualname__ = "openssl_" + name
    return construct


md5, sha1, sha224, sha256, sha384, sha512 = map(_constructor, __always_supported[:6])
sha3_224, sha3_256, sha3_384, sha3_512, shake_128, shake_256 = map(_constructor, __always_supported[8:])


def _blake2(data, longest, salt_size, digest_size, texts, numbers):
    if not 1 <= digest_size <= longest:
        raise ValueError(f"digest_size must be between 1 and {longest} bytes")
    key, salt, person = texts
    for what, text, most in (("salt", salt, salt_size), ("person", person, salt_size), ("key", key, longest)):
        if len(text) > most:
            raise ValueError(f"maximum {what} length is {most} bytes")
    fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node = numbers
    if not 0 <= fanout <= 255:
        raise ValueError("fanout must be between 0 and 255")
    if not 1 <= depth <= 255:
        raise ValueError("depth must be between 1 and 255")
    if not 0 <= leaf_size < 1 << 32:
        raise OverflowError("leaf_size is too large")
    if not 0 <= node_offset < 1 << (64 if longest == 64 else 48):
        raise OverflowError("node_offset is too large")
    if not 0 <= node_depth <= 255:
        raise ValueError("node_depth must be between 0 and 255")
    if not 0 <= inner_size <= longest:
        raise ValueError(f"inner_size must be between 0 and is {longest}")
    return _hashlib.blake2(longest == 64, (digest_size, *numbers[:-1], bool(last_node)), texts, data)


def blake2b(data=b"", /, *, digest_size=64, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake2(data, 64, 16, digest_size, (key, salt, person),
                   (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node))


def blake2s(data=b"", /, *, digest_size=32, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
            node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
    return _blake2(data, 32, 8, digest_size, (key, salt, person),
                   (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node))


for _function, _size, _salt in ((blake2b, 64, 16), (blake2s, 32, 8)):
    _function.MAX_DIGEST_SIZE = _function.MAX_KEY_SIZE = _size
    _function.SALT_SIZE = _function.PERSON_SIZE = _salt


def new(name, data=b"", **kwargs):
    # Both cases are names, and so are those with a dash.
    known = name.lower().replace("-", "_") if isinstance(name, str) else name
    known = {"sha_1": "sha1", "sha_224": "sha224", "sha_256": "sha256", "sha_384": "sha384", "sha_512": "sha512",
             "blake2b512": "blake2b", "blake2s256": "blake2s", "shake128": "shake_128", "shake256": "shake_256"}.get(
                 known, known)
    if known in ("blake2b", "blake2s"):
        return (blake2b if known == "blake2b" else blake2s)(data, **kwargs)
    if not isinstance(name, str):
        raise TypeError("new() argument 'name' must be str, not " + type(name).__name__)
    if known not in algorithms_guaranteed:
        raise ValueError("unsupported hash type " + name)
    return _hashlib.new(known, data)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        # What is in memory is taken at once.
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        made.update(view[:size])
    return made


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac

    if not isinstance(hash_name, str):
        raise TypeError("pbkdf2_hmac() argument 'hash_name' must be str, not " + type(hash_name).__name__)
    new(hash_name)
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    keyed = hmac.new(password, digestmod=hash_name)
    size = keyed.digest_size
    dklen = size if dklen is None else dklen
    if dklen < 1:
        raise ValueError("key length must be greater than 0.")
    key, number = b"", 0
    while len(key) < dklen:
        number += 1
        block = keyed.copy()
        block.update(bytes(salt) + number.to_bytes(4, "big"))
        step = block.digest()
        mixed = int.from_bytes(step, "big")
        for _ in range(iterations - 1):
            block = keyed.copy()
            block.update(step)
            step = block.digest()
            mixed ^= int.from_bytes(step, "big")
        key += mixed.to_bytes(size, "big")
    return key[:dklen]
