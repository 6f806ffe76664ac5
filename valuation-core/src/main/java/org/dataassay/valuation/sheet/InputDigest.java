package org.dataassay.valuation.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over the inputs of a sheet: name, unit, axis, numbers in hexadecimal and distributions of each. Every text is preceded by its length in bytes and
 * every list by its size, so that no two lists of inputs give the same bytes.
 */
final class InputDigest {

    private final MessageDigest sha;

    private InputDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(Worksheet sheet) {
        var digest = new InputDigest();
        for (var node : sheet.order()) if (node.formula instanceof Given given) digest.add(node, given);
        return HexFormat.of().formatHex(digest.sha.digest());
    }

    private void add(Node node, Given given) {
        add(node.name());
        add(node.unit.toString());
        add(node.axis.map(Axis::name).orElse(""));
        addAll(node.axis.map(Axis::elements).orElse(List.of()));
        addAll(given.parameters());
        add(given.shock.name());
        add(Integer.toString(given.distributions.size()));
        for (var distribution : given.distributions) {
            add(distribution.map(d -> d.getClass().getSimpleName()).orElse(""));
            addAll(distribution.map(Distribution::parameters).orElse(List.of()).stream()
                    .map(Double::toHexString)
                    .toList());
        }
    }

    private void addAll(List<String> texts) {
        add(Integer.toString(texts.size()));
        texts.forEach(this::add);
    }

    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha.update(bytes);
    }
}
