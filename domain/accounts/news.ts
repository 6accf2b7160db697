/** By which way somebody said whether they want news by mail (P-05); `operator` is an operator who changed it for them. */
export const newsWays = ['sign-up', 'account', 'operator', 'link'] as const;
export type NewsWay = (typeof newsWays)[number];
