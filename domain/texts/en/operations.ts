export default {
  menu: { maintenance: 'Maintenance' },
} as const;
