import json
from pathlib import Path

import numpy as np
import pytest

from quizapp.judging.expectations import Expectations, ExpectationsError, read_expectations, write_expectations
from quizapp.judging.numbers import CARRIED_AS, array_of
from quizapp.judging.signature import Signature, Trait
from quizapp.judging.verdict import Diagnosis
from quizapp.packs.model import Aspect
from quizapp.sandbox.observation import (
    CallableSeen,
    ErrorSeen,
    GroupSeen,
    Named,
    Nothing,
    OptimizerSeen,
    OtherSeen,
    TensorSeen,
    Values,
)
from tests.judging.sample import array, expectations, module, parameter, plain, tensor

EVERYTHING = Expectations(
    "2.13.0",
    {
        "small": {
            "x": tensor([[1.0, float("nan")]], stride=(2, 1), storage=3, identity=4, grad_fn="MulBackward0"),
            "net[0].weight": parameter([1.0, 2.0], gradient=tensor([0.5, 0.25], storage=9)),
            "net": module(
                {"0.weight": parameter([1.0]), "0.bias": parameter([2.0])},
                buffers=(("mean", tensor([0.0]), False),),
                loose=(("scale", tensor(2.0)),),
                modes={"": True, "0": False},
                state_keys=("0.weight", "0.bias"),
            ),
            "opt": OptimizerSeen(
                type_name="SGD", groups=(GroupSeen((1, 2), (("lr", plain(0.1)),)),), state_keys=("momentum_buffer",)
            ),
            "data": plain([1, -2.5, "ä\n", True, {"a": [10**30, float("inf")]}, ()]),
            "array": array([[1, 2]], "int64"),
            "error": ErrorSeen("ValueError", "bad", ("ValueError", "Exception"), line=3),
            "dtype": Named("dtype", "torch.float32"),
            "none": Nothing(),
            "f": CallableSeen("f", "(x)"),
            "other": OtherSeen("Thing", 7),
        },
        "large": {"x": tensor(np.arange(500.0)), "x/values": tensor([1.0]), "": tensor([2.0])},
    },
    {
        "typo": Signature(
            (
                Trait(where="net", aspect=Aspect.TRAINABLE, got="[]", check=0, diagnosis=Diagnosis.FROZEN_TOO_LITTLE),
                Trait(where="exercise.py", aspect=Aspect.ERROR, got="NameError"),
            )
        )
    },
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write_expectations(tmp_path, EVERYTHING)

    assert read_expectations(tmp_path) == EVERYTHING


@pytest.mark.parametrize("dtype", sorted(CARRIED_AS))
@pytest.mark.parametrize("numbers", [[[1, 0, 1], [0, 1, 1]], 1, np.zeros((0, 3)), [[[1]]]])
def test_numbers_of_every_dtype_come_back_exactly(tmp_path: Path, dtype: str, numbers: object) -> None:
    written = expectations(x=tensor(numbers, dtype))

    write_expectations(tmp_path, written)

    assert read_expectations(tmp_path) == written


def test_numbers_come_back_bit_by_bit(tmp_path: Path) -> None:
    odd = TensorSeen(dtype="complex128", shape=(2,), values=Values(bytes(range(32))))
    truths = TensorSeen(dtype="bool", shape=(2,), values=Values(b"\x01\x02"))
    written = expectations(odd=odd, truths=truths)

    write_expectations(tmp_path, written)

    assert read_expectations(tmp_path) == written


def test_equal_expectations_give_equal_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    turned = {name: dict(reversed(seen.items())) for name, seen in reversed(EVERYTHING.observations.items())}
    for folder, written in ((first, EVERYTHING), (second, Expectations("2.13.0", turned, EVERYTHING.mistakes))):
        folder.mkdir()
        write_expectations(folder, written)

    for name in ("expected.json", "expected.safetensors"):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_the_json_is_readable_and_leaves_defaults_out(tmp_path: Path) -> None:
    write_expectations(tmp_path, expectations(x=tensor([1.0, 2.0], requires_grad=True)))

    stored = json.loads((tmp_path / "expected.json").read_text(encoding="utf-8"))

    assert stored["observations"]["default"]["x"] == {
        "type": "tensor",
        "dtype": "float32",
        "shape": [2],
        "requires_grad": True,
        "values": "default/x",
    }


@pytest.mark.parametrize("name", ["expected.json", "expected.safetensors"])
def test_a_missing_file_says_what_to_do(tmp_path: Path, name: str) -> None:
    write_expectations(tmp_path, EVERYTHING)
    (tmp_path / name).unlink()

    with pytest.raises(ExpectationsError, match=rf"{name} can't be read .*quizapp pack record"):
        read_expectations(tmp_path)


@pytest.mark.parametrize("name", ["expected.json", "expected.safetensors"])
@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"format": 1}', b"\0" * 64])
def test_a_damaged_file_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    write_expectations(tmp_path, EVERYTHING)
    (tmp_path / name).write_bytes(content)

    with pytest.raises(ExpectationsError, match=r"expected\.(json|safetensors) is damaged .*quizapp pack record"):
        read_expectations(tmp_path)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('"-0x1.4000000000000p+1"', '"two and a half"'),
        ('"1000000000000000000000000000000"', '"many"'),
        ('"stride": [2, 1]', '"stride": [2]'),
        ('"length": 6', '"length": 2'),
        ('"type_name": "SGD"', '"type_name": "S\\u001bGD"'),
    ],
)
def test_what_no_run_leaves_behind_is_damage(tmp_path: Path, was: str, becomes: str) -> None:
    write_expectations(tmp_path, EVERYTHING)
    text = (tmp_path / "expected.json").read_text(encoding="utf-8")
    assert was in text
    (tmp_path / "expected.json").write_text(text.replace(was, becomes, 1), encoding="utf-8")

    with pytest.raises(ExpectationsError, match=r"expected\.json is damaged .*quizapp pack record"):
        read_expectations(tmp_path)


def test_numbers_of_another_recording_are_refused(tmp_path: Path) -> None:
    for numbers in ([1.0], [1.0, 2.0]):
        (tmp_path / str(len(numbers))).mkdir()
        write_expectations(tmp_path / str(len(numbers)), expectations(x=tensor(numbers)))
    (tmp_path / "2" / "expected.safetensors").replace(tmp_path / "1" / "expected.safetensors")

    with pytest.raises(ExpectationsError, match="do not go together"):
        read_expectations(tmp_path / "1")


def test_a_later_format_is_refused(tmp_path: Path) -> None:
    write_expectations(tmp_path, EVERYTHING)
    path = tmp_path / "expected.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 2'), encoding="utf-8")

    with pytest.raises(ExpectationsError, match="format 2"):
        read_expectations(tmp_path)


def test_bfloat16_is_carried_as_float32() -> None:
    assert np.array_equal(array_of(tensor([1.5, 2.0], "bfloat16")), np.asarray([1.5, 2.0], dtype=np.float32))  # type: ignore[arg-type]


@pytest.mark.parametrize("place", [-1, -9])
def test_a_single_wrong_byte_of_the_numbers_is_noticed(tmp_path: Path, place: int) -> None:
    write_expectations(tmp_path, EVERYTHING)
    path = tmp_path / "expected.safetensors"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)

    with pytest.raises(ExpectationsError, match="do not go together"):
        read_expectations(tmp_path)
