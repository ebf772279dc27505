// SPDX-License-Identifier: Apache-2.0
// What one document says of one event, with the words each value rests on. Plain values; ids are
// those of the published guide (docs/formats/claims.md), never numbers.
#pragma once

#include "model/count.hpp"
#include "model/date.hpp"
#include "model/span.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sijil {

enum class ClaimKind : uint8_t { kIncident, kAggregate, kCumulative };
enum class Certainty : uint8_t { kAsserted, kAlleged, kDenied };

// A span in the text, or in the document's title when the value stands only there.
struct Evidence {
  Span span;
  bool in_title = false;
  bool operator==(const Evidence&) const = default;
};

struct Tagged {  // an event or target and its words
  std::string id;
  Evidence at;
  std::string effect;  // targets only: hit, damaged, destroyed
};

struct ActorMention {
  std::string id;
  std::string name;  // as written
  Evidence at;
  Certainty certainty = Certainty::kAsserted;
  bool local = false;  // "the army", "the regime": of the country told of
};

struct WeaponMention {
  std::string id;
  Evidence at;
  std::optional<CountRange> count;
};

struct PlaceMention {
  std::string name;  // exactly the words at `at`
  bool site = true;  // false: a containing area
  Evidence at;
  std::string place;  // gazetteer id, empty when unresolved
  std::string precision;
  std::string adm1, adm2, country;
  std::optional<double> lat, lon;
  int radius_m = 0;
  std::string key;         // name to compare by: folded, without article; not written
  std::string class_word;  // class told by the text beside the name ("village"), may be empty
};

struct Told {  // one teller's figure
  CountRange range;
  std::string by;
  Evidence at;
};

struct Figure {
  CountRange range;
  Evidence at;
  std::vector<Told> told;  // only where tellers differ
};

struct Share {
  std::vector<std::string> groups;
  std::string of;    // "killed", "injured", "killed+injured"
  std::string word;  // most, all, half
  Evidence at;
};

struct Victim {
  std::string name;
  std::optional<int> age;
  std::string age_group, sex, role, family, outcome;
  Evidence at;
};

struct When {
  DateRange range;
  bool dated = false;  // false: only a time of day is known
  TimeOfDay time = TimeOfDay::kNone;
  Evidence at;
};

struct CampaignDay {
  int n = 0;
  std::optional<Day> start;
  Evidence at;
};

// Outcomes that are counted in people.
enum class Outcome : uint8_t { kKilled, kInjured, kDisplaced, kMissing, kDetained, kCasualties };
inline constexpr int kOutcomes = 6;
[[nodiscard]] std::string_view to_word(Outcome o);
[[nodiscard]] std::string_view to_word(ClaimKind k);
[[nodiscard]] std::string_view to_word(Certainty c);

struct Claim {
  ClaimKind kind = ClaimKind::kIncident;
  std::vector<Tagged> events;
  std::optional<When> when;
  std::vector<PlaceMention> where;
  std::optional<Figure> places_hit;
  std::vector<ActorMention> actors;
  std::vector<WeaponMention> weapons;
  std::optional<Figure> strikes;
  std::vector<Tagged> targets;
  std::optional<Figure> counts[kOutcomes];              // by Outcome
  std::map<std::string, Figure> killed_by, injured_by;  // by people group
  std::vector<Share> shares;
  std::vector<Victim> victims;
  std::optional<CampaignDay> campaign_day;
  std::vector<std::pair<std::string, Evidence>> attribution;
  Evidence evidence;
  std::vector<std::string> rules;

  [[nodiscard]] const std::optional<Figure>& count(Outcome o) const {
    return counts[static_cast<int>(o)];
  }
  [[nodiscard]] std::optional<Figure>& count(Outcome o) { return counts[static_cast<int>(o)]; }
};

// A place of the event itself, not only an area around it.
[[nodiscard]] bool has_site(const Claim& claim);
// A count of killed, injured, displaced, missing, detained or casualties, zero and vague ones too.
[[nodiscard]] bool counts_people(const Claim& claim);
// Puts the sites of a claim before its areas, each in the order told.
void sites_first(Claim& claim);

struct Statement {
  std::string kind;  // call condemnation denial admission threat other
  std::string speaker, actor;
  std::optional<DateRange> date;
  std::optional<int> about;  // claim number, from 1
  Evidence at;
};

struct Diagnostic {
  std::string message;
  Span at;
};

}  // namespace sijil
