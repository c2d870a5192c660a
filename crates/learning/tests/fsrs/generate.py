"""Random histories of reviews and what FSRS-6 makes of them, as `histories.txt` beside this file keeps them.

    pip install fsrs==6.3.2        (MIT licence, github.com/open-spaced-repetition/py-fsrs: the reference)
    python generate.py > histories.txt

A line is a history, a review is DAYS:RATING=STABILITY,DIFFICULTY,INTERVAL: whole days since the review before it (below
zero where a clock went back), 1 to 4 for again, hard, good, easy, then the memory and the days until the next review.
"""

import random
from datetime import datetime, timedelta, timezone

from fsrs import Card, Rating, Scheduler

HISTORIES = 300
REVIEWS_MAX = 12
SCHEDULER = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def elapsed(chance: random.Random, interval: int) -> int:
    """On the day, late or early, the same day, any day, after a clock went back."""
    on_the_day = max(1, round(interval * chance.uniform(0.8, 1.3)))
    return chance.choice(
        [interval, interval, on_the_day, on_the_day, 0, 1, chance.randint(1, 30), chance.randint(1, 2000), -3]
    )


def history(chance: random.Random) -> str:
    card, now, interval = Card(card_id=1), datetime(2020, 1, 1, tzinfo=timezone.utc), 0
    # Some know it well, some hardly.
    weights = chance.choice([(1, 1, 8, 1), (4, 2, 3, 1), (1, 1, 1, 1), (0, 0, 1, 0)])
    reviews = []
    for number in range(chance.randint(1, REVIEWS_MAX)):
        days = elapsed(chance, interval) if number else 0
        rating = chance.choices(list(Rating), weights)[0]
        now += timedelta(days=days)
        card, _ = SCHEDULER.review_card(card, rating, now)
        interval = (card.due - now).days
        reviews.append(f"{days}:{int(rating)}={card.stability:.9g},{card.difficulty:.9g},{interval}")
    return " ".join(reviews)


if __name__ == "__main__":
    source = random.Random(6)
    for _ in range(HISTORIES):
        print(history(source))
