// SPDX-License-Identifier: Apache-2.0
// The language data, read once and compiled into one matcher. Immutable after load, shared by
// threads.
//
// Matching works on word ids: a text's words are looked up once (find_word), then the matcher walks
// a trie of word ids, so each phrase of every kind is found in one pass.
#pragma once

#include "base/result.hpp"
#include "lexicon/gazetteer.hpp"
#include "lexicon/sense.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sijil::lexicon {

// Maps folded words to small ids; 0 means unknown.
class Vocabulary {
 public:
  uint32_t intern(std::string_view word);
  [[nodiscard]] uint32_t find(std::string_view word) const;
  [[nodiscard]] size_t size() const { return count_; }

 private:
  void grow();
  struct Slot {
    uint64_t hash = 0;
    uint32_t id = 0;
    uint32_t offset = 0;
    uint32_t length = 0;
  };
  std::vector<Slot> slots_;
  std::string bytes_;
  uint32_t count_ = 0;
};

// A trie node: which senses end here.
struct Node {
  uint32_t first_sense = 0;
  uint32_t sense_count = 0;
};

class Lexicon {
 public:
  // Reads every data/<lang>/<kind>.tsv and data/gazetteer/*.tsv under `folder`. Malformed rows are
  // left out and named in `faults` (file, line, reason); an unreadable file or wrong header fails.
  [[nodiscard]] static Result<Lexicon> load(const std::string& folder,
                                            std::vector<std::string>& faults);

  // The word id of a folded word, 0 when no form holds it.
  [[nodiscard]] uint32_t find_word(std::string_view folded) const { return words_.find(folded); }

  // Trie steps: the node after `word` from the root, or from `node`; 0 when there is none.
  [[nodiscard]] uint32_t first(uint32_t word) const {
    return word < roots_.size() ? roots_[word] : 0;
  }
  [[nodiscard]] uint32_t next(uint32_t node, uint32_t word) const;
  // Whether a phrase goes on from the node that lets other words stand between (tag `gap`).
  [[nodiscard]] bool opens_gap(uint32_t node) const {
    return node < parted_.size() && parted_[node];
  }
  [[nodiscard]] bool has_next(uint32_t node) const { return node < inner_.size() && inner_[node]; }
  [[nodiscard]] std::span<const Sense> senses(uint32_t node) const {
    return {senses_.data() + nodes_[node].first_sense, nodes_[node].sense_count};
  }

  [[nodiscard]] const std::string& id_name(uint16_t id) const { return ids_[id]; }
  // The number of an id name, 0 when no row has it.
  [[nodiscard]] uint16_t id_of(std::string_view name) const;

  [[nodiscard]] const Gazetteer& gazetteer() const { return gazetteer_; }
  // The node of all places of which a folded name, listed nowhere, is another spelling; 0 when
  // there is none.
  [[nodiscard]] uint32_t spelled(std::string_view folded) const;
  // A name that is not resolved yet stands for its places by its node in decimal
  // (PlaceMention::place); any other text stands for none. The gazetteer indices of a name:
  [[nodiscard]] std::vector<int32_t> places_of(std::string_view node) const;
  // Whether a place of the name `outer` contains another one of the name `inner`.
  [[nodiscard]] bool name_contains(std::string_view outer, std::string_view inner) const;
  [[nodiscard]] const std::string& fingerprint() const {
    return fingerprint_;
  }  // of all data bytes
  [[nodiscard]] size_t rows() const { return rows_; }
  [[nodiscard]] size_t forms() const { return forms_; }

 private:
  Lexicon() = default;
  friend class Compiler;
  Vocabulary words_;
  std::vector<Node> nodes_;
  std::vector<Sense> senses_;
  std::vector<uint32_t> roots_;
  std::vector<bool> inner_;
  std::vector<bool> parted_;  // opens_gap
  struct Edge {
    uint64_t key = 0;
    uint32_t child = 0;
  };
  std::vector<Edge> edges_;  // open addressing
  std::vector<std::string> ids_;
  Gazetteer gazetteer_;
  std::unordered_map<std::string, uint32_t> spellings_;  // nodes by spelling key
  std::string fingerprint_;
  size_t rows_ = 0, forms_ = 0;
};

// All faults of the data under `folder`, as sentences with file and line; empty when it is sound.
[[nodiscard]] std::vector<std::string> check_data(const std::string& folder);

}  // namespace sijil::lexicon
