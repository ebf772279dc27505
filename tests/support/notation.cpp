// SPDX-License-Identifier: Apache-2.0
#include "support/notation.hpp"

#include <algorithm>
#include <sstream>

namespace sijil::test {

namespace {

using Tokens = std::vector<std::string>;

std::string word_of(std::string s) {
  std::replace(s.begin(), s.end(), ' ', '_');
  std::replace(s.begin(), s.end(), '\n', '_');
  return s;
}

// "artillery.tank" is also "artillery".
void add_id(Tokens& out, const std::string& prefix, const std::string& id,
            const std::string& suffix) {
  for (size_t end = id.size(); end != std::string::npos && end > 0; end = id.rfind('.', end - 1)) {
    out.push_back(prefix + id.substr(0, end));
    if (!suffix.empty()) out.push_back(prefix + id.substr(0, end) + suffix);
  }
}

void add_when(Tokens& out, const When& when) {
  if (when.dated) {
    const DateRange& r = when.range;
    out.push_back(to_iso(r.first) + (r.last != r.first ? ".." + to_iso(r.last) : ""));
    out.push_back("basis:" + std::string(to_word(r.basis)));
    out.push_back("precision:" + std::string(to_word(r.precision)));
  }
  if (when.time != TimeOfDay::kNone) out.emplace_back(to_word(when.time));
}

void add_place(Tokens& out, const PlaceMention& p) {
  out.push_back((p.site ? "@" : "@@") + word_of(p.name));
  if (!p.place.empty()) out.push_back("place:" + p.place);
  if (!p.adm1.empty()) out.push_back("adm1:" + word_of(p.adm1));
  if (!p.country.empty()) out.push_back("country:" + word_of(p.country));
}

void add_figure(Tokens& out, const std::string& name, const std::optional<Figure>& f) {
  if (!f) return;
  out.push_back(name + to_notation(f->range));
  for (const Told& told : f->told)
    out.push_back(name + "told" + to_notation(told.range) + ":" + word_of(told.by));
}

void add_victim(Tokens& out, const Victim& v) {
  std::string about;
  for (const std::string& s : {v.age_group, v.sex, v.role, v.family, v.outcome})
    if (!s.empty()) about += (about.empty() ? "" : ",") + word_of(s);
  const std::string name = "v:" + word_of(v.name);
  out.push_back(name);
  if (v.age) out.push_back(name + "(" + std::to_string(*v.age) + ")");
  if (!about.empty()) out.push_back("v:(" + about + ")");
}

Tokens reading_tokens(const Reading& reading) {
  Tokens out{"#lang:" + reading.lang, "#basis:" + std::string(to_word(reading.published.basis))};
  if (reading.published.day) out.push_back("#published:" + to_iso(*reading.published.day));
  if (!reading.publisher_party.empty()) out.push_back("#party:" + reading.publisher_party);
  for (const Statement& s : reading.statements) {
    out.push_back("#" + s.kind);
    if (!s.actor.empty()) out.push_back("#" + s.kind + ":by:" + s.actor);
    if (!s.speaker.empty()) out.push_back("#" + s.kind + ":said:" + word_of(s.speaker));
    if (s.about) out.push_back("#" + s.kind + ":about" + std::to_string(*s.about));
  }
  for (const auto& name : reading.unresolved_places) out.push_back("#unresolved:" + word_of(name));
  return out;
}

std::string joined(const Tokens& tokens) {
  std::string out;
  for (const auto& token : tokens) out += (out.empty() ? "" : " ") + token;
  return out;
}

Tokens split(std::string_view line) {
  Tokens out;
  std::istringstream in{std::string(line)};
  for (std::string token; in >> token;) out.push_back(token);
  return out;
}

bool holds(const Tokens& tokens, std::string_view wanted) {
  const bool prefix = wanted.ends_with('*');
  if (prefix) wanted.remove_suffix(1);
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return prefix ? token.starts_with(wanted) : token == wanted;
  });
}

}  // namespace

std::string to_notation(const CountRange& range) {
  if (range.is_vague()) return "~" + word_of(std::string(vague_word(range.vague)));
  const std::string min = std::to_string(range.min);
  if (!range.max) return min + "+";
  return *range.max == range.min ? min : min + "-" + std::to_string(*range.max);
}

std::vector<std::string> tokens_of(const Claim& c) {
  Tokens out{std::string(to_word(c.kind))};
  for (const Tagged& e : c.events) add_id(out, "", e.id, "");
  if (c.when) add_when(out, *c.when);
  for (const PlaceMention& p : c.where) add_place(out, p);
  add_figure(out, "p", c.places_hit);
  constexpr const char* kNames[kOutcomes] = {"k", "i", "displaced", "missing", "detained", "c"};
  for (int o = 0; o < kOutcomes; ++o) add_figure(out, kNames[o], c.counts[o]);
  for (const auto& [group, figure] : c.killed_by) add_figure(out, "k." + group, figure);
  for (const auto& [group, figure] : c.injured_by) add_figure(out, "i." + group, figure);
  add_figure(out, "s", c.strikes);
  for (const ActorMention& a : c.actors)
    add_id(
        out, "by:", a.id,
        a.certainty == Certainty::kAsserted ? "" : "(" + std::string(to_word(a.certainty)) + ")");
  for (const WeaponMention& w : c.weapons)
    add_id(out, "w:", w.id, w.count ? "*" + to_notation(*w.count) : "");
  for (const Tagged& t : c.targets)
    add_id(out, "t:", t.id, t.effect.empty() ? "" : "(" + t.effect + ")");
  for (const Share& s : c.shares) {
    std::string groups;
    for (const auto& group : s.groups) groups += (groups.empty() ? "" : "+") + group;
    out.push_back("share:" + s.word + ":" + groups + ":" + s.of);
  }
  for (const Victim& v : c.victims) add_victim(out, v);
  if (c.campaign_day) {
    out.push_back("day" + std::to_string(c.campaign_day->n));
    if (c.campaign_day->start) out.push_back(out.back() + ":" + to_iso(*c.campaign_day->start));
  }
  for (const auto& [name, at] : c.attribution) out.push_back("said:" + word_of(name));
  return out;
}

std::string to_notation(const Reading& reading) {
  std::string out;
  for (const Claim& c : reading.claims) out += (out.empty() ? "" : " | ") + joined(tokens_of(c));
  if (out.empty()) out = "-";
  return out + " " + joined(reading_tokens(reading));
}

std::string mismatch(const Reading& reading, std::string_view expected) {
  std::string faults;
  size_t n = 0;
  const Tokens of_reading = reading_tokens(reading);
  for (std::string_view rest = expected;;) {
    const size_t bar = rest.find(" | ");
    Tokens wanted = split(rest.substr(0, bar));
    // Tokens of the reading may stand with any claim.
    const auto of_claim = std::stable_partition(
        wanted.begin(), wanted.end(),
        [](const std::string& t) { return t.starts_with('#') || t.starts_with("!#"); });
    const bool none = of_claim == wanted.end() || *of_claim == "-";
    const Tokens have =
        !none && n < reading.claims.size() ? tokens_of(reading.claims[n]) : Tokens{};
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
      if (*it == "-") continue;
      const bool unwanted = it->starts_with('!');
      const std::string_view token = std::string_view(*it).substr(unwanted ? 1 : 0);
      if (holds(it < of_claim ? of_reading : have, token) == unwanted)
        faults += (unwanted ? "  unwanted: " : "  missing: ") + std::string(token) +
                  (it < of_claim ? "" : " (claim " + std::to_string(n + 1) + ")") + "\n";
    }
    if (!none) ++n;
    if (bar == std::string_view::npos) break;
    rest.remove_prefix(bar + 3);
  }
  if (n != reading.claims.size())
    faults += "  " + std::to_string(reading.claims.size()) + " claims, expected " +
              std::to_string(n) + "\n";
  return faults.empty() ? faults
                        : "expected: " + std::string(expected) +
                              "\nread:     " + to_notation(reading) + "\n" + faults;
}

}  // namespace sijil::test
