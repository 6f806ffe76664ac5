package org.dataassay.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A whole page in one file: no script, no request to anywhere, and a content security policy that would refuse both. It follows the reader's
 * choice of a light or dark screen, fits a telephone, and prints.
 *
 * @param title the title of the browser's tab
 * @param edition the page's language
 * @param theme its colors
 * @param body its parts, in order
 * @param footer small print: versions, digests; may be empty
 */
public record Page(String title, Edition edition, Theme theme, List<Markup> body, Markup footer) {

    public Page {
        body = List.copyOf(body);
    }

    /** A page in the standard theme. */
    public static Page of(String title, Edition edition, Markup... body) {
        return new Page(title, edition, Theme.standard(), List.of(body), Markup.EMPTY);
    }

    /** The page with small print at its end. */
    public Page withFooter(Markup words) {
        return new Page(title, edition, theme, body, words);
    }

    /** The page in other colors. */
    public Page withTheme(Theme colors) {
        return new Page(title, edition, colors, body, footer);
    }

    /** The HTML of the page; write it as UTF-8. */
    public String html() {
        var css = theme.css() + styleSheet();
        var policy = "default-src 'none'; style-src 'sha256-" + digest(css) + "'; base-uri 'none'; form-action 'none'";
        var head = Tag.of("head")
                .holding(
                        Tag.of("meta").with("charset", "utf-8").empty(),
                        Tag.of("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", policy)
                                .empty(),
                        Tag.of("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .empty(),
                        Tag.of("meta")
                                .with("name", "color-scheme")
                                .with("content", "light dark")
                                .empty(),
                        Tag.of("title").text(title),
                        Markup.trusted("<style>" + css + "</style>"));
        var content = Tag.of("body")
                .holding(
                        Tag.of("a", "skip").with("href", "#content").text(edition.text("page.skip")),
                        Tag.of("main").with("id", "content").holding(body),
                        footer.isEmpty() ? Markup.EMPTY : Tag.of("footer").holding(footer));
        return "<!DOCTYPE html>\n"
                + Tag.of("html").with("lang", edition.language().tag()).holding(head, content) + "\n";
    }

    private static String styleSheet() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            if (in == null)
                throw new IllegalStateException(
                        "page.css is missing beside " + Page.class.getName() + ". Build the jar with its resources.");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String css) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
