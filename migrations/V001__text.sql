-- Case and accents do not tell two texts apart when people search or sort: one leading space, words one space apart.
-- Emoji are words, although Unicode counts them as punctuation. A few characters decompose into eighteen others: what
-- grows to more than four times its length is cut, so that folding costs little whatever the text is.
create function fold(words text) returns text
    language sql immutable strict parallel safe
    return ' ' || btrim(case
        when octet_length(words) = char_length(words)
        then regexp_replace(lower(words collate pg_c_utf8), '[[:space:][:punct:]]+', ' ', 'g')
        else regexp_replace(
            lower(regexp_replace(left(normalize(words, nfkd), 4 * char_length(words)), '[\u0300-\u036f\ufe0f]', '', 'g')
                  collate pg_c_utf8),
            '([[:space:]]|(?![\u2190-\u2bff\U0001f000-\U0001faff])[[:punct:]])+', ' ', 'g')
        end);

-- What a text is sorted by: short enough for an index, whatever the text is.
create function sort_key(words text) returns text
    language sql immutable strict parallel safe
    return left(fold(words), 200);
