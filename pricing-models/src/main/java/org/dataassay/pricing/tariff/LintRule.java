package org.dataassay.pricing.tariff;

/** What the linter looks for. Parts of the texts: 0 the tariff, 1 what is needed, 2 what is bought, 3 what that costs, 4 what is compared with, 5 the other tariff, buyer or part. */
public enum LintRule {
    /** More costs less. */
    NON_MONOTONE(
            Severity.ERROR,
            "{0}: who needs {1} buys {2} and pays {3} instead of {4}.",
            "{0}：只需要 {1} 的买方购买 {2}，支付 {3}，而不是 {4}。"),
    /** Several accounts pay less than one. */
    SPLITTING(
            Severity.ERROR,
            "{0}: who needs {1} opens an account for each of {2} and pays {3} instead of {4}.",
            "{0}：需要 {1} 的买方分户购买 {2}，支付 {3}，而不是 {4}。"),
    /** Buyers who share an account pay less than each alone. Every quantity discount has this; it matters where resale is not allowed. */
    POOLING(
            Severity.INFO,
            "{0}: buyers of {2} share one account for {1} and pay {3} instead of {4}.",
            "{0}：分别需要 {2} 的买方合户购买 {1}，支付 {3}，而不是 {4}。"),
    /** Quantities without a price. */
    GAP(Severity.ERROR, "{0}: no tier has a price for {1} ({5}).", "{0}：{1} 没有对应的档次（{5}）。"),
    /** Quantities with two prices. */
    OVERLAP(Severity.ERROR, "{0}: {1} has more than one price ({5}).", "{0}：{1} 对应多个价格（{5}）。"),
    /** A tier that no purchase reaches. */
    UNREACHABLE_TIER(
            Severity.WARNING,
            "{0}: the quota ends at {1}, so the tier up to {5} is never reached.",
            "{0}：配额止于 {1}，到 {5} 为止的档次永远达不到。"),
    /** Another tariff is never dearer. */
    DOMINATED(
            Severity.WARNING,
            "{0}: nobody should choose it; for {1}, {5} costs {3} instead of {4}, and it is never dearer.",
            "{0}：不应有人选择；购买 {1} 时 {5} 只需 {3}，而不是 {4}，且从不更贵。"),
    /** A bill does not cover its cost. */
    BELOW_COST(Severity.WARNING, "{0}: {1} is sold for {3} and costs {4}.", "{0}：{1} 的售价为 {3}，成本为 {4}。"),
    /** Buyers who are alike in what may matter pay differently. */
    UNLIKE_TREATMENT(
            Severity.ERROR,
            "{0}: for {1}, one of two like buyers pays {3} and the other {4} ({5}).",
            "{0}：同样购买 {1}，条件相同的两个买方一个支付 {3}，另一个支付 {4}（{5}）。"),
    /** A pack costs more than its units bought singly, wherever they stand in the tiers. */
    PACK_DEARER(
            Severity.WARNING,
            "{0}: pack {5} costs {4}; the same {1} bought singly cost {3} at most.",
            "{0}：资源包 {5} 售价 {4}；同样的 {1} 单独购买最多 {3}。"),
    /** Fees that are always due reach the cap: use costs nothing. */
    CAP_BELOW_FEE(
            Severity.WARNING,
            "{0}: the fees that are always due, {4}, are above the cap of {3}; use costs nothing.",
            "{0}：固定费用 {4} 已超过封顶 {3}，用量不再产生费用。"),
    /** A price with so many decimals that a tenth of it can hardly be written. */
    LITTLE_HEADROOM(
            Severity.INFO,
            "{0}: the price {3} of {5} uses more than four of eight decimals.",
            "{0}：{5} 的价格 {3} 已使用八位小数中的四位以上。");

    /** How grave a finding is. */
    public enum Severity {
        /** Money is lost, or a rule is broken. */
        ERROR,
        /** Hardly meant so. */
        WARNING,
        /** Good to know. */
        INFO
    }

    private final Severity severity;
    private final String en;
    private final String zh;

    LintRule(Severity severity, String en, String zh) {
        this.severity = severity;
        this.en = en;
        this.zh = zh;
    }

    public Severity severity() {
        return severity;
    }

    String english() {
        return en;
    }

    String chinese() {
        return zh;
    }
}
