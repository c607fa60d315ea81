package dev.galleria.exchange;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Descriptions from shops that keep them as HTML: here they are plain paragraphs. */
final class Html {
    private Html() {}

    static String paragraphs(String html) {
        var text = new StringBuilder();
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("script, style").remove();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.text());
                        } else if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
                            text.append(element.nameIs("p") || element.nameIs("div") ? "\n\n" : "\n");
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && element.isBlock() && !element.nameIs("br")) {
                            text.append("\n");
                        }
                    }
                },
                body);
        return text.toString()
                .replaceAll("[ \\t\\u00A0]+", " ")
                .replaceAll(" ?\n ?", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
