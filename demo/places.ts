/** The twelve areas of Bryniau, a county that is on no map: how many older people, how many speak Welsh, how far apart they live. */

export type Area = {
  readonly ref: string
  readonly nameEn: string
  readonly nameCy: string
  readonly rurality: 'urban' | 'mixed' | 'rural'
  readonly peopleAged75Plus: number
  readonly welshSpeakersPercent: number
  /** Share of the county's home care. */
  readonly weight: number
}

export const NO_CAPACITY_AREA = 'cwm-hesgin'

export const AREAS: readonly Area[] = [
  {
    ref: 'aberglannant',
    nameEn: 'Aberglannant',
    nameCy: 'Aberglannant',
    rurality: 'urban',
    peopleAged75Plus: 3120,
    welshSpeakersPercent: 21.4,
    weight: 21,
  },
  {
    ref: 'pont-garreg',
    nameEn: 'Pont y Garreg',
    nameCy: 'Pont y Garreg',
    rurality: 'urban',
    peopleAged75Plus: 2260,
    welshSpeakersPercent: 18.9,
    weight: 16,
  },
  {
    ref: 'caer-helyg',
    nameEn: 'Caer Helyg',
    nameCy: 'Caer Helyg',
    rurality: 'mixed',
    peopleAged75Plus: 1710,
    welshSpeakersPercent: 26.3,
    weight: 12,
  },
  {
    ref: 'glasnant',
    nameEn: 'Glasnant Valley',
    nameCy: 'Dyffryn Glasnant',
    rurality: 'mixed',
    peopleAged75Plus: 1480,
    welshSpeakersPercent: 38.7,
    weight: 10,
  },
  {
    ref: 'bro-elwydd',
    nameEn: 'Bro Elwydd',
    nameCy: 'Bro Elwydd',
    rurality: 'rural',
    peopleAged75Plus: 1150,
    welshSpeakersPercent: 57.2,
    weight: 8,
  },
  {
    ref: 'traeth-elwydd',
    nameEn: 'Elwydd Coast',
    nameCy: 'Traeth Elwydd',
    rurality: 'mixed',
    peopleAged75Plus: 1390,
    welshSpeakersPercent: 31.5,
    weight: 9,
  },
  {
    ref: 'penmynach',
    nameEn: 'Penmynach',
    nameCy: 'Penmynach',
    rurality: 'rural',
    peopleAged75Plus: 820,
    welshSpeakersPercent: 61.8,
    weight: 5,
  },
  {
    ref: 'blaenhafod',
    nameEn: 'Blaenhafod',
    nameCy: 'Blaenhafod',
    rurality: 'rural',
    peopleAged75Plus: 640,
    welshSpeakersPercent: 66.1,
    weight: 4,
  },
  {
    ref: 'glan-rhedyn',
    nameEn: 'Glan Rhedyn',
    nameCy: 'Glan Rhedyn',
    rurality: 'mixed',
    peopleAged75Plus: 980,
    welshSpeakersPercent: 29.4,
    weight: 6,
  },
  {
    ref: 'uchaf',
    nameEn: 'Upper Valley',
    nameCy: 'Y Cwm Uchaf',
    rurality: 'rural',
    peopleAged75Plus: 760,
    welshSpeakersPercent: 48.0,
    weight: 5,
  },
  {
    ref: 'cwm-hesgin',
    nameEn: 'Cwm Hesgin',
    nameCy: 'Cwm Hesgin',
    rurality: 'rural',
    peopleAged75Plus: 540,
    welshSpeakersPercent: 71.3,
    weight: 3,
  },
  {
    ref: 'ynys-garan',
    nameEn: 'Ynys Garan',
    nameCy: 'Ynys Garan',
    rurality: 'rural',
    peopleAged75Plus: 310,
    welshSpeakersPercent: 52.6,
    weight: 1,
  },
]
