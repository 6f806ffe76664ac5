package org.dataassay.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dataassay.valuation.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @Test
    void words_are_escaped_in_text_and_in_attributes() {
        var hostile = "</title><script>alert('x')</script>\" & <b>";
        var html = Tag.of("p").with("title", hostile).text(hostile).toString();
        assertThat(html)
                .isEqualTo(
                        "<p title=\"&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; &amp; &lt;b&gt;\">"
                                + "&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot; &amp; &lt;b&gt;</p>");
    }

    @Test
    void characters_that_xml_forbids_are_replaced() {
        assertThat(Markup.text("a\u0000b\u001bc\ud800d\uffffe\tf\u0085").toString())
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\tf\ufffd");
        assertThat(Markup.text("数据 🐦‍⬛ بيانات").toString()).isEqualTo("数据 🐦‍⬛ بيانات");
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "SCRIPT", "iframe", "foreignObject", "p onclick", "", "1a"})
    void tags_that_load_or_run_are_refused(String name) {
        assertThatThrownBy(() -> Tag.of(name)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "onclick,x",
        "ONLOAD,x",
        "style,color:red",
        "src,x",
        "href,javascript:alert(1)",
        "href,http://a.example",
        "'a b',x"
    })
    void attributes_that_load_or_run_are_refused(String name, String value) {
        assertThatThrownBy(() -> Tag.of("a").with(name, value)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void void_elements_have_no_end() {
        assertThat(Tag.of("br").empty()).hasToString("<br>");
        assertThat(Tag.of("p").empty()).hasToString("<p></p>");
    }
}
