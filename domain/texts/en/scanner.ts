/** Words of the camera that reads barcodes and QR codes. */
export default {
  start: 'Scan with the camera',
  stop: 'Close the camera',
  opening: 'Opening the camera. Please allow its use if your browser asks.',
  picture: 'Picture of the camera',
  hint: 'Hold the barcode or QR code still in the middle, about 10 to 20 cm away.',
  faults: {
    refused: {
      title: 'The camera may not be used',
      text: 'Please allow the camera for this site in the settings of your browser and try again, or type the number in.',
    },
    absent: {
      title: 'No camera was found',
      text: 'Please type the number in, or open this page on a phone that has a camera.',
    },
    'in-use': {
      title: 'The camera could not be opened',
      text: 'Another program may be using it. Close that program and try again, or type the number in.',
    },
    impossible: {
      title: 'The camera cannot be used here',
      text: 'This browser does not give pages a camera, or the connection is not encrypted (HTTPS). Please type the number in.',
    },
    failed: {
      title: 'The camera could not be started',
      text: 'Please try again. If that does not help, type the number in.',
    },
  },
  again: 'Try again',
};
