import { label } from '@xishan/domain'
import { GRAVE_KIND, GRAVE_SOURCE, placeWords, type GraveDetail } from '@xishan/funeral-management-contract'

export const foundFacts = (grave: GraveDetail) => [
  { title: '种类', text: label(GRAVE_KIND, grave.kind) },
  { title: '街道、社区', text: grave.placeName },
  { title: '具体位置', text: grave.place },
  { title: '坐标', text: placeWords(grave) },
  { title: '发现', text: `${grave.foundOn}，${label(GRAVE_SOURCE, grave.source)}` },
  { title: '登记人', text: grave.foundBy },
  { title: '墓主或建造人', text: grave.holderName || '不明' },
]

export const writtenFacts = (grave: GraveDetail) => [
  { title: '现场情况', text: grave.description },
  ...(grave.visitedOn ? [{ title: `核实情况（${grave.visitedOn} 到场）`, text: grave.findings }] : []),
  { title: `依据${grave.rule.isAssumption ? '（含暂定内容）' : ''}`, text: `${grave.rule.article}：${grave.rule.text}` },
]

export const noticeFacts = ({ notice }: GraveDetail) =>
  notice
    ? [
        { title: '通知编号', text: notice.number },
        { title: '制发日期', text: notice.issuedOn },
        { title: '送达', text: notice.servedOn ? `${notice.servedOn}，${notice.servedWay}，${notice.receivedBy}签收` : '尚未送达' },
        { title: '整改期限', text: `自送达之日起 ${notice.days} 日` },
        { title: '延期', text: notice.extensionReason },
      ]
    : []
