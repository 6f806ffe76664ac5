package org.dataassay.report.page;

/**
 * One language of a page: its words and its way of writing numbers.
 *
 * @param language the language
 * @param texts its words
 * @param numbers its numbers
 */
public record Edition(Language language, Texts texts, Numbers numbers) {

    public static Edition of(Language language) {
        return new Edition(language, Texts.of(language), Numbers.of(language));
    }

    /** The same edition with the words beside a class added. */
    public Edition with(Class<?> anchor) {
        return and(Texts.beside(anchor, language));
    }

    /** The same edition with more words. */
    Edition and(Texts more) {
        return new Edition(language, texts.and(more), numbers);
    }

    /** The words under a key. */
    public String text(String key, Object... parts) {
        return texts.of(key, parts);
    }
}
