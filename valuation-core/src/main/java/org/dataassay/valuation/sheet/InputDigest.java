package org.dataassay.valuation.sheet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the inputs of a sheet: one line each of name, unit, axis, numbers in hexadecimal and distributions. */
final class InputDigest {

    private InputDigest() {}

    static String of(Worksheet sheet) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var node : sheet.order()) {
                if (!(node.formula instanceof Given given)) continue;
                var line = node.name() + "|" + node.unit + "|"
                        + node.axis.map(Axis::toString).orElse("") + "|" + given.parameters() + "|" + given.shock + "|"
                        + given.distributions + "\n";
                sha.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
