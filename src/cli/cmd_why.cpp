// SPDX-License-Identifier: Apache-2.0
#include "cli/cmd_why.hpp"

#include "cli/command.hpp"
#include "cli/fields.hpp"
#include "cli/input.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "cli/table.hpp"
#include "text/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

namespace sijil::cli {

namespace {

constexpr std::string_view kName = "why";

// The sentences of a text as byte ranges, to show words in theirs.
class Sentences {
 public:
  Sentences(const Document& document, const lexicon::Lexicon& lexicon)
      : document_(document), text_(text::read_text(document.text, lexicon, {document.title, {}})) {}

  // From the start of the sentence that `at` begins in to the end of the one it ends in.
  [[nodiscard]] Span around(Span at) const {
    Span out = at;
    for (const text::Sentence& s : text_.sentences) {
      if (s.first >= s.last) continue;
      const Span span{text_.tokens[s.first].begin, text_.tokens[s.last - 1].end};
      if (span.begin < at.end && at.begin < span.end) out = out.cover(span);
    }
    return out;
  }
  [[nodiscard]] std::string show(const Evidence& at, const Style& style) const {
    if (at.span.empty()) return {};
    if (at.in_title)
      return marked(document_.title, {0, static_cast<uint32_t>(document_.title.size())}, {at.span},
                    style) +
             "  (title)";
    return marked(document_.text, around(at.span), {at.span}, style);
  }

 private:
  const Document& document_;
  text::Text text_;
};

// The rules whose first part is the field's ("killed.passive" made "killed" and "killed_by.women").
std::string rules_of(const Claim& claim, std::string_view field) {
  std::string_view stem = field.substr(0, field.find_first_of("._"));
  std::string out;
  for (const std::string& rule : claim.rules) {
    if (!std::string_view(rule).starts_with(stem) ||
        (rule.size() > stem.size() && rule[stem.size()] != '.'))
      continue;
    out += (out.empty() ? "" : ", ") + rule;
  }
  return out;
}

bool asked_for(const FieldValue& f, const std::string& field) {
  return field.empty() || f.field == field || f.field.starts_with(field + ".");
}

// Prints the tree of a claim; false when it has no such field.
bool print_claim(const Claim& claim, const WhyTarget& target, const Sentences& sentences, size_t n,
                 const Style& style) {
  auto fields = fields_of(claim, style);
  std::erase_if(fields, [&](const FieldValue& f) { return !asked_for(f, target.field); });
  if (fields.empty() && !target.field.empty()) return false;
  std::string out =
      bold("claim " + std::to_string(n) + ": " + std::string(to_word(claim.kind)), style) + "\n";
  if (target.field.empty()) {
    const std::string passage = sentences.show(claim.evidence, style);
    if (!passage.empty()) out += "\u251C\u2500 evidence\n\u2502     " + passage + "\n";
    std::string rules;
    for (const auto& rule : claim.rules) rules += (rules.empty() ? "" : ", ") + rule;
    if (!rules.empty()) out += "\u251C\u2500 rules: " + rules + "\n";
  }
  for (size_t i = 0; i < fields.size(); ++i) {
    const bool last = i + 1 == fields.size();
    const FieldValue& f = fields[i];
    out += last ? "\u2514\u2500 " : "\u251C\u2500 ";
    out += bold(f.field, style) + ": " + f.value + "\n";
    const std::string_view stem = last ? "      " : "\u2502     ";
    if (const std::string rules = rules_of(claim, f.field); !rules.empty())
      out.append(stem).append("rule ").append(rules).append("\n");
    if (const std::string passage = sentences.show(f.at, style); !passage.empty())
      out.append(stem).append(passage).append("\n");
  }
  std::fputs(out.c_str(), stdout);
  return true;
}

// Denials, calls and the like, with their words.
void print_statements(const Reading& reading, const Sentences& sentences, const Style& style) {
  for (const Statement& s : reading.statements) {
    std::string out = bold("statement: " + s.kind, style);
    const std::string& who = s.speaker.empty() ? s.actor : s.speaker;
    if (!who.empty()) out += " by " + isolated(who, style);
    if (s.about) out += ", about claim " + std::to_string(*s.about);
    out += "\n";
    if (const std::string passage = sentences.show(s.at, style); !passage.empty())
      out += "      " + passage + "\n";
    std::fputs(out.c_str(), stdout);
  }
}

class Explainer {
 public:
  Explainer(const Session& session, WhyTarget target, const Style& style)
      : session_(session), target_(std::move(target)), style_(style) {}

  bool operator()(const Batch& batch) {
    for (const Item& item : batch.items) {
      const auto document = item.fault.empty() ? make_document(batch, item, json_)
                                               : fail(ErrorCode::kInput, item.fault);
      if (!document) {
        std::fprintf(stderr, "%s\n", document.error().to_string().c_str());
        failed_ = true;
        continue;
      }
      explain(*document);
    }
    return target_.claim == 0 || claims_ < static_cast<size_t>(target_.claim);
  }

  int finish() const {
    const std::string& path = target_.path;
    if (target_.claim > 0 && claims_ < static_cast<size_t>(target_.claim) && !failed_)
      return tell_error(kName, {ErrorCode::kInput,
                                "There is no claim " + std::to_string(target_.claim) +
                                    "; the claims here are " + std::to_string(claims_) + ".",
                                path});
    if (!target_.field.empty() && !printed_ && !failed_)
      return tell_error(
          kName, {ErrorCode::kInput, "No claim here has a \"" + target_.field + "\".", path});
    return failed_ ? kExitFailed : kExitDone;
  }

 private:
  void explain(const Document& document) {
    const Reading reading = session_.reader.read(document, session_.read_options);
    const Sentences sentences(document, session_.reader.lexicon());
    bool headed = false;
    auto head = [&] {
      if (!headed) std::printf("%s\n", bold(heading(document, reading, style_), style_).c_str());
      headed = true;
    };
    if (target_.claim == 0 && target_.field.empty()) head();
    for (const Claim& claim : reading.claims) {
      ++claims_;
      if (target_.claim != 0 && claims_ != static_cast<size_t>(target_.claim)) continue;
      head();
      printed_ |= print_claim(claim, target_, sentences, claims_, style_);
    }
    if (target_.claim == 0 && target_.field.empty()) print_statements(reading, sentences, style_);
  }

  const Session& session_;
  WhyTarget target_;
  Style style_;
  JsonReader json_;
  size_t claims_ = 0;
  bool printed_ = false, failed_ = false;
};

struct WhyOptions {
  std::string published, data;
  std::vector<std::string> targets;
};

Syntax why_syntax(WhyOptions& o) {
  return {
      kName,
      "FILE[#n][.FIELD]",
      "Shows the claims of FILE as trees: each value, the words it rests on marked in their "
      "sentence, and\n"
      "the rules that made it. #n asks for one claim, counted over the file; .FIELD for one value, "
      "by its\n"
      "name in the JSON: killed, when, where, killed_by.children.",
      {
          {"--published", "DATE", &o.published, "Day of publication of documents that have none."},
          {"--data", "DIR", &o.data, "Use the language data in DIR."},
      },
      &o.targets,
      1,
      1,
  };
}

}  // namespace

WhyTarget parse_why_target(const std::string& argument,
                           const std::function<bool(const std::string&)>& exists) {
  WhyTarget target{argument, 0, {}};
  if (argument == "-" || exists(argument)) return target;
  if (const size_t hash = argument.rfind('#'); hash != std::string::npos) {
    const char* const begin = argument.data() + hash + 1;
    const char* const end = argument.data() + argument.size();
    const auto [rest, error] = std::from_chars(begin, end, target.claim);
    if (error == std::errc() && target.claim > 0 && (rest == end || *rest == '.')) {
      target.path = argument.substr(0, hash);
      if (rest != end) target.field.assign(rest + 1, end);
      return target;
    }
    target.claim = 0;
  }
  // "report.txt.killed": the longest part before a dot that is a file.
  for (size_t dot = argument.rfind('.'); dot != std::string::npos && dot > 0;
       dot = argument.rfind('.', dot - 1)) {
    const std::string path = argument.substr(0, dot);
    if (path == "-" || exists(path)) return {path, 0, argument.substr(dot + 1)};
  }
  return target;
}

int run_why(const Arguments& arguments) {
  WhyOptions options;
  if (const int code = parse_or_tell(why_syntax(options), arguments); code >= 0) return code;
  const WhyTarget target = parse_why_target(options.targets[0], [](const std::string& path) {
    std::error_code ec;
    return std::filesystem::exists(path, ec);
  });
  const auto session = open_session(kName, options.data, options.published);
  if (!session) return tell_error(kName, session.error());
  const bool terminal = ::isatty(STDOUT_FILENO) != 0;
  Explainer explainer(*session, target, {terminal, terminal});
  constexpr size_t kReadBytes = size_t{1} << 16;
  read_inputs({target.path}, kReadBytes, [&](Batch&& batch) { return explainer(batch); }, {});
  return explainer.finish();
}

}  // namespace sijil::cli
