import type { Subject } from '@xishan/service-kit'
import { CheckFile } from './check-file'
import { ConcludeSample } from './conclude-sample'
import { DrawSample } from './draw-sample'
import { FindOffices } from './find-offices'
import { FindSamples } from './find-samples'
import { KeepOffice } from './keep-office'
import { OfficesController } from './offices.controller'
import { QualitySample, SampledFile } from './quality-sample.entity'
import { OfficeGrade, RegistrationOffice } from './registration-office.entity'
import { SamplesController } from './samples.controller'

export const registrationQuality: Subject = {
  entities: [RegistrationOffice, OfficeGrade, QualitySample, SampledFile],
  controllers: [OfficesController, SamplesController],
  providers: [FindOffices, KeepOffice, FindSamples, DrawSample, CheckFile, ConcludeSample],
}
