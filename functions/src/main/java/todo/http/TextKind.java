package todo.http;

/// Kinds of texts by the characters that they may have.
enum TextKind {
    /// Whatever a database can store.
    VERBATIM("must have no NUL character and no lone surrogate") {
        @Override
        boolean allows(int character) {
            return character != 0 && Character.getType(character) != Character.SURROGATE;
        }
    },
    /// Lines of text.
    PROSE("must have no control character but line breaks and tabs, and no lone surrogate") {
        @Override
        boolean allows(int character) {
            return VERBATIM.allows(character) && (!Character.isISOControl(character) || isTabOrLineBreak(character));
        }
    },
    /// One line with something to see in it. The space around it does not count.
    LINE("must have no control character, line break or lone surrogate") {
        @Override
        boolean allows(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                    false;
                default -> true;
            };
        }

        @Override
        String trimmed(String text) {
            return withoutSurroundingSpace(text);
        }

        @Override
        boolean shows(String text) {
            return text.codePoints().anyMatch(TextKind::isVisible);
        }
    };

    /// Letters and a symbol that have no ink: fillers of Hangul syllables, and the Braille pattern without dots.
    private static final String BLANK = "\u115f\u1160\u3164\uffa0\u2800";

    private final String rule;

    TextKind(String rule) {
        this.rule = rule;
    }

    abstract boolean allows(int character);

    /// What [#allows] asks for, to follow a field's name.
    String rule() {
        return rule;
    }

    String trimmed(String text) {
        return text;
    }

    /// Whether people see enough of it.
    boolean shows(String text) {
        return true;
    }

    /// Spaces, tabs and line breaks. No-break spaces are part of a text.
    private static String withoutSurroundingSpace(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isSurroundingSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSurroundingSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSurroundingSpace(int character) {
        return isTabOrLineBreak(character)
                || (Character.getType(character) == Character.SPACE_SEPARATOR && Character.isWhitespace(character));
    }

    private static boolean isTabOrLineBreak(int character) {
        return character == '\t' || character == '\n' || character == '\r';
    }

    /// Whether people see it by itself: combining marks need something to combine with.
    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK -> false;
            default -> BLANK.indexOf(character) < 0;
        };
    }
}
