import type { Subject } from '@xishan/service-kit'
import { FindTrainings } from './find-trainings'
import { KeepTraining } from './keep-training'
import { Trainee, Training } from './training.entity'
import { TrainingsController } from './trainings.controller'

export const trainings: Subject = { entities: [Training, Trainee], controllers: [TrainingsController], providers: [FindTrainings, KeepTraining] }
