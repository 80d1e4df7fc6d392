/** The front door of finance. Nobody lives here yet: review will ask for what was paid and for which outcomes. */
export {}
