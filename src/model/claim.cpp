// SPDX-License-Identifier: Apache-2.0
#include "model/claim.hpp"

#include <algorithm>
#include <array>

namespace sijil {

namespace {
constexpr std::array<std::string_view, kOutcomes> kOutcomeWords = {
    "killed", "injured", "displaced", "missing", "detained", "casualties"};
constexpr std::array<std::string_view, 3> kKindWords = {"incident", "aggregate", "cumulative"};
constexpr std::array<std::string_view, 3> kCertaintyWords = {"asserted", "alleged", "denied"};
}  // namespace

std::string_view to_word(Outcome o) { return kOutcomeWords[static_cast<size_t>(o)]; }
std::string_view to_word(ClaimKind k) { return kKindWords[static_cast<size_t>(k)]; }
std::string_view to_word(Certainty c) { return kCertaintyWords[static_cast<size_t>(c)]; }

bool has_site(const Claim& claim) {
  return std::any_of(claim.where.begin(), claim.where.end(),
                     [](const PlaceMention& p) { return p.site; });
}

bool counts_people(const Claim& claim) {
  return std::any_of(std::begin(claim.counts), std::end(claim.counts),
                     [](const auto& f) { return f.has_value(); });
}

void sites_first(Claim& claim) {
  std::stable_sort(claim.where.begin(), claim.where.end(),
                   [](const PlaceMention& a, const PlaceMention& b) { return a.site && !b.site; });
}

}  // namespace sijil
