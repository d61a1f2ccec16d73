package todo.local.sample;

import java.util.List;
import java.util.Random;

/// Generates titles and descriptions of tasks.
final class SampleTexts {
    private static final List<List<String>> SUBJECTS = List.of(
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
    private static final List<String> SUFFIXES = List.of(
            "", "", "", "", " before Friday", " this week", " with Anna", " for the team", " again", " (finally)");
    private static final List<String> SENTENCES = List.of(
            "See the notes of our last meeting.",
            "It should not take more than an hour.",
            "Ask around first whether someone has done it before.",
            "The number is on the fridge.",
            "Keep the receipt.",
            "Don't forget the details that we talked about on Monday: they matter more than the rest.",
            "Two litres, and something for the weekend.",
            "If it rains, another day will do.");

    private SampleTexts() {}

    static String title(Random random) {
        var words = any(SUBJECTS, random);
        return words.getFirst() + " " + any(words.subList(1, words.size()), random) + any(SUFFIXES, random);
    }

    static String description(Random random) {
        var first = any(SENTENCES, random);
        return random.nextBoolean() ? first : first + "\n" + any(SENTENCES, random);
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
