import { defineConfig } from 'vitepress'

// Pages by group, in reading order; DocsTest finds every page here.
const groups = [
  { en: 'Start', zh: '入门', pages: ['getting-started', 'sheet', 'appraisal', 'screening', 'rights'] },
  { en: 'Cost approach', zh: '成本法', pages: ['cost/replacement-cost', 'cost/reproduction-cost', 'cost/cas-2023', 'cost/expert-guidance-9', 'cost/sum-of-costs', 'cost/compute-energy'] },
  { en: 'Income approach', zh: '收益法', pages: ['income/relief-from-royalty', 'income/direct-income', 'income/income-share', 'income/multi-period-excess-earnings', 'income/single-period-excess-earnings', 'income/capitalized-excess-earnings', 'income/with-and-without', 'income/premium-profit', 'income/cost-saving', 'income/greenfield', 'income/hypothetical-development', 'income/distributor'] },
  { en: 'Market approach', zh: '市场法', pages: ['market/comparable-transactions', 'market/cas-2023', 'market/multiples', 'market/hedonic-regression', 'market/nearest-comparables', 'market/ratio-study'] },
  { en: 'Options', zh: '实物期权', pages: ['option/black-scholes-merton', 'option/binomial', 'option/compound', 'option/exchange', 'option/longstaff-schwartz', 'option/project'] },
  { en: 'Rates', zh: '折现率与收益率', pages: ['rate/build-up', 'rate/capm', 'rate/wacc', 'rate/wara', 'rate/pre-tax-equivalent', 'rate/currency-conversion', 'rate/levels-of-value', 'rate/irr', 'rate/xirr', 'rate/mirr', 'rate/npv'] },
  { en: 'Life and decay', zh: '寿命与衰减', pages: ['life/useful-life', 'life/attrition', 'life/decay-fit'] },
  { en: 'Value of information', zh: '信息价值', pages: ['information/evpi', 'information/evppi', 'information/evsi', 'information/infonomics'] },
  { en: 'Risk', zh: '风险', pages: ['risk/simulation', 'risk/sensitivity', 'risk/scenario', 'risk/two-way'] },
  { en: 'Weights and synthesis', zh: '权重与综合评价', pages: ['weighting/ahp', 'weighting/delphi', 'weighting/combination', 'weighting/entropy', 'weighting/critic', 'weighting/merec', 'weighting/topsis', 'weighting/grey-relational', 'weighting/fuzzy-comprehensive', 'weighting/dematel'] },
  { en: 'Reconciliation', zh: '结论与变动', pages: ['reconcile/indications', 'reconcile/bridge'] },
  { en: 'Prices', zh: '定价与计费', pages: ['price/tariff', 'price/rating', 'price/lint', 'price/public-data-revenue', 'price/public-data-ceiling', 'price/reference-band'] },
  { en: 'Quality', zh: '数据质量', pages: ['quality/profile', 'quality/sources', 'quality/spark', 'quality/rules', 'quality/suggest', 'quality/drift', 'quality/gbt-36344', 'quality/iso-25012', 'quality/training-set', 'quality/privacy-risk', 'quality/maturity-dcmm', 'quality/score'] },
  { en: 'Contribution', zh: '贡献', pages: ['contribution/shapley', 'contribution/banzhaf', 'contribution/beta-shapley', 'contribution/leave-one-out', 'contribution/weighted-shapley', 'contribution/owen', 'contribution/nucleolus', 'contribution/least-core', 'contribution/power-indices', 'contribution/airport', 'contribution/bankruptcy'] },
  { en: 'Reference', zh: '参考', pages: ['glossary', 'decisions'] },
]

const titles: Record<string, { en: string; zh: string }> = {
  'getting-started': { en: 'Getting started', zh: '快速上手' },
  'sheet': { en: 'The sheet', zh: '公式表' },
  'appraisal': { en: 'Appraisal and command line', zh: '评估与命令行' },
  'screening': { en: 'Screening a portfolio', zh: '资产组合筛查' },
  'rights': { en: 'Value per right', zh: '分权利的价值' },
  'cost/replacement-cost': { en: 'Replacement cost', zh: '重置成本法' },
  'cost/reproduction-cost': { en: 'Reproduction cost', zh: '复原重置成本法' },
  'cost/cas-2023': { en: 'Cost, 2023 guidance', zh: '成本法（2023 指导意见）' },
  'cost/expert-guidance-9': { en: 'Cost, Expert Guidance No. 9', zh: '成本法（专家指引第9号）' },
  'cost/sum-of-costs': { en: 'Sum of costs', zh: '成本加总与永续盘存' },
  'cost/compute-energy': { en: 'Compute and energy cost', zh: '算力与能耗成本' },
  'income/relief-from-royalty': { en: 'Relief from royalty', zh: '许可费节省法' },
  'income/direct-income': { en: 'Direct income', zh: '直接收益预测' },
  'income/with-and-without': { en: 'With and without', zh: '增量收益法（有无对比）' },
  'income/income-share': { en: 'Income share', zh: '分成收益预测' },
  'income/premium-profit': { en: 'Premium profit', zh: '溢价利润法' },
  'income/cost-saving': { en: 'Cost saving', zh: '成本节约法' },
  'income/greenfield': { en: 'Greenfield', zh: '绿地法' },
  'income/hypothetical-development': { en: 'Hypothetical development', zh: '假设开发法' },
  'income/multi-period-excess-earnings': { en: 'Multi-period excess earnings', zh: '多期超额收益法' },
  'income/single-period-excess-earnings': { en: 'Single-period excess earnings', zh: '单期超额收益法' },
  'income/capitalized-excess-earnings': { en: 'Capitalized excess earnings', zh: '资本化超额收益法' },
  'income/distributor': { en: 'Distributor', zh: '分销商法' },
  'market/comparable-transactions': { en: 'Comparable transactions', zh: '可比交易法' },
  'market/cas-2023': { en: 'Market approach of the 2023 guidance', zh: '2023 指导意见市场法' },
  'market/multiples': { en: 'Value ratios', zh: '价值比率法' },
  'market/hedonic-regression': { en: 'Hedonic regression', zh: '特征价格回归' },
  'market/nearest-comparables': { en: 'Nearest comparables', zh: '最近可比' },
  'market/ratio-study': { en: 'Ratio study', zh: '比率研究（批量评估精度）' },
  'option/black-scholes-merton': { en: 'Black–Scholes–Merton', zh: '布莱克—斯科尔斯—默顿模型' },
  'option/binomial': { en: 'Binomial lattice', zh: '二叉树模型' },
  'option/longstaff-schwartz': { en: 'Longstaff–Schwartz', zh: '最小二乘蒙特卡洛' },
  'option/project': { en: 'Option on a project', zh: '数据项目的实物期权' },
  'option/compound': { en: 'Compound option', zh: '复合期权' },
  'option/exchange': { en: 'Exchange option', zh: '资产交换期权' },
  'rate/build-up': { en: 'Build-up of a discount rate', zh: '风险累加法' },
  'rate/capm': { en: 'Cost of equity (CAPM)', zh: '权益资本成本（CAPM）' },
  'rate/wacc': { en: 'Weighted average cost of capital', zh: '加权平均资本成本' },
  'rate/wara': { en: 'Weighted average return on assets', zh: '加权平均资产回报率' },
  'rate/pre-tax-equivalent': { en: 'Pre-tax equivalent', zh: '税前等价折现率' },
  'rate/currency-conversion': { en: 'Another currency or price basis', zh: '币种与价格口径换算' },
  'rate/levels-of-value': { en: 'Levels of value', zh: '价值层级与折扣' },
  'rate/irr': { en: 'Internal rate of return', zh: '内部收益率' },
  'rate/xirr': { en: 'Internal rate of dated flows', zh: '不定期现金流的内部收益率' },
  'rate/mirr': { en: 'Modified internal rate', zh: '修正内部收益率' },
  'rate/npv': { en: 'Net present value', zh: '净现值' },
  'reconcile/bridge': { en: 'Value bridge', zh: '价值变动桥' },
  'life/useful-life': { en: 'Remaining useful life', zh: '剩余使用寿命' },
  'life/attrition': { en: 'Attrition', zh: '留存与衰减' },
  'life/decay-fit': { en: 'Fitted decay', zh: '衰减曲线拟合' },
  'reconcile/indications': { en: 'Reconciling indications', zh: '结论调节' },
  'information/evpi': { en: 'Perfect information (EVPI)', zh: '完全信息期望价值（EVPI）' },
  'information/evppi': { en: 'Partial information (EVPPI)', zh: '部分信息期望价值（EVPPI）' },
  'information/evsi': { en: 'Value of a study (EVSI)', zh: '调查信息期望价值（EVSI）' },
  'information/infonomics': { en: 'Six measures of infonomics', zh: '信息经济学六指标' },
  'risk/simulation': { en: 'Simulation', zh: '模拟' },
  'risk/sensitivity': { en: 'Sensitivity', zh: '敏感性分析' },
  'weighting/delphi': { en: 'Delphi method', zh: '德尔菲法' },
  'weighting/combination': { en: 'Combined weights', zh: '组合赋权与排序稳定性' },
  'weighting/ahp': { en: 'Analytic hierarchy process', zh: '层次分析法' },
  'risk/scenario': { en: 'Scenarios', zh: '情景分析' },
  'risk/two-way': { en: 'Two-way table', zh: '双因素分析' },
  'weighting/entropy': { en: 'Entropy weights', zh: '熵权法' },
  'weighting/critic': { en: 'CRITIC weights', zh: 'CRITIC 赋权法' },
  'weighting/merec': { en: 'MEREC weights', zh: 'MEREC 赋权法' },
  'weighting/topsis': { en: 'TOPSIS ranking', zh: '优劣解距离法（TOPSIS）' },
  'weighting/grey-relational': { en: 'Grey relational analysis', zh: '灰色关联分析' },
  'weighting/fuzzy-comprehensive': { en: 'Fuzzy comprehensive evaluation', zh: '模糊综合评价' },
  'weighting/dematel': { en: 'DEMATEL causal analysis', zh: 'DEMATEL 因果分析' },
  'quality/rules': { en: 'Quality rules', zh: '质量规则' },
  'quality/suggest': { en: 'Suggested rules', zh: '规则建议' },
  'quality/drift': { en: 'Drift', zh: '漂移' },
  'quality/gbt-36344': { en: 'Indicators of GB/T 36344', zh: 'GB/T 36344 评价指标' },
  'quality/iso-25012': { en: 'Characteristics of ISO/IEC 25012', zh: 'ISO/IEC 25012 特性' },
  'quality/training-set': { en: 'Training sets', zh: '训练数据集' },
  'quality/privacy-risk': { en: 'Privacy risk', zh: '隐私风险' },
  'quality/maturity-dcmm': { en: 'Maturity of data management (DCMM)', zh: '数据管理能力成熟度（DCMM）' },
  'quality/score': { en: 'Quality score', zh: '质量得分' },
  'quality/sources': { en: 'Where tables come from', zh: '表的来源' },
  'quality/profile': { en: 'Quality profile', zh: '质量画像' },
  'price/tariff': { en: 'Tariff and quote', zh: '价目与报价' },
  'price/rating': { en: 'Rating and invoices', zh: '计量出账' },
  'price/lint': { en: 'Price plan linter', zh: '价目审查' },
  'price/public-data-revenue': { en: 'Permitted revenue of public data', zh: '公共数据最高准许收入' },
  'price/public-data-ceiling': { en: 'Ceilings of public data fees', zh: '公共数据上限收费标准' },
  'price/reference-band': { en: 'Reference band', zh: '参考价区间' },
  'quality/spark': { en: 'Quality profile on Spark', zh: 'Spark 上的质量画像' },
  'glossary': { en: 'Glossary', zh: '术语表' },
  'decisions': { en: 'Decisions', zh: '设计决定' },
  'contribution/shapley': { en: 'Shapley value', zh: '夏普利值' },
  'contribution/banzhaf': { en: 'Banzhaf value', zh: '班茨哈夫值' },
  'contribution/beta-shapley': { en: 'Beta Shapley', zh: 'Beta 夏普利值' },
  'contribution/leave-one-out': { en: 'Leave-one-out', zh: '留一法' },
  'contribution/weighted-shapley': { en: 'Weighted Shapley value', zh: '加权夏普利值' },
  'contribution/owen': { en: 'Owen value', zh: '欧文值' },
  'contribution/nucleolus': { en: 'Nucleolus', zh: '核仁' },
  'contribution/least-core': { en: 'Least core', zh: '最小核' },
  'contribution/power-indices': { en: 'Power indices', zh: '权力指数' },
  'contribution/airport': { en: 'Airport rule', zh: '机场规则' },
  'contribution/bankruptcy': { en: 'Bankruptcy rules', zh: '破产分配规则' },
}

function sidebar(language: 'en' | 'zh') {
  return groups.map((group) => ({
    text: group[language],
    items: group.pages.map((page) => ({ text: titles[page][language], link: `/${language}/${page}` })),
  }))
}

// Sent to the browser as text, hence whole in itself. Chinese has no spaces: its runs are cut into pairs of characters,
// so that a search for part of a phrase finds it; single characters are kept too.
function tokenize(text: string): string[] {
  const tokens: string[] = []
  for (const word of text.split(/[\s\p{P}\p{S}]+/u)) {
    for (const run of word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      if (!/\p{Script=Han}/u.test(run)) {
        tokens.push(run)
        continue
      }
      const characters = Array.from(run)
      if (characters.length === 1) tokens.push(run)
      for (let i = 0; i + 1 < characters.length; i++) tokens.push(characters[i] + characters[i + 1])
    }
  }
  return tokens
}

export default defineConfig({
  title: 'Data Assay',
  description: 'Measures the quality of data, values it as an asset, prices it as a product',
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  markdown: { math: true },
  locales: {
    root: { label: 'Language · 语言', lang: 'en' },
    en: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Start', link: '/en/getting-started' },
          { text: 'The sheet', link: '/en/sheet' },
          { text: 'Glossary', link: '/en/glossary' },
        ],
        sidebar: sidebar('en'),
      },
    },
    zh: {
      label: '简体中文',
      lang: 'zh-Hans',
      description: '度量数据质量，评估数据资产价值，为数据产品定价',
      themeConfig: {
        nav: [
          { text: '入门', link: '/zh/getting-started' },
          { text: '公式表', link: '/zh/sheet' },
          { text: '术语表', link: '/zh/glossary' },
        ],
        sidebar: sidebar('zh'),
        outline: { label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        lightModeSwitchTitle: '浅色',
        darkModeSwitchTitle: '深色',
        sidebarMenuLabel: '目录',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '切换语言',
        skipToContentLabel: '跳到正文',
        notFound: {
          title: '没有这一页',
          quote: '链接可能已经改名，请从目录查找。',
          linkText: '回到首页',
          linkLabel: '回到首页',
        },
      },
    },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: { options: { tokenize }, searchOptions: { combineWith: 'AND' } },
        locales: {
          zh: {
            translations: {
              button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
              modal: {
                displayDetails: '显示详情',
                resetButtonTitle: '清除',
                backButtonTitle: '关闭',
                noResultsText: '没有找到',
                footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
              },
            },
          },
        },
      },
    },
  },
})
