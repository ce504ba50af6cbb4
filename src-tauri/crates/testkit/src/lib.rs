//! People with frozen keys, a clock you move, a seeded rng.
