import { BenefitAmount } from './benefit-amount.entity'
import { BenefitMember } from './benefit-member.entity'
import { Benefit } from './benefit.entity'
import { BenefitsController } from './benefits.controller'
import { FindBenefit } from './find-benefit'
import { FindBenefits } from './find-benefits'

export const benefits = { entities: [Benefit, BenefitMember, BenefitAmount], controllers: [BenefitsController], providers: [FindBenefits, FindBenefit] }
