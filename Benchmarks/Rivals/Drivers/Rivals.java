import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicNormalizer;
import org.apache.lucene.analysis.ar.ArabicStemmer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.Version;

/** Lucene. Serves turns as driver.py describes: java Rivals TEXT WORDS */
public class Rivals {
  static long sink;

  /** The text in documents of about 8 KB that end with a line, as strings: decoding is not timed. */
  static List<String> documents(byte[] text) {
    List<String> documents = new ArrayList<>();
    for (int start = 0, end; start < text.length; start = end) {
      end = Math.min(text.length, start + 8192);
      while (end < text.length && text[end - 1] != '\n') end++;
      documents.add(new String(text, start, end - start, StandardCharsets.UTF_8));
    }
    return documents;
  }

  static List<char[]> terms(Analyzer analyzer, List<String> documents) throws IOException {
    List<char[]> terms = new ArrayList<>();
    for (String document : documents) {
      try (TokenStream stream = analyzer.tokenStream("", document)) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) terms.add(Arrays.copyOf(term.buffer(), term.length()));
        stream.end();
      }
    }
    return terms;
  }

  static LongSupplier analyze(Analyzer analyzer, List<String> documents) {
    return () -> {
      long tokens = 0;
      try {
        for (String document : documents) {
          try (TokenStream stream = analyzer.tokenStream("", document)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
              // We drop terms of which the normaliser leaves nothing; Lucene keeps them.
              if (term.length() > 0) tokens++;
              sink += term.length();
            }
            stream.end();
          }
        }
      } catch (IOException error) {
        throw new RuntimeException(error);
      }
      return tokens;
    };
  }

  interface InPlace {
    int apply(char[] text, int length);
  }

  /** Normalisers and stemmers work in place, so each text is copied first. */
  static LongSupplier each(List<char[]> texts, boolean words, InPlace change) {
    char[] buffer = new char[texts.stream().mapToInt(text -> text.length).max().orElse(0)];
    return () -> {
      for (char[] text : texts) {
        System.arraycopy(text, 0, buffer, 0, text.length);
        sink += change.apply(buffer, text.length);
      }
      return words ? texts.size() : 0;
    };
  }

  public static void main(String[] arguments) throws IOException {
    byte[] text = Files.readAllBytes(Path.of(arguments[0]));
    List<String> documents = documents(text);
    List<char[]> words = new ArrayList<>();
    for (String word : Files.readAllLines(Path.of(arguments[1]))) words.add(word.toCharArray());
    List<char[]> characters = new ArrayList<>();
    for (String document : documents) characters.add(document.toCharArray());
    Analyzer standard =
        new Analyzer() {
          @Override
          protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            return new TokenStreamComponents(tokenizer, tokenizer);
          }
        };

    Map<String, LongSupplier> rows = new LinkedHashMap<>();
    rows.put("normalize documents", each(characters, false, new ArabicNormalizer()::normalize));
    rows.put("normalize words", each(terms(standard, documents), false, new ArabicNormalizer()::normalize));
    rows.put("tokenize", analyze(standard, documents));
    rows.put("stem", each(words, true, new ArabicStemmer()::stem));
    rows.put("analyze", analyze(new ArabicAnalyzer(), documents));

    System.out.println("version\tLucene " + Version.LATEST + ", Java " + System.getProperty("java.version"));
    for (String name : rows.keySet()) System.out.println("row\t" + name);
    System.out.println("ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line; (line = input.readLine()) != null; ) {
      String[] fields = line.split("\t");
      LongSupplier pass = rows.get(fields[0]);
      double seconds = Double.parseDouble(fields[1]);
      long start = System.nanoTime(), passes = 0, tokens = 0;
      do {
        tokens = pass.getAsLong();
        passes++;
      } while ((System.nanoTime() - start) / 1e9 < seconds);
      double elapsed = (System.nanoTime() - start) / 1e9;
      System.out.println(text.length + "\t" + passes + "\t" + elapsed + "\t" + tokens);
    }
    if (sink == 42) System.err.println(); // keeps the work from being left out
  }
}
