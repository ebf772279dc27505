// SPDX-License-Identifier: Apache-2.0
#include "cli/fields.hpp"

#include <cstdio>

namespace sijil::cli {

namespace {

// "a, b" of the parts that are not empty.
std::string list(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const auto part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += ", ";
    out += part;
  }
  return out;
}

std::string in_brackets(const std::string& inner) {
  return inner.empty() ? std::string() : " (" + inner + ")";
}

std::string place_in_words(const PlaceMention& p, const Style& style) {
  std::string position;
  if (p.lat && p.lon) {
    char buffer[80];
    std::snprintf(buffer, sizeof buffer, "%.4f %.4f", *p.lat, *p.lon);
    position = buffer;
    if (p.radius_m > 0) position += " within " + std::to_string(p.radius_m) + " m";
  }
  const std::string known = list({p.precision, p.adm1, p.country, position});
  return isolated(p.name, style) + in_brackets(list({p.site ? "" : "area", known}));
}

std::string when_in_words(const When& w) {
  std::string day;
  if (w.dated) {
    day = to_iso(w.range.first);
    if (w.range.last != w.range.first) day += " to " + to_iso(w.range.last);
  }
  std::string how;
  if (w.dated && w.range.basis != DateBasis::kExplicit) how = to_word(w.range.basis);
  return list({day, to_word(w.time)}) + in_brackets(how);
}

std::string victim_in_words(const Victim& v, const Style& style) {
  const std::string age = v.age ? "aged " + std::to_string(*v.age) : v.age_group;
  const std::string sex = v.sex == "f" ? "female" : v.sex == "m" ? "male" : v.sex;
  const std::string about =
      list({age, sex, isolated(v.role, style), isolated(v.family, style), v.outcome});
  return v.name.empty() ? about : isolated(v.name, style) + in_brackets(about);
}

std::string share_in_words(const Share& s) {
  std::string groups;
  for (const auto& group : s.groups) groups += (groups.empty() ? "" : " and ") + group;
  return s.word + " of the " + s.of + ": " + groups;
}

class Fields {
 public:
  explicit Fields(const Style& style) : style_(style) {}

  void add(std::string field, std::string value, const Evidence& at) {
    out_.push_back({std::move(field), std::move(value), at});
  }
  void add(const std::string& field, const std::optional<Figure>& figure) {
    if (figure) add(field, *figure);
  }
  void add(const std::string& field, const Figure& figure) {
    add(field, count_in_words(figure.range), figure.at);
    for (const Told& told : figure.told)
      add(field,
          count_in_words(told.range) + (told.by.empty() ? "" : " by " + isolated(told.by, style_)),
          told.at);
  }
  std::vector<FieldValue> take() { return std::move(out_); }

 private:
  const Style& style_;
  std::vector<FieldValue> out_;
};

}  // namespace

std::string count_in_words(const CountRange& range) {
  if (range.is_vague()) return std::string(vague_word(range.vague));
  const std::string min = std::to_string(range.min);
  if (!range.max) return "at least " + min;
  if (*range.max == range.min) return range.min == 0 ? "none" : min;
  const std::string max = std::to_string(*range.max);
  return range.min == 0 ? "up to " + max : min + " to " + max;
}

std::vector<FieldValue> fields_of(const Claim& claim, const Style& style) {
  Fields f(style);
  for (const Tagged& e : claim.events) f.add("events", e.id, e.at);
  if (claim.when) f.add("when", when_in_words(*claim.when), claim.when->at);
  for (const PlaceMention& p : claim.where) f.add("where", place_in_words(p, style), p.at);
  f.add("places_hit", claim.places_hit);
  for (const ActorMention& a : claim.actors)
    f.add(
        "actors",
        a.id + in_brackets(list({isolated(a.name, style),
                                 a.certainty == Certainty::kAsserted ? "" : to_word(a.certainty)})),
        a.at);
  for (const WeaponMention& w : claim.weapons)
    f.add("weapons", w.id + in_brackets(w.count ? count_in_words(*w.count) : ""), w.at);
  f.add("strikes", claim.strikes);
  for (const Tagged& t : claim.targets) f.add("targets", t.id + in_brackets(t.effect), t.at);
  for (int o = 0; o < kOutcomes; ++o)
    f.add(std::string(to_word(static_cast<Outcome>(o))), claim.counts[o]);
  for (const auto& [group, figure] : claim.killed_by) f.add("killed_by." + group, figure);
  for (const auto& [group, figure] : claim.injured_by) f.add("injured_by." + group, figure);
  for (const Share& s : claim.shares) f.add("shares", share_in_words(s), s.at);
  for (const Victim& v : claim.victims) f.add("victims", victim_in_words(v, style), v.at);
  if (claim.campaign_day) {
    const CampaignDay& d = *claim.campaign_day;
    f.add("campaign_day",
          std::to_string(d.n) + (d.start ? in_brackets("from " + to_iso(*d.start)) : ""), d.at);
  }
  for (const auto& [name, at] : claim.attribution) f.add("attribution", isolated(name, style), at);
  return f.take();
}

}  // namespace sijil::cli
