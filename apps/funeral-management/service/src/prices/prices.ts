import type { Subject } from '@xishan/service-kit'
import { DecidePriceSheet } from './decide-price-sheet'
import { FindPrices } from './find-prices'
import { PriceLine, PriceSheet } from './price.entity'
import { PricesController } from './prices.controller'
import { ProposePrices } from './propose-prices'

export const prices: Subject = { entities: [PriceSheet, PriceLine], controllers: [PricesController], providers: [FindPrices, ProposePrices, DecidePriceSheet] }
