// SPDX-License-Identifier: Apache-2.0
#include "engine/reader.hpp"

#include "base/fold.hpp"
#include "claims/claims.hpp"
#include "geo/resolve.hpp"
#include "mentions/date.hpp"
#include "text/text.hpp"

#include <cstdlib>
#include <filesystem>

namespace sijil::engine {

namespace {

// The handle in an X/Twitter address: x.com/HANDLE/status/...
std::string_view handle_of(std::string_view url) {
  for (std::string_view host :
       {"://x.com/", "://twitter.com/", "://www.twitter.com/", "://mobile.twitter.com/"}) {
    const size_t at = url.find(host);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = url.substr(at + host.size());
    return rest.substr(0, rest.find('/'));
  }
  return {};
}

// Behind the "(@handle)" in a sentence, or 0.
uint32_t handle_end(const text::Text& text, const text::Sentence& s) {
  for (uint32_t i = s.first; i + 1 < s.last; ++i)
    if (text.fold_of(i).starts_with('@') && text.punct(i + 1) == ')') return i + 2;
  return 0;
}

bool is_day(const mentions::DateMention& d) {
  return d.range && d.use == mentions::DateUse::kPoint && d.range->first == d.range->last &&
         d.range->basis == DateBasis::kExplicit;
}

uint32_t words_beside(const text::Text& text, const text::Sentence& s,
                      const mentions::DateMention& d) {
  uint32_t words = 0;
  for (uint32_t i = s.first; i < s.last; ++i)
    if (i < d.first || i >= d.last) words += text.tokens[i].kind == text::TokenKind::kWord;
  return words;
}

bool ends_in_year(const text::Text& text, const mentions::DateMention& d) {
  const text::Token& last = text.tokens[d.last - 1];
  return last.kind == text::TokenKind::kNumber && text.fold_of(last).size() == 4;
}

// "on July 3, 2019", "since ...": told in a sentence.
bool in_prose(const text::Text& text, const text::Sentence& s, const mentions::DateMention& d) {
  if (d.first == s.first) return false;
  const std::string_view before = text.fold_of(d.first - 1);
  for (std::string_view w :
       {"on", "of", "in", "since", "from", "until", "till", "by", "before", "after", "and"})
    if (before == w) return true;
  return false;
}

// "Last updated at", "Date of publication": words that say a date is that of the text.
bool labelled(const text::Text& text, const lexicon::Lexicon& lex, const text::Sentence& s,
              uint32_t date) {
  for (const auto& t : mentions::find_terms(text, lex, s.first, date))
    if (t.sense->kind == lexicon::Kind::kCue && lex.id_name(t.sense->id) == "published" &&
        date - t.last <= 2)
      return true;
  return false;
}

// A date line: a date in the first lines of the text that stands with few other words.
std::optional<Day> date_line(const text::Text& text, const lexicon::Lexicon& lex) {
  constexpr uint32_t kLabelLine = 16;  // tokens
  constexpr uint32_t kByline = 2;      // "ANF", "NEWS DESK": no line of the text, if few
  constexpr int kLines = 4, kBylines = 4;
  int looked = 0, bylines = 0;
  for (const text::Sentence& s : text.sentences) {
    const bool furniture = s.role == text::Role::kFurniture;
    if (looked > 0 && bylines < kBylines && s.last - s.first <= kByline)
      ++bylines;
    else
      looked += !furniture;
    if (looked > kLines) break;
    if (furniture && s.last - s.first > kLabelLine) continue;
    const auto terms = mentions::find_terms(text, lex, s.first, s.last);
    for (const auto& d : mentions::find_dates(text, lex, s.first, s.last, terms, {})) {
      if (!is_day(d)) continue;
      if (labelled(text, lex, s, d.first)) return d.range->first;
      if (furniture) continue;
      // It opens the text, or the sentence has little else.
      const bool opens = !in_prose(text, s, d) && ((looked == 1 && d.first - s.first <= 1) ||
                                                   (looked == 2 && d.first - s.first <= 2));
      // Prose seldom writes a weekday, a day, a month and a year; a date line run into the headline
      // does.
      const bool full = looked <= 2 && d.last - d.first >= 4 && d.first - s.first <= 40 &&
                        ends_in_year(text, d) && !in_prose(text, s, d);
      if (opens || full || words_beside(text, s, d) <= 4 ||
          mentions::in_date_line(text, s.first, s.last, d))
        return d.range->first;
    }
  }
  return std::nullopt;
}

// "GUATEMALA CITY, 19 JUL --": the day of writing, where it was published within days of it.
std::optional<Day> dateline_before(const text::Text& text, const lexicon::Lexicon& lex,
                                   Day published) {
  constexpr int kLines = 2;
  constexpr std::chrono::days kMost{3};
  int looked = 0;
  for (const text::Sentence& s : text.sentences) {
    if (s.role == text::Role::kFurniture) continue;
    if (++looked > kLines) break;
    const auto terms = mentions::find_terms(text, lex, s.first, s.last);
    const mentions::DateContext context{published, std::nullopt};
    for (const auto& d : mentions::find_dates(text, lex, s.first, s.last, terms, context))
      if (is_day(d) && mentions::in_date_line(text, s.first, s.last, d) &&
          d.range->first < published && published - d.range->first <= kMost)
        return d.range->first;
  }
  return std::nullopt;
}

// The day at the foot of a text: alone on one of the last lines, or behind the handle of a post it
// quotes, "- Somebody (@somebody) November 6, 2022".
std::optional<Day> date_below(const text::Text& text, const lexicon::Lexicon& lex) {
  size_t left = 0;
  for (const text::Sentence& s : text.sentences) left += s.role != text::Role::kFurniture;
  for (const text::Sentence& s : text.sentences) {
    if (s.role != text::Role::kFurniture) --left;
    const uint32_t handle = handle_end(text, s);
    if (handle == 0 && (left >= 6 || s.last - s.first > 12)) continue;
    const auto terms = mentions::find_terms(text, lex, s.first, s.last);
    for (const auto& d : mentions::find_dates(text, lex, s.first, s.last, terms, {})) {
      if (!is_day(d)) continue;
      if (handle != 0 ? d.first >= handle && d.first - handle <= 2 : words_beside(text, s, d) == 0)
        return d.range->first;
    }
  }
  return std::nullopt;
}

// "(Source: ...)" near the end names who publishes; a party to the conflict is marked in the
// lexicon.
std::string party_of_source_line(const text::Text& text, const lexicon::Lexicon& lex) {
  for (size_t n = text.sentences.size(); n-- > 0 && n + 6 > text.sentences.size();) {
    const text::Sentence& s = text.sentences[n];
    for (uint32_t i = s.first; i + 1 < s.last; ++i) {
      if (text.fold_of(i) != "source" || text.punct(i + 1) != ':') continue;
      for (const auto& t : mentions::find_terms(text, lex, i + 2, s.last)) {
        if (t.sense->kind == lexicon::Kind::kSpeaker && t.sense->arg != 0)
          return lex.id_name(t.sense->arg);
        if (t.sense->kind == lexicon::Kind::kActor) return lex.id_name(t.sense->id);
      }
    }
  }
  return {};
}

}  // namespace

std::string_view version() { return SIJIL_VERSION; }

std::string find_data_folder() {
  if (const char* env = std::getenv("SIJIL_DATA"); env != nullptr && *env != '\0') return env;
  std::error_code ec;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", ec);
  if (!ec) {
    const auto shared = self.parent_path().parent_path() / "share/sijil/data";
    if (std::filesystem::is_directory(shared, ec)) return shared.string();
  }
  return SIJIL_SOURCE_DATA;
}

Result<Reader> Reader::open(const std::string& data_folder, std::vector<std::string>& faults) {
  auto lex = lexicon::Lexicon::load(data_folder.empty() ? find_data_folder() : data_folder, faults);
  if (!lex) return tl::unexpected<Error>(lex.error());
  Reader r;
  r.lexicon_ = std::make_shared<const lexicon::Lexicon>(std::move(*lex));
  return r;
}

Reading Reader::read(const Document& doc, const ReadOptions& options) const {
  const lexicon::Lexicon& lex = *lexicon_;
  Reading out;
  text::Hints hints;
  hints.title = doc.title;
  hints.handle = handle_of(doc.url);
  const text::Text text = text::read_text(doc.text, lex, hints);
  out.lang = text.language();
  if (const auto day = date_line(text, lex)) {
    out.published = {day, PublishedBasis::kText};
  } else if (const auto meta = mentions::parse_date(doc.published, lex)) {
    out.published = {meta, PublishedBasis::kMetadata};
    if (const auto written = dateline_before(text, lex, *meta))
      out.published = {written, PublishedBasis::kText};
  } else if (const auto url = mentions::date_of_url(doc.url)) {
    out.published = {url, PublishedBasis::kUrl};
  } else if (options.given_published) {
    out.published = {options.given_published, PublishedBasis::kGiven};
  } else if (const auto below = date_below(text, lex)) {
    out.published = {below, PublishedBasis::kText};
  }
  if (!doc.publisher.empty()) {
    const text::Text name = text::tokenize(doc.publisher, lex);
    for (const auto& t :
         mentions::find_terms(name, lex, 0, static_cast<uint32_t>(name.tokens.size())))
      if (t.sense->has(lexicon::kTagParty) && out.publisher_party.empty())
        out.publisher_party =
            t.sense->arg != 0 ? lex.id_name(t.sense->arg) : lex.id_name(t.sense->id);
  }
  if (out.publisher_party.empty()) out.publisher_party = party_of_source_line(text, lex);
  claims::Context context;
  context.published = out.published.day;
  context.publisher = doc.publisher;
  claims::Result result = claims::read_claims(text, lex, context);
  out.claims = std::move(result.claims);
  out.statements = std::move(result.statements);
  out.diagnostics = std::move(result.diagnostics);
  if (text.cut) {
    const uint32_t end = text.tokens.empty() ? 0 : text.tokens.back().end;
    out.diagnostics.push_back(
        {"The text is longer than one document is read; what follows was not read.",
         {end > 0 ? end - 1 : 0, end}});
  }
  geo::resolve_places(out, lex);
  return out;
}

}  // namespace sijil::engine
