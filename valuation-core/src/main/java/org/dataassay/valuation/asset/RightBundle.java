package org.dataassay.valuation.asset;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.dataassay.valuation.error.Check;
import org.dataassay.valuation.error.Plain;
import org.dataassay.valuation.error.Problem;
import org.dataassay.valuation.error.ValuationError;
import org.dataassay.valuation.sheet.Axis;
import org.dataassay.valuation.sheet.Cell;
import org.dataassay.valuation.sheet.Input;
import org.dataassay.valuation.sheet.Relation;
import org.dataassay.valuation.sheet.Row;
import org.dataassay.valuation.sheet.Sheet;
import org.dataassay.valuation.sheet.Unit;

/**
 * Splits the value of a bundle of rights over parts of it: to hold, to process and use, to operate a product; exclusive or not, in a territory, for a term.
 *
 * <p><b>Formula</b> V(p) = V · s(p), s the share stated for the part. Where a right of a part has ended, s is the greatest share of the parts that hold no more than what is left of it, and 0 where there is none.
 *
 * <p><b>Units and ranges</b> s in [0, 1], 1 for the whole bundle
 *
 * <p><b>Edge cases</b> a part never is worth more than a part that includes it: a statement to the contrary is refused, and in a simulation the draw is rejected · a part with a right that the bundle lacks is refused · shares of
 * parts that exclude each other need not add up to 1, for rights may be worth more together than apart
 *
 * <p><b>Use when / not when</b> one indication covers several rights that are granted apart / each right has evidence of its own: then value each
 *
 * @param rights the bundle that is valued
 * @param parts what may be granted, each with the share of the whole that it is worth
 * @see <a href="https://www.gov.cn/zhengce/2022-12/19/content_5732695.htm">Opinions on building basic systems for data (数据二十条), 2 December 2022, on the structural separation of data property rights</a>
 */
public record RightBundle(List<Right> rights, List<Part> parts) {

    /** Most parts: each is compared with each. */
    public static final int MOST_PARTS = 50;

    /**
     * A part of the bundle.
     *
     * @param name what it is called
     * @param rights that it holds
     * @param share of the whole bundle's value, in [0, 1]; who judged it and why stands in the source
     */
    public record Part(String name, List<Right> rights, Input<Double> share) {
        public Part {
            rights = List.copyOf(rights);
            var check = new Check();
            Texts.stated(check, "name", name);
            check.that(!rights.isEmpty(), "rights", "at least one", 0, "Name what is granted.");
            Texts.bounded(check, "rights", rights);
            check.share("share", share.value()).done();
        }

        /** Whether whoever has this part has the other one too. */
        public boolean includes(Part other) {
            return covers(rights, other.rights);
        }

        private List<Right> leftOn(LocalDate day) {
            return rights.stream().filter(right -> !right.hasEndedOn(day)).toList();
        }
    }

    public RightBundle {
        rights = List.copyOf(rights);
        parts = List.copyOf(parts);
        var check = new Check()
                .that(!rights.isEmpty(), "rights", "at least one", 0, "Name the rights that are valued.")
                .that(
                        !parts.isEmpty() && parts.size() <= MOST_PARTS,
                        "parts",
                        "1 to " + MOST_PARTS,
                        parts.size(),
                        "Name what may be granted.");
        Texts.bounded(check, "rights", rights);
        var names = new HashSet<String>();
        for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
            var part = parts.get(i);
            var field = "parts[" + i + "]";
            if (!names.add(part.name))
                check.add(Problem.of(ValuationError.DUPLICATE, field + ".name", part.name, "Name each once."));
            check.that(
                    covers(rights, part.rights),
                    field + ".rights",
                    "rights that the bundle holds",
                    "a right beyond it",
                    "Nobody can grant what he does not have: check exclusivity, territory and term.");
            check.that(
                    !covers(part.rights, rights) || part.share.value() == 1,
                    field + ".share",
                    "1, for it holds the whole bundle",
                    part.share.value(),
                    "The whole is worth the whole.");
            for (var greater : parts)
                check.that(
                        !greater.includes(part) || part.share.value() <= greater.share.value(),
                        field + ".share",
                        "at most that of " + greater.name + ", which includes it, " + Plain.of(greater.share.value()),
                        part.share.value(),
                        "A part is never worth more than what includes it.");
        }
        check.done();
    }

    private static boolean covers(List<Right> all, List<Right> some) {
        return some.stream().allMatch(right -> all.stream().anyMatch(each -> each.includes(right)));
    }

    /**
     * Writes {@code rightShare}, {@code shareInForce} and {@code valueOfRights} along the axis {@code parts}, and returns the last.
     *
     * @param value of the whole bundle
     * @param valuationDate on which rights must not have ended
     */
    public Row write(Sheet sheet, Cell value, LocalDate valuationDate) {
        var axis = sheet.axis("parts", parts.stream().map(Part::name).toList());
        var share = sheet.given(
                "rightShare", Unit.SHARE, axis, parts.stream().map(Part::share).toList());
        guard(sheet, share);
        var inForce = sheet.let("shareInForce", inForce(axis, share, valuationDate));
        return sheet.let("valueOfRights", inForce.times(value));
    }

    /** What is refused of the stated shares is rejected of drawn ones. */
    private void guard(Sheet sheet, Row share) {
        for (int i = 0; i < parts.size(); i++) {
            for (int j = 0; j < parts.size(); j++) {
                if (i == j || !parts.get(j).includes(parts.get(i))) continue;
                sheet.require(
                        "part " + (i + 1) + " within part " + (j + 1),
                        share.at(i),
                        Relation.LESS_OR_EQUAL,
                        share.at(j),
                        "A part is never worth more than what includes it.");
            }
        }
    }

    private Row inForce(Axis axis, Row share, LocalDate day) {
        var shares = new ArrayList<Cell>();
        for (int i = 0; i < parts.size(); i++) {
            var left = parts.get(i).leftOn(day);
            if (left.size() == parts.get(i).rights.size()) {
                shares.add(share.at(i));
                continue;
            }
            var most = Cell.ZERO;
            for (int j = 0; j < parts.size(); j++) {
                boolean isWhole =
                        parts.get(j).leftOn(day).size() == parts.get(j).rights.size();
                if (isWhole && covers(left, parts.get(j).rights)) most = most.max(share.at(j));
            }
            shares.add(most);
        }
        return Row.of(axis, shares).as(Unit.SHARE);
    }
}
