// SPDX-License-Identifier: Apache-2.0
// Places by name: the rows of data/gazetteer/*.tsv. Immutable after load.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sijil::lexicon {

enum class PlaceClass : uint8_t {
  kCountry,
  kRegion,
  kGovernorate,
  kDistrict,
  kSubdistrict,
  kCity,
  kTown,
  kVillage,
  kNeighbourhood,
  kCamp,
  kLandmark
};
[[nodiscard]] std::string_view to_word(PlaceClass c);
[[nodiscard]] std::optional<PlaceClass> place_class_of(std::string_view word);

struct Place {
  std::string id;
  std::vector<std::string> names_en, names_ar;  // the usual spelling first
  PlaceClass cls = PlaceClass::kTown;
  int32_t parent = -1;  // index, -1 for none
  std::string country;  // ISO 3166-1 alpha-2
  std::optional<double> lat, lon;
  int radius_m = 0;
};

class Gazetteer {
 public:
  // Appends the rows of one file; faults are sentences with file and line.
  [[nodiscard]] Result<void> read(const std::string& path, std::vector<std::string>& faults);
  // Links parents once all files are read; unknown parents are faults.
  void link(std::vector<std::string>& faults);

  [[nodiscard]] const std::vector<Place>& places() const { return places_; }
  // The nearest ancestor (or the place itself) of class `cls`; -1 when there is none.
  [[nodiscard]] int32_t ancestor(int32_t place, PlaceClass cls) const;
  [[nodiscard]] bool contains(int32_t outer, int32_t inner) const;

 private:
  std::vector<Place> places_;
  std::vector<std::string> parent_ids_;
  std::vector<std::string> where_;
};

}  // namespace sijil::lexicon
