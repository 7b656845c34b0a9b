from quizapp.search.words import pieces, set_apart, without_emphasis


def test_chinese_characters_stand_apart_and_words_stay_whole() -> None:
    assert set_apart("用Embedding层").split() == ["用", "Embedding", "层"]


def test_letters_of_double_width_are_the_ordinary_ones() -> None:
    assert set_apart("ｎｎ．Ｅｍｂ") == "nn.Emb"


def test_control_characters_and_halves_of_pairs_only_part_words() -> None:
    assert set_apart("a\0b\ud800c").split() == ["a", "b", "c"]


def test_bold_inside_a_word_does_not_part_it() -> None:
    assert without_emphasis("这很**重**要，`x`") == "这很重要，x"


def test_two_underscores_are_part_of_a_name() -> None:
    assert without_emphasis("__init__") == "__init__"


def test_names_with_capitals_inside_are_taken_apart_once_each() -> None:
    assert pieces(("CrossEntropyLoss CrossEntropyLoss", "BatchNorm2d")) == ("Cross Entropy Loss", "Batch Norm2d")


def test_capitals_in_a_row_stay_together() -> None:
    assert pieces(("LSTMCell", "MNISTDataset")) == ("LSTM Cell", "MNIST Dataset")


def test_an_ordinary_word_has_no_pieces() -> None:
    assert pieces(("Tensor", "GPU", "requires_grad", "x2")) == ()
