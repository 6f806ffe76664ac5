package org.dataassay.valuation;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.dataassay.valuation.error.Plain;
import org.jspecify.annotations.Nullable;

/** What the documentation of a module's records says of their fields, as {@code schema.properties} of each package. */
public final class SchemaTexts {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String HEAD =
            "# What the documentation of each record says of its fields; made by DescriptionsTest.\n";

    private SchemaTexts() {}

    /**
     * Compares the committed texts of the module in which the test runs with its sources.
     *
     * @param only these packages; all of them where none is named
     * @return how many packages have texts
     */
    public static int assertCommitted(String... only) throws IOException {
        var packages = texts();
        if (only.length > 0) packages.keySet().retainAll(Set.of(only));
        packages.forEach((name, texts) -> Golden.assertMatches(
                "src/main/resources/" + name.replace('.', '/') + "/schema.properties",
                texts.entrySet().stream()
                        .map(text -> escaped(text.getKey()) + "=" + escaped(text.getValue()) + "\n")
                        .collect(Collectors.joining("", HEAD, ""))));
        return packages.size();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace(":", "\\:")
                .replace("#", "\\#")
                .replace("!", "\\!");
    }

    /** By package, then by record and field. */
    private static Map<String, Map<String, String>> texts() throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                var walk = Files.walk(SOURCES)) {
            List<Path> sources = walk.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var units = task.parse();
            var docs = DocTrees.instance(task);
            var found = new TreeMap<String, Map<String, String>>();
            for (var unit : units) new Records(docs, unit, found).scan(unit, null);
            return found;
        }
    }

    private static final class Records extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees docs;
        private final String inPackage;
        private final Map<String, Map<String, String>> found;
        private String outer = "";

        Records(DocTrees docs, CompilationUnitTree unit, Map<String, Map<String, String>> found) {
            this.docs = docs;
            this.inPackage = unit.getPackageName().toString();
            this.found = found;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
            var before = outer;
            outer = before.isEmpty() ? type.getSimpleName().toString() : before + "." + type.getSimpleName();
            var doc = docs.getDocCommentTree(getCurrentPath());
            if (type.getKind() == Tree.Kind.RECORD && doc != null) {
                for (var tag : doc.getBlockTags())
                    if (tag instanceof ParamTree param && !param.isTypeParameter())
                        found.computeIfAbsent(inPackage, name -> new TreeMap<>())
                                .put(outer + "." + param.getName(), text(param.getDescription()));
            }
            super.visitClass(type, nothing);
            outer = before;
            return null;
        }

        private String text(List<? extends DocTree> parts) {
            return parts.stream()
                    .map(this::text)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private String text(DocTree part) {
            if (part instanceof TextTree text) return text.getBody();
            if (part instanceof LiteralTree literal) return literal.getBody().getBody();
            if (part instanceof LinkTree link)
                return link.getLabel().isEmpty()
                        ? link.getReference()
                                .getSignature()
                                .replaceFirst("^.*[#.](?=\\w)", "")
                                .replaceFirst("\\(.*", "")
                        : text(link.getLabel());
            if (part instanceof ValueTree value)
                return constant(value.getReference().getSignature());
            if (part instanceof EntityTree entity)
                return entity.toString()
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&");
            return "";
        }

        /** {@code #NAME}, {@code Type#NAME}: the number it holds, looked for in this record, in those around it, and in the package. */
        private String constant(String signature) {
            var owner = signature.substring(0, signature.indexOf('#')).replace('.', '$');
            var name = signature.substring(signature.indexOf('#') + 1);
            var scope = outer.replace('.', '$');
            while (true) {
                var within = scope.isEmpty() || owner.isEmpty() ? scope + owner : scope + "$" + owner;
                var held = held(inPackage + "." + within, name);
                if (held.isPresent()) return held.get();
                if (scope.isEmpty()) throw new AssertionError(outer + ": " + signature);
                scope = scope.contains("$") ? scope.substring(0, scope.lastIndexOf('$')) : "";
            }
        }

        private static Optional<String> held(String type, String name) {
            try {
                var field = Class.forName(type).getDeclaredField(name);
                field.setAccessible(true);
                var held = field.get(null);
                return Optional.of(held instanceof Double number ? Plain.of(number) : String.valueOf(held));
            } catch (ReflectiveOperationException e) {
                return Optional.empty();
            }
        }
    }
}
