// SPDX-License-Identifier: Apache-2.0
// The JSON of a reading made by hand: every key, in its order, spans in code points.
#include "engine/claim_json.hpp"

#include "engine/reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace sijil::engine {

namespace {

Evidence at(uint32_t begin, uint32_t end) { return {{begin, end}, false}; }

Document document() {
  Document d;
  d.id = "d";
  // Two bytes a letter: byte offsets are not code points.
  d.text = "\u0642\u0635\u0641 six";
  d.title = "T\u00E9 6";
  d.sha256 = "00";
  return d;
}

std::string json_of(const Reading& reading) {
  std::string out;
  append_json(out, document(), reading, "f1");
  return out;
}

const std::string kHead = R"({"id":"d","sha256":"00","lang":"ar","title":"T)"
                          "\u00E9"
                          R"( 6","publisher":null,"publisher_party":null,"published":)";

std::string engine_and_data() {
  return R"("engine":")" + std::string(version()) + R"(","data":"f1",)";
}

TEST(ClaimJson, TopLevelKeysAreAlwaysThere) {
  Reading r;
  r.lang = "ar";
  EXPECT_EQ(json_of(r),
            kHead + R"({"date":null,"basis":"none"},)" + engine_and_data() +
                R"("claims":[],"statements":[],"unresolved_places":[],"diagnostics":[]})");
}

TEST(ClaimJson, ClaimKeysComeInOrder) {
  Reading r;
  r.lang = "ar";
  r.published = {make_day(2019, 7, 10), PublishedBasis::kText};
  Claim c;
  c.kind = ClaimKind::kAggregate;
  c.events.push_back({"shelling", at(0, 6), ""});
  c.when = When{
      {*make_day(2019, 7, 8), *make_day(2019, 7, 10), DatePrecision::kDays, DateBasis::kRelative},
      true,
      TimeOfDay::kDawn,
      at(0, 2)};
  PlaceMention p;
  p.name = "six";
  p.at = at(7, 10);
  p.place = "zz.six";
  p.lat = 1.5;
  p.lon = -2.25;
  p.radius_m = 500;
  p.precision = "town";
  p.adm1 = "A";
  p.adm2 = "B";
  p.country = "C";
  c.where.push_back(p);
  c.places_hit = Figure{CountRange::at_least(17), at(0, 2), {}};
  c.actors.push_back({"other", "six", at(7, 10), Certainty::kAlleged});
  c.weapons.push_back({"rocket", at(0, 2), CountRange::exactly(3)});
  c.strikes = Figure{CountRange::exactly(68), at(0, 2), {}};
  c.targets.push_back({"market", at(0, 2), "destroyed"});
  c.count(Outcome::kKilled) =
      Figure{CountRange::between(4, 6), {{4, 5}, true}, {{CountRange::exactly(4), "x", at(0, 2)}}};
  c.count(Outcome::kInjured) = Figure{CountRange::vaguely(Vague::kNumber), at(0, 2), {}};
  c.killed_by["women"] = Figure{CountRange::exactly(1), at(0, 2), {}};
  c.killed_by["children"] = Figure{CountRange::exactly(2), at(0, 2), {}};
  c.shares.push_back({{"women", "children"}, "killed+injured", "most", at(0, 2)});
  Victim v;
  v.name = "six";
  v.age = 34;
  v.sex = "f";
  v.outcome = "killed";
  v.at = at(7, 10);
  c.victims.push_back(v);
  c.campaign_day = CampaignDay{74, make_day(2019, 4, 28), at(0, 2)};
  c.attribution.push_back({"six", at(7, 10)});
  c.evidence = at(0, 10);
  c.rules = {"a.b", "c"};
  r.claims.push_back(c);
  Statement s;
  s.kind = "denial";
  s.speaker = "six";
  s.about = 1;
  s.at = at(7, 10);
  r.statements.push_back(s);
  r.unresolved_places = {"six"};
  r.diagnostics.push_back({"m", {0, 6}});
  EXPECT_EQ(
      json_of(r),
      kHead + R"({"date":"2019-07-10","basis":"text"},)" + engine_and_data() +
          R"("claims":[{"n":1,"kind":"aggregate","events":[{"id":"shelling","span":[0,3]}],)"
          R"("when":{"start":"2019-07-08","end":"2019-07-10","time_of_day":"dawn","precision":"days",)"
          R"("basis":"relative","span":[0,1]},)"
          R"("where":[{"name":"six","role":"site","span":[4,7],"place":"zz.six","lat":1.50000,"lon":-2.25000,)"
          R"("radius_m":500,"precision":"town","adm1":"A","adm2":"B","country":"C"}],)"
          R"("places_hit":{"min":17,"max":null,"span":[0,1]},)"
          R"("actors":[{"id":"other","name":"six","span":[4,7],"certainty":"alleged"}],)"
          R"("weapons":[{"id":"rocket","span":[0,1],"count":{"min":3,"max":3}}],)"
          R"("strikes":{"min":68,"max":68,"span":[0,1]},)"
          R"("targets":[{"id":"market","span":[0,1],"effect":"destroyed"}],)"
          R"("killed":{"min":4,"max":6,"title_span":[3,4],"told":[{"min":4,"max":4,"by":"x","span":[0,1]}]},)"
          R"("injured":{"vague":"a number","span":[0,1]},)"
          R"("killed_by":{"children":{"min":2,"max":2,"span":[0,1]},"women":{"min":1,"max":1,"span":[0,1]}},)"
          R"("shares":[{"groups":["women","children"],"of":"killed+injured","word":"most","span":[0,1]}],)"
          R"("victims":[{"name":"six","age":34,"sex":"f","outcome":"killed","span":[4,7]}],)"
          R"("campaign_day":{"n":74,"start":"2019-04-28","span":[0,1]},)"
          R"("attribution":[{"name":"six","span":[4,7]}],"evidence":[0,7],"rules":["a.b","c"]}],)"
          R"("statements":[{"kind":"denial","speaker":"six","about":1,"span":[4,7]}],)"
          R"("unresolved_places":["six"],"diagnostics":[{"message":"m","span":[0,3]}]})");
}

TEST(ClaimJson, ATimeWithoutADateHasOnlyThat) {
  Reading r;
  r.lang = "ar";
  Claim c;
  c.when = When{{}, false, TimeOfDay::kNight, at(0, 2)};
  c.evidence = at(0, 10);
  r.claims.push_back(c);
  EXPECT_NE(json_of(r).find(
                R"("when":{"time_of_day":"night","span":[0,1]},"evidence":[0,7],"rules":[]})"),
            std::string::npos)
      << json_of(r);
}

}  // namespace

}  // namespace sijil::engine
