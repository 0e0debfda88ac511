/** The name of the mutation that made the sample of a first start: by it the sample is known again. */
export const SAMPLE = 'sample.add';
