import flaks
