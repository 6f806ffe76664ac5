package org.dataassay.pricing.tariff;

/** Reasons why a line is what it is, in English and Chinese; parts are numbered from 0. */
public enum WhyCode {
    ONCE("{0}, once", "一次性收取 {0}"),
    TERM("{0} for each term of {1} months, {2} terms", "每 {1} 个月一期收取 {0}，共 {2} 期"),
    FEE("{0} in each of {1} billing periods", "每个账期 {0}，共 {1} 个账期"),
    PRORATED("{0} of {1} days of the period are served, {2}", "账期 {1} 天中服务 {0} 天，折算方式 {2}"),
    NOT_USED("nothing was metered, so the fee is not due", "账期内没有用量，不收取该费用"),
    GRADUATED("each block at its own price: {0}", "分段累进：{0}"),
    VOLUME("all {0} at the price of the tier reached, {1}", "全部 {0} 按所达档次单价 {1} 计费"),
    STAIR_STEP("flat amount {0} of the tier that {1} reaches", "用量 {1} 所达档次的定额 {0}"),
    SHARE("{0} of a revenue of {1}", "按收入 {1} 的 {0} 分成"),
    FREE_UNITS("{0} of {1} are free", "{1} 中有 {0} 免费"),
    FROM_PACKS("{0} taken from packs", "{0} 从资源包扣减"),
    TRIAL("{0} used during the trial are not charged", "试用期内的 {0} 不计费"),
    OVER_QUOTA("{0} beyond the quota of {1} per {2} were not served", "超出配额（每{2} {1}）的 {0} 未提供服务，不计费"),
    PACK("{0} packs of {1} at {2}", "{0} 个资源包，每个含 {1}，单价 {2}"),
    PERIODS("the same in each of {0} periods", "{0} 个账期相同"),
    MINIMUM("charges of {0} raised to the committed minimum of {1}", "费用 {0} 补足至最低承诺 {1}"),
    CAP("charges of {0} lowered to the cap of {1}", "费用 {0} 按封顶 {1} 收取"),
    DISCOUNT("{0} off {1}", "在 {1} 上优惠 {0}");

    private final String en;
    private final String zh;

    WhyCode(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    String english() {
        return en;
    }

    String chinese() {
        return zh;
    }

    static String filled(String pattern, java.util.List<String> parts) {
        var text = new StringBuilder(pattern.length() + 32);
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                text.append(parts.get(pattern.charAt(i + 1) - '0'));
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
