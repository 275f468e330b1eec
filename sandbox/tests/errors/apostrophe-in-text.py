text = 'I don't know'
