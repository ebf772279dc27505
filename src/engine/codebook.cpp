// SPDX-License-Identifier: Apache-2.0
#include "engine/codebook.hpp"

#include "lexicon/tsv.hpp"

#include <algorithm>
#include <charconv>

namespace sijil::engine {

namespace {

std::optional<int64_t> figure(std::string_view cell) {
  int64_t n = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), n);
  if (error != std::errc{} || end != cell.data() + cell.size() || n < 0) return std::nullopt;
  return n;
}

}  // namespace

Result<Codebook> Codebook::open(const std::string& data_folder, const std::string& name) {
  Codebook book;
  if (name.empty() || name == "literal") return book;
  const auto file = lexicon::read_tsv(data_folder + "/codebook/" + name + ".tsv",
                                      {"count", "min", "max", "source", "note"});
  if (!file) return tl::unexpected<Error>(file.error());
  for (const lexicon::TsvRow& row : file->rows) {
    std::string word(row.cells[0]);
    std::replace(word.begin(), word.end(), '_', ' ');
    const Vague vague = vague_of(word);
    const auto min = figure(row.cells[1]), max = figure(row.cells[2]);
    if (vague == Vague::kNone || !min || (!row.cells[2].empty() && (!max || *max < *min)))
      return fail(ErrorCode::kData,
                  "\"" + std::string(row.cells[0]) +
                      "\" needs a vague word and the least and most it stands for.",
                  file->path + ":" + std::to_string(row.line));
    book.figures_[vague] = {*min, max, Vague::kNone};
  }
  return book;
}

void Codebook::apply(Claim& claim) const {
  if (figures_.empty()) return;
  const auto settle = [&](CountRange& range) {
    if (const auto it = figures_.find(range.vague); it != figures_.end()) range = it->second;
  };
  const auto settle_figure = [&](Figure& f) {
    settle(f.range);
    for (Told& t : f.told) settle(t.range);
  };
  for (auto& f : claim.counts)
    if (f) settle_figure(*f);
  for (auto* groups : {&claim.killed_by, &claim.injured_by})
    for (auto& [group, f] : *groups) settle_figure(f);
}

}  // namespace sijil::engine
