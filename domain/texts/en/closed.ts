// What is said while a site is closed: on the server's own page and over a page that is open already.
export default {
  maintenance: {
    title: 'Under maintenance',
    text: 'This site is closed for maintenance. Signing up, issuing and all other pages are back afterwards.',
    until: 'Open again from',
    kept: 'What you had typed is kept. Stay on this page or come back to it afterwards, and go on where you were.',
  },
  away: {
    title: 'Not available right now',
    text: 'Because of a fault this site cannot be used at the moment. We do not know yet until when.',
    kept: 'What was saved is not lost. Please come back in a while.',
  },
  retry: 'Try again',
  stillClosed: 'Still closed. Asked last at {time}.',
  refreshes: 'This page looks by itself every 30 seconds.',
  contact: 'Contact',
  operators: 'For operators: log in',
  otherLanguage: '日本語',
} as const;
