"""What a class handed in: found in folders of any layout, told apart by student and item, read whatever it holds."""
