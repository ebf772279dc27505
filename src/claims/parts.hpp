// SPDX-License-Identifier: Apache-2.0
// A toll at the head of a report whose parts follow it, place by place, and make up its sum: "Rebel
// fire killed 14 in the city. Rockets on X killed 13. Shells killed one in Y." It is a total of
// several attacks, and its parts are no other tellers' figures of it. Nothing fails; a value of one
// thread. Internal to claims/.
#pragma once

#include "claims/scene.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace sijil::claims {

// Where several attacks may have been: no site, a city or more, several sites, several strikes.
[[nodiscard]] bool wide(const Claim& claim, const lexicon::Lexicon& lexicon);

// Whether a claim tells no figure of dead or hurt but those told before.
[[nodiscard]] bool retells(const Claim& again, const Claim& before);

// The figures after a head, which outlives it, taken in the order of the text until they make up
// its sum or cannot.
class Parts {
 public:
  explicit Parts(const Scene& head);
  // Whether the head tells a number that may be of several attacks.
  [[nodiscard]] bool sums() const;
  void add(const Scene& scene);
  [[nodiscard]] bool open() const { return !off_ && !met(); }
  [[nodiscard]] bool whole() const { return !off_ && met(); }

 private:
  struct Sum {
    int64_t whole = 0, so_far = 0, most = 0;
    bool at_least = false;
    // Takes a part; whether it is too much.
    bool over(int64_t part);
    [[nodiscard]] bool met() const { return so_far >= whole; }
  };
  [[nodiscard]] bool met() const;
  [[nodiscard]] bool other_day(const Scene& scene) const;

  const Scene& head_;
  Sum killed_, injured_;
  std::set<std::string> places_;
  std::pair<int64_t, int64_t> last_;  // killed and injured of the part before
  std::string placed_;                // where the attack told last was: its toll may follow
  size_t count_ = 0, unnamed_ = 0;
  bool off_ = false;  // a figure that is no part of it
};

}  // namespace sijil::claims
