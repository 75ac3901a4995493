"""One note syntax per module; its docstring is its documentation."""
