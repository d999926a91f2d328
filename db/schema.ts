// Generated from a migrated database by `npm run schema`; the tests compare. Do not edit.
import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export interface AppUser {
  created_at: Generated<Date>;
  disabled_at: Date | null;
  email: string;
  email_verified: Generated<boolean>;
  group_id: string | null;
  id: string;
  image: string | null;
  is_demo: Generated<boolean>;
  name: string;
  phone_number: string | null;
  phone_number_verified: Generated<boolean>;
  preferred_at: Generated<Date>;
  role: string;
  two_factor_enabled: Generated<boolean>;
  updated_at: Generated<Date>;
}

export interface Attendance {
  minutes_present: number;
  participant_id: string;
  role: Generated<string>;
  session_id: string;
}

export interface AuditLog {
  action: string;
  actor_id: string | null;
  actor_name: string;
  after: Json | null;
  at: Generated<Date>;
  before: Json | null;
  id: Generated<number>;
  reason: string | null;
  subject: string;
}

export interface CardEvent {
  handled_at: Date | null;
  id: string;
  intent_id: string | null;
  received_at: Generated<Date>;
  subject_id: string | null;
  subject_kind: string;
  type: string;
}

export interface Cart {
  checkout: Generated<Json>;
  created_at: Generated<Date>;
  destination_district: string | null;
  id: string;
  token_hash: string;
  updated_at: Generated<Date>;
}

export interface CartLine {
  added_at: Generated<Date>;
  cart_id: string;
  quantity: number;
  seen_price_rupiah: number;
  variant_id: string;
}

export interface Consent {
  channel: string;
  given_by: Generated<string>;
  given_on: string;
  id: string;
  member_id: string;
  purpose: string;
  text_version: string;
  withdrawn_at: Date | null;
  witness: string | null;
}

export interface CraftGroup {
  about_en: string | null;
  about_id: string | null;
  business_number: string | null;
  created_at: Generated<Date>;
  fee_basis_points: Generated<number>;
  founded_year: number | null;
  hamlet: string | null;
  id: string;
  is_demo: Generated<boolean>;
  name: string;
  shows_samples_only: Generated<boolean>;
  slug: string;
  source_url: string | null;
  state: Generated<string>;
  village_code: string;
  weave_colour: Generated<string>;
  weave_motif: Generated<string>;
}

export interface District {
  code: string;
  name: string;
  regency_code: string;
  spoken: string | null;
  words: string;
}

export interface Dye {
  name_en: string;
  name_id: string;
  slug: string;
}

export interface GroupSupporter {
  gloss_en: string | null;
  group_id: string;
  id: string;
  name: string;
  note_en: string;
  note_id: string;
  since_year: number | null;
  source_url: string | null;
  until_year: number | null;
}

export interface GroupTraining {
  evidence: string;
  group_id: string;
  note_en: string | null;
  note_id: string | null;
  training_id: string;
  training_state: Generated<string>;
}

export interface Image {
  created_at: Generated<Date>;
  height: number;
  is_illustration: boolean;
  key: string;
  source: string;
  thumbhash: string | null;
  width: number;
  widths: number[];
}

export interface Kind {
  also_called: Generated<string>;
  blurb_en: string;
  blurb_id: string;
  name_en: string;
  name_id: string;
  position: number;
  slug: string;
  unit: Generated<string>;
}

export interface LastSeen {
  at: Date;
  user_id: string;
}

export interface LedgerAccount {
  code: string;
  group_id: string | null;
  kind: string;
}

export interface LedgerEntry {
  account_code: string;
  amount_rupiah: number;
  line: number;
  transaction_id: string;
}

export interface LedgerTransaction {
  id: string;
  idempotency_key: string;
  kind: string;
  made_in: Generated<string>;
  note: string | null;
  order_id: string | null;
  parcel_id: string | null;
  posted_at: Generated<Date>;
}

export interface Library {
  about_en: string | null;
  about_id: string | null;
  address: string | null;
  created_at: Generated<Date>;
  hours_en: string | null;
  hours_id: string | null;
  id: string;
  is_demo: Generated<boolean>;
  kind: string;
  name: string;
  phone: string | null;
  slug: string;
  source_url: string | null;
  village_code: string | null;
}

export interface Material {
  name_en: string;
  name_id: string;
  slug: string;
}

export interface Member {
  group_id: string;
  honorific: Generated<string>;
  id: string;
  is_demo: Generated<boolean>;
  joined_on: string | null;
  left_on: string | null;
  name: string;
  participant_id: string | null;
}

export interface Migration {
  applied_at: Generated<Date>;
  name: string;
}

export interface Motif {
  gloss_en: string | null;
  meaning_en: string | null;
  meaning_id: string | null;
  name: string;
  place: string | null;
  scope: string;
  slug: string;
  source_url: string | null;
  told_by: string | null;
}

export interface Notice {
  channel: string;
  data: Generated<Json>;
  id: string;
  locale: string;
  order_id: string | null;
  queued_at: Generated<Date>;
  recipient: string | null;
  sent_at: Date | null;
  template: string;
}

export interface OfferedSize {
  lead_days_max: number | null;
  lead_days_min: number | null;
  pieces: number | null;
  price_rupiah: number | null;
  product_id: string | null;
  taken: string | null;
  variant_id: string | null;
  way: string | null;
}

export interface OrderEvent {
  actor: string;
  at: Generated<Date>;
  detail: Generated<Json>;
  id: Generated<number>;
  kind: string;
  order_id: string;
  parcel_id: string | null;
}

export interface OrderLine {
  fee_basis_points: number;
  fee_rupiah: number;
  group_id: string;
  id: string;
  label_en: string;
  label_id: string;
  line_rupiah: number;
  mode: string;
  order_id: string;
  parcel_id: string;
  product_code: string;
  product_id: string;
  quantity: number;
  title_en: string;
  title_id: string;
  training_ids: Generated<string[]>;
  unit_price_rupiah: number;
  variant_id: string;
}

export interface Parcel {
  accepted_at: Date | null;
  billable_grams: number;
  carrier: string | null;
  closed_at: Date | null;
  days_max: number | null;
  days_min: number | null;
  decline_note: string | null;
  decline_reason: string | null;
  delivery: string;
  dispatch_carrier: string | null;
  dispatch_way: string | null;
  dispatched_at: Date | null;
  group_id: string;
  id: string;
  lead_days: number;
  order_id: string;
  packed_at: Date | null;
  problem_at: Date | null;
  problem_note: string | null;
  problem_settled_at: Date | null;
  promise_on: string;
  received_at: Date | null;
  received_by: string | null;
  shipping_rupiah: number | null;
  state: Generated<string>;
  tracking_number: string | null;
}

export interface Participant {
  birth_year: number | null;
  created_at: Generated<Date>;
  id: string;
  is_demo: Generated<boolean>;
  name: string;
  phone_tail: string | null;
  sex: string | null;
  village_code: string | null;
}

export interface Payment {
  card_attempt: Generated<number>;
  card_intent_id: string | null;
  card_session_id: string | null;
  confirmed_by: string | null;
  expires_at: Date;
  id: string;
  method: string;
  order_id: string;
  paid_at: Date | null;
  paid_note: string | null;
  proof_image_key: string | null;
  proof_refused_reason: string | null;
  proof_sent_at: Date | null;
  receiving_account_id: string | null;
  shipping_rupiah: number | null;
  state: string;
  total_rupiah: number | null;
  unique_code_rupiah: Generated<number>;
}

export interface Product {
  care_en: string;
  care_id: string;
  code: string;
  created_at: Generated<Date>;
  dye: string;
  group_id: string;
  height_cm: number | null;
  holds_en: string | null;
  holds_id: string | null;
  id: string;
  is_demo: Generated<boolean>;
  kind: string;
  length_cm: number;
  made_year: number | null;
  maker_id: string | null;
  motif: string;
  own_tradition: Generated<boolean>;
  published_at: Date | null;
  slug: string;
  state: Generated<string>;
  story_en: string;
  story_id: string;
  technique: string;
  title_en: string;
  title_id: string;
  tolerance_cm: Generated<number>;
  updated_at: Generated<Date>;
  width_cm: number;
}

export interface ProductMaterial {
  material: string;
  position: number;
  product_id: string;
}

export interface ProductOldSlug {
  product_id: string;
  slug: string;
}

export interface ProductPhoto {
  alt_en: string;
  alt_id: string;
  box_height: number | null;
  box_width: number | null;
  box_x: number | null;
  box_y: number | null;
  image_key: string;
  position: number;
  product_id: string;
  view: string;
}

export interface ProductSearch {
  document: string;
  product_id: string;
}

export interface ProductTraining {
  confirmed_by: string | null;
  confirmed_on: string;
  evidence: string;
  group_id: string;
  product_id: string;
  training_id: string;
}

export interface Province {
  code: string;
  name: string;
}

export interface RateLimit {
  expire: number | null;
  key: string;
  points: Generated<number>;
}

export interface ReceivingAccount {
  bank: string;
  holder: string;
  id: string;
  is_active: Generated<boolean>;
  is_demo: Generated<boolean>;
  number: string;
}

export interface Refund {
  amount_rupiah: number;
  attempt: Generated<number>;
  bank_reference: string | null;
  card_refund_id: string | null;
  card_unclear: Generated<boolean>;
  created_at: Generated<Date>;
  id: string;
  order_id: string;
  parcel_id: string | null;
  reason: string;
  sent_at: Date | null;
  sent_by: string | null;
  sent_from: string | null;
  state: Generated<string>;
}

export interface Regency {
  code: string;
  name: string;
  province_code: string;
}

export interface SearchWord {
  word: string;
}

export interface Setting {
  changed_at: Generated<Date>;
  key: string;
  value: Json;
}

export interface ShippingTariff {
  carrier: string;
  days_max: number;
  days_min: number;
  first_kg_rupiah: number;
  from_district: string | null;
  id: string;
  is_active: Generated<boolean>;
  is_demo: Generated<boolean>;
  method: string;
  next_kg_rupiah: number;
  note_en: string | null;
  note_id: string | null;
  scope: string;
}

export interface ShopOrder {
  buyer_email: string | null;
  buyer_name: string;
  buyer_phone: string;
  code: string;
  country: Generated<string>;
  district_code: string | null;
  erased_at: Date | null;
  goods_rupiah: number;
  id: string;
  intent_id: string;
  is_demo: Generated<boolean>;
  landmark: string | null;
  link_version: Generated<number>;
  locale: string;
  note: string | null;
  placed_at: Generated<Date>;
  postal_code: string | null;
  street: string | null;
  village: string | null;
}

export interface SignInCode {
  browser_hash: string | null;
  code_hash: string;
  created_at: Generated<Date>;
  expires_at: Date;
  id: string;
  issued_by: string | null;
  tries: Generated<number>;
  used_at: Date | null;
  user_id: string | null;
}

export interface SignInLink {
  created_at: Generated<Date>;
  expires_at: Date;
  made_by: string | null;
  token_hash: string;
  used_at: Date | null;
  user_id: string;
}

export interface SignInVerification {
  created_at: Generated<Date>;
  expires_at: Date;
  id: string;
  identifier: string;
  updated_at: Generated<Date>;
  value: string;
}

export interface StaffTask {
  created_at: Generated<Date>;
  detail: Generated<Json>;
  id: string;
  key: string;
  kind: string;
  order_id: string | null;
  resolution: string | null;
  resolved_at: Date | null;
  resolved_by: string | null;
}

export interface StateMove {
  from_state: string;
  machine: string;
  to_state: string;
}

export interface Stock {
  on_hand: Generated<number>;
  open_cap: Generated<number>;
  open_pieces: Generated<number>;
  reserved: Generated<number>;
  variant_id: string;
}

export interface StockHold {
  id: string;
  mode: string;
  order_id: string;
  quantity: number;
  state: Generated<string>;
  variant_id: string;
}

export interface Technique {
  name_en: string;
  name_id: string;
  slug: string;
}

export interface Training {
  budget_source: string | null;
  created_at: Generated<Date>;
  district_code: string | null;
  ends_on: string;
  id: string;
  is_demo: Generated<boolean>;
  library_id: string;
  place_en: string;
  place_id: string;
  reported_participant_count: number | null;
  skill: string;
  slug: string;
  source_url: string | null;
  starts_on: string;
  state: Generated<string>;
  strategy: string;
  summary_en: string | null;
  summary_id: string | null;
  title_en: string;
  title_id: string;
}

export interface TrainingFacilitator {
  name: string;
  role: string;
  training_id: string;
}

export interface TrainingSession {
  held_on: string;
  id: string;
  minutes: number;
  topic_en: string;
  topic_id: string;
  training_id: string;
}

export interface TransferTotal {
  order_id: string;
  receiving_account_id: string;
  total_rupiah: number;
  used: string;
}

export interface UserCredential {
  access_token: string | null;
  access_token_expires_at: Date | null;
  account_id: string;
  created_at: Generated<Date>;
  id: string;
  id_token: string | null;
  password: string | null;
  provider_id: string;
  refresh_token: string | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  updated_at: Generated<Date>;
  user_id: string;
}

export interface UserSession {
  created_at: Generated<Date>;
  expires_at: Date;
  id: string;
  ip_address: string | null;
  token: string;
  updated_at: Generated<Date>;
  user_agent: string | null;
  user_id: string;
}

export interface UserTwoFactor {
  backup_codes: string;
  failed_verification_count: Generated<number>;
  id: string;
  locked_until: Date | null;
  secret: string;
  user_id: string;
  verified: Generated<boolean>;
}

export interface Variant {
  colour: string | null;
  id: string;
  is_active: Generated<boolean>;
  is_measured: Generated<boolean>;
  label_en: string;
  label_id: string;
  lead_days_max: number | null;
  lead_days_min: number | null;
  mode: string;
  packed_height_cm: number;
  packed_length_cm: number;
  packed_width_cm: number;
  position: Generated<number>;
  price_rupiah: number;
  product_id: string;
  size: string | null;
  weight_grams: number;
}

export interface Village {
  code: string;
  district_code: string;
  name: string;
  postal_code: string | null;
  slug: Generated<string>;
  spoken: string | null;
}

export interface DB {
  app_user: AppUser;
  attendance: Attendance;
  audit_log: AuditLog;
  card_event: CardEvent;
  cart: Cart;
  cart_line: CartLine;
  consent: Consent;
  craft_group: CraftGroup;
  district: District;
  dye: Dye;
  group_supporter: GroupSupporter;
  group_training: GroupTraining;
  image: Image;
  kind: Kind;
  last_seen: LastSeen;
  ledger_account: LedgerAccount;
  ledger_entry: LedgerEntry;
  ledger_transaction: LedgerTransaction;
  library: Library;
  material: Material;
  member: Member;
  migration: Migration;
  motif: Motif;
  notice: Notice;
  offered_size: OfferedSize;
  order_event: OrderEvent;
  order_line: OrderLine;
  parcel: Parcel;
  participant: Participant;
  payment: Payment;
  product: Product;
  product_material: ProductMaterial;
  product_old_slug: ProductOldSlug;
  product_photo: ProductPhoto;
  product_search: ProductSearch;
  product_training: ProductTraining;
  province: Province;
  rate_limit: RateLimit;
  receiving_account: ReceivingAccount;
  refund: Refund;
  regency: Regency;
  search_word: SearchWord;
  setting: Setting;
  shipping_tariff: ShippingTariff;
  shop_order: ShopOrder;
  sign_in_code: SignInCode;
  sign_in_link: SignInLink;
  sign_in_verification: SignInVerification;
  staff_task: StaffTask;
  state_move: StateMove;
  stock: Stock;
  stock_hold: StockHold;
  technique: Technique;
  training: Training;
  training_facilitator: TrainingFacilitator;
  training_session: TrainingSession;
  transfer_total: TransferTotal;
  user_credential: UserCredential;
  user_session: UserSession;
  user_two_factor: UserTwoFactor;
  variant: Variant;
  village: Village;
}
