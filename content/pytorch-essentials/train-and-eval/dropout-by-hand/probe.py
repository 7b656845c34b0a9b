import torch

ones = torch.ones(20000)
dropped = my_dropout(ones, 0.2, True)
values_in_training = dropped.unique()
a_fifth_is_dropped = 0.18 < (dropped == 0).float().mean().item() < 0.22
expected_value_stays = 0.97 < dropped.mean().item() < 1.03
others_in_training = my_dropout(torch.full((40, 50), 2.0), 0.5, True).unique()
draws_differ = not torch.equal(my_dropout(ones, 0.5, True), my_dropout(ones, 0.5, True))
in_evaluation = my_dropout(torch.arange(12.0).reshape(3, 4), 0.2, False)
shape_in_training = list(dropped.shape)
input_kept = bool((ones == 1).all())
