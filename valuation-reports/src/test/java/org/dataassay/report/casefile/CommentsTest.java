package org.dataassay.report.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentsTest {

    @Test
    void comments_become_blanks_and_lines_stay() {
        assertThat(Comments.blanked("{ // one\r\n \"a\": /* two\nthree */ 1 }"))
                .isEqualTo("{       \r\n \"a\":       \n         1 }");
    }

    @Test
    void texts_are_no_comments() {
        var text = "{ \"a\": \"http://x /* y */ \\\" // z\" }";
        assertThat(Comments.blanked(text)).isEqualTo(text);
    }

    @Test
    void an_open_comment_ends_with_the_text() {
        assertThat(Comments.blanked("1 /* x")).isEqualTo("1     ");
        assertThat(Comments.blanked("1 // x")).isEqualTo("1     ");
        assertThat(Comments.blanked("\"open \\")).isEqualTo("\"open \\");
    }
}
