package todo.load.measure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Draws figures over time, from 0 up, as a page that a browser shows without a script.
final class Charts {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 160;

    private Charts() {}

    static String page(Map<String, List<Double>> figures) {
        return "<!doctype html><meta charset=\"utf-8\"><title>Soak</title><body style=\"font-family: sans-serif\">\n"
                + figures.entrySet().stream()
                        .map(figure -> chart(figure.getKey(), figure.getValue()))
                        .collect(Collectors.joining());
    }

    private static String chart(String name, List<Double> values) {
        var highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        var points = IntStream.range(0, values.size())
                .mapToObj(index -> "%.1f,%.1f"
                        .formatted(
                                (double) WIDTH * index / values.size(),
                                HEIGHT - 0.9 * HEIGHT * values.get(index) / Math.max(highest, 1)))
                .collect(Collectors.joining(" "));
        return """
                <h2>%s</h2><p>highest: %.1f</p>
                <svg viewBox="0 0 %d %d" width="%d" style="border: 1px solid silver">
                <polyline points="%s" fill="none" stroke="navy" stroke-width="2"/></svg>
                """.formatted(name, highest, WIDTH, HEIGHT, WIDTH, points);
    }
}
