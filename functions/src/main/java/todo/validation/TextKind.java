package todo.validation;

/// Kinds of text by the characters that they may contain.
enum TextKind {
    /// Any text that PostgreSQL can store.
    VERBATIM("must have no NUL character and no lone surrogate") {
        @Override
        boolean allows(int character) {
            return character != 0 && Character.getType(character) != Character.SURROGATE;
        }
    },
    /// Text such as keys and codes.
    VISIBLE_ASCII("must have visible ASCII characters only") {
        @Override
        boolean allows(int character) {
            return character > ' ' && character <= '~';
        }
    },
    /// Text of several lines.
    PROSE("must have no control character but line breaks and tabs, and no lone surrogate") {
        @Override
        boolean allows(int character) {
            return VERBATIM.allows(character) && (!Character.isISOControl(character) || isTabOrLineBreak(character));
        }
    },
    /// One line with at least one visible character. Surrounding space is removed.
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
        boolean isVisible(String text) {
            return text.codePoints().anyMatch(TextKind::isVisibleCharacter);
        }
    };

    /// Letters and a symbol that render as nothing: Hangul fillers and the empty Braille pattern.
    private static final String BLANK = "\u115f\u1160\u3164\uffa0\u2800";

    private final String rule;

    TextKind(String rule) {
        this.rule = rule;
    }

    abstract boolean allows(int character);

    /// The error message for a character that is not allowed, to follow the field's name.
    String rule() {
        return rule;
    }

    String trimmed(String text) {
        return text;
    }

    /// Whether the text has the visible characters that this kind requires.
    boolean isVisible(String text) {
        return true;
    }

    /// Removes spaces, tabs and line breaks. No-break spaces are kept.
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

    /// Whether the character is visible by itself, which a combining mark is not.
    private static boolean isVisibleCharacter(int character) {
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
