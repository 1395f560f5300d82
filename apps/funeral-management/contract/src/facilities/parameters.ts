/** Keys of facilities, plots and contracts. Areas are in square metres. */
export const PLOT_PARAMETER = {
  termYears: 'funeral.plot.term',
  noticeMonths: 'funeral.plot.notice',
  /** Days to put right what an inspection found. */
  rectifyDays: 'funeral.plot.rectify-days',
  elderAge: 'funeral.plot.elder-age',
  ecoSingle: 'funeral.plot.area-eco-single',
  ecoDouble: 'funeral.plot.area-eco-double',
  ash: 'funeral.plot.area-ash',
  bodySingle: 'funeral.plot.area-body-single',
  bodyDouble: 'funeral.plot.area-body-double',
} as const
