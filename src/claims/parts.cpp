// SPDX-License-Identifier: Apache-2.0
#include "claims/parts.hpp"

#include <algorithm>

namespace sijil::claims {

namespace {

constexpr int64_t kLeastTotal = 3;

int64_t exact(const std::optional<Figure>& f) {
  return f && !f->range.is_vague() ? f->range.min : 0;
}

std::string sites_of(const Claim& c) {
  std::string all;
  for (const PlaceMention& m : c.where)
    if (m.site) all += m.key + '|';
  return all;
}

}  // namespace

bool wide(const Claim& c, const lexicon::Lexicon& lexicon) {
  const PlaceMention* site = nullptr;
  for (const PlaceMention& m : c.where) {
    if (!m.site) continue;
    if (site != nullptr) return true;
    site = &m;
  }
  if (site == nullptr || (c.strikes && c.strikes->range != CountRange::exactly(1))) return true;
  if (site->place.empty()) return false;
  const auto& senses = lexicon.senses(static_cast<uint32_t>(std::stoul(site->place)));
  return std::any_of(senses.begin(), senses.end(), [&](const lexicon::Sense& s) {
    return s.kind == lexicon::Kind::kPlace &&
           lexicon.gazetteer().places()[static_cast<size_t>(s.value)].cls <=
               lexicon::PlaceClass::kCity;
  });
}

bool retells(const Claim& again, const Claim& before) {
  bool same = true;
  for (const Outcome o : {Outcome::kKilled, Outcome::kInjured}) {
    const auto &x = again.count(o), &y = before.count(o);
    if (!x || x->range.is_vague()) continue;
    same &= !y || y->range.min == x->range.min;
  }
  return same;
}

Parts::Parts(const Scene& head) : head_(head) {
  for (const auto& [sum, outcome] :
       {std::pair(&killed_, Outcome::kKilled), {&injured_, Outcome::kInjured}}) {
    const auto& f = head.claim.count(outcome);
    sum->whole = exact(f);
    sum->at_least = f && !f->range.max;
  }
}

bool Parts::sums() const {
  return std::max(killed_.whole, injured_.whole) >= kLeastTotal && !head_.since && !head_.another;
}

void Parts::add(const Scene& s) {
  if (!open()) return;
  const Claim& c = s.claim;
  const int64_t killed = exact(c.count(Outcome::kKilled)),
                injured = exact(c.count(Outcome::kInjured));
  if (killed + injured == 0) {
    if (has_site(c)) placed_ = sites_of(c);
    return;
  }
  const std::pair figures(killed, injured);
  if (retells(c, head_.claim) || (figures == last_ && injured > 0)) return;  // told twice
  last_ = figures;
  const bool apart = s.one_site || s.another || s.adds || s.elsewhere;
  std::string where = has_site(c) ? sites_of(c) : apart ? std::to_string(++unnamed_) : placed_;
  placed_.clear();
  off_ |= where.empty() || s.since || s.risen || other_day(s);
  off_ |= killed_.over(killed);
  off_ |= injured_.over(injured);
  places_.insert(std::move(where));
  ++count_;
}

bool Parts::Sum::over(int64_t part) {
  so_far += part;
  most = std::max(most, part);
  // "At least 70": a little more, unless one part is almost all, as another teller's figure is.
  const bool about = at_least && most * 5 <= whole * 4;
  return whole > 0 && so_far > whole + (about ? whole / 10 : 0);
}

bool Parts::met() const {
  return count_ >= 2 && places_.size() >= 2 && (killed_.whole > 1 ? killed_.met() : injured_.met());
}

bool Parts::other_day(const Scene& s) const {
  if (!s.date || !head_.date || !s.date->range || !head_.date->range) return false;
  const DateRange &a = s.date->range.value(), &b = head_.date->range.value();
  return a.first > b.last || b.first > a.last;
}

}  // namespace sijil::claims
