export default {
  'dealer-unknown':
    'No dealer of this site has this code or login ID, or it has closed. The dealer finds its code on the page of its stock.',
  'order-type': 'There is no such type of licence. Use its name or ID as it stands on the page of the stock.',
  'order-term':
    'Licences of this term are not sold. Enter the number of months, such as 12, or years, such as “1 year”.',
  'order-quantity': 'Enter a whole number from 1 to {max}.',
  'order-day': 'Enter a day up to today, such as 2026-11-20.',
  'order-mixed': 'This differs from the first line of the same order number. An order has one dealer and one day.',
  'order-differs':
    'This order number is taken by an order that says something else. Nothing was changed; use a number of its own for another order.',
  'order-unknown': 'There is no order of this number. Send the order first.',
  'order-line-twice': 'Line {line} of the same order is of this type and term already. Put both into one line.',
  'order-lines-over': 'An order has up to {max} lines. Use another number for the others.',
  'order-line-unknown': 'The order has no licences of this type and term.',
  'refund-differs':
    'This refund number is taken by a refund that says something else. Nothing was changed; use a number of its own for another refund.',
  'nothing-to-refund':
    'Nothing of this order is left in the stock of its dealer: all is assigned, passed on or taken back already.',
  'sub-dealer-unknown': 'This is none of your sub-dealers, or it has closed. Choose one from the list.',
  'none-above':
    'There is no dealer above you to whom stock could be given back. For a refund please ask the desk of this site.',
  'nothing-returnable':
    'Of this type and term you can give back {available}: what you got from the dealer above and still have. What you bought yourself stays yours.',
  'shop-signature':
    'The signature of this message is wrong. Check the secret, and that ID, time and the very bytes of the body are signed.',
  'shop-time':
    'The time of this message is more than {minutes} minutes away from ours. Set the clock and send it again, signed anew.',
  'stock-left':
    '{count, plural, one {# licence is} other {# licences are}} left in the stock of this dealer and could not be used after the closing. Assign them, give back to the dealer above what came from there, and have the contact of this site take back the rest. Then close it.',
  'licences-stay':
    '{count, plural, one {# licence of this customer is not over and runs} other {# licences of this customer are not over and run}} until the last day. Nobody can move them after the closing; where somebody else is to have them, ask the contact of this site first.',
} as const;
