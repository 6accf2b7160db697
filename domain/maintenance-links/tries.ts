/** Pairs of login ID and phone number that an organization may miss within an hour (E-04). */
export const missesPerHourMax = 10;
/** The same for one address, behind which several organizations may sit. */
export const missesPerHourAndAddressMax = 40;
