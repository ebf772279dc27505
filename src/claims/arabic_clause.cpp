// SPDX-License-Identifier: Apache-2.0
// Where an Arabic sentence turns to another event.
//
// An Arabic report chains its clauses with "and", commas and turns of phrase ("while", "along
// with"), the verb first as a rule. The sentence is split wherever a clause may open; one that has
// an attack or its harm at a place of its own is another event if it also has a party, means, a
// count or a time of its own. Everything else (results, means, more places of the same attack)
// stays with the event told before it.
#include "claims/clause.hpp"
#include "claims/same_event.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::claims {

using lexicon::Kind;
using mentions::Counted;
using mentions::PlaceRole;

namespace {

constexpr uint32_t kReach = 14;  // tokens between an attack word and its place
constexpr uint32_t kLead = 6;    // tokens a clause may have before its verb: subject, place, time

// A stretch of the sentence from one opening of a clause to the next.
struct Part {
  uint32_t first = 0, last = 0;
  bool attack = false;              // tells of an attack, not only of its harm
  bool harm = false;                // tells who was harmed
  bool turn = false;                // begins with a turn of phrase or with who says so
  bool subject = false;             // begins with its subject, before the verb
  const PlaceName* site = nullptr;  // the first place that its attack or harm reaches
};

class ArabicClauses : public Clause {
 public:
  using Clause::Clause;

  std::vector<uint32_t> run(uint32_t first, uint32_t last) const {
    std::vector<uint32_t> cuts;
    const std::vector<Part> parts = split(first, last);
    size_t group = 0;  // the part that the event being told begins with
    for (size_t k = 1; k < parts.size(); ++k) {
      if (aside(parts, group, k)) {
        cuts.push_back(parts[k].first);
        group = k;
        continue;
      }
      if (parts[k].site == nullptr && !act_of_its_own(parts, group, k)) continue;
      const size_t begin = opening(parts, group, k);
      size_t end = k + 1;
      while (end < parts.size() && parts[end].site == nullptr) ++end;
      const uint32_t from = parts[group].first, middle = parts[begin].first;
      const bool place = parts[k].site != nullptr && !named(*parts[k].site, from, middle);
      if (!told(parts, group, begin) || (parts[k].site != nullptr && !place) ||
          !distinct(from, middle, parts[end - 1].last))
        continue;
      cuts.push_back(middle);
      group = begin;
    }
    return cuts;
  }

  std::vector<std::pair<uint32_t, uint32_t>> beside(uint32_t token) const {
    const std::vector<Part> parts = split(p_.sentence->first, p_.sentence->last);
    size_t own = 0;  // the part that the clause of the token begins with
    for (size_t k = 0; k < parts.size() && parts[k].first <= token; ++k)
      if (parts[k].turn) own = k;
    size_t next = own + 1;
    while (next < parts.size() && !(parts[next].turn && parts[next].first > token)) ++next;
    std::vector<std::pair<uint32_t, uint32_t>> out;
    if (own > 0 && tells(parts, 0, own)) out.emplace_back(parts[0].first, parts[own].first);
    if (next < parts.size() && tells(parts, next, parts.size()))
      out.emplace_back(parts[next].first, parts.back().last);
    return out;
  }

 private:
  [[nodiscard]] static bool tells(const std::vector<Part>& parts, size_t from, size_t to) {
    return std::any_of(parts.begin() + static_cast<std::ptrdiff_t>(from),
                       parts.begin() + static_cast<std::ptrdiff_t>(to), [](const Part& part) {
                         return part.attack || part.harm || part.site != nullptr;
                       });
  }

  // --- parts ---------------------------------------------------------------------------------

  [[nodiscard]] std::vector<Part> split(uint32_t first, uint32_t last) const {
    std::vector<Part> parts{Part{first, last}};
    for (uint32_t i = first + 1; i + 1 < last; ++i) {
      const Opening o = opens(i, last);
      if (o == Opening::kNone) continue;
      parts.back().last = i;
      parts.push_back(Part{i, last});
      parts.back().turn = o == Opening::kTurn;
      parts.back().subject = o == Opening::kSubject;
    }
    for (Part& part : parts) fill(part);
    return parts;
  }

  enum class Opening : uint8_t { kNone, kClause, kSubject, kTurn };

  // Whether a clause opens at a token: after a comma, with "and", or with a turn of phrase.
  [[nodiscard]] Opening opens(uint32_t i, uint32_t last) const {
    const char before = text_.punct(i - 1);
    const bool comma =
        before == ',' || before == ';' || before == '.' || text_.tokens[i].has(text::kNewline);
    const uint32_t turn = turn_at(i);
    if (turn != i && (comma || verb_or_noun(turn, last, true) != Opening::kNone))
      return Opening::kTurn;
    if (!comma && !joined(i)) return Opening::kNone;
    for (const Term& t : starting(i))
      if (t.kind() == Kind::kReporting && (t.clitics & text::kAnd)) return Opening::kTurn;
    if (count_at(i) != nullptr) return Opening::kClause;
    const Opening o = verb_or_noun(i, last, false);
    if (o == Opening::kSubject && begins_with_time(i)) return Opening::kTurn;
    // "A and B shelled": without a comma the subject of two.
    return o == Opening::kSubject && !(comma && names_subject(i)) ? Opening::kClause : o;
  }

  // "And in the evening of that day the guns shelled"
  [[nodiscard]] bool begins_with_time(uint32_t i) const {
    return std::any_of(p_.dates.begin(), p_.dates.end(),
                       [&](const DateMention& d) { return d.first <= i + 1 && i < d.last; });
  }

  // A count with a site of its own, its verb told before: "killed three in A and five in B", "a
  // raid on A and another on B".
  [[nodiscard]] const PlaceName* count_at(uint32_t i) const {
    constexpr uint32_t kNear = 5;  // tokens between the count and its site
    for (const Term& t : starting(i))
      if (t.kind() == Kind::kCue && p_.id(t) == "others" && (t.clitics & text::kAnd))
        for (const PlaceName& p : p_.places)
          if (p.first > t.last && p.first - t.last <= kNear && is_site(p) &&
              !act_within(t.last, p.first))
            return &p;
    for (const Quantity& q : p_.quantities) {
      if (q.first != i || q.implicit || q.range.is_vague()) continue;
      if (q.counted != Counted::kPeople && q.counted != Counted::kNothing &&
          q.counted != Counted::kStrikes && q.counted != Counted::kMunitions)
        continue;
      for (const PlaceName& p : p_.places)
        if (p.first > q.last && p.first - q.last <= kNear && is_site(p) &&
            !act_within(q.last, p.first))
          return &p;
    }
    return nullptr;
  }

  // "And the army", "and the vehicles".
  [[nodiscard]] bool names_subject(uint32_t i) const {
    const text::Token& t = text_.tokens[i];
    for (uint8_t r = 0; r < t.readings; ++r)
      if ((t.reading[r].clitics & text::kAnd) && (t.reading[r].clitics & text::kThe)) return true;
    for (const Term& term : starting(i))
      if (term.kind() == Kind::kActor && (term.clitics & text::kAnd)) return true;
    return false;
  }

  // The token after a turn of phrase at i ("while", "likewise", "along with"); i when none is
  // there.
  [[nodiscard]] uint32_t turn_at(uint32_t i) const {
    uint32_t to = i;
    for (const Term& t : starting(i)) {
      if (t.kind() != Kind::kCue || where(t)) continue;
      const std::string& id = p_.id(t);
      if (id == "separator" || id == "contrast" || id == "another" || id == "context" ||
          id == "latest" || (id.starts_with("replace") && text_.punct(i - 1) == ','))
        to = std::max(to, t.last);
    }
    return to;
  }

  // "and" before a word, as a letter of it or alone.
  [[nodiscard]] bool joined(uint32_t i) const {
    const text::Token& t = text_.tokens[i];
    for (uint8_t r = 0; r < t.readings; ++r)
      if (t.reading[r].clitics & text::kAnd) return true;
    return text_.fold_of(i) == kFi || text_.fold_of(i - 1) == kWaw;
  }

  // Whether a clause with an attack or harm begins at a token: with the noun or verb itself, or
  // with its subject, place or time and then the verb.
  [[nodiscard]] Opening verb_or_noun(uint32_t i, uint32_t last, bool after_turn) const {
    for (const Term& t : starting(i)) {
      if (t.clitics & (text::kThe | text::kBy | text::kFor)) continue;
      if (is_act(t) || t.kind() == Kind::kOutcome) return Opening::kClause;
      if (is_light(t) && act_within(t.last, std::min(last, t.last + 4))) return Opening::kClause;
      if (after_turn && t.kind() == Kind::kReporting) return Opening::kClause;
    }
    const uint32_t stop = std::min(last, i + kLead);
    bool placed = place_between(i, std::min(last, i + 5));
    for (uint32_t k = i + 1; k < stop; ++k) {
      if (text_.punct(k) == ',' && placed) continue;
      if (text_.tokens[k].kind != text::TokenKind::kWord || relative(k)) return Opening::kNone;
      for (const Term& t : starting(k)) {
        if (t.kind() == Kind::kCue && p_.id(t) == "reference" && !where(t)) return Opening::kNone;
        if (k == i + 1 && t.kind() == Kind::kWeapon && is_act(t))
          return Opening::kClause;  // "two shells fell on"
        const bool verb = t.sense->has(lexicon::kTagVerb | lexicon::kTagGap) ||
                          t.sense->pos == 'v' || t.sense->pos == 'p';
        if (verb && t.clitics == 0 &&
            (is_act(t) || (is_light(t) && act_within(t.last, std::min(last, t.last + 4)))))
          return Opening::kSubject;
      }
    }
    return Opening::kNone;
  }

  void fill(Part& part) const {
    part.site = part.first > p_.sentence->first ? count_at(part.first) : nullptr;
    part.harm = part.site != nullptr;
    for (const Term& t : p_.terms) {
      if (t.first < part.first || t.last > part.last || !is_act(t)) continue;
      const bool bound = (t.clitics & (text::kThe | text::kBy | text::kFor)) != 0;
      (t.kind() == Kind::kOutcome ? part.harm : part.attack) |= !bound;
      if (part.site == nullptr && !(t.clitics & text::kThe)) part.site = site_of(t, part);
    }
  }
  // The site that an attack or harm reaches, or the district when the part names nothing finer.
  [[nodiscard]] const PlaceName* site_of(const Term& act, const Part& part) const {
    const PlaceName* district = nullptr;
    for (const PlaceName& p : p_.places) {
      if (p.first < part.first || p.last > part.last) continue;
      const uint32_t apart = p.first >= act.last ? p.first - act.last : act.first - p.last;
      if (apart > kReach) continue;
      if (is_site(p)) return &p;
      if (district == nullptr && p.role == PlaceRole::kArea && this->district(p)) district = &p;
    }
    return district;
  }

  // --- events --------------------------------------------------------------------------------

  // Where the clause with part k begins: harm may be told after the attack that did it ("while a
  // mine killed two and wounded five in the village of X"), both after who says so.
  [[nodiscard]] static size_t opening(const std::vector<Part>& parts, size_t group, size_t k) {
    size_t begin = k;
    for (size_t j = k; j-- > group + 1 && parts[j].site == nullptr && !parts[begin].turn;) {
      if (parts[j].attack && parts[k].attack) break;
      if (parts[j].turn || parts[j].attack) begin = j;
      if (parts[j].attack) break;
    }
    return begin;
  }
  // Whether an event is told before part `end`: with a place, or who it harmed.
  [[nodiscard]] bool told(const std::vector<Part>& parts, size_t group, size_t end) const {
    bool attack = false, harm = false, site = false;
    for (size_t j = group; j < end; ++j) {
      attack |= parts[j].attack;
      harm |= parts[j].harm;
      site |= parts[j].site != nullptr;
    }
    attack |= harm && event_within(parts[group].first, parts[end].first);  // "killed in an attack"
    if (attack && cue("latest", parts[end].first, parts[end].last) != nullptr) return true;
    return site ||
           (harm && (attack || parts[end].subject) && (parts[end].turn || parts[end].subject));
  }
  // Whether part k tells without a place what is no more of the event before: an attack of another
  // kind with its victims ("likewise a driver was kidnapped"), what another party did ("and the
  // army clashes with them"), the toll of a war ("while the toll since it began rose to 90").
  [[nodiscard]] bool act_of_its_own(const std::vector<Part>& parts, size_t group, size_t k) const {
    const Part& part = parts[k];
    const uint32_t from = parts[group].first;
    if (part.subject)
      return part.attack && names_actor(part.first, part.last) &&
             (own(Kind::kActor, from, part.first, part.last) || !names_actor(from, part.first));
    if (strikes_back(part))
      return event_within(part.first, part.last) && own(Kind::kActor, from, part.first, part.last);
    if (!part.turn || !part.harm) return false;
    if (total(part.first, part.last))
      return harm_told(from, part.first) && !total(from, part.first);
    return (part.attack && own(Kind::kEvent, from, part.first, part.last)) ||
           own(Kind::kWeapon, from, part.first, part.last);
  }
  // "The army answered the attack by shelling their positions."
  [[nodiscard]] bool strikes_back(const Part& part) const {
    const std::span<const Term> here = starting(part.first);
    return std::any_of(here.begin(), here.end(), [&](const Term& t) {
      std::string_view f = text_.fold_of(t.first);
      if (t.clitics & text::kAnd) f.remove_prefix(kWaw.size());
      return is_light(t) && (f == kAnswered || f == kTheyAnswered);
    });
  }
  // A count over a longer time.
  [[nodiscard]] bool total(uint32_t from, uint32_t to) const {
    return cue("scope.total", from, to) != nullptr || cue("scope.period", from, to) != nullptr ||
           std::any_of(p_.dates.begin(), p_.dates.end(), [&](const DateMention& d) {
             return d.first >= from && d.last <= to && d.use == mentions::DateUse::kSince;
           });
  }
  // Whether part k turns to what is no attack, elsewhere: "while the army said that it shot down a
  // drone over B".
  [[nodiscard]] bool aside(const std::vector<Part>& parts, size_t group, size_t k) const {
    const Part& part = parts[k];
    const bool more = k + 1 < parts.size() && !parts[k + 1].turn;
    if (!part.turn || part.attack || part.harm || more || act_within(part.first, part.last))
      return false;
    const bool elsewhere = std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.first >= part.first && p.last <= part.last && is_site(p) &&
             !named(p, parts[group].first, part.first);
    });
    const bool said = std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kReporting && t.first >= part.first && t.first <= part.first + 3;
    });
    return said && elsewhere && told(parts, group, k);
  }
  [[nodiscard]] bool names_actor(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kActor && t.first >= from && t.last <= to;
    });
  }
  [[nodiscard]] bool named(const PlaceName& site, uint32_t from, uint32_t to) const {
    const std::string key = place_key(site.span.of(text_.original));
    return std::any_of(p_.places.begin(), p_.places.end(), [&](const PlaceName& p) {
      return p.first >= from && p.last <= to && is_site(p) &&
             place_key(p.span.of(text_.original)) == key;
    });
  }

  // Whether what is told in [middle, last) has a party, means, count or time of its own: "shelled
  // A, and hit B and C as well" is one attack on three places.
  [[nodiscard]] bool distinct(uint32_t from, uint32_t middle, uint32_t last) const {
    if (harm_told(from, middle) || harm_told(middle, last)) return true;
    if (counted(from, middle) && counted(middle, last)) return true;
    if (own(Kind::kActor, from, middle, last) || own(Kind::kEvent, from, middle, last) ||
        own(Kind::kWeapon, from, middle, last))
      return true;
    if (another(middle, last) || cue("latest", middle, last) != nullptr) return true;
    return std::any_of(p_.dates.begin(), p_.dates.end(),
                       [&](const DateMention& d) { return d.first >= middle && d.last <= last; });
  }
  // "and another raid on"
  [[nodiscard]] bool another(uint32_t middle, uint32_t last) const {
    bool found = false;
    each(Kind::kCue, middle, std::min(last, middle + 4),
         [&](const Term& t) { found |= p_.id(t) == "others"; });
    return found;
  }
  [[nodiscard]] bool harm_told(uint32_t from, uint32_t to) const {
    bool any = false;
    each(Kind::kOutcome, from, to, [&](const Term& t) { any |= (t.clitics & text::kThe) == 0; });
    return any;
  }
  [[nodiscard]] bool counted(uint32_t from, uint32_t to) const {
    return std::any_of(p_.quantities.begin(), p_.quantities.end(), [&](const Quantity& q) {
      return q.first >= from && q.last <= to &&
             (q.counted == Counted::kStrikes || q.counted == Counted::kMunitions);
    });
  }
  // Whether the second stretch has a meaning of a kind that the first has not, though that has
  // some.
  [[nodiscard]] bool own(Kind kind, uint32_t from, uint32_t middle, uint32_t last) const {
    std::set<std::string_view> before, after;
    for (const Term& t : p_.terms) {
      if (t.kind() != kind || t.first < from || t.last > last) continue;
      const std::string_view id = p_.id(t);
      if (kind == Kind::kEvent && (!is_act(t) || id == "attack")) continue;
      (t.first < middle ? before : after).insert(id);
    }
    // Bombardment may be shelling or raids, and they are bombardment.
    if (before.contains("bombard")) before.insert({"shelling", "airstrike"});
    if (before.contains("shelling") || before.contains("airstrike")) before.insert("bombard");
    return !before.empty() && std::any_of(after.begin(), after.end(), [&](std::string_view id) {
      return !before.contains(id);
    });
  }

  // --- words ---------------------------------------------------------------------------------

  static constexpr std::string_view kWaw = "\xD9\x88";               // wa
  static constexpr std::string_view kAnswered = "\xD8\xB1\xD8\xAF";  // radd
  static constexpr std::string_view kTheyAnswered = "\xD8\xB1\xD8\xAF\xD8\xAA";
  static constexpr std::string_view kFi = "\xD9\x88\xD9\x81\xD9\x8A";  // wa-fi

  // The terms that begin at a token; all are in order of their first.
  [[nodiscard]] std::span<const Term> starting(uint32_t token) const {
    const auto before = [](const Term& t, uint32_t at) { return t.first < at; };
    const auto begin = std::lower_bound(p_.terms.begin(), p_.terms.end(), token, before);
    return {begin, std::lower_bound(begin, p_.terms.end(), token + 1, before)};
  }
  // A word of attack or harm, or munitions ("two shells fell on"). People flee to other places, and
  // die of wounds that were told before.
  [[nodiscard]] bool is_act(const Term& t) const {
    return (t.kind() == Kind::kOutcome && p_.id(t) != "displaced" &&
            !t.sense->has(lexicon::kTagLater)) ||
           (t.kind() == Kind::kWeapon && t.sense->has(lexicon::kTagCount) &&
            !t.sense->has(lexicon::kTagAgent)) ||
           (t.kind() == Kind::kEvent && !t.sense->has(lexicon::kTagPlatform | lexicon::kTagMock));
  }
  // "Amid the city", not "amid clashes".
  [[nodiscard]] bool where(const Term& cue) const {
    const auto direction = [&](const Term& t) {
      return t.kind() == Kind::kPlaceWord && p_.id(t) == "direction";
    };
    const std::span<const Term> here = starting(cue.first), next = starting(cue.last);
    return std::any_of(here.begin(), here.end(), direction) &&
           std::none_of(next.begin(), next.end(), [&](const Term& t) { return is_act(t); });
  }
  // "launched", "was exposed to": an attack with its noun.
  [[nodiscard]] static bool is_light(const Term& t) {
    return t.kind() == Kind::kEvent && t.sense->has(lexicon::kTagPlatform) &&
           (t.sense->pos == 'v' || t.sense->pos == 'p');
  }
  [[nodiscard]] bool event_within(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kEvent && t.first >= from && t.last <= to && is_act(t);
    });
  }
  [[nodiscard]] bool act_within(uint32_t from, uint32_t to) const {
    return std::any_of(p_.terms.begin(), p_.terms.end(),
                       [&](const Term& t) { return t.first >= from && t.last <= to && is_act(t); });
  }
  [[nodiscard]] bool is_site(const PlaceName& p) const {
    if (p.role == PlaceRole::kSource || p.role == PlaceRole::kArea) return false;
    // Where the hurt were brought.
    return std::none_of(p_.terms.begin(), p_.terms.end(), [&](const Term& t) {
      return t.kind() == Kind::kCue && t.last <= p.first && p.first - t.last <= 4 &&
             p_.id(t) == "evacuation";
    });
  }
  [[nodiscard]] bool place_between(uint32_t from, uint32_t to) const {
    return std::any_of(p_.places.begin(), p_.places.end(),
                       [&](const PlaceName& p) { return p.first >= from && p.first < to; });
  }
  // "who", "which"
  [[nodiscard]] bool relative(uint32_t token) const {
    static constexpr std::array<std::string_view, 5> kWords = {
        "\xD8\xA7\xD9\x84\xD8\xAA\xD9\x8A", "\xD8\xA7\xD9\x84\xD8\xB0\xD9\x8A",
        "\xD8\xA7\xD9\x84\xD8\xB0\xD9\x8A\xD9\x86",
        "\xD8\xA7\xD9\x84\xD9\x84\xD8\xAA\xD8\xA7\xD9\x86",
        "\xD8\xA7\xD9\x84\xD9\x84\xD8\xB0\xD8\xA7\xD9\x86"};
    return std::find(kWords.begin(), kWords.end(), text_.fold_of(token)) != kWords.end();
  }
};

}  // namespace

std::vector<uint32_t> arabic_cuts(const Parsed& parsed, uint32_t first, uint32_t last) {
  return ArabicClauses(parsed).run(first, last);
}

std::vector<std::pair<uint32_t, uint32_t>> told_beside(const Parsed& parsed, uint32_t token) {
  if (parsed.sentence->script != text::Script::kArabic) return {};
  return ArabicClauses(parsed).beside(token);
}

}  // namespace sijil::claims
