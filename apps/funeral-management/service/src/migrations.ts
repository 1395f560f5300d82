import type { MigrationInterface } from 'typeorm'
import type { Type } from '@nestjs/common'
import { Cremations } from './cremations/cremations.migration'
import { DeathLists } from './death-lists/death-lists.migration'
import { Deaths } from './deaths/deaths.migration'
import { Dispositions } from './dispositions/dispositions.migration'
import { Facilities } from './facilities/facilities.migration'
import { Inspections } from './facilities/inspections.migration'
import { DispositionFacility } from './dispositions/disposition-facility.migration'
import { EcoAwards } from './eco-awards/eco-awards.migration'
import { Graves } from './graves/graves.migration'
import { Divisions } from './divisions/divisions.migration'
import { Parameters } from './parameters/parameters.migration'
import { Prices } from './prices/prices.migration'
import { RegistrationQuality } from './registration-quality/registration-quality.migration'
import { SearchTerms } from './search/search-terms.migration'

/** In the order they are run. */
export const migrations: Type<MigrationInterface>[] = [Divisions, Parameters, Deaths, Cremations, SearchTerms, DeathLists, Dispositions, Facilities, Inspections, DispositionFacility, RegistrationQuality, Prices, Graves, EcoAwards]
