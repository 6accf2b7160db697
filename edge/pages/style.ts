/** The one style sheet of the unit's pages; served by itself because the pages forbid inline styles. */
export const style = `
:root { color-scheme: light dark; --ink: #1a1a1c; --paper: #ffffff; --line: #767676; --soft: #f2f2f2; --key: #0017c1; --on-key: #ffffff; --bad: #b00020; --good: #115a36; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f2f2f2; --paper: #17181c; --line: #949494; --soft: #26272d; --key: #a9bcff; --on-key: #101218; --bad: #ff9b9b; --good: #9be0b6; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.7 "Noto Sans JP", "Hiragino Sans", "Noto Sans CJK JP", system-ui, sans-serif; }
header, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: baseline; border-bottom: 1px solid var(--line); }
header strong { flex: 1 1 16rem; }
header form { margin: 0; }
h1 { font-size: 1.5rem; line-height: 1.4; margin: 1rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
a { color: var(--key); text-underline-offset: .2em; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 30rem) { .stacked { grid-template-columns: 1fr; } .stacked dd { margin-bottom: .5rem; } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem .75rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { background: var(--soft); }
code, .digits { font-family: ui-monospace, "Noto Sans Mono", monospace; letter-spacing: .04em; }
label { display: block; font-weight: 700; margin: 1rem 0 .25rem; }
fieldset { border: 0; padding: 0; margin: 1rem 0; }
legend { font-weight: 700; padding: 0; }
.boxes { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: .75rem; }
.boxes label { font-weight: 400; font-size: .875rem; margin: .25rem 0 0; }
input, select { width: 100%; min-height: 3rem; padding: .5rem .75rem; font-size: 1rem; color: inherit; background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; }
.narrow { max-width: 20rem; }
.tick { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; font-weight: 400; margin: .5rem 0; }
.tick input { width: 1.5rem; min-height: 1.5rem; flex: none; }
button, .button { display: inline-block; min-height: 3rem; padding: .6rem 1.5rem; margin: 1.25rem .75rem 0 0; font: inherit; font-weight: 700; border-radius: .5rem; border: 1px solid var(--key); background: var(--key); color: var(--on-key); text-decoration: none; cursor: pointer; }
.button.quiet, header button { background: transparent; color: var(--key); }
header button { min-height: 0; padding: 0; margin: 0; border: 0; font-weight: 400; text-decoration: underline; text-underline-offset: .2em; }
:focus-visible { outline: 4px solid #000; outline-offset: 2px; box-shadow: 0 0 0 2px #ffd43d; }
@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #ffd43d; } }
.message { border: 2px solid currentColor; border-radius: .5rem; padding: .75rem 1rem; margin: 1rem 0; }
.bad { color: var(--bad); }
.good { color: var(--good); }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr)); gap: 1rem; }
figure { margin: 0; }
figcaption { font-weight: 700; }
figure svg { display: block; width: 100%; height: auto; border-radius: .5rem; }
.hint { margin: .25rem 0; }
`;
