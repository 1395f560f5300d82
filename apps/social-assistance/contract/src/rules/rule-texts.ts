import type { RuleText } from '@xishan/domain'

const LAW_57 = '民发〔2021〕57号《最低生活保障审核确认办法》'

/** The wording of each rule, once per version. A trace names a rule by code and version only. */
export const RULE_TEXTS = {
  'member.counted': { version: '1', title: '计入共同生活的家庭成员', wording: '配偶、未成年子女、不能独立生活的成年子女（含全日制本科及以下在校学生），以及有法定赡养、扶养、抚养义务并长期共同居住的人员，计入家庭成员。', source: `${LAW_57}第七条第一款` },
  'member.excluded': { version: '1', title: '不计入家庭成员', wording: '连续三年以上脱离家庭独立生活的宗教教职人员，在监狱服刑、被强制隔离戒毒或者宣告失踪的人员，以及不属于共同生活情形的人员，不计入家庭成员。', source: `${LAW_57}第七条第二款` },
  'check.concluded': { version: '1', title: '家庭经济状况信息核对', wording: '家庭经济状况须经信息核对；核对未通过或尚无结论的，不能视为符合条件。', source: `${LAW_57}第十七条、第十八条` },
  'finances.examined': { version: '1', title: '经济状况查明', wording: '每名计入的成员，其收入和财产都须查明并记录查明日期；未查明的不视为没有收入和财产。', source: `${LAW_57}第十五条、第十六条` },
  'finances.look-back': { version: '1', title: '收入核算期', wording: '家庭收入按规定期限内的月平均数核算。', source: `${LAW_57}第十三条；期限为暂定参数` },
  'income.counted': { version: '1', title: '计入家庭收入', wording: '工资性收入、经营净收入、财产净收入、转移净收入和其他应当计入的项目，计入家庭收入。', source: `${LAW_57}第十三条` },
  'income.not-counted': { version: '1', title: '不计入家庭收入', wording: '法规规定或参数设定不计入的收入，核算时剔除。', source: `${LAW_57}第十三条及各项收入所列依据` },
  'income.support-formula': { version: '1', title: '推算赡养（抚养、扶养）费', wording: '没有协议或裁判的，义务人家庭收入超过本地标准一定倍数的部分，按比例由其负担的人员均分。', source: '暂定（待科室确认）' },
  'deduction.employment-cost': { version: '1', title: '扣减必要的就业成本', wording: '由承担支出的成员在工资、经营收入内扣减，不超过上限。', source: `${LAW_57}第十三条；上限为暂定参数` },
  'deduction.illness-or-disability': { version: '1', title: '扣减因残因病刚性支出', wording: '残疾或患重病的成员，其增加的刚性支出在本人收入内扣减，不超过上限。', source: `${LAW_57}第十三条；上限为暂定参数` },
  'income.member': { version: '1', title: '成员月收入', wording: '计入的收入减去扣减，按核算期月平均，不低于零。', source: `${LAW_57}第十三条` },
  'income.per-capita': { version: '1', title: '家庭人均月收入', wording: '计入成员的月收入之和除以计入人数。', source: `${LAW_57}第十二条、第十三条` },
  'property.financial': { version: '1', title: '金融资产', wording: '人均金融资产不超过本地标准的规定倍数。', source: `${LAW_57}第十四条；倍数为暂定参数` },
  'property.homes': { version: '1', title: '住房', wording: '住房不超过规定套数，或者均为小面积住房且不超过放宽后的套数。', source: `${LAW_57}第十四条；套数和面积为暂定参数` },
  'property.vehicles': { version: '1', title: '车辆', wording: '没有机动车辆；残疾人代步车、普通摩托车和电动车、达到年限的生产经营用车除外。', source: `${LAW_57}第十四条；年限为暂定参数` },
  'property.companies': { version: '1', title: '企业和投资', wording: '没有正常经营的企业，投资额不超过限额。', source: `${LAW_57}第十四条；限额为暂定参数` },
  'property.overseas-study': { version: '1', title: '自费出国（境）留学', wording: '没有成员自费出国（境）留学。', source: `${LAW_57}第十七条；为暂定规则` },
  'property.exempt': { version: '1', title: '豁免的必需财产', wording: '维持生活、生产必需的财产可以豁免，须写明理由。', source: `${LAW_57}第十四条` },
  'eligibility.income': { version: '1', title: '收入低于标准', wording: '家庭人均月收入低于当地最低生活保障标准。', source: '《社会救助暂行办法》第九条；标准见参数' },
  'single.ground': { version: '1', title: '单独提出申请的情形', wording: '低保边缘家庭中的一、二级重度残疾人，三级智力、精神残疾人，重病患者；在宗教场所居住三年以上的生活困难的宗教教职人员；成年无业重度残疾人，可以单独提出申请。', source: `${LAW_57}第八条；民发〔2022〕83号` },
  'single.marginal-income': { version: '1', title: '低保边缘家庭收入', wording: '家庭人均月收入低于当地最低生活保障标准的规定倍数。', source: `${LAW_57}第八条` },
  'single.own-income': { version: '1', title: '本人收入低于标准', wording: '单独提出申请的，本人月收入低于当地最低生活保障标准。', source: `${LAW_57}第八条；计算方式见第二十三条` },
  'category.household': { version: '1', title: '保障类别', wording: '长期无劳动能力的为A类，部分丧失劳动能力的为B类，有劳动能力或收入不稳定的为C类；按保障成员中变动最大的一类确定。', source: '暂定（当地做法，待科室确认）；复核周期见57号第三十一条' },
  'supplement.member': { version: '1', title: '分类施保', wording: '老年人、未成年人、重度残疾人、重病患者，按标准的规定比例增发；一人符合几项的，只取最高一项。', source: `${LAW_57}第二十七条；比例为暂定参数` },
  'amount.gap': { version: '1', title: '按差额计算', wording: '（当地标准－人均收入）×保障人数。', source: `${LAW_57}第二十三条` },
  'amount.tier': { version: '1', title: '按分档计算', wording: '按保障类别的档次金额×保障人数。', source: `${LAW_57}第二十三条` },
  'amount.payable': { version: '1', title: '月保障金额', wording: '差额（或分档）与分类施保相加，不足最低发放额的按最低发放额，最后一次性进到整元。', source: `${LAW_57}第二十三条；最低发放额和进位为暂定参数` },
  'amount.roster': { version: '1', title: '按名册金额推算', wording: '名册导入、尚无家庭情况的，按原月保障金额加（新标准－原标准）×保障人数推算，不低于最低发放额；家庭情况补录后按规定核算。', source: '暂定（待科室确认）' },
} as const satisfies Record<string, Omit<RuleText, 'code'>>

export type RuleCode = keyof typeof RULE_TEXTS

/** Every wording that a stored trace may name. */
export const ruleTexts: readonly RuleText[] = Object.entries(RULE_TEXTS).map(([code, text]) => ({ code, ...text }))

export const findRuleText = (code: string, version: string): RuleText | undefined =>
  ruleTexts.find((text) => text.code === code && text.version === version)
