// SPDX-License-Identifier: Apache-2.0
// Puts the scenes of a text's sentences together into claims; inside claims only, read_claims() in
// claims.hpp is the way in.
//
// Sentence by sentence: a scene joins the event that it tells more of, or opens one. What a passage
// lends to the next sentence, what joining does to figures, and what is settled at the end are
// files of their own. One Assembler a text.
#pragma once

#include "base/fold.hpp"
#include "claims/claims.hpp"
#include "claims/clause.hpp"
#include "claims/parts.hpp"
#include "claims/same_event.hpp"
#include "claims/section.hpp"
#include "claims/statement.hpp"
#include "claims/victims.hpp"
#include "claims/when.hpp"
#include "claims/where.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace sijil::claims {

using lexicon::Kind;
using mentions::DateContext;
using mentions::DateUse;
using mentions::PlaceRole;
using text::Role;
using text::Text;

class Assembler {
 public:
  Assembler(const Text& text, const lexicon::Lexicon& lex, const Context& context)
      : text_(text), lex_(lex), context_(context) {}
  Result run();

 private:
  // "... the dead are distributed as follows:" and the lines under it, each a toll of its own.
  struct ListHead {
    Outcome outcome = Outcome::kKilled;
    size_t open = 0;      // the event or total that the list is of
    size_t sentence = 0;  // the line before
  };
  struct LastTold {
    const Open* actors_from = nullptr;
    const Open* events_from = nullptr;
    std::vector<ActorMention> actors;
    std::vector<Tagged> events, events_of_actors;
    std::vector<WeaponMention> weapons;  // of the latest that names its means
    bool one_side = true;                // all actors told so far are the same
    bool bombardment = false;            // by air and ground alike
  };

  // assemble.cpp
  [[nodiscard]] bool in_capitals(const text::Sentence& s) const;
  Parsed parse(const text::Sentence& s, const DateContext& dates);
  [[nodiscard]] bool lists_people(const std::vector<Term>& terms, uint32_t open,
                                  uint32_t close) const;
  void take(Scene& s, const Parsed& p);
  void open_scene(Scene s);
  [[nodiscard]] bool tolls_pending(const Scene& s) const;
  [[nodiscard]] bool toll_told(const Claim& c) const;
  [[nodiscard]] static bool begins_month(const DateRange& range);
  [[nodiscard]] ClaimKind kind_of(const Scene& s) const;
  [[nodiscard]] static bool many_strikes(const Claim& c);
  [[nodiscard]] static bool one_day(const Scene& s);
  [[nodiscard]] bool one_night(const Scene& s) const;
  [[nodiscard]] static bool harmed(const Claim& c);
  [[nodiscard]] static bool exact_toll(const Claim& c);
  [[nodiscard]] static bool none_hurt(const Claim& c);
  [[nodiscard]] bool campaign(const Scene& s) const;
  [[nodiscard]] bool country(const PlaceMention& m) const;
  [[nodiscard]] bool stands_alone(const Scene& s) const;
  Open* find_home(const Scene& s, const Parsed& p);

  // passage.cpp: What sentences without an event of their own tell of the events beside them:
  // names, places, days, lists, blame.
  [[nodiscard]] bool told_in_parts(const std::vector<Scene>& scenes, size_t at,
                                   const DateContext& dates);
  [[nodiscard]] bool first_toll(const Scene& head) const;
  void names(const Parsed& p, size_t i);
  [[nodiscard]] bool cut_short(const Parsed& p) const;
  [[nodiscard]] std::optional<size_t> list_item(const Parsed& p) const;
  void see_place(const Parsed& p, size_t sentence);
  void follow(const Parsed& p, size_t sentence);
  void follow(const Parsed& p, const Scene& detail);
  void blame(const Parsed& p, size_t sentence);
  void suspect(std::vector<ActorMention> who, std::vector<Scene>& scenes, size_t sentence);
  void hear_actors(const Parsed& p, size_t sentence);
  void place_from_seen(Scene& s);
  void hear_list_head(const Parsed& p, size_t i);
  [[nodiscard]] bool line_of_list(const Parsed& p, size_t i);
  [[nodiscard]] bool named_party(const Parsed& p) const;
  void take_item(Scene& s, const Parsed& p);
  void take_beside(const Parsed& p, uint32_t statement, size_t i);
  void sum_up(Scene& s) const;

  // inherit.cpp: What an event takes over from those told before it in its passage: who, by what,
  // when.
  [[nodiscard]] bool same_passage(const Open& a, const Open& b) const;
  [[nodiscard]] bool running_prose(const Open& o) const;
  [[nodiscard]] bool bullet(const Open& o) const;
  [[nodiscard]] bool in_prose(const Open& o) const;
  [[nodiscard]] static bool same_actors(const std::vector<ActorMention>& a,
                                        const std::vector<ActorMention>& b);
  void campaign_events(Claim& c) const;
  void note_bombing(const Claim& c);
  static void war_total_means(Claim& c);
  [[nodiscard]] static bool long_period(const Claim& c);
  void inherit(Claim& c, Open& o, LastTold& told) const;
  [[nodiscard]] bool also_province(const PlaceMention& m) const;

  // join.cpp: How a scene is joined to the event that it tells more of, and headlines to the body.
  static void join_figure(std::optional<Figure>& to, const std::optional<Figure>& from);
  static void add_figure(std::optional<Figure>& to, const std::optional<Figure>& from);
  static int64_t highest(const CountRange& r);
  static void widen(std::optional<Figure>& to, const std::optional<Figure>& from,
                    const Claim& before, const Claim& by);
  static void settle_toll(Open& home, const Scene& s);
  static void join_groups(std::map<std::string, Figure>& to,
                          const std::map<std::string, Figure>& from, bool adds);
  [[nodiscard]] bool told_as(const Tagged& e, const Claim& of, const Claim& event) const;
  static void join_places(Claim& to, const Claim& from);
  static void keep_told_sites(Claim& headline, const Claim& body);
  void join(Open& home, const Scene& s);
  [[nodiscard]] double fits_headline(const Claim& h, const Claim& b) const;
  void merge_headlines();

  // finish.cpp: What is settled when the whole text is read: kinds, events with no means told, who
  // is meant by "the army", what is too thin to be a claim.
  static void keep_within_total(const std::optional<Figure>& total,
                                std::map<std::string, Figure>& parts);
  void finish();
  void deny(const Statement& s);
  static void each_once(std::vector<ActorMention>& actors);
  [[nodiscard]] std::optional<int> about(const Clues& clues) const;
  [[nodiscard]] std::string country_told() const;
  [[nodiscard]] bool only_air() const;
  [[nodiscard]] bool too_thin(const Scene& s, bool bombarded, bool after_others) const;
  [[nodiscard]] static bool war_itself(const Claim& c, bool counted);
  [[nodiscard]] bool only_title(const Claim& c) const;
  static void settle_kind(Claim& c, bool single);
  static void keep_period(Claim& c, std::optional<When>& period);

  // Whether a toll at the head of the report is a total whose parts follow (parts.hpp).
  static constexpr size_t kPartsIn = 12;  // sentences
  // No other toll was told before it.
  static constexpr size_t kFirst = 8;  // claims
  // "The occupation continues its aggression against our regions." tells of no event, but who is
  // meant in those that follow.
  static constexpr size_t kHeard = 3;  // sentences
  // "The offensive has killed 44,000 people": the toll of a war tells no means, whatever weapons
  // are told of beside it.
  static constexpr int64_t kWarToll = 50000;
  // How many claims back a retelling is looked for; keeps long digests linear.
  static constexpr size_t kReach = 48;
  static constexpr size_t kPost = 4;      // sentences of a post
  static constexpr size_t kTellers = 16;  // whose figures are kept one by one
  const Text& text_;
  const lexicon::Lexicon& lex_;
  const Context& context_;
  std::vector<Open> open_;
  std::vector<ActorMention> heard_;
  size_t heard_at_ = 0;
  std::optional<Day> anchor_;  // the day a text without date line says it was written
  RunningDay day_;
  RunningPlace place_;
  std::optional<Scene> pending_;  // an attack told last that is no event yet
  std::optional<ListHead> list_head_;
  std::optional<Scene> lead_;   // the attack that a list being read is of
  size_t lead_sentence_ = 0;    // its latest line
  std::optional<Scene> spare_;  // the first attack only referred to
  size_t sentences_ = 0;        // read so far
  std::optional<Scene>
      seen_;  // the latest place spoken of with a date, in a sentence that told no event
  std::vector<Tagged> bombing_;     // the kinds of bombing told of so far, one each
  size_t last_told_ = 0;            // sentence of the scene told last
  std::optional<Outcome> heading_;  // of the list of names being read
  std::vector<Clues> clues_;        // of the statements, in order
  std::vector<size_t> told_in_;     // the sentence that each claim was first told in
  size_t list_ = 0;                 // sentence of its latest line
  bool widen_ = false;              // the scene being joined is another teller's figure
  bool part_ = false;               // its figures are part of those told
  Result result_;
};

}  // namespace sijil::claims
