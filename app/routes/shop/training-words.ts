import type { Strategy } from '#app/domain/trainings/trainings.queries.server.ts'
import { m } from '#app/paraglide/messages.js'

const STRATEGIES: Record<Strategy, () => string> = {
  'pelibatan-masyarakat': m.people_strategy_involvement,
  advokasi: m.people_strategy_advocacy,
  'peningkatan-layanan-informasi': m.people_strategy_information,
}
export const strategyWord = (strategy: Strategy): string => STRATEGIES[strategy]()

const SKILLS: Record<string, () => string> = {
  anyam: m.people_skill_weaving,
  pewarnaan: m.people_skill_dyeing,
  jahit: m.people_skill_sewing,
  lekar: m.people_skill_lekar,
  'foto-harga': m.people_skill_pricing,
  'kemas-kirim': m.people_skill_packing,
}
/** A skill not known here is shown as it was recorded. */
export const skillWord = (skill: string): string => SKILLS[skill]?.() ?? skill

const BUDGETS: Record<string, () => string> = {
  APBD: m.people_budget_regency,
  APBN: m.people_budget_national,
  APBDes: m.people_budget_village,
  DAK: m.people_budget_allocation,
  mitra: m.people_budget_partner,
  swadaya: m.people_budget_own,
}
/** A source of money not known here is shown as it was recorded. */
export const budgetWord = (source: string): string => BUDGETS[source]?.() ?? source
