package todo.docs;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The section on errors of the API description, as HTML. Each row of its table has the id to which the `type`
/// of the error's problem links.
final class ErrorTable {
    private static final String HEADING = "    ## ";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    private ErrorTable() {}

    static String html() {
        var section = Parser.builder().extensions(TABLES).build().parse(section(ApiDescription.yaml()));
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .attributeProviderFactory(_ -> ErrorTable::identify)
                .build()
                .render(section);
    }

    private static String section(String yaml) {
        var start = yaml.indexOf(HEADING + "Errors");
        return yaml.substring(start, yaml.indexOf(HEADING, start + HEADING.length()))
                .stripTrailing()
                .stripIndent();
    }

    /// Names a row after its first text in backquotes, which is the error's code.
    private static void identify(Node row, String tag, Map<String, String> attributes) {
        if (row.getParent() instanceof TableBody) {
            row.accept(new AbstractVisitor() {
                @Override
                public void visit(Code code) {
                    attributes.putIfAbsent("id", "errors/" + code.getLiteral());
                }
            });
        }
    }
}
