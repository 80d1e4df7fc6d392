/** The front door of procurement. Nobody lives here yet: contract management and review will ask for specifications and awards. */
export {}
