// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lexicon.hpp"

#include "base/file.hpp"
#include "base/fold.hpp"
#include "base/sha256.hpp"
#include "lexicon/inflect.hpp"
#include "lexicon/spelling.hpp"
#include "lexicon/tsv.hpp"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>
#include <unordered_map>

namespace sijil::lexicon {

namespace {

constexpr std::array<std::string_view, kKinds> kStems = {
    "event",     "weapon", "target",    "outcome",    "people",   "actor",
    "force",     "number", "bound",     "vague",      "time",     "speaker",
    "reporting", "cue",    "furniture", "place_word", "not_name", "place"};

struct TagName {
  std::string_view name;
  uint64_t bit;
};
constexpr TagName kTagNames[] = {{"sg", kTagSg},           {"pl", kTagPl},
                                 {"dual", kTagDual},       {"f", kTagFemale},
                                 {"m", kTagMale},          {"verb", kTagVerb},
                                 {"count", kTagCount},     {"platform", kTagPlatform},
                                 {"mock", kTagMock},       {"agent", kTagAgent},
                                 {"strong", kTagStrong},   {"person", kTagPerson},
                                 {"noun", kTagNoun},       {"active", kTagActive},
                                 {"later", kTagLater},     {"adult", kTagAdult},
                                 {"kin", kTagKin},         {"loaded", kTagLoaded},
                                 {"adj", kTagAdj},         {"party", kTagParty},
                                 {"media", kTagMedia},     {"state", kTagState},
                                 {"unit", kTagUnit},       {"ten", kTagTen},
                                 {"hundred", kTagHundred}, {"thousand", kTagThousand},
                                 {"million", kTagMillion}, {"dozen", kTagDozen},
                                 {"half", kTagHalf},       {"pre", kTagPre},
                                 {"post", kTagPost},       {"both", kTagBoth},
                                 {"drop", kTagDrop},       {"keep", kTagKeep},
                                 {"line", kTagLine},       {"start", kTagStart},
                                 {"any", kTagAny},         {"next", kTagNext},
                                 {"weak", kTagWeak},       {"passive", kTagPassive},
                                 {"local", kTagLocal},     {"gap", kTagGap},
                                 {"caps", kTagCaps}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// Letters and digits go on as a word of their own ("m" "23"); separators are skipped.
bool is_part(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
}

uint64_t hash_of(std::string_view s) { return XXH3_64bits(s.data(), s.size()); }

uint64_t edge_hash(uint64_t key) {
  key ^= key >> 33;
  key *= 0xff51afd7ed558ccdULL;
  return key ^ (key >> 33);
}

const std::vector<std::string_view>& lexicon_columns() {
  static const std::vector<std::string_view> kColumns = {"id",   "form",   "pos",
                                                         "tags", "source", "note"};
  return kColumns;
}

// Whether a letter of the Arabic block (U+0600 to U+06FF) stands in it.
bool has_arabic(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD8 && byte <= 0xDB;
  });
}

}  // namespace

std::string_view file_stem(Kind k) { return kStems[static_cast<size_t>(k)]; }

uint32_t Vocabulary::intern(std::string_view word) {
  if (slots_.size() < 2 * (count_ + 1)) grow();
  const uint64_t h = hash_of(word);
  for (size_t i = h & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    Slot& s = slots_[i];
    if (s.id == 0) {
      s = {h, ++count_, static_cast<uint32_t>(bytes_.size()), static_cast<uint32_t>(word.size())};
      bytes_ += word;
      return s.id;
    }
    if (s.hash == h && std::string_view(bytes_).substr(s.offset, s.length) == word) return s.id;
  }
}

uint32_t Vocabulary::find(std::string_view word) const {
  if (slots_.empty()) return 0;
  const uint64_t h = hash_of(word);
  for (size_t i = h & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
    const Slot& s = slots_[i];
    if (s.id == 0) return 0;
    if (s.hash == h && std::string_view(bytes_).substr(s.offset, s.length) == word) return s.id;
  }
}

void Vocabulary::grow() {
  std::vector<Slot> old(std::max<size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& s : old) {
    if (s.id == 0) continue;
    size_t i = s.hash & (slots_.size() - 1);
    while (slots_[i].id != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = s;
  }
}

// Builds a Lexicon row by row.
class Compiler {
 public:
  explicit Compiler(std::vector<std::string>& faults) : faults_(faults) {
    lex_.ids_.emplace_back();
    building_.emplace_back();
  }

  void add_rows(const TsvFile& file, Kind kind, bool arabic) {
    faults_.insert(faults_.end(), file.faults.begin(), file.faults.end());
    std::set<std::pair<std::string, std::string>> seen;
    for (const TsvRow& row : file.rows) {
      const std::string where = file.path + ":" + std::to_string(row.line);
      Sense sense;
      sense.kind = kind;
      const std::string folded = fold(row.cells[1]);
      // A Latin name among Arabic words ("ISIS") keeps to the grammar of the text it stands in.
      sense.arabic = arabic && has_arabic(folded) ? 1 : 0;
      if (row.cells[0].empty() || folded.empty()) {
        faults_.push_back(where + ": a row needs an id and a form.");
        continue;
      }
      if (row.cells[2].size() != 1 ||
          std::string_view("vnaxp").find(row.cells[2][0]) == std::string_view::npos) {
        faults_.push_back(where + ": pos must be one of v, n, a, x, p.");
        continue;
      }
      // Such a form would make a word of every count.
      if (kind != Kind::kNumber && kind != Kind::kTime &&
          folded.find_first_not_of("0123456789 ,.-") == std::string::npos) {
        faults_.push_back(where + ": \"" + std::string(row.cells[1]) +
                          "\" is a bare number; only number.tsv and time.tsv may list one.");
        continue;
      }
      if (row.cells[4].empty()) faults_.push_back(where + ": a row needs a source.");
      if (!seen.emplace(folded, std::string(row.cells[0]) + row.cells[2][0]).second)
        faults_.push_back(where + ": \"" + std::string(row.cells[1]) +
                          "\" is listed twice with this id.");
      sense.pos = row.cells[2][0];
      sense.id = id(row.cells[0]);
      if (!read_tags(row.cells[3], sense, where)) continue;
      if (kind == Kind::kNumber) {
        const auto v = row.cells[0];
        std::from_chars(v.data(), v.data() + v.size(), sense.value);
      }
      const bool listed_plural = sense.has(kTagPl | kTagDual);
      const char pos = kind == Kind::kFurniture || kind == Kind::kNotName ? 'x' : sense.pos;
      for (const Form& form : arabic ? arabic_forms(folded, pos, listed_plural)
                                     : english_forms(folded, pos, listed_plural)) {
        sense.inflection = form.inflection;
        add_form(form.text, sense);
      }
      ++lex_.rows_;
    }
  }

  void add_places() {
    const auto& places = lex_.gazetteer_.places();
    for (size_t i = 0; i < places.size(); ++i) {
      Sense sense;
      sense.kind = Kind::kPlace;
      sense.value = static_cast<int64_t>(i);
      for (const auto& name : places[i].names_en) {
        const std::string folded = fold(name);
        add_form(folded, sense);
        add_spelling(folded, sense);
      }
      sense.arabic = 1;
      for (const auto& name : places[i].names_ar) add_form(fold(name), sense);
      ++lex_.rows_;
    }
  }

  // A node of its own for each key, which no word leads to.
  void add_spelling(std::string_view folded, const Sense& sense) {
    const SpellingKeys keys = spelling_keys(folded);
    for (const auto& [mark, key] : {std::pair('c', &keys.close), std::pair('w', &keys.wide)}) {
      if (key->empty()) continue;
      const auto [it, fresh] = lex_.spellings_.try_emplace(mark + *key, 0);
      if (fresh) {
        it->second = static_cast<uint32_t>(building_.size());
        building_.emplace_back();
      }
      auto& list = building_[it->second];
      if (list.empty() || list.back().value != sense.value) list.push_back(sense);
    }
  }

  Gazetteer& gazetteer() { return lex_.gazetteer_; }

  Lexicon finish(std::string fingerprint) {
    lex_.fingerprint_ = std::move(fingerprint);
    lex_.nodes_.resize(building_.size());
    lex_.inner_.resize(building_.size());
    lex_.parted_.resize(building_.size());
    for (size_t i = 0; i < building_.size(); ++i) {
      lex_.nodes_[i].first_sense = static_cast<uint32_t>(lex_.senses_.size());
      lex_.nodes_[i].sense_count = static_cast<uint32_t>(building_[i].size());
      lex_.senses_.insert(lex_.senses_.end(), building_[i].begin(), building_[i].end());
    }
    lex_.roots_.assign(lex_.words_.size() + 1, 0);
    size_t inner = 0;
    for (const auto& [key, child] : links_) inner += (key >> 32) != 0;
    size_t capacity = 1024;
    while (capacity < inner * 3) capacity *= 2;
    lex_.edges_.resize(capacity);
    for (const auto& [key, child] : links_) {
      const auto node = static_cast<uint32_t>(key >> 32);
      for (const Sense& s : building_[child])
        if (s.has(kTagGap)) lex_.parted_[node] = true;
      if (node == 0) {
        lex_.roots_[key & 0xFFFFFFFF] = child;
        continue;
      }
      lex_.inner_[node] = true;
      size_t i = edge_hash(key) & (capacity - 1);
      while (lex_.edges_[i].child != 0) i = (i + 1) & (capacity - 1);
      lex_.edges_[i] = {key, child};
    }
    return std::move(lex_);
  }

 private:
  uint16_t id(std::string_view name) {
    const auto [it, fresh] =
        id_index_.emplace(std::string(name), static_cast<uint16_t>(lex_.ids_.size()));
    if (fresh) lex_.ids_.emplace_back(name);
    return it->second;
  }

  bool read_tags(std::string_view cell, Sense& sense, const std::string& where) {
    while (!cell.empty()) {
      const size_t semi = cell.find(';');
      std::string_view tag = cell.substr(0, semi);
      cell = semi == std::string_view::npos ? std::string_view{} : cell.substr(semi + 1);
      while (!tag.empty() && tag.front() == ' ') tag.remove_prefix(1);
      if (tag.empty()) continue;
      if (const size_t eq = tag.find('='); eq != std::string_view::npos) {
        const auto key = tag.substr(0, eq);
        if (key != "event" && key != "actor" && key != "party" && key != "tod") {
          faults_.push_back(where + ": \"" + std::string(tag) + "\" is not a tag.");
          return false;
        }
        sense.arg = id(tag.substr(eq + 1));
        if (key == "party") sense.tags |= kTagParty;
        continue;
      }
      const auto it = std::find_if(std::begin(kTagNames), std::end(kTagNames),
                                   [&](const TagName& t) { return t.name == tag; });
      if (it == std::end(kTagNames)) {
        faults_.push_back(where + ": \"" + std::string(tag) + "\" is not a tag.");
        return false;
      }
      sense.tags |= it->bit;
    }
    return true;
  }

  // "'s" at the end of a word, which is no word of its own.
  [[nodiscard]] static bool possessive(std::string_view folded, size_t at) {
    return folded.substr(at).starts_with("'s") &&
           (at + 2 == folded.size() || folded[at + 2] == ' ');
  }
  // Words of a form are split as tokens are: at spaces and at punctuation.
  void add_form(std::string_view folded, const Sense& sense) {
    uint32_t node = 0;
    size_t words = 0;
    for (size_t at = 0; at < folded.size();) {
      size_t end = at;
      while (end < folded.size() && folded[end] != ' ' && folded[end] != '.' &&
             folded[end] != '\'' && folded[end] != '"' && folded[end] != '/' &&
             folded[end] != ',' && folded[end] != '(' && folded[end] != ')' && folded[end] != '&' &&
             (end == at || is_digit(folded[end]) == is_digit(folded[end - 1])))
        ++end;
      if (end > at) {
        const uint32_t word = lex_.words_.intern(folded.substr(at, end - at));
        node = child(node, word);
        ++words;
      }
      at = end < folded.size() && end > at && is_digit(folded[end]) != is_digit(folded[end - 1]) &&
                   is_part(folded[end])
               ? end
               : end + (end > at && possessive(folded, end) ? 2 : 1);
    }
    if (words == 0) return;
    auto& list = building_[node];
    for (Sense& s : list) {
      if (s.kind != sense.kind || s.id != sense.id || s.value != sense.value) continue;
      if (s.inflection == sense.inflection) {
        s.tags |= sense.tags;  // one form listed for two uses
      } else if (sense.inflection == Inflection::kBase &&
                 (sense.arabic || sense.kind != Kind::kOutcome)) {
        s = sense;  // a listed form wins over a made one
      }
      return;
    }
    list.push_back(sense);
    ++lex_.forms_;
  }

  uint32_t child(uint32_t node, uint32_t word) {
    const uint64_t key = (static_cast<uint64_t>(node) << 32) | word;
    const auto [it, fresh] = links_.emplace(key, static_cast<uint32_t>(building_.size()));
    if (fresh) building_.emplace_back();
    return it->second;
  }

  std::vector<std::string>& faults_;
  Lexicon lex_;
  std::vector<std::vector<Sense>> building_;  // senses by node; node 0 is the root
  std::unordered_map<uint64_t, uint32_t> links_;
  std::unordered_map<std::string, uint16_t> id_index_;
};

namespace {

Result<Lexicon> compile(const std::string& folder, std::vector<std::string>& faults) {
  Compiler compiler(faults);
  Sha256 hash;
  for (const std::string lang : {"ar", "en"}) {
    for (int k = 0; k < kKinds - 1; ++k) {
      const std::string path =
          folder + "/" + lang + "/" + std::string(kStems[static_cast<size_t>(k)]) + ".tsv";
      std::error_code ec;
      if (!std::filesystem::exists(path, ec)) continue;  // a language need not have every kind
      auto file = read_tsv(path, lexicon_columns());
      if (!file) return tl::unexpected<Error>(file.error());
      hash.update(file->bytes);
      compiler.add_rows(*file, static_cast<Kind>(k), lang == "ar");
    }
  }
  std::error_code ec;
  if (std::filesystem::is_directory(folder + "/gazetteer", ec)) {
    auto files = list_files(folder + "/gazetteer", ".tsv");
    if (!files) return tl::unexpected<Error>(files.error());
    for (const auto& path : *files) {
      auto bytes = read_file(path);
      if (!bytes) return tl::unexpected<Error>(bytes.error());
      hash.update(*bytes);
      SIJIL_RETURN_IF_ERROR(compiler.gazetteer().read(path, faults));
    }
    compiler.gazetteer().link(faults);
    compiler.add_places();
  }
  Lexicon lex = compiler.finish(hash.finish_hex().substr(0, 16));
  if (lex.rows() == 0)
    return fail(ErrorCode::kData,
                "No language data is here; --data or SIJIL_DATA must name the data folder.",
                folder);
  return lex;
}

}  // namespace

Result<Lexicon> Lexicon::load(const std::string& folder, std::vector<std::string>& faults) {
  return compile(folder, faults);
}

std::vector<std::string> check_data(const std::string& folder) {
  std::vector<std::string> faults;
  if (auto lex = compile(folder, faults); !lex) faults.push_back(lex.error().to_string());
  return faults;
}

uint32_t Lexicon::next(uint32_t node, uint32_t word) const {
  const uint64_t key = (static_cast<uint64_t>(node) << 32) | word;
  for (size_t i = edge_hash(key) & (edges_.size() - 1);; i = (i + 1) & (edges_.size() - 1)) {
    if (edges_[i].child == 0) return 0;
    if (edges_[i].key == key) return edges_[i].child;
  }
}

std::vector<int32_t> Lexicon::places_of(std::string_view node) const {
  std::vector<int32_t> out;
  uint32_t n = 0;
  const auto [end, error] = std::from_chars(node.data(), node.data() + node.size(), n);
  if (error != std::errc{} || end != node.data() + node.size() || n >= nodes_.size()) return out;
  for (const Sense& s : senses(n))
    if (s.kind == Kind::kPlace) out.push_back(static_cast<int32_t>(s.value));
  return out;
}

bool Lexicon::name_contains(std::string_view outer, std::string_view inner) const {
  const std::vector<int32_t> within = places_of(inner);
  for (const int32_t a : places_of(outer))
    for (const int32_t b : within)
      if (a != b && gazetteer_.contains(a, b)) return true;
  return false;
}

uint32_t Lexicon::spelled(std::string_view folded) const {
  const SpellingKeys keys = spelling_keys(folded);
  for (const std::string& key : {'c' + keys.close, 'w' + keys.wide}) {
    if (key.size() == 1) continue;
    if (const auto it = spellings_.find(key); it != spellings_.end()) return it->second;
  }
  return 0;
}

uint16_t Lexicon::id_of(std::string_view name) const {
  for (size_t i = 1; i < ids_.size(); ++i)
    if (ids_[i] == name) return static_cast<uint16_t>(i);
  return 0;
}

}  // namespace sijil::lexicon
