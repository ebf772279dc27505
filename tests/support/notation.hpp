// SPDX-License-Identifier: Apache-2.0
// Claims in one line, for rows and failure messages.
//
//   incident airstrike 2019-07-10 morning @Jisr_al-Shughour @@Idlib k6 k.children3 i10+ s2
//   by:syria_gov w:cluster t:hospital said:local_activists
//
// One token a value, blanks in names written _, a token of a finer id followed by the coarse one:
//   incident aggregate cumulative       kind
//   airstrike shelling ...              events
//   2019-07-08..2019-07-10 basis:relative precision:days morning    when
//   @Name @@Name                        sites, areas; place:ID adm1:Name country:Name when resolved
//   k i displaced missing detained c s p    killed, injured, ..., casualties, strikes, places_hit,
//   each
//                                       with 6, 6+ (at least), 4-6, 0-6 (up to), ~dozens
//   k.children3 i.women2                parts of killed and injured
//   by:russia by:russia(alleged)        actors; the certainty when it is not asserted
//   w:rocket w:rocket*20                weapons; with their count
//   t:market t:market(destroyed)        targets; with the effect
//   share:most:women+children:killed    shares
//   v:Name v:Name(34) v:(child,f,killed)    victims: name; name and age; age group, sex and outcome
//   day74 day74:2019-04-28              day of a campaign; with its first
//   said:local_activists                attribution
// Of the reading, in any claim's place: #lang:ar #published:2019-07-10 #basis:text #party:russia
// #denial #call (kinds of statements; #denial:by:russia #call:said:Name #denial:about1: whose, of
// which claim) #unresolved:Name.
#pragma once

#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace sijil::test {

[[nodiscard]] std::string to_notation(const CountRange& range);
[[nodiscard]] std::vector<std::string> tokens_of(const Claim& claim);
// Claims separated by " | ", "-" for none, then the tokens of the reading.
[[nodiscard]] std::string to_notation(const Reading& reading);

// Compares with what a row expects: the claims in order, as many as expected ("-" is none); every
// token must be there; "!token" must not be there; a token may end in "*", for any that begins so.
// "" when it holds, else what does not.
[[nodiscard]] std::string mismatch(const Reading& reading, std::string_view expected);

}  // namespace sijil::test
