// SPDX-License-Identifier: Apache-2.0
// A Reading as JSON, key by key in the order of docs/formats/claims.md.
#include "engine/claim_json.hpp"

#include "base/json_writer.hpp"
#include "base/utf8.hpp"
#include "engine/reader.hpp"

#include <algorithm>
#include <array>

namespace sijil::engine {

namespace {

// Five decimals of a degree are about a metre.
constexpr int kDegreeDecimals = 5;

// Groups in the order of the published guide, then any other by name.
constexpr std::array<std::string_view, 8> kGroups = {
    "civilians", "children", "women", "men", "combatants", "medics", "journalists", "rescuers"};

class ClaimWriter {
 public:
  ClaimWriter(std::string& out, const Document& document)
      : json_(out), text_(document.text), title_(document.title) {}

  void write(const Document& document, const Reading& reading, std::string_view data_fingerprint);

 private:
  void text_or_null(std::string_view key, std::string_view s) {
    if (s.empty()) {
      json_.null_field(key);
    } else {
      json_.field(key, s);
    }
  }
  void text_if_any(std::string_view key, std::string_view s) {
    if (!s.empty()) json_.field(key, s);
  }
  void number(std::string_view key, int64_t n) { json_.field(key, n); }

  void span_field(std::string_view key, Span span, const utf8::OffsetMap& map) {
    json_.key(key);
    json_.begin_array();
    json_.value(static_cast<int64_t>(map.code_points_before(span.begin)));
    json_.value(static_cast<int64_t>(map.code_points_before(span.end)));
    json_.end_array();
  }
  // Nothing is written for a value that no words carry (a date known only from metadata).
  void span(const Evidence& at, std::string_view key = "span") {
    if (at.span.empty()) return;
    if (at.in_title) {
      span_field("title_span", at.span, title_);
    } else {
      span_field(key, at.span, text_);
    }
  }

  void bounds(const CountRange& range) {
    if (range.is_vague()) {
      json_.field("vague", vague_word(range.vague));
      return;
    }
    number("min", range.min);
    if (range.max) {
      number("max", *range.max);
    } else {
      json_.null_field("max");
    }
  }
  void figure(std::string_view key, const std::optional<Figure>& f) {
    if (f) figure(key, *f);
  }
  void figure(std::string_view key, const Figure& f) {
    json_.key(key);
    json_.begin_object();
    bounds(f.range);
    span(f.at);
    if (!f.told.empty()) {
      json_.key("told");
      json_.begin_array();
      for (const Told& told : f.told) {
        json_.begin_object();
        bounds(told.range);
        text_if_any("by", told.by);
        span(told.at);
        json_.end_object();
      }
      json_.end_array();
    }
    json_.end_object();
  }
  void groups(std::string_view key, const std::map<std::string, Figure>& by) {
    if (by.empty()) return;
    json_.key(key);
    json_.begin_object();
    for (const auto name : kGroups)
      if (const auto it = by.find(std::string(name)); it != by.end()) figure(name, it->second);
    for (const auto& [name, f] : by)
      if (std::find(kGroups.begin(), kGroups.end(), name) == kGroups.end()) figure(name, f);
    json_.end_object();
  }

  void tagged(std::string_view key, const std::vector<Tagged>& items) {
    if (items.empty()) return;
    json_.key(key);
    json_.begin_array();
    for (const Tagged& item : items) {
      json_.begin_object();
      json_.field("id", std::string_view(item.id));
      span(item.at);
      text_if_any("effect", item.effect);
      json_.end_object();
    }
    json_.end_array();
  }
  void date_range(const DateRange& range) {
    json_.field("start", std::string_view(to_iso(range.first)));
    json_.field("end", std::string_view(to_iso(range.last)));
  }

  void when(const When& w);
  void where(const std::vector<PlaceMention>& places);
  void actors(const std::vector<ActorMention>& mentions);
  void weapons(const std::vector<WeaponMention>& mentions);
  void shares(const std::vector<Share>& items);
  void victims(const std::vector<Victim>& people);
  void claim(const Claim& c, int64_t n);
  void statement(const Statement& s);

  JsonWriter json_;
  utf8::OffsetMap text_, title_;
};

void ClaimWriter::when(const When& w) {
  json_.key("when");
  json_.begin_object();
  if (w.dated) date_range(w.range);
  text_if_any("time_of_day", to_word(w.time));
  if (w.dated) {
    json_.field("precision", to_word(w.range.precision));
    json_.field("basis", to_word(w.range.basis));
  }
  span(w.at);
  json_.end_object();
}

void ClaimWriter::where(const std::vector<PlaceMention>& places) {
  if (places.empty()) return;
  json_.key("where");
  json_.begin_array();
  for (const PlaceMention& p : places) {
    json_.begin_object();
    json_.field("name", std::string_view(p.name));
    json_.field("role", p.site ? "site" : "area");
    span(p.at);
    text_if_any("place", p.place);
    if (p.lat && p.lon) {
      json_.key("lat");
      json_.value(*p.lat, kDegreeDecimals);
      json_.key("lon");
      json_.value(*p.lon, kDegreeDecimals);
      number("radius_m", p.radius_m);
    }
    text_if_any("precision", p.precision);
    text_if_any("adm1", p.adm1);
    text_if_any("adm2", p.adm2);
    text_if_any("country", p.country);
    json_.end_object();
  }
  json_.end_array();
}

void ClaimWriter::actors(const std::vector<ActorMention>& mentions) {
  if (mentions.empty()) return;
  json_.key("actors");
  json_.begin_array();
  for (const ActorMention& a : mentions) {
    json_.begin_object();
    json_.field("id", std::string_view(a.id));
    json_.field("name", std::string_view(a.name));
    span(a.at);
    json_.field("certainty", to_word(a.certainty));
    json_.end_object();
  }
  json_.end_array();
}

void ClaimWriter::weapons(const std::vector<WeaponMention>& mentions) {
  if (mentions.empty()) return;
  json_.key("weapons");
  json_.begin_array();
  for (const WeaponMention& w : mentions) {
    json_.begin_object();
    json_.field("id", std::string_view(w.id));
    span(w.at);
    if (w.count) {
      json_.key("count");
      json_.begin_object();
      bounds(*w.count);
      json_.end_object();
    }
    json_.end_object();
  }
  json_.end_array();
}

void ClaimWriter::shares(const std::vector<Share>& items) {
  if (items.empty()) return;
  json_.key("shares");
  json_.begin_array();
  for (const Share& s : items) {
    json_.begin_object();
    json_.key("groups");
    json_.begin_array();
    for (const auto& group : s.groups) json_.value(std::string_view(group));
    json_.end_array();
    json_.field("of", std::string_view(s.of));
    json_.field("word", std::string_view(s.word));
    span(s.at);
    json_.end_object();
  }
  json_.end_array();
}

void ClaimWriter::victims(const std::vector<Victim>& people) {
  if (people.empty()) return;
  json_.key("victims");
  json_.begin_array();
  for (const Victim& v : people) {
    json_.begin_object();
    text_if_any("name", v.name);
    if (v.age) number("age", *v.age);
    text_if_any("age_group", v.age_group);
    text_if_any("sex", v.sex);
    text_if_any("role", v.role);
    text_if_any("family", v.family);
    text_if_any("outcome", v.outcome);
    span(v.at);
    json_.end_object();
  }
  json_.end_array();
}

void ClaimWriter::claim(const Claim& c, int64_t n) {
  json_.begin_object();
  number("n", n);
  json_.field("kind", to_word(c.kind));
  tagged("events", c.events);
  if (c.when) when(*c.when);
  where(c.where);
  figure("places_hit", c.places_hit);
  actors(c.actors);
  weapons(c.weapons);
  figure("strikes", c.strikes);
  tagged("targets", c.targets);
  for (int o = 0; o < kOutcomes; ++o) figure(to_word(static_cast<Outcome>(o)), c.counts[o]);
  groups("killed_by", c.killed_by);
  groups("injured_by", c.injured_by);
  shares(c.shares);
  victims(c.victims);
  if (c.campaign_day) {
    json_.key("campaign_day");
    json_.begin_object();
    number("n", c.campaign_day->n);
    if (c.campaign_day->start)
      json_.field("start", std::string_view(to_iso(*c.campaign_day->start)));
    span(c.campaign_day->at);
    json_.end_object();
  }
  if (!c.attribution.empty()) {
    json_.key("attribution");
    json_.begin_array();
    for (const auto& [name, at] : c.attribution) {
      json_.begin_object();
      json_.field("name", std::string_view(name));
      span(at);
      json_.end_object();
    }
    json_.end_array();
  }
  span(c.evidence, "evidence");
  json_.key("rules");
  json_.begin_array();
  for (const auto& rule : c.rules) json_.value(std::string_view(rule));
  json_.end_array();
  json_.end_object();
}

void ClaimWriter::statement(const Statement& s) {
  json_.begin_object();
  json_.field("kind", std::string_view(s.kind));
  text_if_any("speaker", s.speaker);
  text_if_any("actor", s.actor);
  if (s.date) {
    json_.key("date");
    json_.begin_object();
    date_range(*s.date);
    json_.end_object();
  }
  if (s.about) {
    number("about", *s.about);
  } else {
    json_.null_field("about");
  }
  span(s.at);
  json_.end_object();
}

void ClaimWriter::write(const Document& document, const Reading& reading,
                        std::string_view data_fingerprint) {
  json_.begin_object();
  json_.field("id", std::string_view(document.id));
  json_.field("sha256", std::string_view(document.sha256));
  json_.field("lang", std::string_view(reading.lang));
  text_or_null("title", document.title);
  text_or_null("publisher", document.publisher);
  text_or_null("publisher_party", reading.publisher_party);
  json_.key("published");
  json_.begin_object();
  text_or_null("date", reading.published.day ? to_iso(*reading.published.day) : std::string());
  json_.field("basis", to_word(reading.published.basis));
  json_.end_object();
  json_.field("engine", version());
  json_.field("data", data_fingerprint);
  json_.key("claims");
  json_.begin_array();
  int64_t n = 0;
  for (const Claim& c : reading.claims) claim(c, ++n);
  json_.end_array();
  json_.key("statements");
  json_.begin_array();
  for (const Statement& s : reading.statements) statement(s);
  json_.end_array();
  json_.key("unresolved_places");
  json_.begin_array();
  for (const auto& name : reading.unresolved_places) json_.value(std::string_view(name));
  json_.end_array();
  json_.key("diagnostics");
  json_.begin_array();
  for (const Diagnostic& d : reading.diagnostics) {
    json_.begin_object();
    json_.field("message", std::string_view(d.message));
    span({d.at, false});
    json_.end_object();
  }
  json_.end_array();
  json_.end_object();
}

}  // namespace

void append_json(std::string& out, const Document& document, const Reading& reading,
                 std::string_view data_fingerprint) {
  ClaimWriter(out, document).write(document, reading, data_fingerprint);
}

}  // namespace sijil::engine
