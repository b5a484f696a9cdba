"""One module a command, named as the command is; each adds itself to the application by `register`."""
