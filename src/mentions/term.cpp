// SPDX-License-Identifier: Apache-2.0
#include "mentions/term.hpp"

#include "base/fold.hpp"
#include "base/utf8.hpp"

#include <algorithm>

namespace sijil::mentions {

using text::Text;
using text::Token;

namespace {

struct Walker {
  const Text& text;
  const lexicon::Lexicon& lex;
  uint32_t last;
  std::vector<Term>& out;
  bool capitals;  // the words around are in capitals too
  Term base;      // first, clitics, stem_offset

  void emit(uint32_t node, uint32_t end, bool parted = false) {
    for (const Sense& sense : lex.senses(node)) {
      if (sense.kind == Kind::kFurniture || (parted && !sense.has(lexicon::kTagGap))) continue;
      if (sense.has(lexicon::kTagCaps) &&
          (capitals || !text.tokens[base.first].has(text::kAllCaps)))
        continue;
      if (base.clitics == text::kLostApostrophe && sense.kind != Kind::kActor &&
          sense.kind != Kind::kPlace && sense.kind != Kind::kSpeaker)
        continue;
      // Places are one term however many carry the name.
      bool known = false;
      for (auto it = out.rbegin(); it != out.rend() && it->first == base.first; ++it)
        known |= it->last == end && it->kind() == sense.kind &&
                 (sense.kind == Kind::kPlace || it->sense->id == sense.id);
      if (known) continue;
      Term t = base;
      t.last = end;
      t.node = node;
      t.sense = &sense;
      out.push_back(t);
    }
  }

  void walk(uint32_t node, uint32_t at, int depth) {
    if (node == 0) return;
    emit(node, at);
    if (at >= last || depth > 8 || !lex.has_next(node)) return;
    const Token& t = text.tokens[at];
    for (int r = 0; r < t.readings; ++r) {
      // Inside a phrase only the article may be added to a word as listed.
      if (t.reading[r].clitics & ~(text::kThe | text::kLostApostrophe)) continue;
      if (t.reading[r].clitics == text::kLostApostrophe && base.clitics == 0) {
        Walker inner = *this;
        inner.base.clitics = text::kLostApostrophe;
        inner.walk(lex.next(node, t.reading[r].word), at + 1, depth + 1);
        continue;
      }
      walk(lex.next(node, t.reading[r].word), at + 1, depth + 1);
    }
  }
};

// Other words between the first two of a phrase that allows it: "opened (the soldiers) fire".
void walk_parted(Walker& w, uint32_t node) {
  constexpr uint32_t kGap = 4;
  const uint32_t verb = w.base.first;
  if (!w.lex.opens_gap(node)) return;
  for (uint32_t at = verb + 1; at < w.last && at <= verb + kGap + 1; ++at) {
    const Token& t = w.text.tokens[at];
    if (t.kind != text::TokenKind::kWord) return;
    for (int r = 0; r < t.readings; ++r) {
      if (t.reading[r].clitics & text::kAnd) return;
      if (at > verb + 1 && t.reading[r].clitics == 0)
        w.emit(w.lex.next(node, t.reading[r].word), verb + 1, true);
    }
  }
}

// Whether a word as it stands, without clitics, has a meaning.
bool means_itself(const lexicon::Lexicon& lexicon, const text::WordReading& literal) {
  if (literal.clitics != 0) return false;
  const auto senses = lexicon.senses(lexicon.first(literal.word));
  return std::any_of(senses.begin(), senses.end(), [](const Sense& s) {
    return s.kind != Kind::kNotName && s.kind != Kind::kFurniture && s.kind != Kind::kPlace;
  });
}
bool told_or_hit(Kind k) {
  return k == Kind::kEvent || k == Kind::kWeapon || k == Kind::kTarget || k == Kind::kOutcome;
}

bool event_or_weapon(Kind k) { return k == Kind::kEvent || k == Kind::kWeapon; }

}  // namespace

// Most of the longer words are all capitals, as wires once were.
static bool in_capitals(const Text& text, uint32_t first, uint32_t last) {
  uint32_t words = 0, upper = 0;
  for (uint32_t k = first; k < last; ++k) {
    const Token& t = text.tokens[k];
    if (t.kind != text::TokenKind::kWord || t.script != text::Script::kLatin || t.end - t.begin < 4)
      continue;
    ++words;
    upper += t.has(text::kAllCaps);
  }
  return upper * 2 > words;
}

std::vector<Term> find_terms(const Text& text, const lexicon::Lexicon& lexicon, uint32_t first,
                             uint32_t last) {
  std::vector<Term> found;
  const bool capitals = in_capitals(text, first, last);
  for (uint32_t i = first; i < last; ++i) {
    const Token& t = text.tokens[i];
    for (int r = 0; r < t.readings; ++r) {
      Walker w{text, lexicon, last, found, capitals, {}};
      w.base.first = i;
      w.base.clitics = t.reading[r].clitics;
      w.base.stem_offset = t.reading[r].stem_offset;
      const size_t before = found.size();
      w.walk(lexicon.first(t.reading[r].word), i + 1, 0);
      // "Their father" (walidhum) is no "and the raid" (wal-dahm).
      if (t.reading[r].clitics != 0 && t.script == text::Script::kArabic &&
          means_itself(lexicon, t.reading[0]))
        found.erase(std::remove_if(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                                   [&](const Term& term) {
                                     return term.last == i + 1 && told_or_hit(term.kind());
                                   }),
                    found.end());
      if (t.script == text::Script::kArabic) walk_parted(w, lexicon.first(t.reading[r].word));
    }
  }
  // They come by first token; the longest goes first among those of one token.
  for (size_t i = 1; i < found.size(); ++i)
    for (size_t k = i;
         k > 0 && found[k - 1].first == found[k].first && found[k - 1].last < found[k].last; --k)
      std::swap(found[k - 1], found[k]);
  std::vector<Term> out;
  out.reserve(found.size());
  uint32_t reach = 0;  // the last token of any term before
  for (size_t i = 0; i < found.size(); ++i) {
    const Term& t = found[i];
    bool drop = false;
    const bool covered = reach >= t.last;
    reach = std::max(reach, t.last);
    for (size_t k = covered ? i : 0; k-- > 0 && !drop;) {
      const Term& o = found[k];
      if (t.first - o.first > 9) break;
      if (o.last < t.last || (o.last == t.last && o.first == t.first)) continue;
      // o covers t and is longer.
      drop = o.kind() == t.kind() || !(event_or_weapon(o.kind()) && event_or_weapon(t.kind())) ||
             (o.kind() == Kind::kWeapon &&
              t.kind() == Kind::kEvent);  // "cluster bombs" tell no bombing of their own
      if (o.kind() == Kind::kPlace || o.kind() == Kind::kNotName) drop = o.kind() == t.kind();
      // A cue like "others injured" does not hide what it tells; one like "no casualties" does.
      if (o.kind() == Kind::kCue &&
          (t.kind() == Kind::kOutcome || t.kind() == Kind::kPeople || t.kind() == Kind::kNumber)) {
        const std::string_view id = lexicon.id_name(o.sense->id);
        if (id == "others" || id == "part" || id.starts_with("replace") || id == "early" ||
            id == "increment" || id == "another" || id == "contrast" || id == "reference" ||
            id == "damage" || id == "holder" || id == "separator" || id.starts_with("share"))
          drop = false;
      }
      // "The gunmen" says that they were told before, and still names them; "several towns" says
      // that they are many, and the names may follow.
      if (o.kind() == Kind::kCue &&
          (lexicon.id_name(o.sense->id) == "taken_up" || lexicon.id_name(o.sense->id) == "toll" ||
           lexicon.id_name(o.sense->id) == "participant" ||
           lexicon.id_name(o.sense->id) == "scope.places"))
        drop = false;
      // "In another raid", "a second strike": told all the same.
      if (o.kind() == Kind::kCue && event_or_weapon(t.kind())) {
        const std::string_view id = lexicon.id_name(o.sense->id);
        if (id == "another" || id == "repeat") drop = false;
      }
      // "terrorist bombing", "Turkish drone strike": whose it was.
      if (o.kind() == Kind::kEvent && t.kind() == Kind::kActor && o.first == t.first) drop = false;
      // "A rebel commander" may tell of the harm or have come to it.
      if (o.kind() == Kind::kSpeaker && t.kind() == Kind::kPeople) drop = false;
      // "regime warplanes" names the actor and tells of aircraft.
      if (o.kind() == Kind::kActor && (event_or_weapon(t.kind()) || t.kind() == Kind::kPeople))
        drop = false;
    }
    if (!drop) out.push_back(t);
  }
  return out;
}

Span span_of(const Text& text, uint32_t first, uint32_t last, uint8_t clitics) {
  Span s{text.tokens[first].begin, text.tokens[last - 1].end};
  if (text.tokens[first].script != text::Script::kArabic) return s;
  int letters = 0;
  if (clitics & (text::kAnd | text::kSo)) ++letters;
  if (clitics & (text::kBy | text::kAs)) ++letters;
  if ((clitics & text::kFor) && !(clitics & text::kThe)) ++letters;
  if ((clitics & text::kFor) && (clitics & text::kThe)) {
    // Fused lil- stays; li- before a full al- goes. The folded form tells which.
    const std::string_view f = text.fold_of(first);
    const size_t at = static_cast<size_t>(letters) * 2;
    if (!f.substr(std::min(at, f.size())).starts_with("\xD9\x84\xD9\x84")) ++letters;
  }
  while (letters > 0 && s.begin < s.end) {
    const auto d = utf8::decode(text.original, s.begin);
    if (fold_char(d.cp).cls != CharClass::kDrop) --letters;
    s.begin += d.length;
    // Marks on the stripped letter go with it.
    while (s.begin < s.end) {
      const auto m = utf8::decode(text.original, s.begin);
      if (fold_char(m.cp).cls != CharClass::kDrop) break;
      s.begin += m.length;
    }
  }
  return s;
}

Span span_of(const Text& text, const Term& term) {
  return span_of(text, term.first, term.last, term.clitics);
}

}  // namespace sijil::mentions
