// SPDX-License-Identifier: Apache-2.0
// What vague counts of people stand for by the rules of a coding project. Claims are read literally
// ("dozens" stays a word); a codebook is applied at the end, and only when it is asked for.
#pragma once

#include "base/result.hpp"
#include "model/claim.hpp"

#include <map>
#include <string>

namespace sijil::engine {

class Codebook {
 public:
  // `literal` changes nothing; any other name reads data/codebook/<name>.tsv below `data_folder`
  // (columns count, min, max, source, note; an empty max is open). A missing file, an unknown word
  // or a figure that is none fails.
  [[nodiscard]] static Result<Codebook> open(const std::string& data_folder,
                                             const std::string& name);

  // Gives every vague count of people in the claim its figures; spans stay, so the word can still
  // be seen. Strikes and munitions are no people and keep their words. Thread-safe.
  void apply(Claim& claim) const;

 private:
  std::map<Vague, CountRange> figures_;
};

}  // namespace sijil::engine
