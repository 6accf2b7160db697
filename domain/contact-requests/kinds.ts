/** What a request can be about; a site offers some of them, in its order. */
export const requestKinds = ['device', 'key', 'licence', 'account', 'usage', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStates = ['open', 'answered', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

/** Who a site tells of a new request. */
export const requestReaders = ['contact-address', 'operators'] as const;
export type RequestReader = (typeof requestReaders)[number];
