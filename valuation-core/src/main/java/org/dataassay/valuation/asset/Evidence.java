package org.dataassay.valuation.asset;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dataassay.valuation.error.Check;
import org.jspecify.annotations.Nullable;

/**
 * A document that shows something. Expired evidence is no evidence.
 *
 * @param id name by which rights, origins and checks refer to it
 * @param kind what sort of document
 * @param title its title or number
 * @param issuer who issued it
 * @param date when it was issued
 * @param validUntil last day on which it holds; absent where it does not expire
 * @param file where a copy lies, and its digest; absent where none is at hand
 */
public record Evidence(
        String id,
        EvidenceKind kind,
        String title,
        String issuer,
        LocalDate date,
        Optional<LocalDate> validUntil,
        Optional<File> file) {

    /**
     * A copy of the document.
     *
     * @param path relative to the case, with forward slashes
     * @param sha256 SHA-256 of its bytes, 64 hexadecimal digits in lower case
     */
    public record File(String path, String sha256) {

        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public File {
            var check = new Check();
            Texts.stated(check, "path", path);
            check.that(
                            isInside(path),
                            "path",
                            "relative and inside the case",
                            "\"" + path.substring(0, Math.min(path.length(), 80)) + "\"",
                            "Put the file beside the case and name it with forward slashes.")
                    .that(
                            DIGEST.matcher(sha256).matches(),
                            "sha256",
                            "64 hexadecimal digits in lower case",
                            "\"" + sha256.substring(0, Math.min(sha256.length(), 80)) + "\"",
                            "Compute it with sha256sum.")
                    .done();
        }

        private static boolean isInside(String path) {
            if (path.startsWith("/") || path.contains("\\") || path.contains(":") || path.indexOf('\0') >= 0)
                return false;
            for (int from = 0; from <= path.length(); ) {
                int slash = path.indexOf('/', from);
                int to = slash < 0 ? path.length() : slash;
                if (path.substring(from, to).equals("..")) return false;
                from = to + 1;
            }
            return true;
        }
    }

    public Evidence {
        var check = new Check();
        Texts.id(check, "id", id);
        Texts.stated(check, "title", title);
        Texts.bounded(check, "issuer", issuer);
        if (validUntil.isPresent()) {
            check.that(
                    !validUntil.get().isBefore(date),
                    "validUntil",
                    "on or after its date " + date,
                    validUntil.get(),
                    "Give the last day on which it holds.");
        }
        check.done();
    }

    public static Builder builder() {
        return new Builder();
    }

    public Builder toBuilder() {
        var builder = builder().id(id).kind(kind).title(title).issuer(issuer).date(date);
        validUntil.ifPresent(builder::validUntil);
        file.ifPresent(builder::file);
        return builder;
    }

    /** Whether it has not expired by that day. */
    public boolean isValidOn(LocalDate day) {
        return validUntil.isEmpty() || !day.isAfter(validUntil.get());
    }

    /** Builds an {@link Evidence}. */
    public static final class Builder {

        private String id = "";
        private EvidenceKind kind = EvidenceKind.OTHER;
        private String title = "";
        private String issuer = "";
        private @Nullable LocalDate date;
        private Optional<LocalDate> validUntil = Optional.empty();
        private Optional<File> file = Optional.empty();

        private Builder() {}

        public Builder id(String id) {
            this.id = id;
            return this;
        }

        public Builder kind(EvidenceKind kind) {
            this.kind = kind;
            return this;
        }

        public Builder title(String title) {
            this.title = title;
            return this;
        }

        public Builder issuer(String issuer) {
            this.issuer = issuer;
            return this;
        }

        public Builder date(LocalDate date) {
            this.date = date;
            return this;
        }

        public Builder validUntil(LocalDate validUntil) {
            this.validUntil = Optional.of(validUntil);
            return this;
        }

        public Builder file(File file) {
            this.file = Optional.of(file);
            return this;
        }

        public Evidence build() {
            return new Evidence(
                    id, kind, title, issuer, Required.of("date", date, "Give the day of issue."), validUntil, file);
        }
    }
}
