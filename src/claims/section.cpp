// SPDX-License-Identifier: Apache-2.0
#include "claims/section.hpp"

#include "claims/clause.hpp"

#include <algorithm>
#include <utility>

namespace sijil::claims {

using lexicon::Kind;
using lexicon::PlaceClass;
using mentions::PlaceRole;
using text::TokenKind;

namespace {

constexpr uint32_t kLongest = 4;  // words of a place's name

// The mark that parts the head of a line from what it tells: ":", "::", "|".
bool parts_head(const text::Text& text, uint32_t token) {
  const char c = text.punct(token);
  return c == ':' || c == '|' || text.fold_of(token) == "|";
}

// The gazetteer name that ends just before token `end`; 0 when none does.
uint32_t name_node(const Parsed& p, uint32_t first, uint32_t end) {
  const text::Token& head = p.text->tokens[first];
  for (uint8_t r = 0; r < head.readings; ++r) {
    if (head.reading[r].clitics & ~text::kThe) continue;
    uint32_t node = p.lexicon->first(head.reading[r].word);
    for (uint32_t k = first + 1; k < end && node != 0; ++k) {
      const text::Token& t = p.text->tokens[k];
      node = t.readings == 0 || !p.lexicon->has_next(node)
                 ? 0
                 : p.lexicon->next(node, t.reading[0].word);
    }
    if (node == 0) continue;
    for (const lexicon::Sense& s : p.lexicon->senses(node))
      if (s.kind == Kind::kPlace) return node;
  }
  return 0;
}

// Whether a place of that name is a province or larger; whether all are.
std::pair<bool, bool> wide(const Parsed& p, uint32_t node) {
  bool any = false, all = true;
  for (const lexicon::Sense& s : p.lexicon->senses(node)) {
    if (s.kind != Kind::kPlace) continue;
    const bool large = p.lexicon->gazetteer().places()[static_cast<size_t>(s.value)].cls <=
                       PlaceClass::kSubdistrict;
    any |= large;
    all &= large;
  }
  return {any, all};
}

}  // namespace

std::optional<PlaceName> place_at_head(const Parsed& p) {
  const text::Text& text = *p.text;
  const text::Sentence& s = *p.sentence;
  if (s.script != text::Script::kArabic) return std::nullopt;
  uint32_t first = s.first;
  while (first < s.last && text.tokens[first].kind != TokenKind::kWord) ++first;
  uint32_t end = first;
  while (end < s.last && end - first <= kLongest && text.tokens[end].kind == TokenKind::kWord)
    ++end;
  if (end == first || end + 2 >= s.last || !parts_head(text, end)) return std::nullopt;
  for (const PlaceName& place : p.places)
    if (place.first < end) return std::nullopt;
  const uint32_t node = name_node(p, first, end);
  if (node == 0) return std::nullopt;
  PlaceName place;
  place.first = first;
  place.last = end;
  place.span = {text.tokens[first].begin, text.tokens[end - 1].end};
  place.node = node;
  const auto [any_wide, all_wide] = wide(p, node);
  const bool finer = std::any_of(p.places.begin(), p.places.end(), [&](const PlaceName& o) {
    return o.role == PlaceRole::kSite || is_district(o.class_word) ||
           (any_wide && o.role != PlaceRole::kSource);
  });
  place.role = finer || all_wide ? PlaceRole::kArea : PlaceRole::kSite;
  return place;
}

bool heads_list(const Parsed& p) { return p.text->punct(p.sentence->last - 1) == ':'; }

bool list_line(const Parsed& p) {
  const text::Token& head = p.text->tokens[p.sentence->first];
  return head.has(text::kNewline) &&
         (p.sentence->role == text::Role::kBullet || head.kind == TokenKind::kNumber ||
          head.kind == TokenKind::kSymbol || p.text->punct(p.sentence->first) == '-');
}

void lend(const Scene& head, Scene& item) {
  Claim& c = item.claim;
  if (c.events.empty() && item.generic_events.empty()) {
    c.events = head.claim.events;
    item.generic_events = head.generic_events;
    if (c.weapons.empty()) c.weapons = head.claim.weapons;
    item.has_attack |= head.has_attack;
  }
  if (c.actors.empty()) c.actors = head.claim.actors;
  if (!item.date) item.date = head.date;
}

}  // namespace sijil::claims
