import { defineContract, defineLifecycle, IdParams, PageQuery, pageOf, Saved, type Actor, type RouteInput } from '@xishan/domain'
import { Controller, Inject, Injectable } from '@nestjs/common'
import { Column, Entity } from 'typeorm'
import { z } from 'zod'
import { cursorParts, Reads } from '../database/reads'
import { sqlMigration } from '../database/sql-migration'
import { Acting, Endpoint, Input } from '../endpoints/endpoint'
import { defineService } from '../service/define-service'
import { CaseEntity } from '../unit-of-work/audited.entity'
import { UnitOfWork } from '../unit-of-work/unit-of-work'

/** A smallest line, for the kit's own tests: a note is written, then approved by somebody else. */
export const noteLifecycle = defineLifecycle({
  name: 'note',
  title: '便条',
  initial: 'WRITTEN',
  states: { WRITTEN: { label: '已写' }, APPROVED: { label: '已批', final: true } },
  actions: {
    write: { label: '写', from: [], to: 'WRITTEN', by: ['ST_CLERK'], input: z.object({}) },
    approve: { label: '批', from: ['WRITTEN'], to: 'APPROVED', by: ['ST_CLERK', 'BU_HEAD'], notBy: ['write'], input: z.object({}) },
  },
})

export const noteContract = defineContract({
  line: 'notes',
  title: '便条',
  permissions: { 'note.write': ['ST_CLERK'], 'note.read': ['ST_CLERK', 'BU_HEAD'], 'note.approve': ['ST_CLERK', 'BU_HEAD'] },
  problems: {},
  routes: {
    write: { method: 'POST', path: '/notes', summary: '写便条', may: 'note.write', body: z.object({ text: z.string().min(2, '至少两个字'), divisionCode: z.string() }), answer: Saved },
    approve: { method: 'POST', path: '/notes/:id/approve', summary: '批便条', may: 'note.approve', params: IdParams, body: z.object({ version: z.int() }), answer: Saved },
    list: { method: 'GET', path: '/notes', summary: '便条', may: 'note.read', query: PageQuery, answer: pageOf(z.object({ id: z.string(), text: z.string() })) },
  },
})
const { routes } = noteContract

@Entity()
export class Note extends CaseEntity {
  @Column('text')
  text!: string
}

@Injectable()
export class Notes {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Reads) private readonly reads: Reads,
  ) {}

  write(actor: Actor, input: { text: string; divisionCode: string }) {
    return this.unitOfWork.run(actor, async (work) => {
      const note = Object.assign(new Note(), input, { number: await work.nextNumber('N') })
      work.begin(note, noteLifecycle, 'write')
      return work.save(note, 'write', { event: { type: 'clock.advanced', payload: { businessDate: '2025-10-01' } } })
    })
  }

  approve(actor: Actor, id: string, version: number) {
    return this.unitOfWork.run(actor, async (work) => {
      const note = await work.get(Note, id, version)
      await work.take(note, noteLifecycle, 'approve')
      return work.save(note, 'approve', { opinion: '同意' })
    })
  }

  list(actor: Actor, query: { after?: string | undefined; limit: number }) {
    const after = cursorParts(query.after, 1)?.[0] ?? null
    return this.reads.page<{ id: string; text: string }>(actor, query, `select id, text, id::text as cursor from note where ($1::uuid is null or id > $1) order by id limit $2`, [after])
  }
}

@Controller()
export class NotesController {
  constructor(@Inject(Notes) private readonly notes: Notes) {}

  @Endpoint(routes.write)
  write(@Acting() actor: Actor, @Input() { body }: RouteInput<typeof routes.write>) {
    return this.notes.write(actor, body)
  }

  @Endpoint(routes.approve)
  approve(@Acting() actor: Actor, @Input() { params, body }: RouteInput<typeof routes.approve>) {
    return this.notes.approve(actor, params.id, body.version)
  }

  @Endpoint(routes.list)
  list(@Acting() actor: Actor, @Input() { query }: RouteInput<typeof routes.list>) {
    return this.notes.list(actor, query)
  }
}

export const noteService = defineService({
  contract: noteContract,
  entities: [Note],
  controllers: [NotesController],
  providers: [Notes],
  migrations: [
    sqlMigration(
      1760000000000,
      'Notes',
      `create table note (id uuid primary key, version integer not null, division_code text collate "C" not null, audit_head text not null, audit_seq integer not null,
         number text not null unique, state text not null, state_since date not null, due_on date, text text not null);
       select kit_guard('note'); select kit_audit('note');`,
    ),
  ],
})
