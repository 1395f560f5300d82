import { DomainProblem, type Actor, type Saved } from '@xishan/domain'
import { checkPoints, resultOf, sampleLifecycle, type CheckFile as Checked, type CorrectFile, type Finding, type Registration } from '@xishan/funeral-management-contract'
import { UnitOfWork, type Work } from '@xishan/service-kit'
import { Inject, Injectable } from '@nestjs/common'
import { QualitySample, SampledFile } from './quality-sample.entity'

/** What a drawn file was found to be, and what was put right afterwards. */
@Injectable()
export class CheckFile {
  constructor(@Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork) {}

  check(actor: Actor, id: string, position: number, { version, findings, remark }: Checked): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sample = await work.get(QualitySample, id, version)
      await work.take(sample, sampleLifecycle, 'check')
      await fileOf(work, id, position)
      const answered = requireAllPoints(sample.registration, findings)
      const result = resultOf(Object.values(answered))
      if (result !== 'CORRECT' && remark === '') throw new DomainProblem('sample-needs-remark', {}, [{ field: 'remark', message: '请写明具体问题' }])
      await work.update(SampledFile, { sampleId: id, position }, { findings: answered, result, remark, checkedBy: actor.name, checkedOn: work.businessDate })
      return work.save(sample, 'check', { input: { position, result } })
    })
  }

  correct(actor: Actor, id: string, position: number, { version, correctedOn, correction }: CorrectFile): Promise<Saved> {
    return this.unitOfWork.run(actor, async (work) => {
      const sample = await work.get(QualitySample, id, version)
      const file = await fileOf(work, id, position)
      if (sample.state === 'CANCELLED' || file.result === null || file.result === 'CORRECT' || file.correctedOn !== null) throw new DomainProblem('file-not-defective', { position: String(position) })
      const checkedOn = file.checkedOn ?? sample.drawnOn
      if (correctedOn < checkedOn || correctedOn > work.businessDate) throw new DomainProblem('correction-date', { checkedOn, today: work.businessDate }, [{ field: 'correctedOn', message: `应在 ${checkedOn} 至 ${work.businessDate} 之间` }])
      await work.update(SampledFile, { sampleId: id, position }, { correctedOn, correction })
      return work.save(sample, 'correct', { changes: { position, correctedOn } })
    })
  }
}

async function fileOf(work: Work, sampleId: string, position: number): Promise<SampledFile> {
  const file = await work.findOne(SampledFile, { sampleId, position })
  if (!file) throw new DomainProblem('not-found')
  return file
}

/** @throws DomainProblem `sample-points-missing`, naming each */
function requireAllPoints(registration: Registration, findings: Record<string, Finding>): Record<string, Finding> {
  const answered: [string, Finding][] = []
  const missing: string[] = []
  for (const { key, title } of checkPoints(registration)) {
    const finding = findings[key]
    if (finding) answered.push([key, finding])
    else missing.push(title)
  }
  if (missing.length > 0) throw new DomainProblem('sample-points-missing', { count: String(missing.length), points: missing.join('、') }, [{ field: 'findings', message: `还有 ${missing.length} 项未选择` }])
  return Object.fromEntries(answered)
}
