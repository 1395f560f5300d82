import { BenefitAmount } from './benefit-amount.entity'
import { BenefitMember } from './benefit-member.entity'
import { Benefit } from './benefit.entity'

export const benefits = { entities: [Benefit, BenefitMember, BenefitAmount], controllers: [], providers: [] }
