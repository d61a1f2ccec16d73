package todo.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import todo.values.Choices;

/// Writes the values that answers and log lines contain. Jackson's data binding would introspect each class
/// first, which takes a twentieth of a cold start.
record JsonWriter(JsonGenerator json) {
    void write(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Boolean flag -> json.writeBoolean(flag);
            case Number number -> json.writeNumber(number.toString());
            case UUID id -> json.writeString(id.toString());
            case Instant moment ->
                json.writeString(moment.truncatedTo(ChronoUnit.MICROS).toString());
            case Enum<?> choice -> json.writeString(Choices.spelled(choice));
            case Iterable<?> list -> writeList(list);
            case Map<?, ?> object -> writeObject(object);
            case Record object -> writeRecord(object);
            default -> throw new IllegalArgumentException("Can't be written as JSON: " + value.getClass());
        }
    }

    private void writeList(Iterable<?> list) throws IOException {
        json.writeStartArray();
        for (var element : list) {
            write(element);
        }
        json.writeEndArray();
    }

    private void writeObject(Map<?, ?> object) throws IOException {
        json.writeStartObject();
        for (var member : object.entrySet()) {
            json.writeFieldName(member.getKey().toString());
            write(member.getValue());
        }
        json.writeEndObject();
    }

    private void writeRecord(Record object) throws IOException {
        json.writeStartObject();
        for (var member : RecordMembers.of(object)) {
            json.writeFieldName(member.name());
            write(member.of(object));
        }
        json.writeEndObject();
    }
}
