package todo.local.sample;

import java.util.List;
import java.util.Random;

/// What people write down.
final class Phrases {
    private static final List<List<String>> WHAT = List.of(
            List.of(
                    "Buy",
                    "milk",
                    "a birthday present",
                    "running shoes",
                    "train tickets",
                    "coffee beans ☕",
                    "a new bulb"),
            List.of(
                    "Call",
                    "the dentist",
                    "grandma",
                    "the landlord",
                    "the insurance",
                    "Zoë about Saturday",
                    "the garage"),
            List.of(
                    "Write",
                    "the quarterly report",
                    "a thank-you note",
                    "release notes",
                    "the minutes",
                    "an application"),
            List.of("Review", "the budget", "pull request 42", "the contract", "this week's plan", "José's draft"),
            List.of(
                    "Book",
                    "a table at Café Größenwahn",
                    "flights to Malmö",
                    "the meeting room",
                    "a haircut",
                    "a hotel"),
            List.of("Clean", "the kitchen", "the bicycle", "the inbox", "the gutters", "the fish tank 🐟"),
            List.of("Plan", "the summer holidays", "the team offsite", "Friday's dinner", "the next sprint", "a hike"),
            List.of("Fix", "the dripping tap", "the flaky test", "the back door", "the printer", "the login page"));
    private static final List<String> WHEN = List.of(
            "", "", "", "", " before Friday", " this week", " with Anna", " for the team", " again", " (finally)");
    private static final List<String> MORE = List.of(
            "See the notes of our last meeting.",
            "It should not take more than an hour.",
            "Ask around first whether someone has done it before.",
            "The number is on the fridge.",
            "Keep the receipt.",
            "Don't forget the details that we talked about on Monday: they matter more than the rest.",
            "Two litres, and something for the weekend.",
            "If it rains, another day will do.");

    private Phrases() {}

    static String title(Random random) {
        var about = any(WHAT, random);
        return about.getFirst() + " " + any(about.subList(1, about.size()), random) + any(WHEN, random);
    }

    static String description(Random random) {
        var one = any(MORE, random);
        return random.nextBoolean() ? one : one + "\n" + any(MORE, random);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
