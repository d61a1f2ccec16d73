package todo.json;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The JSON members of a record: its components, then its public `is…` methods without the prefix.
final class RecordMembers {
    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return membersOf(type);
        }
    };

    private RecordMembers() {}

    static List<Member> of(Record object) {
        return MEMBERS.get(object.getClass());
    }

    private static List<Member> membersOf(Class<?> type) {
        var members = new ArrayList<Member>();
        for (var component : type.getRecordComponents()) {
            members.add(new Member(snakeCase(component.getName()), component.getAccessor()));
        }
        for (var method : type.getDeclaredMethods()) {
            var name = snakeCase(method.getName());
            if (name.startsWith("is_") && isDerived(method, members)) {
                members.add(new Member(name.substring("is_".length()), method));
            }
        }
        return members;
    }

    private static boolean isDerived(Method method, List<Member> members) {
        return Modifier.isPublic(method.getModifiers())
                && method.getParameterCount() == 0
                && members.stream().noneMatch(member -> member.accessor().equals(method));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    record Member(String name, Method accessor) {
        Member {
            accessor.setAccessible(true); // the record may be private
        }

        @Nullable
        Object of(Record object) {
            try {
                return accessor.invoke(object);
            } catch (ReflectiveOperationException failure) {
                throw new IllegalStateException("A record can't be read", failure);
            }
        }
    }
}
