// SPDX-License-Identifier: Apache-2.0
#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "text/text.hpp"

#include <array>

namespace sijil::text {

namespace {

Script script_of(CharClass c) {
  switch (c) {
    case CharClass::kLatin:
      return Script::kLatin;
    case CharClass::kArabic:
      return Script::kArabic;
    default:
      return Script::kOther;
  }
}

bool is_letter(CharClass c) {
  return c == CharClass::kLatin || c == CharClass::kArabic || c == CharClass::kLetter;
}

// A book has a tenth of this; more is no report, and the memory of a document stays bounded.
constexpr size_t kMostTokens = 1500000;

class Tokenizer {
 public:
  Tokenizer(std::string_view s, const lexicon::Lexicon& lex, Text& out)
      : s_(s), lex_(lex), out_(out) {}

  void run() {
    out_.tokens.reserve(std::min(s_.size() / 6 + 8, kMostTokens));
    out_.folded.reserve(std::min<size_t>(s_.size() + 8, size_t{16} << 20));
    while (at_ < s_.size() && out_.tokens.size() < kMostTokens) step();
    out_.cut = at_ < s_.size();
  }

 private:
  struct Peek {
    FoldedChar f;
    char32_t cp = 0;
    uint32_t length = 0;
  };
  [[nodiscard]] Peek peek(size_t at) const {
    if (at >= s_.size()) return {{CharClass::kSpace, ' ', 0}, 0, 0};
    const auto d = utf8::decode(s_, at);
    return {fold_char(d.cp), d.cp, d.length};
  }
  // The next character that is not dropped by folding.
  [[nodiscard]] Peek peek_solid(size_t at) const {
    Peek p = peek(at);
    while (p.length && p.f.cls == CharClass::kDrop) {
      at += p.length;
      p = peek(at);
    }
    return p;
  }

  void step() {
    const Peek p = peek(at_);
    switch (p.f.cls) {
      case CharClass::kNewline:
        newline_ = true;
        space_ = true;
        at_ += p.length;
        return;
      case CharClass::kSpace:
        space_ = true;
        at_ += p.length;
        return;
      case CharClass::kDrop:
        at_ += p.length;
        return;
      case CharClass::kLatin:
      case CharClass::kArabic:
      case CharClass::kLetter:
        word(p.f.cls);
        return;
      case CharClass::kDigit:
        number();
        return;
      default:
        sign(p);
        return;
    }
  }

  Token& open(TokenKind kind) {
    Token t;
    t.begin = static_cast<uint32_t>(at_);
    t.fold = static_cast<uint32_t>(out_.folded.size());
    t.kind = kind;
    if (newline_ || out_.tokens.empty()) t.flags |= kNewline;
    if (!space_ && !out_.tokens.empty())
      t.flags |= pending_ != 0 ? pending_ : static_cast<uint16_t>(kGlued);
    if (hash_) t.flags |= kHashtag;
    pending_ = 0;
    newline_ = space_ = false;
    out_.tokens.push_back(t);
    return out_.tokens.back();
  }
  void close(Token& t, size_t end) {
    t.end = static_cast<uint32_t>(end);
    t.fold_length = static_cast<uint16_t>(std::min<size_t>(out_.folded.size() - t.fold, 0xFFFF));
    at_ = end;
  }

  void word(CharClass cls) {
    if (cls == CharClass::kLatin && url()) return;
    Token& t = open(TokenKind::kWord);
    t.script = script_of(cls);
    size_t end = at_;
    size_t letters = 0, upper = 0;
    while (end < s_.size()) {
      if (cls == CharClass::kLatin && letters > 0 && letters < 200 &&
          ascii_letter(s_[end])) {  // the common case, fast
        upper += s_[end] <= 'Z';
        ++letters;
        out_.folded += static_cast<char>(s_[end++] | 0x20);
        continue;
      }
      const Peek p = peek(end);
      if (p.f.cls == CharClass::kDrop) {
        end += p.length;
        // Evasive spelling: a tatweel, a space or dot, a tatweel, inside one Arabic word.
        if (p.cp == 0x640 && cls == CharClass::kArabic) end = skip_evasion(end);
        continue;
      }
      if (p.f.cls != cls) {
        if (letters > 0)
          if (const size_t masked = skip_mask(end, p, cls, t.fold); masked != end) {
            end = masked;
            continue;
          }
        if (cls == CharClass::kArabic && letters > 0 && p.f.first == '.' &&
            dotted(std::string_view(out_.folded).substr(t.fold), end)) {
          end += p.length;  // a dot put inside a word against filters
          continue;
        }
        break;
      }
      if (letters == 0 && p.cp != p.f.first && p.cp < 0x250 && is_upper(p.cp))
        t.flags |= kUpperInitial;
      upper += p.cp < 0x250 && is_upper(p.cp);
      ++letters;
      if (p.f.first < 0x80) {
        out_.folded += static_cast<char>(p.f.first);
      } else {
        utf8::append(out_.folded, p.f.first);
      }
      if (p.f.second) utf8::append(out_.folded, p.f.second);
      end += p.length;
      if (letters > 200) break;  // no word is that long; keeps hostile input in bounds
    }
    if (letters >= 2 && upper == letters) t.flags |= kAllCaps;
    if (cls == CharClass::kLatin) ++out_.latin_words;
    if (cls == CharClass::kArabic) ++out_.arabic_words;
    close(t, end);
    look_up(t);
    after_word(t, letters);
  }

  static bool ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
  static bool is_upper(char32_t cp) {
    if (cp < 0x80) return cp >= 'A' && cp <= 'Z';
    if (cp < 0x100) return cp >= 0xC0 && cp <= 0xDE;
    return fold_char(cp).first != cp && (cp % 2 == 0);  // Latin Extended-A pairs: even is upper
  }

  [[nodiscard]] bool arabic_at(size_t at) const {
    return peek_solid(at).f.cls == CharClass::kArabic;
  }
  // Whether the dot at `dot` is inside one word, as the lexicon knows it: "qas.f", and no sentence
  // that ends before another without a space.
  [[nodiscard]] bool dotted(std::string_view before, size_t dot) const {
    constexpr size_t kLongest = 16;  // letters after the dot
    std::string word(before);
    size_t n = 0;
    for (Peek p = peek(dot); p.length && n < kLongest; p = peek(dot)) {
      if (p.f.cls == CharClass::kArabic) {
        utf8::append(word, p.f.first);
        ++n;
      } else if (p.f.cls != CharClass::kDrop && !(p.f.first == '.' && arabic_at(dot + p.length))) {
        break;
      }
      dot += p.length;
    }
    return n > 0 && known(word);
  }
  // Whether the lexicon has an Arabic word, perhaps with "and", "in" or the article before it.
  [[nodiscard]] bool known(std::string_view word) const {
    static constexpr std::string_view kBefore[] = {"",
                                                   "\xD9\x88",
                                                   "\xD8\xA8",
                                                   "\xD9\x84",
                                                   "\xD8\xA7\xD9\x84",
                                                   "\xD9\x88\xD8\xA7\xD9\x84",
                                                   "\xD8\xA8\xD8\xA7\xD9\x84",
                                                   "\xD9\x84\xD9\x84"};
    return std::any_of(std::begin(kBefore), std::end(kBefore), [&](std::string_view prefix) {
      return word.size() > prefix.size() + 2 && word.starts_with(prefix) &&
             lex_.find_word(word.substr(prefix.size())) != 0;
    });
  }
  // "kil*led", "kil-led", "bom_bing": a sign put inside a word against filters. What stands before
  // it is no word, together with what follows it is one; an asterisk is enough unless it parts two.
  [[nodiscard]] size_t skip_mask(size_t at, const Peek& sign, CharClass cls, uint32_t fold) const {
    static constexpr std::string_view kSigns = "*-._/";
    constexpr size_t kShortest = 4, kLongest = 60;  // bytes of the folded word
    if (sign.cp > 0x7F || kSigns.find(static_cast<char>(sign.cp)) == std::string_view::npos)
      return at;
    const size_t next = at + sign.length;
    const Peek first = peek(next);
    if (first.f.cls != cls || (cls == CharClass::kLatin && is_upper(first.cp))) return at;
    const std::string_view left = std::string_view(out_.folded).substr(fold);
    const bool known = lex_.find_word(left) != 0;
    if (known && sign.cp != '*') return at;
    std::string right;
    for (size_t k = next; right.size() < kLongest && k < next + 4 * kLongest;) {
      const Peek p = peek(k);
      if (p.f.cls != cls && p.cp != sign.cp && p.f.cls != CharClass::kDrop) break;
      if (p.f.cls == cls) utf8::append(right, p.f.first);
      k += p.length;
    }
    const std::string whole = std::string(left) + right;
    if (sign.cp == '*') return known && lex_.find_word(right) != 0 ? at : next;
    return whole.size() >= kShortest && whole_word(whole, cls) ? next : at;
  }
  // A word of the lexicon, in Arabic with a clitic or the article before it.
  [[nodiscard]] bool whole_word(std::string_view f, CharClass cls) const {
    if (lex_.find_word(f) != 0) return true;
    if (cls != CharClass::kArabic) return false;
    for (const size_t clitic : {size_t{2}, size_t{4}})
      if (f.size() > clitic + 4 && lex_.find_word(f.substr(clitic)) != 0) return true;
    return false;
  }
  [[nodiscard]] size_t skip_evasion(size_t end) const {
    size_t at = end;
    bool gap = false;
    for (Peek p = peek(at); p.length; p = peek(at)) {
      // Between two tatweels any sign, a space, a picture.
      const bool gap_sign = !is_letter(p.f.cls) && p.f.cls != CharClass::kDigit &&
                            p.f.cls != CharClass::kNewline && p.cp != 0x640;
      if (gap_sign || p.cp == 0x640) {
        gap |= gap_sign;
        at += p.length;
        // A gap must be closed by another tatweel directly before a letter.
        if (p.cp == 0x640 && gap && arabic_at(at)) return at;
        if (at - end > 12) return end;
        continue;
      }
      break;
    }
    return end;
  }

  void after_word(Token& t, size_t letters) {
    const Peek p = peek(at_);
    if (p.length == 0) return;
    const size_t next = at_ + p.length;
    const Peek q = peek_solid(next);
    if (p.f.first == '\'' && p.f.cls == CharClass::kPunct && q.f.cls == CharClass::kLatin &&
        t.script == Script::kLatin) {
      if (q.f.first == 's' && !is_letter(peek_solid(next + q.length).f.cls)) {
        t.flags |= kPossessive;
        at_ = next + q.length;
        return;
      }
      pending_ = kJoined;
      at_ = next;
    } else if (p.f.first == '-' && p.f.cls == CharClass::kPunct &&
               (is_letter(q.f.cls) || q.f.cls == CharClass::kDigit)) {
      pending_ = kJoined | kHyphen;
      at_ = next;
    } else if (p.cp == '_' && (is_letter(q.f.cls) || q.f.cls == CharClass::kDigit)) {
      pending_ = kJoined | kUnderscore;
      at_ = next;
    } else if (p.cp == '.' && letters == 1 && t.script == Script::kLatin && t.has(kUpperInitial)) {
      // U.S., U.N., initials: the dot belongs to the letter.
      if (q.f.cls == CharClass::kLatin) pending_ = kJoined;
      if (q.f.cls == CharClass::kLatin || (out_.tokens.size() > 1 && t.has(kJoined))) {
        t.end = static_cast<uint32_t>(next);
        at_ = next;
      }
    }
  }

  void number() {
    Token& t = open(TokenKind::kNumber);
    size_t end = at_;
    size_t digits = 0;
    while (end < s_.size() && digits < 40) {
      const Peek p = peek(end);
      if (p.f.cls == CharClass::kDigit) {
        out_.folded += static_cast<char>(p.f.first);
        end += p.length;
        ++digits;
      } else if (p.f.cls == CharClass::kDrop) {
        end += p.length;
      } else if ((p.f.first == '.' || p.f.first == ',' || p.f.first == ':' || p.f.first == '/') &&
                 peek(end + p.length).f.cls == CharClass::kDigit) {
        out_.folded += static_cast<char>(p.f.first);
        end += p.length;
      } else {
        break;
      }
    }
    close(t, end);
    look_up(t);  // "M23", "S-300": digits inside listed names
    const Peek p = peek(at_);
    if (p.f.first == '-' && p.f.cls == CharClass::kPunct) {
      const Peek q = peek_solid(at_ + p.length);
      if (q.f.cls == CharClass::kDigit || is_letter(q.f.cls)) {
        pending_ = kJoined | kHyphen;
        at_ += p.length;
      }
    } else if (p.cp == '_') {
      pending_ = kJoined | kUnderscore;
      at_ += p.length;
    }
  }

  void sign(const Peek& p) {
    if (p.cp == '#') {
      hash_ = true;
      at_ += p.length;
      const Peek q = peek_solid(at_);
      if (is_letter(q.f.cls) || q.f.cls == CharClass::kDigit) {
        step();
        while (pending_ & kUnderscore) step();
      }
      hash_ = false;
      return;
    }
    if (p.cp == '@' && handle()) return;
    Token& t = open(p.f.cls == CharClass::kPunct ? TokenKind::kPunct : TokenKind::kSymbol);
    utf8::append(out_.folded, p.f.first ? p.f.first : p.cp);
    size_t end = at_ + p.length;
    // Runs of one sign are one token.
    while (end < s_.size() && end - at_ < 64) {
      const Peek q = peek(end);
      if (q.cp != p.cp) break;
      end += q.length;
    }
    close(t, end);
  }

  bool handle() {
    size_t end = at_ + 1;
    while (end < s_.size() && (std::isalnum(static_cast<unsigned char>(s_[end])) || s_[end] == '_'))
      ++end;
    if (end == at_ + 1) return false;
    if (!handle_hint.empty() && s_.substr(at_ + 1).starts_with(handle_hint))
      end = at_ + 1 + handle_hint.size();
    Token& t = open(TokenKind::kHandle);
    for (size_t i = at_; i < end; ++i)
      out_.folded += static_cast<char>(std::tolower(static_cast<unsigned char>(s_[i])));
    close(t, end);
    return true;
  }

  bool url() {
    static constexpr std::array<std::string_view, 5> kStarts = {"http://", "https://", "www.",
                                                                "pic.twitter.com", "t.co/"};
    const std::string_view rest = s_.substr(at_);
    bool match = false;
    for (const auto start : kStarts) match |= rest.starts_with(start);
    if (!match) return false;
    size_t end = at_;
    while (end < s_.size() && static_cast<unsigned char>(s_[end]) > ' ' &&
           static_cast<signed char>(s_[end]) >= 0 && s_[end] != ')' && s_[end] != '"')
      ++end;
    Token& t = open(TokenKind::kUrl);
    close(t, end);
    return true;
  }

  void add_reading(Token& t, std::string_view folded, uint8_t clitics, size_t stripped) {
    if (t.readings == 4) return;
    const uint32_t id = lex_.find_word(folded);
    if (id == 0) return;
    for (int i = 0; i < t.readings; ++i)
      if (t.reading[i].word == id) return;
    t.reading[t.readings++] = {id, clitics, static_cast<uint8_t>(stripped)};
  }

  void look_up(Token& t) {
    const std::string_view f = std::string_view(out_.folded).substr(t.fold, t.fold_length);
    if (t.fold_length > 60) return;
    if (const uint32_t id = lex_.find_word(f)) t.reading[t.readings++] = {id, 0, 0};
    if (t.script == Script::kArabic) {
      arabic_readings(t, f);
    } else if (f.size() > 3 && f.back() == 's' && !t.has(kAllCaps)) {
      add_reading(t, f.substr(0, f.size() - 1), kLostApostrophe, 0);
    }
  }

  void arabic_readings(Token& t, std::string_view f) {
    // UTF-8 of the folded letters: alef D8A7, lam D984, waw D988, feh D981, beh D8A8, kaf D983,
    // seen D8B3.
    auto strip = [](std::string_view w, std::string_view letter) {
      return w.size() > letter.size() + 3 && w.starts_with(letter) ? w.substr(letter.size())
                                                                   : std::string_view{};
    };
    auto article = [&](std::string_view w, uint8_t clitics, size_t stripped) {
      add_reading(t, w, clitics, stripped);
      if (const auto a = strip(w, "\xD8\xA7\xD9\x84"); !a.empty())
        add_reading(t, a, clitics | kThe, stripped + 4);
    };
    auto preposition = [&](std::string_view w, uint8_t clitics, size_t stripped) {
      article(w, clitics, stripped);
      if (const auto b = strip(w, "\xD8\xA8"); !b.empty()) article(b, clitics | kBy, stripped + 2);
      // "As" before a short word is a letter of another word as a rule ("kabir", no well).
      if (const auto k = strip(w, "\xD9\x83"); k.size() > 6)
        article(k, clitics | kAs, stripped + 2);
      if (const auto s = strip(w, "\xD8\xB3");
          !s.empty() && (s.starts_with("\xD9\x8A") || s.starts_with("\xD8\xAA")))
        add_reading(t, s, clitics | kWill, stripped + 2);
      if (const auto l = strip(w, "\xD9\x84"); !l.empty()) {
        article(l, clitics | kFor, stripped + 2);
        if (const auto ll = strip(l, "\xD9\x84"); !ll.empty())
          add_reading(t, ll, clitics | kFor | kThe, stripped + 4);  // lil-: the alef is dropped
      }
    };
    preposition(f, 0, 0);
    if (const auto w = strip(f, "\xD9\x88"); !w.empty()) preposition(w, kAnd, 2);
    if (const auto w = strip(f, "\xD9\x81"); !w.empty()) preposition(w, kSo, 2);
  }

  std::string_view s_;
  const lexicon::Lexicon& lex_;
  Text& out_;
  size_t at_ = 0;
  bool newline_ = true, space_ = true, hash_ = false;
  uint16_t pending_ = 0;

 public:
  std::string_view handle_hint;
};

}  // namespace

Text tokenize(std::string_view original, const lexicon::Lexicon& lexicon) {
  Text text;
  text.original = original;
  Tokenizer(original, lexicon, text).run();
  return text;
}

Text read_text(std::string_view original, const lexicon::Lexicon& lexicon, const Hints& hints) {
  Text text;
  text.original = original;
  Tokenizer tokenizer(original, lexicon, text);
  tokenizer.handle_hint = hints.handle;
  tokenizer.run();
  split_sentences(text, lexicon, hints);
  return text;
}

std::string_view Text::language() const {
  const size_t all = latin_words + arabic_words;
  if (all == 0) return "und";
  if (latin_words * 5 < all) return "ar";
  if (arabic_words * 5 < all) return "en";
  return "mixed";
}

}  // namespace sijil::text
