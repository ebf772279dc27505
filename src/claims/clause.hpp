// SPDX-License-Identifier: Apache-2.0
// The parts of a scene, one file each, and what they share: a view of a sentence's terms between
// two tokens. In: a parsed sentence and a scene whose tokens are set; out: fields of the scene and
// its claim. What is not told stays empty; nothing fails. Pure, thread-safe. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sijil::claims {

// "artillery.tank" to "artillery".
inline std::string_view base_of(std::string_view id) { return id.substr(0, id.find('.')); }

// The outcome that an id such as "killed.executed" is a kind of; empty when it is of none.
inline std::optional<Outcome> outcome_of(std::string_view id) {
  for (int o = 0; o < kOutcomes; ++o)
    if (to_word(static_cast<Outcome>(o)) == base_of(id)) return static_cast<Outcome>(o);
  return std::nullopt;
}

// Places of people, from a city to a quarter or a camp, among the ids of words for places.
inline bool is_settlement(std::string_view id) {
  return id == "city" || id == "town" || id == "village" || id == "neighbourhood" || id == "camp";
}

// "the X district", "the X area": the place hit when nothing finer is named.
inline bool is_district(std::string_view id) {
  return id == "district" || id == "subdistrict" || id == "region";
}

// Adds an id to a list of tagged words unless it is there.
inline void add_tagged(std::vector<Tagged>& list, const std::string& id, Span span) {
  for (const Tagged& t : list)
    if (t.id == id) return;
  list.push_back({id, {span, false}, {}});
}

// Base of the readers of a scene; holds references only, so `parsed` has to outlive it.
class Clause {
 public:
  explicit Clause(const Parsed& parsed) : p_(parsed), text_(*parsed.text) {}

 protected:
  // Calls f(term) for the terms of a kind in tokens [from, to).
  template <typename F>
  void each(lexicon::Kind kind, uint32_t from, uint32_t to, F f) const {
    for (const Term& t : p_.terms)
      if (t.kind() == kind && t.first >= from && t.last <= to) f(t);
  }
  // "third", "22nd": the number; 0 for no ordinal.
  [[nodiscard]] int64_t ordinal(uint32_t token) const {
    for (const Term& t : p_.terms)
      if (t.first == token && t.kind() == lexicon::Kind::kTime && p_.id(t).starts_with("ordinal."))
        return std::stoll(p_.id(t).substr(8));
    if (text_.tokens[token].kind != text::TokenKind::kNumber || text_.fold_of(token).size() > 3)
      return 0;
    const std::string_view end = token + 1 < text_.tokens.size() ? text_.fold_of(token + 1) : "";
    if (end != "st" && end != "nd" && end != "rd" && end != "th") return 0;
    int64_t n = 0;
    for (const char c : text_.fold_of(token)) {
      if (c < '0' || c > '9') return 0;
      n = n * 10 + (c - '0');
    }
    return n;
  }
  // The token after an ordinal.
  [[nodiscard]] uint32_t after_ordinal(uint32_t token) const {
    return text_.tokens[token].kind == text::TokenKind::kNumber ? token + 2 : token + 1;
  }
  // The first cue of an id in tokens [from, to), or null.
  [[nodiscard]] const Term* cue(std::string_view id, uint32_t from, uint32_t to) const {
    for (const Term& t : p_.terms)
      if (t.kind() == lexicon::Kind::kCue && t.first >= from && t.last <= to && p_.id(t) == id)
        return &t;
    return nullptr;
  }
  // Whether a place is a district by its class word, which may be in its name.
  [[nodiscard]] bool district(const PlaceName& place) const {
    return is_district(place.class_word) ||
           std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
             return t.kind() == lexicon::Kind::kPlaceWord && t.first == place.first &&
                    t.last < place.last && is_district(p_.id(t));
           });
  }
  // "a village near the city", "another quarter", "two other districts": a place of its own, though
  // none is named.
  [[nodiscard]] bool elsewhere(uint32_t from, uint32_t to) const {
    static constexpr std::string_view kOther[] = {
        "a", "an", "another", "other", "nearby", "neighboring", "neighbouring", "separate"};
    constexpr uint32_t kBefore = 3;  // "a rebel-held northern district"
    bool found = false;
    each(lexicon::Kind::kPlaceWord, from, to, [&](const Term& t) {
      if (!is_settlement(p_.id(t)) && !is_district(p_.id(t))) return;
      for (uint32_t k = t.first; k > from && k + kBefore >= t.first && text_.punct(k - 1) != ',';
           --k)
        found |= std::find(std::begin(kOther), std::end(kOther), text_.fold_of(k - 1)) !=
                 std::end(kOther);
    });
    return found;
  }
  // Whether a token is of an actor's name.
  [[nodiscard]] bool of_actor(uint32_t token) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == lexicon::Kind::kActor && t.first <= token && token < t.last;
    });
  }

  const Parsed& p_;
  const text::Text& text_;
};

// Where the clauses of another event begin in tokens [first, last) of a sentence, in order.
[[nodiscard]] std::vector<uint32_t> clause_cuts(const Parsed& parsed, uint32_t first,
                                                uint32_t last);
// Where an Arabic sentence turns to another event, in tokens [first, last).
[[nodiscard]] std::vector<uint32_t> arabic_cuts(const Parsed& parsed, uint32_t first,
                                                uint32_t last);

// The stretches of an Arabic sentence before and after the clause of a token, as (first, last):
// "... shelled A, while the ministry denied it, and said that it raided B".
[[nodiscard]] std::vector<std::pair<uint32_t, uint32_t>> told_beside(const Parsed& parsed,
                                                                     uint32_t token);

// Each fills its part of the scene from the tokens [scene.first, scene.last) of the sentence. Means
// come first: the others ask scene.has_attack.
void read_means(const Parsed& parsed, Scene& scene);  // events, weapons, strikes, places_hit
void read_toll(const Parsed& parsed, Scene& scene);   // counts, parts, shares
void read_targets(const Parsed& parsed, Scene& scene);
void read_actors(const Parsed& parsed, Scene& scene);
// Who a sentence says was behind what was told before: "the ministry blamed X", "X claimed
// responsibility"; nobody when it denies.
[[nodiscard]] std::vector<ActorMention> blamed_in(const Parsed& parsed);
// All who may have done what was told before: "it was unclear whether the raids were carried out by
// X or Y"; nobody when no choice is told.
[[nodiscard]] std::vector<ActorMention> suspected_in(const Parsed& parsed);
void read_where(const Parsed& parsed, Scene& scene);  // where, area_only
void read_when(const Parsed& parsed, Scene& scene);   // since, period, date, campaign_day
void read_victims(const Parsed& parsed,
                  Scene& scene);  // persons told by name, and counts of them; after the toll

}  // namespace sijil::claims
