import type { Subject } from '@xishan/service-kit'
import { Bill, BillLine } from './bill.entity'
import { BillsController } from './bills.controller'
import { FindBills } from './find-bills'
import { IssueBill } from './issue-bill'
import { KeepBill } from './keep-bill'
import { PrintBill } from './print-bill'

export const bills: Subject = { entities: [Bill, BillLine], controllers: [BillsController], providers: [FindBills, KeepBill, IssueBill, PrintBill] }
