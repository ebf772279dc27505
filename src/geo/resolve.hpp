// SPDX-License-Identifier: Apache-2.0
// Decides which gazetteer entry each named place of a document is, by the areas named beside it and
// the other places of the document. Pure, thread-safe.
#pragma once

#include "lexicon/lexicon.hpp"
#include "model/document.hpp"

#include <vector>

namespace sijil::geo {

// Fills place, adm1, adm2, country, position and precision of every place mention of `reading`. A
// mention's `place` holds the matcher node of its name (decimal) or is empty; afterwards it holds a
// gazetteer id, or is empty and the name is listed in `reading.unresolved_places`.
void resolve_places(Reading& reading, const lexicon::Lexicon& lexicon);

}  // namespace sijil::geo
