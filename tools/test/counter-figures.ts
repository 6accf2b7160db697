/** Worked examples of the counters: figures as the source's own screens show them, and what follows by rule (C-16). */
export const figures = {
  // one device by month, first picture of the running month
  A01: {
    input: {
      base: 177556,
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      lastInMonth: [178011, 178388, 178742, 179246],
    },
    expected: { usage: [455, 377, 354, 504], total: 1690 },
  },
  // second device, cumulative to usage (the first picture had 6960 and 34890 for the running month: reading 396680)
  A03: {
    input: {
      base: 361790,
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      lastInMonth: [372175, 382028, 389720, 397293],
    },
    expected: { usage: [10385, 9853, 7692, 7573], total: 35503 },
  },
  // device rows x month columns with total column and total row (fleet of just these eight)
  A04: {
    input: {
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      usage: {
        d1: [455, 377, 354, 504],
        d2: [10385, 9853, 7692, 6960],
        d3: [999, 980, 1272, 1427],
        d4: [33, 42, 562, 56],
        d5: [4629, 4972, 4795, 4471],
        d6: [0, 0, 6, 0],
        d7: [21194, 36911, 19534, 23388],
        d8: [8377, 7370, 6126, 7871],
      },
    },
    expected: {
      totalColumn: { d1: 1690, d2: 34890, d3: 4678, d4: 693, d5: 18867, d6: 6, d7: 101027, d8: 29744 },
      totalRow: [46072, 60505, 40341, 44677],
      grand: 191595,
    },
  },
  // cumulative table: same values as reported, no total row, no total column
  A06: {
    input: {
      kind: 'cumulative',
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      lastInMonth: { d1: [178011, 178388, 178742, 179465], d2: [372175, 382028, 389720, 397293] },
    },
    expected: {
      rows: { d1: [178011, 178388, 178742, 179465], d2: [372175, 382028, 389720, 397293] },
      totalRow: null,
      totalColumn: null,
    },
  },
  // counters tab, eight counters: usage = difference, counter by counter
  A07: {
    input: {
      counters: ['total', 'colour', 'mono', 'scan', 'colourLarge', 'colourSmall', 'monoLarge', 'monoSmall'],
      cumulative: {
        '2021-08': [178011, 61836, 116175, 15970, 3010, 58826, 11246, 104929],
        '2021-09': [178388, 61867, 116521, 15991, 3010, 58857, 11273, 105248],
        '2021-10': [178742, 61938, 116804, 16006, 3010, 58928, 11287, 105517],
        '2021-11': [179465, 62216, 117249, 16081, 3012, 59204, 11298, 105951],
      },
    },
    expected: {
      '2021-09': [377, 31, 346, 21, 0, 31, 27, 319],
      '2021-10': [354, 71, 283, 15, 0, 71, 14, 269],
      '2021-11': [723, 278, 445, 75, 2, 276, 11, 434],
    },
  },
  // counters tab, usage: total row first, then newest month first
  A08: {
    input: {
      counters: ['total', 'colour', 'mono', 'scan', 'colourLarge', 'colourSmall'],
      rows: {
        '2021-08': [455, 83, 372, 20, 0, 83],
        '2021-09': [377, 31, 346, 21, 0, 31],
        '2021-10': [354, 71, 283, 15, 0, 71],
        '2021-11': [504, 68, 436, 70, 2, 66],
      },
    },
    expected: { order: ['total', '2021-11', '2021-10', '2021-09', '2021-08'], total: [1690, 253, 1437, 126, 2, 251] },
  },
  // function, usage: copy + receive + print = total; scan(send) and duplex are outside; graph stack of 2021-11 = copy 54, receive 0, print 669, scan(send) 17 beside it, no duplex bar
  A12: {
    input: {
      columns: ['total', 'copy', 'receive', 'print', 'scanSend', 'duplex'],
      rows: {
        '2021-08': [455, 5, 0, 450, 15, 130],
        '2021-09': [377, 1, 0, 376, 19, 83],
        '2021-10': [354, 4, 0, 350, 10, 106],
        '2021-11': [723, 54, 0, 669, 17, 237],
      },
    },
    expected: {
      total: [1909, 64, 0, 1845, 61, 556],
      copyReceivePrint: [455, 377, 354, 723],
      withScanInstead: [470, 396, 364, 740],
      stack: [54, 0, 669],
    },
  },
  // one month (2021-08) over devices, counters tab with the fleet total row; parts add up in every row
  A15: {
    input: {
      columns: ['total', 'colour', 'mono', 'scan', 'colourLarge', 'colourSmall', 'monoLarge', 'monoSmall'],
      rows: {
        fleet: [645444, 213740, 431704, 133080, 25890, 187850, 18584, 413120],
        d1: [455, 83, 372, 20, 0, 83, 34, 338],
        d2: [10385, 2430, 7955, 1441, 14, 2416, 417, 7538],
        d3: [999, 389, 610, 72, 50, 339, 209, 401],
      },
    },
    expected: {
      colourPlusMono: [true, true, true, true],
      largePlusSmall: [
        [true, true],
        [true, true],
        [true, true],
        [true, true],
      ],
    },
  },
  // a month without any reading reads "-" (not 0); the next one carries the gap and is marked
  A18: {
    input: {
      base: 177556,
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      lastInMonth: [178011, null, 178742, 179465],
    },
    expected: { usage: [455, '-', [731, 'gap'], 723], total: 1909 },
  },
  // first period ever: usage is the cumulative value, marked
  A19: {
    input: {
      base: null,
      months: ['2021-08', '2021-09', '2021-10', '2021-11'],
      lastInMonth: [178011, 178388, 178742, 179465],
    },
    expected: { usage: [[178011, 'first'], 377, 354, 723], total: 179465 },
  },
  // counter restarts after a board was replaced
  A20: {
    input: { base: 178388, months: ['2021-10', '2021-11'], lastInMonth: [178742, 120] },
    expected: { usage: [354, [120, 'restart']], total: 474 },
  },
  // group names (besides: 200 fit, the 201st is refused; a name twice is refused; a device in a second group is refused)
  A22: {
    input: [
      'Sales 1F',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '営営営営営営営営営営営営営営営営営営営営営営営営営',
      '営営営営営営営営営営営営営営営営営営営営営営営営営営',
      '',
      '  ',
      'R&D',
      '50%',
      'A/B',
      '5<6',
      'a\\b',
      'a¥b',
      'ｴｲｷﾞｮｳ',
      '営業＆企画',
    ],
    expected: [
      'ok',
      'ok',
      'too-long',
      'ok',
      'too-long',
      'empty',
      'empty',
      'character',
      'character',
      'character',
      'character',
      'character',
      'character',
      'character',
      'ok',
    ],
  },
} as const;
