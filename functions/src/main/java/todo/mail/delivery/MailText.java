package todo.mail.delivery;

import static java.util.stream.Collectors.joining;

import java.util.List;

/// A message's text. Both forms have the same paragraphs. One of them may be a link.
public record MailText(String subject, List<String> paragraphs) {
    private static final String LINK = "https?://\\S+";

    String plain() {
        return String.join("\n\n", paragraphs) + "\n";
    }

    String html() {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s
                </body>
                </html>
                """.formatted(
                        subject, paragraphs.stream().map(MailText::paragraph).collect(joining("\n")));
    }

    private static String paragraph(String text) {
        var escaped = escaped(text);
        return text.matches(LINK)
                ? "<p><a href=\"%1$s\">%1$s</a></p>".formatted(escaped)
                : "<p>%s</p>".formatted(escaped);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public String toString() {
        return "MailText[" + subject + "]";
    }
}
