export const payment = "pay_TESTpay0000001";
export const order = "order_TESTord000001";
export const refund = "rfnd_TESTref000001";
export const link = "plink_TESTlnk00001";
export const customer = "cust_TESTcus000001";
export const token = "token_TESTtok00001";
export const dispute = "disp_TESTdis000001";
export const notes = { order: "1001", channel: "web" };
export const buyer = { name: "Test Customer", email: "customer@example.com", contact: "+919876500001" };
export const account = {
  account_number: "100200300400",
  ifsc_code: "TEST0000001",
  beneficiary_name: "Test Customer",
  account_type: "savings",
};
export const address = {
  name: "Test Customer",
  line1: "1 Example Road",
  line2: "Flat 2",
  zipcode: "560001",
  contact: "+919876500001",
  city: "Bengaluru",
  state: "Karnataka",
  country: "IND",
  tag: "home",
  landmark: "Old tree",
};
export const transfer = {
  account: "acc_TESTacct000001",
  amount: 500,
  currency: "INR",
  notes,
  linked_account_notes: ["order"],
};
export const started = { amount: 50000, currency: "INR", order_id: order, email: buyer.email, contact: "9876500001" };
export const mandated = {
  ...started,
  customer_id: customer,
  token,
  recurring: true,
  description: "Second month",
  notes,
};
export const mandate = { max_amount: 500000, expire_at: 2000000000, frequency: "monthly" };
export const server = { ip: "192.0.2.7", referer: "http", user_agent: "Mozilla/5.0" };
export const linked = {
  amount: 50000,
  currency: "INR",
  accept_partial: true,
  first_min_partial_amount: 10000,
  description: "Order 1001",
  customer: buyer,
  notify: { sms: true, email: true },
  reminder_enable: true,
};
export const labels = {
  min_amount_label: "At least",
  partial_amount_label: "A part",
  partial_amount_description: "₹100 or more",
  full_amount_label: "All of it",
};
