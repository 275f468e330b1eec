"""What a visitor should get."""
from coursewright import check

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@check("/length/<word> answers the number of letters")
def counts_letters(client, rng):
    word = "".join(rng.choices(LETTERS, k=rng.randint(3, 12)))
    client.get(f"/length/{word}").expect_status(200).expect_body(str(len(word)))


@check("A word of one letter has length 1")
def counts_one(client, rng):
    client.get(f"/length/{rng.choice(LETTERS)}").expect_status(200).expect_body("1")
