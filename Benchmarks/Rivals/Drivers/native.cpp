// ICU and Snowball's libstemmer. Serves turns as driver.py describes: native TEXT WORDS
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>
#if __has_include(<libstemmer.h>)
#include <libstemmer.h>
#define HAVE_STEMMER 1
#endif
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

static std::string read(const char *path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

static volatile uint64_t sink;

int main(int argc, char **argv) {
  if (argc != 3) return 64;
  const std::string text = read(argv[1]), words = read(argv[2]);
  std::map<std::string, std::function<uint64_t()>> rows; // a pass gives its tokens

  UErrorCode status = U_ZERO_ERROR;
  std::vector<char> output(text.size() * 3 + 64);
  for (auto form : {"nfc", "nfkc"}) {
    auto normalizer = icu::Normalizer2::getInstance(nullptr, form, UNORM2_COMPOSE, status);
    rows[std::string("icu ") + form] = [&, normalizer] {
      UErrorCode status = U_ZERO_ERROR;
      icu::CheckedArrayByteSink bytes(output.data(), (int32_t)output.size());
      normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), (int32_t)text.size()), bytes, nullptr, status);
      sink = sink + bytes.NumberOfBytesAppended();
      return uint64_t(0);
    };
  }

  std::vector<UChar> units(text.size() + 1);
  int32_t length = 0;
  u_strFromUTF8WithSub(units.data(), (int32_t)units.size(), &length, text.data(), (int32_t)text.size(), 0xFFFD, nullptr,
                       &status);
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "ar", nullptr, 0, &status);
  if (U_FAILURE(status)) {
    std::cerr << "ICU: " << u_errorName(status) << "\n";
    return 1;
  }
  rows["icu words"] = [&] {
    UErrorCode status = U_ZERO_ERROR;
    uint64_t tokens = 0;
    ubrk_setText(iterator, units.data(), length, &status);
    while (ubrk_next(iterator) != UBRK_DONE) tokens += ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT;
    return tokens;
  };

#ifdef HAVE_STEMMER
  std::vector<std::pair<const char *, int>> list;
  for (size_t start = 0, end; (end = words.find('\n', start)) != std::string::npos; start = end + 1)
    list.push_back({words.data() + start, int(end - start)});
  sb_stemmer *stemmer = sb_stemmer_new("arabic", "UTF_8");
  rows["libstemmer"] = [&] {
    uint64_t bytes = 0;
    for (auto &word : list) {
      const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)word.first, word.second);
      bytes += stem[0] + sb_stemmer_length(stemmer);
    }
    sink = sink + bytes;
    return uint64_t(list.size());
  };
#endif

  std::cout << "version\tICU " << U_ICU_VERSION << "\n";
  for (auto &row : rows) std::cout << "row\t" << row.first << "\n";
  std::cout << "ready" << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
    size_t tab = line.find('\t');
    if (tab == std::string::npos || !rows.count(line.substr(0, tab))) return 1;
    auto &pass = rows[line.substr(0, tab)];
    const double seconds = std::stod(line.substr(tab + 1));
    using clock = std::chrono::steady_clock;
    auto start = clock::now();
    auto elapsed = [&] { return std::chrono::duration<double>(clock::now() - start).count(); };
    uint64_t count = 0, tokens = 0;
    do {
      tokens = pass();
      count++;
    } while (elapsed() < seconds);
    std::cout << text.size() << "\t" << count << "\t" << elapsed() << "\t" << tokens << std::endl;
  }
}
