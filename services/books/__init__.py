"""An office's Excel book: its columns, how a cell is read, who is meant, and the sheets that go back."""
