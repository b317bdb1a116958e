/** What is said of an announcement on its way: problems of what was written, previews, reports. */
export const delivery = {};

export type DeliveryMessages = typeof delivery;
