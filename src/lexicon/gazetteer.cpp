// SPDX-License-Identifier: Apache-2.0
#include "lexicon/gazetteer.hpp"

#include "lexicon/tsv.hpp"

#include <array>
#include <charconv>
#include <unordered_map>

namespace sijil::lexicon {

namespace {
constexpr std::array<std::string_view, 11> kClassWords = {
    "country", "region",  "governorate",   "district", "subdistrict", "city",
    "town",    "village", "neighbourhood", "camp",     "landmark"};

std::vector<std::string> split_names(std::string_view cell) {
  std::vector<std::string> out;
  while (!cell.empty()) {
    const size_t bar = cell.find('|');
    if (const auto name = cell.substr(0, bar); !name.empty()) out.emplace_back(name);
    cell = bar == std::string_view::npos ? std::string_view{} : cell.substr(bar + 1);
  }
  return out;
}

std::optional<double> number_of(std::string_view cell) {
  double v = 0;
  const auto r = std::from_chars(cell.data(), cell.data() + cell.size(), v);
  if (cell.empty() || r.ec != std::errc{} || r.ptr != cell.data() + cell.size())
    return std::nullopt;
  return v;
}
}  // namespace

std::string_view to_word(PlaceClass c) { return kClassWords[static_cast<size_t>(c)]; }

std::optional<PlaceClass> place_class_of(std::string_view word) {
  for (size_t i = 0; i < kClassWords.size(); ++i)
    if (kClassWords[i] == word) return static_cast<PlaceClass>(i);
  return std::nullopt;
}

Result<void> Gazetteer::read(const std::string& path, std::vector<std::string>& faults) {
  static const std::vector<std::string_view> kColumns = {
      "id",  "names_en", "names_ar", "class",  "parent", "country",
      "lat", "lon",      "radius_m", "source", "note"};
  auto file = read_tsv(path, kColumns);
  if (!file) return tl::unexpected<Error>(file.error());
  faults.insert(faults.end(), file->faults.begin(), file->faults.end());
  for (const auto& row : file->rows) {
    const std::string where = path + ":" + std::to_string(row.line);
    const auto cls = place_class_of(row.cells[3]);
    if (!cls) {
      faults.push_back(where + ": \"" + std::string(row.cells[3]) + "\" is not a place class.");
      continue;
    }
    Place p;
    p.id = row.cells[0];
    p.names_en = split_names(row.cells[1]);
    p.names_ar = split_names(row.cells[2]);
    p.cls = *cls;
    p.country = row.cells[5];
    p.lat = number_of(row.cells[6]);
    p.lon = number_of(row.cells[7]);
    if (p.lat.has_value() != p.lon.has_value() ||
        (p.lat && (*p.lat < -90 || *p.lat > 90 || *p.lon < -180 || *p.lon > 180))) {
      faults.push_back(where + ": latitude and longitude must both be given, in degrees.");
      p.lat.reset();
      p.lon.reset();
    }
    p.radius_m = static_cast<int>(number_of(row.cells[8]).value_or(0));
    if (p.lat && p.cls >= PlaceClass::kCity && p.radius_m < 5000 && row.cells[9] == "unverified")
      faults.push_back(where + ": an unverified position needs a radius of at least 5000 m.");
    if (p.names_en.empty() && p.names_ar.empty()) {
      faults.push_back(where + ": a place needs a name.");
      continue;
    }
    places_.push_back(std::move(p));
    parent_ids_.emplace_back(row.cells[4]);
    where_.push_back(where);
  }
  return {};
}

void Gazetteer::link(std::vector<std::string>& faults) {
  std::unordered_map<std::string, int32_t> by_id;
  for (size_t i = 0; i < places_.size(); ++i)
    if (!by_id.emplace(places_[i].id, static_cast<int32_t>(i)).second)
      faults.push_back(where_[i] + ": the id \"" + places_[i].id + "\" is used twice.");
  for (size_t i = 0; i < places_.size(); ++i) {
    if (parent_ids_[i].empty()) continue;
    const auto it = by_id.find(parent_ids_[i]);
    if (it == by_id.end()) {
      faults.push_back(where_[i] + ": the parent \"" + parent_ids_[i] +
                       "\" is not in the gazetteer.");
    } else if (it->second == static_cast<int32_t>(i)) {
      faults.push_back(where_[i] + ": a place cannot be its own parent.");
    } else {
      places_[i].parent = it->second;
    }
  }
}

int32_t Gazetteer::ancestor(int32_t place, PlaceClass cls) const {
  for (int depth = 0; place >= 0 && depth < 16; ++depth) {
    if (places_[static_cast<size_t>(place)].cls == cls) return place;
    place = places_[static_cast<size_t>(place)].parent;
  }
  return -1;
}

bool Gazetteer::contains(int32_t outer, int32_t inner) const {
  for (int depth = 0; inner >= 0 && depth < 16; ++depth) {
    if (inner == outer) return true;
    inner = places_[static_cast<size_t>(inner)].parent;
  }
  return false;
}

}  // namespace sijil::lexicon
