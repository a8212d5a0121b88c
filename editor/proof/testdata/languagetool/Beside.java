import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.languagetool.JLanguageTool;
import org.languagetool.Languages;
import org.languagetool.rules.RuleMatch;

/**
 * Checks Russian texts with the rules that LanguageTool has on by default, its speller
 * among them. Standard input holds texts that end in NUL. For each a line is printed with
 * the places of what was found, in UTF-16 units: "0-4 7-12". The last text is then checked
 * some more times, and the least of these times is the last line, in microseconds.
 */
public final class Beside {
  private static final int ROUNDS = 10;

  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    String[] texts = new String(System.in.readAllBytes(), StandardCharsets.UTF_8).split("\0");
    JLanguageTool tool = new JLanguageTool(Languages.getLanguageForShortCode("ru"));
    for (String text : texts) {
      StringBuilder places = new StringBuilder();
      List<RuleMatch> found = tool.check(text);
      for (RuleMatch match : found) {
        places.append(match.getFromPos()).append('-').append(match.getToPos()).append(' ');
      }
      out.println(places.toString().trim());
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      tool.check(texts[texts.length - 1]);
      least = Math.min(least, System.nanoTime() - start);
    }
    out.println(least / 1000);
  }
}
