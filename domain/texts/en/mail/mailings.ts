/** Notices that operators mail (P-05). */
export default {
  'mailing-important': {
    subject: '{test, select, yes {(Test) } other {}}{title}',
    text: `{body}

----
This notice about the service goes to everybody who uses {site}. It stands here, too:
{notices}`,
  },
  'mailing-news': {
    subject: '{test, select, yes {(Test) } other {}}{title}',
    text: `{body}

----
This notice stands here, too:
{notices}

You get this mail because you agreed to news about products by mail at {site}. To get no more of it, open this page and press the button; you do not have to log in:
{withdraw}`,
  },
} as const;
